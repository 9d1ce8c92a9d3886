import type { Syllable } from './syllables.ts';

// A group is named by what it is about, never by whom: words that look like a person's name are no part of any label.

const titles = new Set(['ong', 'ba', 'anh', 'chi', 'co', 'chu', 'bac']);
/** The commonest ones, before a middle name that says so. */
const surnames = new Set(
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly lo vang giang ha'.split(' '),
);
const middleNames = new Set(['van', 'thi']);

/** Marks what looks like a name: capitals side by side, capitals after a title, a surname before Văn or Thị. */
export function markNames(run: readonly Syllable[]): void {
  for (const [at, syllable] of run.entries()) {
    const before = run[at - 1];
    const isAfterTitle = before !== undefined && (titles.has(before.folded) || isComrade(run, at));
    if (syllable.capital && before && (before.capital || isAfterTitle)) {
      syllable.name = true;
      if (before.capital) before.name = true;
    }
    if (before && surnames.has(before.folded) && middleNames.has(syllable.folded))
      for (const part of run.slice(at - 1, at + 2)) part.name = true;
  }
}

/** Behind `đồng chí`. */
function isComrade(run: readonly Syllable[], at: number): boolean {
  return run[at - 1]?.folded === 'chi' && run[at - 2]?.folded === 'dong';
}
