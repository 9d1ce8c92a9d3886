import type { Span } from '../reading/sentences.ts';
import { documentKinds } from './kinds.ts';

/** A number of a document as it stands in a clause. */
export interface Mention extends Span {
  number: string;
}

const number =
  /(?<![\p{L}\d/.-])\d{1,5}(?:\/\d{4})?[-/]\p{Lu}[\p{L}\p{N}]{0,9}(?:[-/][\p{L}\p{N}]{1,12}){0,3}/gu;

/** How a document is named up to its number: `Luật Cán bộ, công chức số `, `số `. */
export const kindWords = `(?:${documentKinds.map(({ name }) => name.replaceAll(' ', String.raw`\s+`)).join('|')})`;
const another = String.raw`(?!\s(?:theo|về|của|thực hiện|hướng dẫn|này)(?!\p{L}))`;
/** The same, and where there is no kind. */
export const named = String.raw`(?:${kindWords}(?:${another}[^\d:]){0,100}?\s*)?(?:(?<!\p{L})số\s*:?\s*)?`;
const joint = new RegExp(String.raw`(?:,|(?<!\p{L})và)\s+(?:các\s+)?${named}$`, 'iu');
const source = /(?<!\p{L}|kèm\s)theo(?!\p{L})/iu;
const widest = 250;

/** All numbers of documents in a clause. */
export function mentionsIn(clause: string): Mention[] {
  return Array.from(clause.matchAll(number), ({ 0: found, index }) => ({
    number: found,
    start: index,
    end: index + found.length,
  }));
}

/**
 * Those that are told with the first of some in one breath: `các Quy định số 1-QĐ/TW, số 2-QĐ/TW và số 3-QĐ/TW`. What
 * the sentence only names beside them, such as the law by which one was amended, is none of them.
 */
export function oneBreath(clause: string, mentions: readonly Mention[]): Mention[] {
  const told = mentions.slice(0, 1);
  for (const mention of mentions.slice(1)) {
    const gap = clause.slice(told.at(-1)!.end, mention.start);
    if (gap.length > widest || source.test(gap) || !joint.test(gap)) break;
    told.push(mention);
  }
  return told;
}
