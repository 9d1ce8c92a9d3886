import type { Span } from '../reading/sentences.ts';
import { paragraphsOf, type Paragraph } from '../reading/paragraphs.ts';
import { isTableRow } from '../structure/tables.ts';

/** What stands under each other on a page of a document. Spans are of its whole text. */
export type Block =
  | ({ kind: 'paragraph' } & Span)
  /** Opens a part of the document that the outline names. */
  | ({ kind: 'heading'; depth: number } & Span)
  | { kind: 'table'; rows: readonly (readonly Span[])[] };

/**
 * A part of a text as blocks, in their order. Neighbouring lines of as many cells, `| a | b |` or parted by tabs, are the
 * rows of one table.
 *
 * @param depths how deep the named part stands that begins at a place
 */
export function blocksOf(text: string, part: Span, depths: ReadonlyMap<number, number>): Block[] {
  const blocks: Block[] = [];
  let rows: Span[][] = [];
  const close = () => {
    const [first] = rows;
    if (first && rows.length > 1) blocks.push({ kind: 'table', rows });
    else if (first) blocks.push({ kind: 'paragraph', start: first[0]!.start, end: first.at(-1)!.end });
    rows = [];
  };
  for (const paragraph of paragraphsOf(text.slice(0, part.end), part.start)) {
    const { start, end } = paragraph;
    const cells = cellsOf(paragraph);
    if (rows.length > 0 && rows[0]!.length !== cells.length) close();
    if (cells.length > 1) {
      rows.push(cells);
      continue;
    }
    const depth = depths.get(start);
    blocks.push(
      depth === undefined ? { kind: 'paragraph', start, end } : { kind: 'heading', depth, start, end },
    );
  }
  close();
  return blocks;
}

/** The cells of a line, without the blanks around them; one cell is no row. */
function cellsOf({ start, text }: Paragraph): Span[] {
  const isRow = isTableRow(text);
  const cells = (isRow ? text.slice(1, -1) : text).split(isRow ? '|' : '\t');
  let at = start + (isRow ? 1 : 0);
  return cells.map((cell) => {
    const begins = at + (cell.length - cell.trimStart().length);
    at += cell.length + 1;
    return { start: begins, end: begins + cell.trim().length };
  });
}
