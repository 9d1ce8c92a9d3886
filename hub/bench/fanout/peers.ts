/**
 * The usual way beside ours: BullMQ with one job a message, whose worker sends it and then updates its row, as
 * its documentation recommends. In a process of its own, on the same database and queue.
 */
import { createPostgresBackend, Queue, Worker, type PostgresConnectionOptions } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { Pool } from 'undici';
import { readConfig } from '../../config.ts';
import { openDatabase, type Database } from '../../platform/database/index.ts';
import type { Environment } from '../installation.ts';
import { answerOrders } from '../part.ts';
import { firstAddress } from '../recipients.ts';

export interface PeerOrder {
  url: string;
  token: string;
  environment: Environment;
  messages: number;
}

const jobsAtOnce = 50;
const addedAtOnce = 1_000;
const name = 'peer';
const kept = { attempts: 5, removeOnComplete: true, removeOnFail: true };

/** @returns seconds from the first job that is added to the last row that is updated */
async function sendByJobs({ url, token, environment, messages }: PeerOrder): Promise<number> {
  const config = readConfig(environment);
  const database = await openDatabase({ url: config.DATABASE_URL, dataDir: config.DATA_DIR, as: 'command' });
  const line = config.REDIS_URL ? redisLine(config.REDIS_URL.reveal()) : postgresLine(database);
  const http = new Pool(url, { connections: jobsAtOnce });
  try {
    await database.query(
      'create table peer_message (id int primary key, state text not null, provider_id text)',
    );
    await database.query(`insert into peer_message select n, 'created' from generate_series(1, $1::int) n`, [
      messages,
    ]);
    await database.query('analyze peer_message');
    const began = performance.now();
    let worker: ReturnType<typeof line.worker> | undefined;
    await new Promise<void>((done, failed) => {
      let left = messages;
      worker = line.worker(async (id) => {
        const { body } = await http.request({
          path: `/bot${token}/sendMessage`,
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ chat_id: firstAddress + id, text: `Kính gửi đồng chí Số ${id}` }),
        });
        const { result } = (await body.json()) as { result: { message_id: number } };
        await database.query(`update peer_message set state = 'sent', provider_id = $2 where id = $1`, [
          id,
          String(result.message_id),
        ]);
        left -= 1;
        if (left === 0) done();
      });
      worker.on('error', failed);
      addAll(line.queue, messages).catch(failed);
    });
    const seconds = (performance.now() - began) / 1000;
    await worker?.close();
    return seconds;
  } finally {
    await line.close();
    await http.close();
    await database.query('drop table if exists peer_message');
    await database.close();
  }
}

/** The part of either backend's queue that is used here. */
interface Jobs {
  addBulk(jobs: { name: string; data: { id: number }; opts: typeof kept }[]): Promise<unknown>;
}

async function addAll(queue: Jobs, messages: number): Promise<void> {
  for (let first = 1; first <= messages; first += addedAtOnce) {
    const count = Math.min(addedAtOnce, messages - first + 1);
    await queue.addBulk(
      Array.from({ length: count }, (_, index) => ({ name, data: { id: first + index }, opts: kept })),
    );
  }
}

type Send = (id: number) => Promise<void>;

function redisLine(url: string) {
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  const prefix = `caunoi-bench-${process.pid}`;
  const queue = new Queue(name, { connection, prefix });
  return {
    queue,
    worker: (send: Send) =>
      new Worker(name, async (job) => await send((job.data as { id: number }).id), {
        connection,
        prefix,
        concurrency: jobsAtOnce,
      }),
    async close() {
      await queue.obliterate({ force: true });
      await queue.close();
      connection.disconnect();
    },
  };
}

function postgresLine(database: Database) {
  const path = database.embedded ? {} : { options: `${database.connection.options} -c search_path=bullmq` };
  const pool = new pg.Pool({ ...database.connection, ...path, max: 8 });
  const connection = pool as unknown as PostgresConnectionOptions;
  const queue = new Queue(name, { connection }, createPostgresBackend);
  return {
    queue,
    worker: (send: Send) =>
      new Worker(
        name,
        async (job) => await send((job.data as { id: number }).id),
        { connection, concurrency: jobsAtOnce, drainDelay: 0.2 },
        createPostgresBackend,
      ),
    async close() {
      await queue.close();
      await pool.end();
    },
  };
}

if (process.argv[2] === 'bench') answerOrders<PeerOrder>(sendByJobs);
