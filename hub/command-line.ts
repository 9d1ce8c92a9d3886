import { join } from 'node:path';
import { answersEvaluation, assistantCommands } from './assistant/commands.ts';
import { usageCommand } from './assistant/modelling/commands.ts';
import { checkinBench } from './bench/checkin/commands.ts';
import { sendingBenches } from './bench/commands.ts';
import { feedbackBench } from './bench/feedback/commands.ts';
import { paceBenches } from './bench/pace/commands.ts';
import { searchBench } from './bench/search/commands.ts';
import { webhookBench } from './bench/webhook/commands.ts';
import type { DemoProvider } from './demo.ts';
import type { Hub } from './compose.ts';
import { readConfig } from './config.ts';
import { consultationCommands } from './consultations/commands.ts';
import { deliveryCommands } from './delivery/commands.ts';
import { drillCommands } from './delivery/drill-commands.ts';
import { mailCommands } from './delivery/mail-commands.ts';
import { feedbackCommands } from './feedback/commands.ts';
import { evaluationCommands, libraryCommands, type Print } from './library/commands.ts';
import { meetingCommands } from './meetings/commands.ts';
import { noticeCommands } from './notices/commands.ts';
import { peopleCommands } from './people/commands.ts';
import { dataCommands } from './people/data/commands.ts';
import { Command, type Run } from './platform/command.ts';
import { DomainError, StartupError } from './platform/errors.ts';
import { openLocales, type Say } from './platform/locales.ts';
import { feedbackReportCommand } from './reports/commands.ts';

const done = 0;
const refused = 1;
const wrongUsage = 2;

let json = false;

/** Runs the command that the process was started with, and ends the process, unless it is a hub. */
export async function runCommandLine(): Promise<void> {
  json = process.argv.includes('--json');
  // Times given without an offset are meant in the zone we show them in.
  process.env['TZ'] ||= 'Asia/Ho_Chi_Minh';
  try {
    await commandLine().parseAsync();
  } catch (error) {
    const { code, exitCode } = error as { code?: string; exitCode?: number };
    // Help and version are printed by the parser and are no failure.
    process.exitCode = code?.startsWith('commander.') && exitCode === 0 ? done : fail(error);
  }
  // A command ends with its work: Prisma's engine leaves a timer of ten seconds behind.
  if (!staysUp) process.stdout.write('', () => process.exit());
}

/** All there is to say to the hub; nothing is done until it parses something. */
export function commandLine(): Command {
  const program = new Command('caunoi')
    .description('Cầu Nối: notices and answers between party cells and their committees')
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .hook('preAction', (_, command) => {
      json = command.opts()['json'] === true;
    });

  program
    .command('start')
    .description('Run the hub until it is told to stop')
    .option(
      '--demo [provider]',
      'with an invented province and a stand-in for telegram (default) or zalo; no account is needed',
      false,
    )
    .option('--roles <roles>', 'which of web,bots,worker this process does; default all')
    .option('--no-migrate', 'do not apply pending migrations')
    .action(
      async (options: { demo: boolean | string; roles?: string; migrate: boolean }, command: Command) => {
        const { roles } = await import('./main.ts');
        const wanted = options.roles?.split(',') ?? [...roles];
        const unknown = wanted.find((role) => !(roles as readonly string[]).includes(role));
        if (unknown !== undefined) command.error(`error: unknown role ${unknown}`);
        const demo = options.demo === true ? 'telegram' : options.demo;
        if (demo !== false && demo !== 'telegram' && demo !== 'zalo')
          command.error(`error: there is no demo of ${demo}`);
        await runHub({ ...options, demo, roles: wanted as (typeof roles)[number][] });
      },
    );

  program
    .command('migrate')
    .description('Apply pending migrations')
    .action(async () => {
      await runOnDatabase(
        async ({ applied }) => ({ applied }),
        ({ applied }, say) => say('cli-migrated', { count: applied.length, names: applied.join(', ') }),
      );
    });

  program
    .command('backup')
    .description('Write everything but the keys to a file; the hub may be running')
    .argument('<file>')
    .action(async (file: string) => {
      const { backup } = await import('./platform/database/index.ts');
      await runOnDatabase(
        async ({ database, clock }) => await backup(database, file, clock()),
        (result, say) => say('cli-backed-up', result),
      );
    });

  program
    .command('restore')
    .description('Put a backup into a new database, embedded or on a server')
    .argument('<file>')
    .action(async (file: string) => {
      const { restore } = await import('./platform/database/index.ts');
      await runOnDatabase(
        async ({ database }) => await restore(database, file),
        ({ restored }, say) =>
          say('cli-restored', { count: Object.values(restored).reduce((sum, count) => sum + count, 0) }),
      );
    });

  const bench = program
    .command('bench')
    .description('Measure this machine, on invented data in a directory that is thrown away');
  bench
    .command('people')
    .description('How long a search by name takes among many members')
    .option('--members <members>', 'how many', '50000')
    .action(async ({ members }: { members: string }, command: Command) => {
      const count = Number(members);
      if (!Number.isInteger(count) || count < 1) command.error('error: --members takes a whole number');
      const { benchPeople } = await import('./people/bench.ts');
      const { systemClock } = await import('./platform/clock.ts');
      const measured = await benchPeople(count, systemClock);
      print(measured, () => catalogue()('cli-bench-people', { ...measured }));
    });

  bench
    .command('chats')
    .description('How soon one notice stands on many open web chats')
    .option('--chats <chats>', 'how many', '2000')
    .action(async ({ chats }: { chats: string }, command: Command) => {
      const count = Number(chats);
      if (!Number.isInteger(count) || count < 1) command.error('error: --chats takes a whole number');
      const { start } = await import('./main.ts');
      const { benchChats } = await import('./bench/chats.ts');
      const measured = await benchChats(count, {
        environment: process.env,
        start: (environment) => start(readConfig(environment)),
      });
      print(measured, () => catalogue()('cli-bench-chats', { ...measured }));
    });

  sendingBenches(bench, {
    environment: process.env,
    open: async (environment) => {
      const { compose } = await import('./compose.ts');
      return await compose(readConfig(environment), { as: 'hub' });
    },
    print: (result, words) => print(result, () => words(catalogue())),
  });
  paceBenches(bench, {
    environment: process.env,
    print: (result, words) => print(result, () => words(catalogue())),
  });
  webhookBench(bench, {
    environment: process.env,
    print: (result, words) => print(result, () => words(catalogue())),
  });
  feedbackBench(bench, {
    environment: process.env,
    open: async (environment) => {
      const { compose } = await import('./compose.ts');
      return await compose(readConfig(environment), { as: 'hub' });
    },
    print: (result, words) => print(result, () => words(catalogue())),
  });
  checkinBench(bench, {
    environment: process.env,
    print: (result, words) => print(result, () => words(catalogue())),
  });
  searchBench(bench, { print: (result, words) => print(result, () => words(catalogue())) });

  const printInWords: Print = (result, words) => print(result, () => words(catalogue()));
  answersEvaluation(evaluationCommands(program, printInWords), printInWords, runWithHub);

  peopleCommands(program, runWithHub);
  dataCommands(program, runWithHub);
  noticeCommands(program, runWithHub);
  meetingCommands(program, runWithHub);
  feedbackReportCommand(feedbackCommands(program, runWithHub), runWithHub);
  consultationCommands(program, runWithHub);
  libraryCommands(program, runWithHub);
  assistantCommands(program, runWithHub);
  usageCommand(program, runOnDatabase);
  deliveryCommands(program, runWithHub);
  drillCommands(program, runWithHub);
  mailCommands(program, runWithHub);
  for (const leaf of leaves(program)) {
    leaf
      .option('--json', 'print exactly one JSON object')
      .exitOverride()
      .configureOutput({ writeErr: () => {} });
  }
  return program;
}

