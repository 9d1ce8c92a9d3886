import { Redis } from 'ioredis';
import pg from 'pg';
import type { Database } from './database/index.ts';
import { newId } from './ids.ts';
import type { Secret } from './secret.ts';

/**
 * "Something changed, look", said to every process of the installation at once. It carries the keys of what
 * changed and nothing of it. A signal may be lost, so whoever listens also looks by itself every few seconds.
 */
export interface Signals {
  /** Tells every process, this one before the promise resolves. Never throws. */
  publish(topic: string, keys: readonly string[]): Promise<void>;
  /** Returns what ends the listening. */
  subscribe(topic: string, listener: (keys: readonly string[]) => void): () => void;
  close(): Promise<void>;
}

interface Signal {
  /** The process that said it: it has heard itself already. */
  from: string;
  topic: string;
  keys: readonly string[];
}

/** The way to the other processes; connects when it is first used. */
interface Line {
  send(texts: readonly string[]): Promise<void>;
  listen(): void;
  close(): Promise<void>;
}

/** PostgreSQL takes payloads under 8,000 bytes; keys are ASCII. */
const payloadBytes = 7_000;
const reconnectMs = 1_000;
const sayWithinMs = 1_000;

/**
 * Over Redis where there is one, else over PostgreSQL's LISTEN and NOTIFY. The embedded database has one hub,
 * whose own ears are all there are.
 *
 * @param prefix keeps two installations on one Redis apart
 */
export function openSignals(options: {
  redisUrl: Secret | undefined;
  database: Database;
  prefix: string;
  onProblem: (error: unknown) => void;
}): Signals {
  const self = newId();
  const listeners = new Map<string, Set<(keys: readonly string[]) => void>>();
  const line = lineFor(options, (text) => {
    const signal = JSON.parse(text) as Signal;
    if (signal.from !== self) tell(signal);
  });

  function tell({ topic, keys }: Pick<Signal, 'topic' | 'keys'>): void {
    for (const listener of listeners.get(topic) ?? []) {
      try {
        listener(keys);
      } catch (error) {
        options.onProblem(error);
      }
    }
  }

  return {
    async publish(topic, keys) {
      if (keys.length === 0) return;
      tell({ topic, keys });
      const texts = chunks(keys).map((some) => JSON.stringify({ from: self, topic, keys: some }));
      await line?.send(texts).catch(options.onProblem);
    },
    subscribe(topic, listener) {
      const known = listeners.get(topic) ?? new Set();
      listeners.set(topic, known.add(listener));
      line?.listen();
      return () => void known.delete(listener);
    },
    async close() {
      listeners.clear();
      await line?.close();
    },
  };
}

function lineFor(options: Parameters<typeof openSignals>[0], hear: (text: string) => void): Line | null {
  const { redisUrl, database, prefix, onProblem } = options;
  if (redisUrl) return redisLine(redisUrl, `${prefix}:signals`, hear, onProblem);
  return database.embedded ? null : postgresLine(database, `${prefix}-signals`, hear, onProblem);
}

/** Several signals where one would be too long to carry. */
function chunks(keys: readonly string[]): string[][] {
  const result: string[][] = [[]];
  let length = 0;
  for (const key of keys) {
    if (length + key.length + 3 > payloadBytes && length > 0) {
      result.push([]);
      length = 0;
    }
    result.at(-1)!.push(key);
    length += key.length + 3;
  }
  return result;
}

function redisLine(
  url: Secret,
  channel: string,
  hear: (text: string) => void,
  onProblem: (error: unknown) => void,
): Line {
  const connect = (options: { maxRetriesPerRequest: number | null; commandTimeout?: number }) => {
    const connection = new Redis(url.reveal(), options);
    connection.on('error', () => {});
    return connection;
  };
  let sending: Redis | undefined;
  let hearing: Redis | undefined;
  return {
    async send(texts) {
      // What cannot be said now is not worth saying later: the listener will have looked by itself. Nor may whoever
      // says it wait for a server that does not answer.
      sending ??= connect({ maxRetriesPerRequest: 1, commandTimeout: sayWithinMs });
      await Promise.all(texts.map((text) => sending!.publish(channel, text)));
    },
    listen() {
      if (hearing) return;
      // Asked for until it is there: whoever gave up once would be deaf for good.
      hearing = connect({ maxRetriesPerRequest: null });
      hearing.on('message', (_, text: string) => hear(text));
      // After a broken line ioredis subscribes again by itself.
      hearing.subscribe(channel).catch(onProblem);
    },
    async close() {
      sending?.disconnect();
      hearing?.disconnect();
    },
  };
}

async function leave(client: pg.Client): Promise<void> {
  // A line that is broken cannot be ended in form.
  await client.end().catch(() => {});
}

function postgresLine(
  database: Database,
  channel: string,
  hear: (text: string) => void,
  onProblem: (error: unknown) => void,
): Line {
  let hearing: pg.Client | null = null;
  let listens = false;
  let closed = false;
  let waiting: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const client = new pg.Client(database.connection);
    hearing = client;
    let over = false;
    const again = (error?: unknown) => {
      if (over) return;
      over = true;
      void leave(client);
      if (closed) return;
      if (error) onProblem(error);
      waiting = setTimeout(() => void connect(), reconnectMs);
    };
    client.on('error', again);
    client.on('end', () => again());
    client.on('notification', ({ payload }) => payload && hear(payload));
    try {
      await client.connect();
      await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      again(error);
    }
  }

  return {
    async send(texts) {
      await database.query('select pg_notify($1, text) from unnest($2::text[]) as said (text)', [
        channel,
        texts,
      ]);
    },
    listen() {
      if (listens) return;
      listens = true;
      void connect();
    },
    async close() {
      closed = true;
      clearTimeout(waiting);
      if (hearing) await leave(hearing);
    },
  };
}
