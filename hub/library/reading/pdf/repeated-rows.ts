import { wordsOf, type Row } from './page-segments.ts';

export interface PageRows {
  rows: Row[];
  height: number;
}

const edge = 0.13;
const pageNumber = /^(?:trang\s*)?[-–—(]?\s*\d{1,4}\s*(?:\/\s*\d{1,4}\s*)?[-–—)]?$/iu;

/** The pages without their numbers, and without what stands at the upper or lower edge of many of them. */
export function withoutRepeated(pages: readonly PageRows[]): PageRows[] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const keys = new Set(page.rows.filter((row, index) => isAtEdge(page, row, index)).map(keyOf));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const fewest = Math.max(2, Math.ceil(pages.length * 0.4));
  return pages.map((page) => ({
    ...page,
    rows: page.rows.filter((row, index) => {
      if (!isAtEdge(page, row, index)) return true;
      return !pageNumber.test(wordsOf(row).trim()) && (counts.get(keyOf(row)) ?? 0) < fewest;
    }),
  }));
}

function isAtEdge({ rows, height }: PageRows, { y }: Row, index: number): boolean {
  const outermost = index < 3 || index >= rows.length - 3;
  return outermost && (y < height * edge || y > height * (1 - edge));
}

function keyOf(row: Row): string {
  return `${Math.round(row.y / 4)} ${wordsOf(row).replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ').trim()}`;
}
