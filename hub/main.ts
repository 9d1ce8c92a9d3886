import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { TelegramBot } from '../bots/telegram/index.ts';
import type { ZaloOfficialAccount } from '../bots/zalo/index.ts';
import type { ZaloBot } from '../bots/zalo-bot/index.ts';
import type { Config } from './config.ts';
import { compose, type Hub } from './compose.ts';
import { every } from './delivery/index.ts';
import type { Clock } from './platform/clock.ts';
import { firstWithin, keepHouse, keepLeading } from './platform/database/index.ts';
import { StartupError } from './platform/errors.ts';
import { listenForHealth } from './platform/health-listener.ts';

export const roles = ['web', 'bots', 'worker'] as const;
export type Role = (typeof roles)[number];

export interface RunningHub {
  hub: Hub;
  /** Where the web side listens; the configured address when this process has no web role. */
  url: string;
  /** Takes nothing new, finishes or releases what is in flight within ten seconds, closes. */
  stop(): Promise<void>;
}

const stopWithinMs = 7_000;
const sweepMs = 1_000;
const templatesWithinMs = 3_000;
const chaseMs = 5_000;
const forgetMs = 3_600_000;
const quotasMs = 60_000;
const firstCompactMs = 600_000;
const compactMs = 86_400_000;
/** Groups of a month are made days after its end: nobody waits for them. */
const groupingMs = 60_000;
const libraryMs = 2_000;

interface Running {
  stop(): Promise<void>;
}

/** One process of the hub with the given roles: opens everything, starts what works by itself. */
export async function start(
  config: Config,
  {
    roles: wanted = roles,
    migrate = true,
    clock,
    prepare,
  }: {
    roles?: readonly Role[];
    migrate?: boolean;
    /** Default: that of the machine. */
    clock?: Clock | undefined;
    /** Runs when all is open and nothing works yet. */
    prepare?: ((hub: Hub) => Promise<void>) | undefined;
  } = {},
): Promise<RunningHub> {
  const hub = await compose(config, { as: 'hub', migrate, ...(clock && { clock }) });
  const started: Running[] = [];
  let url = config.PUBLIC_URL;
  try {
    await prepare?.(hub);
    const { zalo } = hub.bots;
    if (zalo) {
      started.push(keepTemplates(zalo));
      // Who is sent to before that would be taken for one whom no approved text reaches.
      await Promise.race([zalo.templatesKnown, sleep(templatesWithinMs, undefined, { ref: false })]);
    }
    if (wanted.includes('worker')) started.push(startWorker(hub));
    if (wanted.includes('bots')) started.push(startBots(hub));
    if (wanted.includes('web')) {
      // A worker carries no web server: it is loaded only where it listens.
      const { takeTsx } = await import('./platform/tsx.ts');
      takeTsx();
      const { openWeb } = await import('./web.ts');
      hub.metrics.watchProcess();
      const web = await openWeb(hub);
      started.push({ stop: () => web.close() });
      url = await listen(web, config);
      await hub.accounts.remember('web', config.PORT === 0 ? url : config.PUBLIC_URL);
    } else if (config.METRICS_PORT !== undefined) {
      hub.metrics.watchProcess();
      const where = { host: config.HOST, port: config.METRICS_PORT };
      const ready = async () => (await hub.database.query('select 1')).length === 1;
      const listener = await listenForHealth(where, { ready, metrics: hub.metrics });
      started.push({ stop: () => listener.close() });
    }
    if (wanted.includes('web') || wanted.includes('bots')) started.push(hub.library.holdIndex());
    started.push(
      keepHouse({
        database: hub.database,
        dataDir: config.DATA_DIR,
        clock: hub.clock,
        onProblem: (error) => hub.onProblem('housekeeping', error),
      }),
    );
    if (wanted.includes('worker')) started.push(startCompacting(hub), startGrouping(hub), startLibrary(hub));
    if (wanted.includes('worker')) void hub.engine.work();
    if (wanted.includes('bots')) void hub.conversations.work();
  } catch (error) {
    await stopAll();
    throw error;
  }
  hub.log.info({ event: 'hub.ready', roles: wanted });
  return { hub, url, stop: stopAll };

  async function stopAll(): Promise<void> {
    hub.log.info({ event: 'hub.stopping' });
    await Promise.all(started.map((part) => part.stop()));
    await hub.close();
    hub.log.info({ event: 'hub.stopped' });
  }
}

