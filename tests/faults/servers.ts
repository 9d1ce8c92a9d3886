import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import { afterDeath } from '../support/after-death.ts';
import { until } from '../support/process.ts';

const run = promisify(execFile);

/** A PostgreSQL and a Redis of our own, to be stopped at will. */
export interface PrivateServers {
  postgres: {
    url: string;
    directory: string;
    start(): Promise<void>;
    /** `immediate` is how it goes down with its machine. */
    stop(mode: 'fast' | 'immediate'): Promise<void>;
  };
  redis: { url: string; start(): Promise<void>; stop(): Promise<void>; empty(): Promise<void> };
  remove(): Promise<void>;
}

/** Where the programs of PostgreSQL lie; null where it is not installed. */
export function postgresPrograms(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root) : [];
  return (
    versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ??
    null
  );
}

/**
 * Starts both; nothing is left after `remove`.
 *
 * @param programs of PostgreSQL, which refuses to run as root: it runs as its own user then
 * @param directory where the database lies; one of its own by default
 */
export async function privateServers(programs: string, directory?: string): Promise<PrivateServers> {
  const place = mkdtempSync(join(tmpdir(), 'caunoi-servers-'));
  chmodSync(place, 0o777);
  const data = directory ?? join(place, 'data');
  const [databasePort, redisPort] = [await freePort(), await freePort()];
  const isRoot = process.getuid?.() === 0;
  const asPostgres = async (program: string, ...args: string[]) =>
    isRoot
      ? await run('runuser', ['-u', 'postgres', '--', join(programs, program), ...args])
      : await run(join(programs, program), args);
  await asPostgres(
    'initdb',
    '-D',
    data,
    '-U',
    'postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  );
  const settings = `-p ${databasePort} -k ${place} -c listen_addresses=127.0.0.1`;
  let redis: ChildProcess | null = null;
  let running = () => {};

  const servers: PrivateServers = {
    postgres: {
      url: `postgres://postgres@127.0.0.1:${databasePort}/postgres`,
      directory: data,
      async start() {
        await asPostgres('pg_ctl', '-D', data, '-l', join(place, 'log'), '-w', '-o', settings, 'start');
        running = afterDeath(`kill -QUIT $(head -1 '${join(data, 'postmaster.pid')}')`);
      },
      async stop(mode) {
        running();
        await asPostgres('pg_ctl', '-D', data, '-m', mode, '-w', 'stop');
      },
    },
    redis: {
      url: `redis://127.0.0.1:${redisPort}`,
      async start() {
        redis = spawn('redis-server', ['--port', String(redisPort), '--save', '', '--dir', place], {
          stdio: 'ignore',
        });
        redis.once('exit', afterDeath(`kill -9 ${redis.pid}`));
        await until(() => asRedis(async (client) => await client.ping()).catch(() => null), 10_000, 'Redis');
      },
      async stop() {
        if (!redis) return;
        const ended = once(redis, 'exit');
        redis.kill('SIGKILL');
        await ended;
        redis = null;
      },
      async empty() {
        await asRedis(async (client) => await client.flushall());
      },
    },
    async remove() {
      await servers.redis.stop();
      await servers.postgres.stop('immediate').catch(() => {});
      rmSync(place, { recursive: true, force: true });
    },
  };

  async function asRedis<Result>(ask: (client: Redis) => Promise<Result>): Promise<Result> {
    const client = new Redis(servers.redis.url, { lazyConnect: true, retryStrategy: () => null });
    client.on('error', () => {});
    try {
      await client.connect();
      return await ask(client);
    } finally {
      client.disconnect();
    }
  }

  await Promise.all([servers.postgres.start(), servers.redis.start()]);
  return servers;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
