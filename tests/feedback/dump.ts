import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Redis } from 'ioredis';
import type { Database } from '../../hub/platform/database/index.ts';

/** A row as `select *` gives it, with the table it lies in. */
export interface DumpRow {
  table: string;
  values: Readonly<Record<string, unknown>>;
}

/** All tables, rows in the order in which they lie. */
export type Dump = ReadonlyMap<string, readonly DumpRow[]>;

/** Of every schema, the queue's own among them where it lives in the database; with the transaction that wrote each row. */
export async function dumpOf(database: Database): Promise<Dump> {
  const tables = await database.query<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables
     where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE' order by 1, 2`,
  );
  const dump = new Map<string, DumpRow[]>();
  for (const { schema, name } of tables) {
    const table = schema === 'public' ? name : `${schema}.${name}`;
    const rows = await database.query<Record<string, unknown>>(
      `select *, lpad(xmin::text, 10, '0') as xmin from "${schema}"."${name}"`,
    );
    dump.set(
      table,
      rows.map((values) => ({ table, values })),
    );
  }
  return dump;
}

/** What the server has noticed: samples of columns, what sessions asked last, how far sequences are. */
export async function noticedBy(database: Database): Promise<DumpRow[]> {
  const rows = await database.query<Record<string, unknown>>(
    `select tablename as table, attname as about, concat_ws(' ', most_common_vals::text, histogram_bounds::text) as said
     from pg_stats where schemaname not in ('pg_catalog', 'information_schema')
     union all select 'session', pid::text, query from pg_stat_activity
     union all select 'sequence', sequencename::text, last_value::text from pg_sequences`,
  );
  return rows.map((values) => ({ table: String(values['table']), values }));
}

/** Everything that lies in Redis under this prefix; nothing where the queue is in the database. */
export async function queueIn(url: string | undefined, prefix: string): Promise<DumpRow[]> {
  if (url === undefined) return [];
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  try {
    const rows: DumpRow[] = [];
    for await (const keys of redis.scanStream({ match: `${prefix}*` }) as AsyncIterable<string[]>)
      for (const key of keys)
        rows.push({ table: 'queue', values: { key, value: await valueOf(redis, key) } });
    return rows;
  } finally {
    redis.disconnect();
  }
}

async function valueOf(redis: Redis, key: string): Promise<unknown> {
  switch (await redis.type(key)) {
    case 'string':
      return await redis.get(key);
    case 'hash':
      return await redis.hgetall(key);
    case 'list':
      return await redis.lrange(key, 0, -1);
    case 'set':
      return await redis.smembers(key);
    case 'zset':
      return await redis.call('ZRANGE', key, 0, -1, 'WITHSCORES');
    case 'stream':
      return await redis.xrange(key, '-', '+');
    default:
      return null;
  }
}

/** What `caunoi backup` wrote, as a dump of what it was made from. */
export function dumpInBackup(file: string): Dump {
  const [, ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
  const rows = lines.map((line) => {
    const [table, values] = JSON.parse(line) as [string, Record<string, unknown>];
    return {
      table,
      values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, bytesIn(value)])),
    };
  });
  return Map.groupBy(rows, ({ table }) => table);
}

const bytesIn = (value: unknown): unknown =>
  typeof value === 'string' && /^\\x(?:[0-9a-f]{2})*$/.test(value)
    ? Buffer.from(value.slice(2), 'hex')
    : value;

export const rowsOf = (dump: Dump, table: string): readonly DumpRow[] => dump.get(table) ?? [];
/** What was said on the levels without a name, and has come to its readers. */
export const secretItems = (dump: Dump): DumpRow[] =>
  rowsOf(dump, 'feedback_item').filter(({ values }) => values['level'] !== 'named');
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
