import { CsvError, parse } from 'csv-parse/sync';
import { clean, fold } from '../text.ts';

const maxBytes = 50 * 1024 * 1024;
const maxRows = 200_000;

/** What can be wrong with a file. The words stand in the catalogue as `import-<code>`. */
export const problemCodes = [
  'file-too-large',
  'file-too-long',
  'file-spreadsheet',
  'file-not-utf8',
  'file-empty',
  'quote-open',
  'column-missing',
  'column-twice',
  'value-missing',
  'value-too-long',
  'code-twice',
  'kind-unknown',
  'parent-unknown',
  'parent-refused',
  'parent-circular',
  'parent-not-above',
  'kind-not-above',
  'unit-unknown',
  'role-unknown',
  'status-unknown',
  'phone-wrong',
  'email-wrong',
  'date-wrong',
  'date-in-future',
] as const;

export interface Problem {
  /** As a spreadsheet numbers it: the header is row 1, blank rows count. */
  row: number;
  /** English name of the column, or `file`. */
  field: string;
  code: (typeof problemCodes)[number];
  facts?: Record<string, string>;
}

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
 * Reads a table as spreadsheets save it: UTF-8 with or without BOM, comma, semicolon or tab, any line ends.
 * Columns may stand in any order; unknown ones and blank rows are passed over. At most 50 MB and 200,000 rows.
 */
export function readTable<Column extends string>(bytes: Uint8Array, columns: Columns<Column>): Table<Column> {
  if (bytes.byteLength > maxBytes) return unreadable('file-too-large');
  if (startsWith(bytes, zipMagic) || startsWith(bytes, oldExcelMagic)) return unreadable('file-spreadsheet');
  const text = decode(bytes);
  if (text === null) return unreadable('file-not-utf8');
  const records = split(text);
  if (!Array.isArray(records)) return unreadable('quote-open', { row: records.openQuoteAt });
  const [header, ...body] = records;
  if (!header || body.every(isBlank)) return unreadable('file-empty');
  if (body.length > maxRows) return unreadable('file-too-long');

  const names = Object.keys(columns) as Column[];
  const places = names.map((name) => ({ name, at: placesOf(header, name, columns[name].names) }));
  const problems = places.flatMap(({ name, at }): Problem[] => {
    if (at.length > 1) return [{ row: 1, field: name, code: 'column-twice' }];
    if (at.length === 0 && columns[name].required) return [{ row: 1, field: name, code: 'column-missing' }];
    return [];
  });
  if (problems.length > 0) return { lines: [], present: new Set(), problems };

  const lines = body.flatMap((record, index): Line<Column>[] => {
    if (isBlank(record)) return [];
    const cells = places.map(({ name, at: [place] }) => [
      name,
      clean(place === undefined ? '' : (record[place] ?? '')),
    ]);
    return [{ row: index + 2, values: Object.fromEntries(cells) as Record<Column, string> }];
  });
  const present = places.filter(({ at }) => at.length > 0).map(({ name }) => name);
  return { lines, present: new Set(present), problems: [] };
}

function unreadable<Column extends string>(code: Problem['code'], { row = 1 } = {}): Table<Column> {
  return { lines: [], present: new Set(), problems: [{ row, field: 'file', code }] };
}

// An XLSX is a ZIP; an XLS begins like every old Office file.
const zipMagic = [0x50, 0x4b, 0x03, 0x04];
const oldExcelMagic = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
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

function split(text: string): string[][] | { openQuoteAt: number } {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      to: maxRows + 2,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { openQuoteAt: Number(error['records'] ?? 0) + 1 };
  }
}

/** Spreadsheets set to Vietnamese save semicolons: the comma is their decimal point. */
function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const header = (end < 0 ? text : text.slice(0, end)).replaceAll(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.reduce((most, next) => (next.count > most.count ? next : most)).delimiter;
}

function isBlank(record: readonly string[]): boolean {
  return record.every((cell) => cell.trim() === '');
}

function placesOf(header: readonly string[], name: string, others: readonly string[]): number[] {
  const known = new Set([name, ...others].map(fold));
  return header.flatMap((cell, index) => (known.has(fold(cell)) ? [index] : []));
}
