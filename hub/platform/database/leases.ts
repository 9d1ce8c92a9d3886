import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../ids.ts';
import type { Database, Sql } from './database.ts';

/**
 * Locks are rows: the embedded database shares one session, so its advisory locks protect nothing.
 * They are needed before the first migration, so they live in a schema of their own.
 */
const createTable = `
  create schema if not exists platform;
  create table if not exists platform.lease (
    name text primary key, holder text not null, until timestamptz(3) not null)`;

const take = `
  insert into platform.lease as lease (name, holder, until) values ($1, $2, now() + $3 * interval '1 second')
  on conflict (name) do update set holder = excluded.holder, until = excluded.until
  where lease.holder = excluded.holder or lease.until < now()
  returning name`;

const release = 'delete from platform.lease where name = $1 and holder = $2';

/**
 * Does `work` while no other process does work of the same name; waits for its turn.
 * Made for short work: the lease lasts `seconds` and is not renewed.
 */
export async function withLease<Result>(
  sql: Sql,
  name: string,
  seconds: number,
  work: () => Promise<Result>,
): Promise<Result> {
  await createTableOnce(sql);
  const holder = newId();
  while (!(await holds(sql, name, holder, seconds))) await sleep(50);
  try {
    return await work();
  } finally {
    await sql.query(release, [name, holder]);
  }
}

/** True for one of all who ask by this name within so many seconds of that one. */
export async function firstWithin(sql: Sql, name: string, seconds: number): Promise<boolean> {
  return await holds(sql, name, newId(), seconds);
}

/** Two processes may create the table at once; the one that loses is told so by the catalogue. */
async function createTableOnce(sql: Sql): Promise<void> {
  const [found] = await sql.query<{ lease: string | null }>(
    `select to_regclass('platform.lease')::text as lease`,
  );
  if (found?.lease) return;
  try {
    await sql.query(createTable);
  } catch (error) {
    if (!['23505', '42P06', '42P07'].includes((error as { code?: string }).code ?? '')) throw error;
  }
}

async function holds(sql: Sql, name: string, holder: string, seconds: number): Promise<boolean> {
  return (await sql.query(take, [name, holder, seconds])).length > 0;
}

export interface Leadership {
  /** Gives the lead up, so that another process may follow at once. */
  stop(): Promise<void>;
}

/**
 * Of all processes, one at a time runs `lead`. The signal aborts when the lead is lost or given up.
 * A leader that dies is followed within `seconds`.
 */
export function keepLeading(
  database: Database,
  name: string,
  lead: (signal: AbortSignal) => Promise<void>,
  { seconds = 6, onProblem }: { seconds?: number; onProblem: (error: unknown) => void },
): Leadership {
  const holder = newId();
  const stopping = new AbortController();
  let leading: { abort: AbortController; done: Promise<void> } | null = null;

  const look = async () => {
    const leads = await holds(database, name, holder, seconds);
    if (leads && !leading) {
      const abort = new AbortController();
      leading = { abort, done: lead(abort.signal).catch(onProblem) };
    }
    if (!leads) await stepDown();
  };
  const stepDown = async () => {
    const current = leading;
    leading = null;
    current?.abort.abort();
    await current?.done;
  };
  const watch = async () => {
    while (!stopping.signal.aborted) {
      await look().catch(onProblem);
      await sleep((seconds * 1000) / 3, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const watching = watch();

  return {
    async stop() {
      stopping.abort();
      await watching;
      await stepDown();
      await database.query(release, [name, holder]).catch(onProblem);
    },
  };
}