function leaves(command: Command): Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap((inner) => leaves(inner));
}

const runWithHub: Run<Hub> = async (work, words, isRefused) => {
  const { compose } = await import('./compose.ts');
  const config = readConfig(process.env);
  const hub = await compose(config, { as: 'command' });
  try {
    const result = await work(hub);
    print(result, () => words(result, hub.locales('vi')));
    if (isRefused?.(result)) process.exitCode = refused;
  } finally {
    await hub.close();
  }
};

/** For what must work on a database as it is: nothing is read from it first, and no key is asked for. */
const runOnDatabase: Run<Awaited<ReturnType<typeof openBare>>> = async (work, words) => {
  const opened = await openBare();
  try {
    const result = await work(opened);
    print(result, () => words(result, catalogue()));
  } finally {
    await opened.database.close();
  }
};

async function openBare() {
  const { openDatabase, applyMigrations } = await import('./platform/database/index.ts');
  const { systemClock } = await import('./platform/clock.ts');
  const config = readConfig(process.env);
  const database = await openDatabase({ url: config.DATABASE_URL, dataDir: config.DATA_DIR, as: 'command' });
  return { database, clock: systemClock, applied: await applyMigrations(database) };
}

/** A hub has been started here, and ends by a signal. */
let staysUp = false;

async function runHub(options: {
  demo: DemoProvider | false;
  roles: ('web' | 'bots' | 'worker')[];
  migrate: boolean;
}) {
  const { start } = await import('./main.ts');
  const demo = options.demo ? await (await import('./demo.ts')).openDemo(process.env, options.demo) : null;
  const running = await start(demo?.config ?? readConfig(process.env), {
    ...options,
    clock: demo?.clock,
    prepare: demo?.prepare,
  });
  staysUp = true;
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(refused);
      stopping = true;
      void (async () => {
        await running.stop();
        await demo?.close();
        process.exit(done);
      })();
    });
  }
  process.stdout.write(`${JSON.stringify({ event: 'ready', url: running.url })}\n`);
  await demo?.play(running);
}

function catalogue(): Say {
  return openLocales(join(import.meta.dirname, 'locales'), 'Asia/Ho_Chi_Minh')('vi');
}

function print(result: object, words: () => string): void {
  process.stdout.write(`${json ? JSON.stringify(result) : words()}\n`);
}

function fail(error: unknown): number {
  const { code, message, exit } = described(error);
  if (json) process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
  else process.stderr.write(`${message}\n`);
  return exit;
}

function described(error: unknown): { code: string; message: string; exit: number } {
  if (error instanceof DomainError) {
    return {
      code: error.code,
      message: catalogue()(error.code.replaceAll('.', '-'), error.facts),
      exit: refused,
    };
  }
  if (error instanceof StartupError) return { code: 'startup', message: error.message, exit: wrongUsage };
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && code.startsWith('commander.')) {
    return { code: 'usage', message: String(message), exit: wrongUsage };
  }
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return { code: 'internal', message: catalogue()('cli-internal'), exit: refused };
}
