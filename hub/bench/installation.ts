import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import pg from 'pg';
import { withoutProviders } from '../channels/index.ts';

export type Environment = Record<string, string | undefined>;

/** A hub's settings, on data that is thrown away. */
export interface OwnInstallation {
  environment: Environment;
  database: 'embedded' | 'postgresql';
  queue: 'redis' | 'postgresql';
  /** Nothing of it must be running. */
  remove(): Promise<void>;
}

/**
 * A new directory and, on the server of DATABASE_URL, a new database: a schema of its own would not keep apart
 * what lives beside ours, BullMQ's tables and the extensions. What it leaves in Redis is under a prefix of its own
 * and is taken away with it. Needs the right to create databases.
 */
export async function ownInstallation(
  environment: Environment,
  settings: Environment = {},
): Promise<OwnInstallation> {
  const dataDir = mkdtempSync(join(tmpdir(), 'caunoi-bench-'));
  const server = environment['DATABASE_URL'];
  const redisUrl = environment['REDIS_URL'];
  const own = server ? await databaseOn(server) : null;
  return {
    database: own ? 'postgresql' : 'embedded',
    queue: redisUrl ? 'redis' : 'postgresql',
    environment: {
      ...environment,
      DATA_DIR: dataDir,
      KEYS_DIR: undefined,
      SECRET_KEY: undefined,
      DATABASE_URL: own?.url,
      PORT: '0',
      METRICS_PORT: undefined,
      PUBLIC_URL: undefined,
      ...withoutProviders,
      QUIET_HOURS: 'off',
      LOG_LEVEL: 'error',
      ...settings,
    },
    async remove() {
      if (own && redisUrl) await forgetQueues(redisUrl, await own.queuePrefix());
      await own?.remove();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function databaseOn(server: string) {
  const name = `caunoi_bench_${randomBytes(6).toString('hex')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await ask(server, `create database ${name}`);
  return {
    url: url.href,
    queuePrefix: async (): Promise<string | null> => {
      const rows = await ask(url.href, 'select queue_prefix as prefix from installation').catch(() => []);
      return (rows[0] as { prefix: string } | undefined)?.prefix ?? null;
    },
    remove: () => ask(server, `drop database if exists ${name} with (force)`),
  };
}

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as unknown[];
  } finally {
    await client.end();
  }
}

async function forgetQueues(url: string, prefix: string | null): Promise<void> {
  if (!prefix) return;
  const redis = new Redis(url);
  try {
    for await (const keys of redis.scanStream({ match: `${prefix}:*`, count: 1_000 })) {
      if ((keys as string[]).length > 0) await redis.unlink(...(keys as string[]));
    }
  } finally {
    redis.disconnect();
  }
}
