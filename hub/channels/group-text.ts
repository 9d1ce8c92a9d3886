import type { Content } from './render.ts';
import { splitText } from './split.ts';

/** What is said to many who read the same message: nobody is named, and there are no buttons and no files. */
export interface GroupWords {
  greeting: string;
  /** How whoever is in the group answers there; empty where nothing is asked. */
  typedAnswer: string;
  /** Names the files and where to see them; empty without files. */
  files: string;
  /** Where the rest is, when the group gets only the beginning. */
  shortened: string;
}

/** A group is no place for a book: what is longer is cut, and says where the rest is. */
const mostParts = 3;
const counterRoom = 8;

/**
 * The messages a group gets, in order: at most three of at most `textUnits` UTF-16 units, after NFC.
 *
 * @throws {Error} for what is not for a group
 */
export function renderForGroup(content: Content, textUnits: number): string[] {
  const { group } = content;
  if (!group) throw new Error('this is nothing for a group');
  const heading = [content.title, ...content.facts].join('\n');
  const asked = [group.files, group.typedAnswer, ...content.closing].filter((line) => line !== '').join('\n');
  const end = asked.normalize('NFC');
  const text = paragraphs(group.greeting, heading, content.body.trim());
  const room = textUnits - counterRoom;
  const whole = splitText(paragraphs(text, end), room);
  const parts = whole.length <= mostParts ? whole : shortened(text, paragraphs(group.shortened, end), room);
  if (parts.length === 1) return parts;
  return parts.map((part, index) => `${part}\n\n(${index + 1}/${parts.length})`);
}

/** As much of the beginning as leaves room for the end. */
function shortened(text: string, end: string, room: number): string[] {
  const parts = splitText(text, room).slice(0, mostParts);
  const last = splitText(parts.pop()!, room - end.length - 3)[0]!;
  return [...parts, paragraphs(`${last} …`, end)];
}

function paragraphs(...blocks: string[]): string {
  return blocks
    .filter((block) => block !== '')
    .join('\n\n')
    .normalize('NFC');
}
