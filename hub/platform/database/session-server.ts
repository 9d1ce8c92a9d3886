import { createServer, type Server, type Socket } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';

/**
 * Serves the embedded database's one session to many clients over a Unix socket, as PostgreSQL's own protocol.
 *
 * Clients take turns by whole exchanges, and one that has opened a transaction keeps the session until it
 * ends it. The ready-made server takes turns by single messages: of two clients that prepare a statement at
 * the same moment, one then bound its values to the other's statement (seen: 08P01, or worse, the wrong rows).
 */
export interface SessionServer {
  listen(path: string): Promise<void>;
  close(): Promise<void>;
}

interface Client {
  socket: Socket;
  /** Bytes that do not make a whole message yet. */
  pending: Buffer;
  started: boolean;
  /** Messages since the last end of an exchange. */
  exchange: Uint8Array[];
}

interface Turn {
  client: Client;
  messages: Uint8Array[];
}

const startupCode = 196_608;
const sslCode = 80_877_103;
const gssCode = 80_877_104;
const cancelCode = 80_877_102;
/** Query, Sync, Flush, FunctionCall, CopyDone, CopyFail: after these the client waits for an answer. */
const endsExchange = new Set(Buffer.from('QSHFcf'));
const terminate = 'X'.charCodeAt(0);
const readyForQuery = 'Z'.charCodeAt(0);
const idle = 'I'.charCodeAt(0);
/** A client that holds a transaction and stays silent this long while others wait loses it. */
const silenceMs = 20_000;

export function sessionServer(database: PGlite): SessionServer {
  const turns: Turn[] = [];
  const clients = new Set<Client>();
  /** Who has a transaction, or an exchange, open. */
  let owner: Client | null = null;
  let ownerSpokeAt = 0;
  let working = false;
  let closing = false;
  const watch = setInterval(endSilentOwner, 1_000);

  const server: Server = createServer((socket) => {
    const client: Client = { socket, pending: Buffer.alloc(0), started: false, exchange: [] };
    clients.add(client);
    socket.on('data', (chunk: Buffer) => take(client, chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => void leave(client));
  });

  function take(client: Client, chunk: Buffer): void {
    client.pending = client.pending.length === 0 ? chunk : Buffer.concat([client.pending, chunk]);
    for (;;) {
      const length = messageLength(client);
      if (length === null || client.pending.length < length) return;
      const message = client.pending.subarray(0, length);
      client.pending = client.pending.subarray(length);
      if (client.started) takeMessage(client, message);
      else if (!takeStartup(client, message)) return;
    }
  }

  /** False when the connection is over. */
  function takeStartup(client: Client, message: Buffer): boolean {
    const code = message.readInt32BE(4);
    if (code === sslCode || code === gssCode) {
      client.socket.write('N');
      return true;
    }
    if (code === cancelCode || code !== startupCode) {
      client.socket.destroy();
      return false;
    }
    client.started = true;
    enqueue({ client, messages: [new Uint8Array(message)] });
    return true;
  }

  function takeMessage(client: Client, message: Buffer): void {
    const type = message[0]!;
    if (type === terminate) {
      client.socket.end();
      return;
    }
    client.exchange.push(new Uint8Array(message));
    if (!endsExchange.has(type)) return;
    enqueue({ client, messages: client.exchange });
    client.exchange = [];
  }

  function enqueue(turn: Turn): void {
    turns.push(turn);
    if (!working) void work();
  }

  async function work(): Promise<void> {
    working = true;
    for (let turn = nextTurn(); turn; turn = nextTurn()) await give(turn);
    working = false;
  }

  function nextTurn(): Turn | undefined {
    if (!owner) return turns.shift();
    const index = turns.findIndex((turn) => turn.client === owner);
    return index < 0 ? undefined : turns.splice(index, 1)[0];
  }

  async function give({ client, messages }: Turn): Promise<void> {
    if (client.socket.destroyed) return;
    let last: Buffer | null = null;
    for (const message of messages) {
      const answer = await database.runExclusive(() =>
        database.execProtocolRaw(message, { syncToFs: false }),
      );
      if (answer.length === 0) continue;
      // The bytes are a view of the database's own memory, which the next call overwrites.
      last = Buffer.from(answer);
      client.socket.write(last);
    }
    const free = last !== null && last.at(-6) === readyForQuery && last.at(-1) === idle;
    owner = free ? null : client;
    ownerSpokeAt = performance.now();
    if (owner && client.socket.destroyed) await endTransaction();
  }

  async function leave(client: Client): Promise<void> {
    clients.delete(client);
    for (let index = turns.length - 1; index >= 0; index -= 1) {
      if (turns[index]!.client === client) turns.splice(index, 1);
    }
    // While its turn is being worked on, `give` sees that the client is gone.
    if (owner === client && !working) await endTransaction();
  }

  async function endTransaction(): Promise<void> {
    owner = null;
    const rollback = Buffer.from('Q\0\0\0\rrollback\0', 'latin1');
    await database.runExclusive(() =>
      database.execProtocolRaw(new Uint8Array(rollback), { syncToFs: false }),
    );
    if (!working && !closing) void work();
  }

  function endSilentOwner(): void {
    if (owner && turns.length > 0 && !working && performance.now() - ownerSpokeAt > silenceMs) {
      owner.socket.destroy();
    }
  }

  return {
    listen: (path) =>
      new Promise((ready, failed) => {
        server.once('error', failed);
        server.listen(path, ready);
      }),
    close: () =>
      new Promise((closed) => {
        closing = true;
        clearInterval(watch);
        server.close(() => closed());
        for (const client of clients) client.socket.destroy();
      }),
  };
}

/** How long the message at the head of the buffer is; null while that cannot be told. */
function messageLength({ pending, started }: Client): number | null {
  if (!started) return pending.length < 8 ? null : pending.readInt32BE(0);
  return pending.length < 5 ? null : 1 + pending.readInt32BE(1);
}
