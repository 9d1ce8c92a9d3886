import { mkdirSync } from 'node:fs';
import pg from 'pg';
import type { PrismaClient } from '../../../prisma/generated/client.ts';
import { StartupError } from '../errors.ts';
import type { Secret } from '../secret.ts';
import { openEmbedded } from './embedded.ts';

/**
 * What the hub's sessions on a server are opened with. PostgreSQL overestimates queries that walk up the units, and
 * compiles for 100 ms and more what then runs in one.
 */
const sessionOptions = '-c jit=off';

/** Something that runs SQL: the database itself, or a transaction on it. Parameters are `$1…`. */
export interface Sql {
  query<Row>(text: string, values?: unknown[]): Promise<Row[]>;
}

export interface Database extends Sql {
  /**
   * Typed access for everyday reads and writes; bulk work goes through {@link Sql.query}. Loaded on first use: a worker
   * that only delivers does without its 40 MB.
   */
  prisma(): Promise<PrismaClient>;
  /**
   * Runs `work` in one transaction (read committed). Nothing outside the transaction may be awaited
   * in it: the embedded database has one session and would wait for itself.
   *
   * @param limitMs the longest it may take before it is rolled back; default 15,000
   */
  transaction<Result>(work: (sql: Sql) => Promise<Result>, limitMs?: number): Promise<Result>;
  /** How BullMQ and tools connect to the same database. */
  connection: pg.PoolConfig;
  /** True where this process opened the embedded database itself or joined one. */
  embedded: boolean;
  close(): Promise<void>;
}

// Timestamps as Date, dates as text (a calendar day has no zone), counts as number.
const readers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.DATE, (text) => text],
  [pg.types.builtins.INT8, Number],
]);
const types: pg.CustomTypesConfig = {
  getTypeParser: ((...asked: Parameters<typeof pg.types.getTypeParser>) =>
    readers.get(asked[0]) ?? pg.types.getTypeParser(...asked)) as pg.CustomTypesConfig['getTypeParser'],
};

/**
 * Opens PostgreSQL by URL, or the embedded one in `dataDir`: joins the hub that has it open, else opens it.
 *
 * @param as what the caller is: a second hub on one directory is refused, a command waits for its turn
 * @throws {StartupError} when another hub has the directory, or the server cannot be reached
 */
export async function openDatabase(options: {
  url: Secret | undefined;
  dataDir: string;
  as: 'hub' | 'command';
}): Promise<Database> {
  if (options.url) {
    const connection = { connectionString: options.url.reveal(), max: 16, options: sessionOptions };
    return await reached(connect(connection, { embedded: false }));
  }
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const opened = await openEmbedded(options.dataDir, options.as);
  const connection = { host: opened.socketDirectory, user: 'postgres', database: 'postgres', max: 12 };
  return connect(connection, { embedded: true, afterClose: opened.close });
}

/** @throws {StartupError} with the reason in a word, and never the URL, which may hold a password */
async function reached(database: Database): Promise<Database> {
  try {
    await database.query('select 1');
    return database;
  } catch (error) {
    await database.close();
    const { code = 'no answer' } = error as { code?: string };
    throw new StartupError(
      `The database of DATABASE_URL cannot be reached (${code}). Is it running, and is the URL right?`,
    );
  }
}

function connect(
  connection: pg.PoolConfig,
  { embedded, afterClose }: { embedded: boolean; afterClose?: () => Promise<void> },
): Database {
  const pool = new pg.Pool({ ...connection, types, connectionTimeoutMillis: 10_000 });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  let prisma: Promise<PrismaClient> | undefined;

  return {
    prisma() {
      prisma ??= openPrisma(pool);
      return prisma;
    },
    connection,
    embedded,
    async query<Row>(text: string, values: unknown[] = []) {
      return (await pool.query(text, values)).rows as Row[];
    },
    async transaction<Result>(work: (sql: Sql) => Promise<Result>, limitMs = 15_000) {
      const client = await pool.connect();
      // A line that breaks between two statements fails the next one; without a listener it would end the process.
      client.on('error', ignore);
      let overdue: NodeJS.Timeout | undefined;
      try {
        const tooLong = new Promise<never>((_, reject) => {
          overdue = setTimeout(() => reject(new TransactionTooLong(limitMs)), limitMs);
        });
        const result = await Promise.race([runIn(client, work), tooLong]);
        client.release();
        return result;
      } catch (error) {
        // A broken or overdue connection is closed, which rolls back whatever it still held.
        client.release(error instanceof TransactionTooLong || isConnectionError(error));
        throw error;
      } finally {
        client.off('error', ignore);
        clearTimeout(overdue);
      }
    },
    async close() {
      await (await prisma)?.$disconnect();
      await pool.end();
      await afterClose?.();
    },
  };
}

async function openPrisma(pool: pg.Pool): Promise<PrismaClient> {
  const { PrismaPg } = await import('@prisma/adapter-pg');
  const { PrismaClient: Client } = await import('../../../prisma/generated/client.ts');
  return new Client({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) });
}

function ignore(): void {}

async function runIn<Result>(client: pg.PoolClient, work: (sql: Sql) => Promise<Result>): Promise<Result> {
  await client.query('begin');
  try {
    const result = await work({
      query: async <Row>(text: string, values: unknown[] = []) =>
        (await client.query(text, values)).rows as Row[],
    });
    await client.query('commit');
    return result;
  } catch (error) {
    if (!isConnectionError(error)) await client.query('rollback');
    throw error;
  }
}

/** PostgreSQL's own refusals carry a five-character SQLSTATE; what has none came from the line. */
export function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string') return /connection|timeout|terminated/i.test(error.message);
  return !/^[0-9A-Z]{5}$/.test(code) || code.startsWith('08') || code.startsWith('57P');
}

/** Away, out of disk, memory or connections, or in each other's way: the same statement may succeed later. */
export function isPassing(error: unknown): boolean {
  if (error instanceof TransactionTooLong || isConnectionError(error)) return true;
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && ['40', '53', '55', '57', '58'].includes(code.slice(0, 2));
}

class TransactionTooLong extends Error {
  constructor(limitMs: number) {
    super(`a transaction took longer than ${limitMs} ms and was rolled back`);
  }
}
