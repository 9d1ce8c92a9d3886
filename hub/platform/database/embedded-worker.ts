/**
 * The thread in which the embedded PostgreSQL lives: queries never stall the hub's own loop.
 * Started by embedded.ts with a directory and a socket path; ends when told `close`.
 */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { sessionServer } from './session-server.ts';

async function serve(directory: string, socketPath: string): Promise<void> {
  const database = await PGlite.create(directory, { extensions: { unaccent, pg_trgm } });
  // One session for all clients: BullMQ's tables are found by this path, ours first.
  await database.exec('set search_path = public, bullmq');
  const server = sessionServer(database);
  await server.listen(socketPath);
  parentPort?.once('message', () => {
    void (async () => {
      await server.close();
      await database.exec('checkpoint');
      await database.close();
      process.exit(0);
    })();
  });
  parentPort?.postMessage('ready');
}

if (!isMainThread && parentPort) {
  const { directory, socketPath } = workerData as { directory: string; socketPath: string };
  await serve(directory, socketPath);
}
