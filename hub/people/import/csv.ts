import { CsvError, parse } from 'csv-parse/sync';
import { UnreadableFile } from './problems.ts';

/**
 * The cells of a text file as spreadsheets save it: UTF-8 with or without BOM, comma, semicolon or tab, any line
 * ends. Row by row; a blank line is a row too.
 *
 * @throws {UnreadableFile}
 */
export function csvRows(bytes: Uint8Array, mostRows: number): string[][] {
  const text = decode(bytes);
  if (text === null) throw new UnreadableFile('file-not-utf8');
  try {
    const rows: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      to: mostRows + 1,
    });
    return rows.map((row) => row.map(unguarded));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableFile('quote-open', { row: Number(error['records'] ?? 0) + 1 });
  }
}

/** Null for other encodings. UTF-16 without a mark passes as UTF-8, but is full of zeros. */
function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/**
 * The one that stands in most lines, and most often: spreadsheets set to Vietnamese save semicolons, since the comma
 * is their decimal point. Above the header there may be a title in one cell, and a cell may hold the other ones.
 */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replaceAll(/"[^"]*"/g, '')
    .split(/\r\n|[\r\n]/, 30);
  const counted = [',', ';', '\t'].map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    return {
      delimiter,
      inLines: counts.filter((count) => count > 0).length,
      times: counts.reduce((sum, count) => sum + count, 0),
    };
  });
  const [best] = counted.toSorted((a, b) => b.inLines - a.inLines || b.times - a.times);
  return best!.delimiter;
}

/** The apostrophe that was put before text which a spreadsheet would take for a formula (platform/spreadsheet.ts). */
function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
