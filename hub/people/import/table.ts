import { clean, fold } from '../text.ts';
import { csvRows } from './csv.ts';
import { UnreadableFile, type Problem } from './problems.ts';
import { xlsxRows } from './xlsx.ts';

const maxBytes = 50 * 1024 * 1024;
const maxRows = 200_000;
/** A list from an office has its title, its unit and its date above the header. */
const headerWithin = 30;

/** A column by its English name: other names it goes by, and whether a file must have it. */
export type Columns<Column extends string> = Readonly<
  Record<Column, { readonly names: readonly string[]; readonly required?: true }>
>;

export interface Line<Column extends string> {
  row: number;
  /** Cleaned; empty where the cell or the whole column is missing. */
  values: Readonly<Record<Column, string>>;
}

export interface Table<Column extends string> {
  lines: readonly Line<Column>[];
  /** Columns the file has: what a missing column would say is left as it is. */
  present: ReadonlySet<Column>;
  /** What makes the file unreadable as a whole; then there are no lines. */
  problems: readonly Problem[];
}

/**
 * Reads a table from an Excel file (XLSX, its first sheet) or from text (CSV). Columns may stand in any order;
 * unknown ones, blank rows and what stands above the header are passed over. At most 50 MB and 200,000 rows.
 */
export async function readTable<Column extends string>(
  bytes: Uint8Array,
  columns: Columns<Column>,
): Promise<Table<Column>> {
  try {
    return tableOf(await rowsOf(bytes), columns);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return unreadable([{ row: error.row, field: 'file', code: error.code }]);
  }
}

async function rowsOf(bytes: Uint8Array): Promise<string[][]> {
  if (bytes.byteLength > maxBytes) throw new UnreadableFile('file-too-large');
  if (startsWith(bytes, oldExcelMagic)) throw new UnreadableFile('file-old-spreadsheet');
  const rows = startsWith(bytes, zipMagic)
    ? await xlsxRows(bytes, maxRows + headerWithin)
    : csvRows(bytes, maxRows + headerWithin);
  if (rows.length > maxRows + headerWithin) throw new UnreadableFile('file-too-long');
  return rows;
}

function tableOf<Column extends string>(rows: readonly string[][], columns: Columns<Column>): Table<Column> {
  const names = Object.keys(columns) as Column[];
  const known = new Map(
    names.flatMap((name) => [name, ...columns[name].names].map((word) => [fold(word), name] as const)),
  );
  const headerAt = headerOf(rows, known);
  const header = rows[headerAt] ?? [];
  const body = rows.slice(headerAt + 1);
  if (body.every(isBlank)) throw new UnreadableFile('file-empty');
  if (body.length > maxRows) throw new UnreadableFile('file-too-long');

  const places = names.map((name) => ({ name, at: placesOf(header, name, known) }));
  const problems = places.flatMap(({ name, at }): Problem[] => {
    const row = headerAt + 1;
    if (at.length > 1) return [{ row, field: name, code: 'column-twice' }];
    if (at.length === 0 && columns[name].required) return [{ row, field: name, code: 'column-missing' }];
    return [];
  });
  if (problems.length > 0) return unreadable(problems);

  const lines = body.flatMap((record, index): Line<Column>[] => {
    if (isBlank(record)) return [];
    const cells = places.map(({ name, at: [place] }) => [
      name,
      clean(place === undefined ? '' : (record[place] ?? '')),
    ]);
    return [{ row: headerAt + index + 2, values: Object.fromEntries(cells) as Record<Column, string> }];
  });
  const present = places.filter(({ at }) => at.length > 0).map(({ name }) => name);
  return { lines, present: new Set(present), problems: [] };
}

function unreadable<Column extends string>(problems: readonly Problem[]): Table<Column> {
  return { lines: [], present: new Set(), problems };
}

// An XLSX is a ZIP; an XLS, and an XLSX with a password, begins like every old Office file.
const zipMagic = [0x50, 0x4b, 0x03, 0x04];
const oldExcelMagic = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** The first row in which two columns are recognised; else the first row. */
function headerOf(rows: readonly string[][], known: ReadonlyMap<string, string>): number {
  const found = rows
    .slice(0, headerWithin)
    .findIndex((row) => new Set(row.map((cell) => known.get(fold(cell))).filter(Boolean)).size >= 2);
  return Math.max(found, 0);
}

function isBlank(record: readonly string[]): boolean {
  return record.every((cell) => cell.trim() === '');
}

function placesOf(header: readonly string[], name: string, known: ReadonlyMap<string, string>): number[] {
  return header.flatMap((cell, index) => (known.get(fold(cell)) === name ? [index] : []));
}
