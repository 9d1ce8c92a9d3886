import { createPostgresBackend, Queue, Worker, type PostgresConnectionOptions } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Database } from './database/index.ts';
import type { Secret } from './secret.ts';

/**
 * Doorbells between processes: "there is work", never the work itself. PostgreSQL holds the truth, a lost
 * bell costs time until the next sweep and nothing else, so no failure to ring is an error to the caller.
 */
export interface Queues {
  ring(bell: Bell, data?: Record<string, string>): Promise<void>;
  /** Calls `answer` for every ring that reaches this process, at most `concurrency` at once. */
  listen(bell: Bell, answer: (data: Record<string, string>) => Promise<void>, concurrency?: number): void;
  /** Stops answering, waits for answers under way, then disconnects. */
  close(): Promise<void>;
}

export type Bell = 'deliver' | 'inbound';

const kept = { removeOnComplete: true, removeOnFail: true };

/** @param prefix keeps two installations on one Redis apart; it lives in the database. */
export function openQueues(options: {
  redisUrl: Secret | undefined;
  database: Database;
  prefix: string;
  onProblem: (error: unknown) => void;
}): Queues {
  const line = options.redisUrl ? redisLine(options.redisUrl, options.prefix) : postgresLine(options);
  const queues = new Map<Bell, Bellpull>();
  const workers: Closable[] = [];
  const answers = new Map<Bell, (data: Record<string, string>) => Promise<void>>();

  const queueFor = (bell: Bell): Bellpull => {
    const known = queues.get(bell);
    if (known) return known;
    const queue = line.queue(bell);
    queue.on('error', options.onProblem);
    queues.set(bell, queue);
    return queue;
  };

  return {
    async ring(bell, data = {}) {
      try {
        // One hub alone has an embedded database: what answers there is here, and need not wait until it looks.
        const here = options.database.embedded && !options.redisUrl ? answers.get(bell) : undefined;
        if (here) return await here(data);
        await withinSeconds(2, queueFor(bell).add(bell, data, kept));
      } catch (error) {
        options.onProblem(error);
      }
    },
    listen(bell, answer, concurrency = 1) {
      answers.set(bell, answer);
      const worker = line.worker(
        bell,
        async (job) => await answer(job.data as Record<string, string>),
        concurrency,
      );
      worker.on('error', options.onProblem);
      workers.push(worker);
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await line.close();
    },
  };
}

/** What both backends' queues and workers have in common, and all that is needed of them. */
interface Closable {
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}
interface Bellpull extends Closable {
  add(name: string, data: Record<string, string>, options: typeof kept): Promise<unknown>;
}
type Answer = (job: { data: unknown }) => Promise<void>;

interface Line {
  queue(name: string): Bellpull;
  worker(name: string, answer: Answer, concurrency: number): Closable;
  close(): Promise<void>;
}

function redisLine(url: Secret, prefix: string): Line {
  const connect = () => new Redis(url.reveal(), { maxRetriesPerRequest: null });
  const shared = connect();
  shared.on('error', () => {});
  return {
    queue: (name) => new Queue(name, { connection: shared, prefix }),
    worker: (name, answer, concurrency) =>
      new Worker(name, answer, { connection: shared, prefix, concurrency, drainDelay: 2 }),
    async close() {
      shared.disconnect();
    },
  };
}

function postgresLine({ database, prefix }: { database: Database; prefix: string }): Line {
  // On a server the tables of the queue are found by this path; the embedded session has it already.
  const path = database.embedded ? {} : { options: `${database.connection.options} -c search_path=bullmq` };
  const pool = new pg.Pool({ ...database.connection, ...path, max: 8 });
  pool.on('error', () => {});
  // BullMQ describes the part of a pool that it uses, and pg's own types say it with other overloads.
  const connection = pool as unknown as PostgresConnectionOptions;
  // NOTIFY does not cross the embedded database's socket: an idle worker has to look.
  const drainDelay = database.embedded ? 0.2 : 2;
  return {
    queue: (name) => new Queue(name, { connection, prefix }, createPostgresBackend),
    worker: (name, answer, concurrency) =>
      new Worker(name, answer, { connection, prefix, concurrency, drainDelay }, createPostgresBackend),
    close: () => pool.end(),
  };
}

async function withinSeconds(seconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the queue did not answer')), seconds * 1000);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
