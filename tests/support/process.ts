import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterDeath } from './after-death.ts';
import { databaseOnServer } from './database.ts';

const program = resolve(import.meta.dirname, '../../hub/cli.ts');
const options = [
  '--disable-warning=ExperimentalWarning',
  '--max-semi-space-size=32',
  '--heap-growing-percent=40',
  program,
];
const run = promisify(execFile);

/** An installation of its own, as an operator has one: a directory, an environment, and where tests run on a server, a database. */
export interface Installation {
  environment: Record<string, string>;
  dataDir: string;
  remove(): Promise<void>;
}

/** Embedded by default; on the server of TEST_DATABASE_URL and TEST_REDIS_URL where they are set. */
export async function installation(settings: Record<string, string> = {}): Promise<Installation> {
  const dataDir = mkdtempSync(join(tmpdir(), 'caunoi-installation-'));
  const server = process.env['TEST_DATABASE_URL'];
  const database = server ? await databaseOnServer(server) : null;
  const redis = process.env['TEST_REDIS_URL'];
  const compiled = process.env['NODE_COMPILE_CACHE'];
  return {
    dataDir,
    environment: {
      PATH: process.env['PATH'] ?? '',
      // Where one is kept, hundreds of processes need not read the same files anew.
      ...(compiled ? { NODE_COMPILE_CACHE: compiled } : {}),
      DATA_DIR: dataDir,
      PORT: '0',
      LOG_LEVEL: 'warn',
      QUIET_HOURS: 'off',
      TELEGRAM_RATE: 'unlimited',
      TELEGRAM_CHAT_RATE: 'unlimited',
      ...(database ? { DATABASE_URL: database.url } : {}),
      ...(database && redis ? { REDIS_URL: redis } : {}),
      ...settings,
    },
    async remove() {
      await database?.remove();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export interface HubProcess {
  url: string;
  child: ChildProcess;
  /** Milliseconds from the start of the process to its line `ready`. */
  readyMs: number;
  /** Everything it has written to standard error. */
  log(): string;
  /** Ends it and gives its exit code; null for a signal that cannot be caught. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** `caunoi start` as a process of its own, once it has said that it is ready. */
export async function startHub(environment: Record<string, string>, ...args: string[]): Promise<HubProcess> {
  const began = performance.now();
  const child = spawn(process.execPath, [...options, 'start', ...args], { env: environment });
  child.once('exit', afterDeath(`kill -9 ${child.pid}`));
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString();
  });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const ready = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>;
  const first = await Promise.race([ready, exited]);
  if (typeof first[0] !== 'string') throw new Error(`the hub ended with ${first[0]}: ${log}`);
  const { url } = JSON.parse(first[0]) as { url: string };
  return {
    url,
    child,
    readyMs: performance.now() - began,
    log: () => log,
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      return (await exited)[0];
    },
  };
}

export interface CommandResult {
  code: number;
  /** The one JSON object on standard output. */
  json: Record<string, unknown>;
  stderr: string;
}

/** `caunoi … --json` as a process of its own. */
export async function caunoi(environment: Record<string, string>, ...args: string[]): Promise<CommandResult> {
  const finished = await run(process.execPath, [...options, ...args, '--json'], {
    env: environment,
    maxBuffer: 64_000_000,
  }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  const json = JSON.parse(finished.stdout) as Record<string, unknown>;
  return { code: finished.code, json, stderr: finished.stderr };
}

/** The same, for commands that must succeed. */
export async function done<Result>(environment: Record<string, string>, ...args: string[]): Promise<Result> {
  const { code, json, stderr } = await caunoi(environment, ...args);
  if (code !== 0)
    throw new Error(`caunoi ${args.join(' ')} ended with ${code}: ${JSON.stringify(json)} ${stderr}`);
  return json as Result;
}

/** Looks again until `check` gives something, or throws after `timeoutMs`. */
export async function until<Result>(
  check: () => Promise<Result | undefined | false | null> | Result | undefined | false | null,
  timeoutMs: number,
  what = 'what was awaited',
): Promise<Result> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const found = await check();
    if (found !== undefined && found !== false && found !== null) return found;
    if (performance.now() > deadline) throw new Error(`${what} did not happen within ${timeoutMs} ms`);
    await new Promise((next) => setTimeout(next, 50));
  }
}
