import { setImmediate as otherWork } from 'node:timers/promises';
import { findClassificationMark } from '../notices/index.ts';

/** Some twenty milliseconds of work. */
const partLength = 250_000;
/** What stands above a mark decides whether it is one. */
const overlap = 2_000;

/** Whether a text bears a mark of secrecy anywhere. A long one is looked through in parts, with others' turns between. */
export async function isMarkedText(text: string): Promise<boolean> {
  for (let start = 0; start < text.length;) {
    const end = lineEnd(text, start + partLength);
    if (findClassificationMark(text.slice(start, end)) !== null) return true;
    if (end === text.length) return false;
    await otherWork();
    start = lineEnd(text, end - overlap);
  }
  return false;
}

/** Where the line ends in which a place stands; the end of the text where that is further than is worth looking for. */
function lineEnd(text: string, from: number): number {
  const at = from >= text.length ? -1 : text.indexOf('\n', from);
  return at === -1 ? text.length : at;
}
