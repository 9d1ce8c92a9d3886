import type { Paragraph } from '../reading/paragraphs.ts';

/** Rows one below the other; the first one says what stands in the columns. */
export interface Table {
  /** Rows that are read together, about as many as make a statement; the first has the header in it. */
  rows: readonly Paragraph[];
  header: string;
}

const row = /^\|.*\|$/su;
const caption =
  /^(?:BẢNG|Bảng|BIỂU|Biểu)(?: (?:SỐ|số))? (?<number>\d{1,3}(?:\.\d{1,3})?|[IVX]{1,5})(?=[\s.:]|$)/u;

/** Whether a paragraph is a row of a table, `| a | b |`, as files are read. */
export function isTableRow(paragraph: string): boolean {
  return row.test(paragraph);
}

/** The table that begins with a paragraph; null: none does. One row alone is no table. */
export function tableAt(
  text: string,
  paragraphs: readonly Paragraph[],
  place: number,
  length: number,
): (Table & { count: number }) | null {
  let count = 0;
  while (isTableRow(paragraphs[place + count]?.text ?? '')) count += 1;
  if (count < 2) return null;
  const those = paragraphs.slice(place, place + count);
  return { count, header: those[0]!.text, rows: together(text, those, length) };
}

/** The number that stands above a table: `2` of "Bảng 2. Chỉ tiêu"; null: this is no line above a table. */
export function captionNumber(paragraph: string): string | null {
  return caption.exec(paragraph)?.groups?.['number'] ?? null;
}

/** A header is never left without a row. */
function together(text: string, rows: readonly Paragraph[], length: number): Paragraph[] {
  const joined: Paragraph[] = [];
  for (const [place, { start, end, text: words }] of rows.entries()) {
    const last = joined.at(-1);
    if (last && (place === 1 || end - last.start <= length)) {
      last.end = end;
      last.text = text.slice(last.start, end);
    } else {
      joined.push({ start, end, text: words });
    }
  }
  return joined;
}
