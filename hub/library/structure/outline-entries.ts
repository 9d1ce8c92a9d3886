import { readFrontMatter } from '../reading/front-matter.ts';
import type { OutlineEntry } from '../port.ts';
import { clauseRank, ranks } from './labels.ts';
import { locatorWord } from './locator.ts';
import { outlineOf, pathOf, type Placed, type Section } from './outline.ts';

const longestTitle = 160;
const letterhead = /^(?:ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H[ÒO][ÀA]? XÃ HỘI CHỦ NGHĨA)/u;

/**
 * The named parts of a text where one may begin to read: Phần, Chương, Mục, Phụ lục, Điều, the roman sections of a
 * resolution, headings. A text with none of them is entered at its clauses of the first level.
 */
export function outlineEntries(text: string): OutlineEntry[] {
  const placed = outlineOf(text, readFrontMatter(text).bodyStart);
  const upTo = placed.some((one) => isOpening(one, ranks.article)) ? ranks.article : clauseRank(1);
  return placed.flatMap((one, place) => {
    if (!isOpening(one, upTo)) return [];
    const { label, title, parent } = one.section!;
    const named = pathOf(parent).filter((above) => isEntry(above, upTo));
    return {
      label: locatorWord(label),
      // An article without a title is known by its first words.
      title: shortened(title || (placed[place + 1]?.section === one.section ? placed[place + 1]!.text : '')),
      depth: named.length,
      start: one.start,
    };
  });
}

function isOpening({ opens, section }: Placed, upTo: number): boolean {
  return opens && section !== null && isEntry(section, upTo);
}

/** A heading above the number and the day of a letter names no part of it. */
function isEntry({ label, title }: Section, upTo: number): boolean {
  return label.rank <= upTo && !(label.kind === 'heading' && (title === '' || letterhead.test(title)));
}

function shortened(title: string): string {
  const plain = title.replaceAll(/[*_#]+/g, '').trim();
  if (plain.length <= longestTitle) return plain;
  return `${plain.slice(0, plain.lastIndexOf(' ', longestTitle))}…`;
}
