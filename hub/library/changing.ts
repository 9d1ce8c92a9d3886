import type { Database, Sql } from '../platform/database/index.ts';
import type { Signals } from '../platform/signals.ts';

/** Said to every process when the library changed, with its new version. */
export const libraryTopic = 'library';

/** A transaction in which the library changes. */
export interface Change {
  sql: Sql;
  /** The version that this change brings; asked for only where something does change. */
  version(): Promise<number>;
}

/** Storing a file of fifty megabytes takes its time. */
const limitMs = 60_000;

/**
 * Changes follow each other: each holds the row of the version until it is committed, so that whoever has seen a version
 * has seen all before it.
 */
export function changing({ database, signals }: { database: Database; signals: Signals }) {
  return async <Result>(work: (change: Change) => Promise<Result>): Promise<Result> => {
    let reached: number | null = null;
    const result = await database.transaction(async (sql) => {
      await sql.query('select from library_version where id = 1 for update');
      return await work({
        sql,
        async version() {
          if (reached !== null) return reached;
          const [row] = await sql.query<{ version: number }>(
            'update library_version set version = version + 1 where id = 1 returning version',
          );
          return (reached = row!.version);
        },
      });
    }, limitMs);
    if (reached !== null) await signals.publish(libraryTopic, [String(reached)]);
    return result;
  };
}

export type Changing = ReturnType<typeof changing>;
