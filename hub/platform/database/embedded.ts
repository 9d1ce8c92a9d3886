import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { StartupError } from '../errors.ts';

/** How a process reaches the embedded database: a private Unix socket, its own or another's. */
export interface EmbeddedDatabase {
  socketDirectory: string;
  close(): Promise<void>;
}

type Role = 'hub' | 'command';

const waitForTurnMs = 60_000;
const socketName = '.s.PGSQL.5432';
export const prebuiltDirectory = resolve(import.meta.dirname, '../../../prisma/prebuilt');

/**
 * Joins the hub that has `dataDir` open, or takes the exclusive lock and opens it.
 *
 * PGlite has no lock of its own and two processes on one directory lose rows silently, so the directory
 * is opened only under a SQLite lock, which dies with its process. A command that opens it by itself
 * serves it on a socket nobody else knows: others would lose their connection when it ends.
 *
 * @throws {StartupError} a second hub; or a command whose turn did not come within a minute
 */
export async function openEmbedded(dataDir: string, role: Role): Promise<EmbeddedDatabase> {
  const hubSocket = socketDirectory(dataDir, 'hub');
  const deadline = Date.now() + waitForTurnMs;
  for (;;) {
    if (role === 'command' && (await answers(hubSocket))) {
      return { socketDirectory: hubSocket, close: async () => {} };
    }
    const lock = takeLock(dataDir, role);
    if (lock) return await openLocked(dataDir, role, lock);
    if (role === 'hub' && holder(dataDir) === 'hub') {
      throw new StartupError(
        `Another hub is running on ${dataDir}. Stop it first, or give this one its own DATA_DIR.`,
      );
    }
    if (Date.now() > deadline) {
      throw new StartupError(
        `The database in ${dataDir} has been busy for a minute. Try again, or start the hub.`,
      );
    }
    // The hub goes first: it waits less between two looks than a command does.
    await sleep(role === 'hub' ? 10 : 40 + Math.random() * 80);
  }
}

async function openLocked(dataDir: string, role: Role, lock: DatabaseSync): Promise<EmbeddedDatabase> {
  try {
    const directory = join(dataDir, 'database');
    if (!existsSync(directory)) startFromPrebuilt(directory);
    const socket = socketDirectory(dataDir, role === 'hub' ? 'hub' : `command-${process.pid}`);
    mkdirSync(socket, { recursive: true, mode: 0o700 });
    rmSync(join(socket, socketName), { force: true });
    const worker = await startWorker(directory, join(socket, socketName));
    return {
      socketDirectory: socket,
      async close() {
        await stopWorker(worker);
        rmSync(socket, { recursive: true, force: true });
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** A fresh database costs seconds; the one prepared at install costs a copy. Renamed whole or not at all. */
function startFromPrebuilt(directory: string): void {
  if (!existsSync(prebuiltDirectory)) return;
  const copy = `${directory}.copy`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(prebuiltDirectory, copy, { recursive: true });
  chmodSync(copy, 0o700);
  renameSync(copy, directory);
}

/** A Unix socket's path may have 107 bytes at most; a longer one moves under the temporary folder. */
function socketDirectory(dataDir: string, name: string): string {
  const near = resolve(dataDir, 'run', name);
  if (Buffer.byteLength(join(near, socketName)) <= 107) return near;
  const digest = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16);
  return join(tmpdir(), `caunoi-${process.getuid?.() ?? 0}-${digest}-${name}`);
}

function takeLock(dataDir: string, role: Role): DatabaseSync | null {
  const lock = new DatabaseSync(join(dataDir, 'hub.lock'), { timeout: 0 });
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    return null;
  }
  writeFileSync(join(dataDir, 'hub.holder'), role);
  return lock;
}

function holder(dataDir: string): string {
  try {
    return readFileSync(join(dataDir, 'hub.holder'), 'utf8');
  } catch {
    return '';
  }
}

function answers(directory: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = createConnection(join(directory, socketName));
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}

function startWorker(directory: string, socketPath: string): Promise<Worker> {
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
    workerData: { directory, socketPath },
  });
  return new Promise((ready, failed) => {
    worker.once('message', () => ready(worker));
    worker.once('error', failed);
    worker.once('exit', () => failed(new StartupError('The embedded database could not be opened.')));
  });
}

async function stopWorker(worker: Worker): Promise<void> {
  const ended = new Promise((done) => worker.once('exit', done));
  worker.postMessage('close');
  await ended;
}