function startWorker({
  engine,
  queues,
  notices,
  meetings,
  feedback,
  consultations,
  figures,
  onProblem,
}: Hub): Running {
  engine.start();
  const chasing = every(chaseMs, async () => {
    await notices.chase().catch((error: unknown) => onProblem('chase', error));
    await meetings.work().catch((error: unknown) => onProblem('meetings', error));
    await notices.cascade.work().catch((error: unknown) => onProblem('cascade', error));
    await feedback.work().catch((error: unknown) => onProblem('feedback', error));
    await consultations.work().catch((error: unknown) => onProblem('consultations', error));
    await figures.work().catch((error: unknown) => onProblem('figures', error));
  });
  // A bell is answered when the work has begun: waiting for its end would hold up a stop.
  queues.listen('deliver', async () => {
    void engine.work();
  });
  return {
    async stop() {
      await Promise.all([chasing.stop(), engine.stop(stopWithinMs)]);
    },
  };
}

/** Of all workers one makes old deliveries small, at any hour: it takes short turns and may be stopped in each. */
function startCompacting({ config, database, notices, onProblem }: Hub): Running {
  const olderThanDays = config.COMPACT_AFTER_DAYS;
  if (olderThanDays === null) return { stop: async () => {} };
  const report = (error: unknown) => onProblem('compact', error);
  return keepLeading(
    database,
    'compact',
    async (signal) => {
      const wait = async (ms: number) => await sleep(ms, undefined, { signal }).catch(() => {});
      for (await wait(firstCompactMs); !signal.aborted; await wait(compactMs)) {
        await notices
          .compact({ memberId: null, via: 'system' }, { olderThanDays, stopped: () => signal.aborted })
          .catch(report);
      }
    },
    { seconds: 60, onProblem: report },
  );
}

/** Of all workers one groups what was proposed in months that are over: a model may take minutes for it. */
function startGrouping({ database, figures, onProblem }: Hub): Running {
  const report = (error: unknown) => onProblem('proposals', error);
  return keepLeading(
    database,
    'proposals',
    async (signal) => {
      while (!signal.aborted) {
        await figures.groupProposals(signal).catch(report);
        await sleep(groupingMs, undefined, { signal }).catch(() => {});
      }
    },
    { seconds: 60, onProblem: report },
  );
}

/** Of all workers one does what the library needs once: vectors of passages, what a process left unread. */
function startLibrary({ database, library, onProblem }: Hub): Running {
  return keepLeading(
    database,
    'library',
    async (signal) => {
      while (!signal.aborted) {
        await library.work(signal);
        await sleep(libraryMs, undefined, { signal }).catch(() => {});
      }
    },
    { seconds: 60, onProblem: (error) => onProblem('library', error) },
  );
}

function startBots(hub: Hub): Running {
  const { conversations, queues, inbox, webchat, people, notices, onProblem } = hub;
  queues.listen('inbound', async () => {
    void conversations.work();
  });
  // Bells may be lost, and a chat whose handling failed waits for its next try.
  const sweep = setInterval(() => void conversations.work(), sweepMs);
  const forget = setInterval(() => {
    void inbox.forgetHandled().catch((error) => onProblem('inbox', error));
    void webchat.sweep().catch((error) => onProblem('webchat', error));
    void people.forgetDrafts().catch((error) => onProblem('import', error));
    void notices.forgetDrafts().catch((error) => onProblem('notices', error));
    void arrangeChats(hub).catch((error) => onProblem('arrange', error));
    void notices.forgetDigests().catch((error) => onProblem('notices', error));
    void hub.reports.forgetOld().catch((error) => onProblem('reports', error));
    void hub.assistant.work();
    void hub.groups.forgetEnded().catch((error) => onProblem('groups', error));
  }, forgetMs);
  // What a process that ended had no time for.
  void hub.reports.lookAgain().catch((error) => onProblem('reports', error));
  const watching = every(quotasMs, hub.channelTrouble.lookAtQuotas);
  const telegram = hub.bots.telegram && startTelegram(hub, hub.bots.telegram);
  const zalo = hub.bots.zalo && startZalo(hub, hub.bots.zalo);
  const zaloBot = hub.bots.zaloBot && startZaloBot(hub, hub.bots.zaloBot);
  return {
    async stop() {
      clearInterval(sweep);
      clearInterval(forget);
      await watching.stop();
      await telegram?.stop();
      await zalo?.stop();
      await zaloBot?.stop();
      await Promise.race([conversations.stop(), sleep(stopWithinMs, undefined, { ref: false })]);
    },
  };
}

