import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../hub/platform/database/index.ts';

/** A row as `select *` gives it, with the table it lies in. */
export interface DumpRow {
  table: string;
  values: Readonly<Record<string, unknown>>;
}

/** All tables, rows in the order in which they lie. */
export type Dump = ReadonlyMap<string, readonly DumpRow[]>;

export async function dumpOf(database: Database): Promise<Dump> {
  const tables = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
  );
  const dump = new Map<string, DumpRow[]>();
  for (const { name } of tables) {
    const rows = await database.query<Record<string, unknown>>(`select * from "${name}"`);
    dump.set(
      name,
      rows.map((values) => ({ table: name, values })),
    );
  }
  return dump;
}

export const rowsOf = (dump: Dump, table: string): readonly DumpRow[] => dump.get(table) ?? [];
export const allRows = (dump: Dump): DumpRow[] => [...dump.values()].flat();

/** Every value of a row as text, also those inside of JSON; bytes as hexadecimal digits. */
export function textsOf({ values }: DumpRow): string[] {
  const found: string[] = [];
  const open: unknown[] = Object.values(values);
  while (open.length > 0) {
    const value = open.pop();
    if (value === null || value === undefined) continue;
    if (value instanceof Date) found.push(value.toISOString());
    else if (value instanceof Uint8Array) found.push(Buffer.from(value).toString('hex'));
    else if (typeof value === 'object') open.push(...Object.keys(value), ...Object.values(value));
    else found.push(typeof value === 'string' ? value : JSON.stringify(value));
  }
  return found;
}

/** Bytes of a row as they are, of its columns of bytes. */
export const bytesOf = ({ values }: DumpRow): Buffer[] =>
  Object.values(values)
    .filter((value) => value instanceof Uint8Array)
    .map((value) => Buffer.from(value));

/** The files under a folder, but for the keys, which the attacker is not given. */
export function* filesUnder(folder: string): Generator<{ path: string; content: Buffer }> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'keys') yield* filesUnder(path);
    else if (entry.isFile() && !entry.name.endsWith('.key')) yield { path, content: readFileSync(path) };
  }
}