/** A move whose day has come may bring another order of channels: of all processes one looks, once an hour. */
async function arrangeChats({ database, people }: Hub): Promise<void> {
  if (await firstWithin(database, 'arrange', forgetMs / 2_000)) await people.arrange();
}

/** Of all processes one talks to Telegram about updates: it polls, or says where to post them. */
function startTelegram({ config, database, accounts, onProblem }: Hub, telegram: TelegramBot): Running {
  const report = (error: unknown) => onProblem('telegram', error);
  return keepLeading(
    database,
    'telegram',
    async (signal) => {
      void untilDone(
        async () => await accounts.remember('telegram', await telegram.username()),
        signal,
        report,
      );
      if (config.TELEGRAM_MODE === 'polling') return await telegram.poll(signal);
      const url = `${config.PUBLIC_URL}/webhooks/telegram`;
      await untilDone(() => telegram.setWebhook(url, config.TELEGRAM_WEBHOOK_SECRET!), signal, report);
    },
    { onProblem: report },
  );
}

/** Of all processes one keeps the account's tokens fresh and looks at what Zalo says of it. */
function startZalo({ database, accounts, onProblem }: Hub, zalo: ZaloOfficialAccount): Running {
  const report = (error: unknown) => onProblem('zalo', error);
  return keepLeading(
    database,
    'zalo',
    async (signal) => {
      const remember = async ({ id }: { id: string }) => {
        if (id !== '') await accounts.remember('zalo', id);
      };
      await Promise.all([zalo.keepAccountKnown(remember, signal), zalo.tokens.keepFresh(signal)]);
    },
    { onProblem: report },
  );
}

/** Each process knows by itself which texts Zalo has approved: sending and telling what it costs depend on it. */
function keepTemplates(zalo: ZaloOfficialAccount): Running {
  const stopping = new AbortController();
  const keeping = zalo.keepTemplates(stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await keeping;
    },
  };
}

/** The same for Zalo's Bot Platform, which posts updates where a secret for that is set. */
function startZaloBot({ config, database, accounts, onProblem }: Hub, zaloBot: ZaloBot): Running {
  const report = (error: unknown) => onProblem('zalo-bot', error);
  return keepLeading(
    database,
    'zalo-bot',
    async (signal) => {
      void untilDone(async () => await accounts.remember('zalo_bot', await zaloBot.name()), signal, report);
      const secret = config.ZALO_BOT_WEBHOOK_SECRET;
      if (!secret) return await zaloBot.poll(signal);
      const url = `${config.PUBLIC_URL}/webhooks/zalo-bot`;
      await untilDone(() => zaloBot.setWebhook(url, secret), signal, report);
    },
    { onProblem: report },
  );
}

/** The provider may be out of reach at start: tries again, waiting twice as long each time, a minute at most. */
async function untilDone(
  work: () => Promise<void>,
  signal: AbortSignal,
  report: (error: unknown) => void,
): Promise<void> {
  for (let waitMs = 1_000; !signal.aborted; waitMs = Math.min(60_000, waitMs * 2)) {
    try {
      return await work();
    } catch (error) {
      report(error);
      await sleep(waitMs, undefined, { signal }).catch(() => {});
    }
  }
}

/** @throws {StartupError} when the address is taken or not allowed */
async function listen(web: FastifyInstance, { PORT: port, HOST: host }: Config): Promise<string> {
  try {
    return await web.listen({ port, host });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== 'EADDRINUSE' && code !== 'EACCES' && code !== 'EADDRNOTAVAIL') throw error;
    throw new StartupError(
      `Cannot listen on ${host}:${port} (${code}). Choose another PORT or HOST, or stop what is there.`,
    );
  }
}
