import { join } from 'node:path';
import { conversations } from '../bots/conversations/index.ts';
import { openBots } from './bots.ts';
import type { Config } from './config.ts';
import {
  inboundData,
  openAccounts,
  openBreaker,
  openBudget,
  openInbox,
  openUsage,
  type ChannelName,
  type Inbound,
} from './channels/index.ts';
import { channelMetrics, delivery, deliveryData, deliveryEngine, noteReceipts } from './delivery/index.ts';
import { noticeContent, noticeData, notices } from './notices/index.ts';
import { people } from './people/index.ts';
import { openAudit } from './platform/audit.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import { applyMigrations, backup, openDatabase, pendingMigrations } from './platform/database/index.ts';
import { StartupError } from './platform/errors.ts';
import { openInstallation } from './platform/installation.ts';
import { keysFrom, rootKey } from './platform/keys.ts';
import { openLocales } from './platform/locales.ts';
import { openLog } from './platform/log.ts';
import { openMetrics } from './platform/metrics.ts';
import { openQueues } from './platform/queues.ts';
import { openSignals } from './platform/signals.ts';
import { webChatData, webchat } from './webchat/index.ts';

export type Hub = Awaited<ReturnType<typeof compose>>;

/**
 * The one place where parts meet: opens the database and joins everything to it. Nothing is started that
 * works by itself; main.ts does that.
 *
 * @param as a hub has the embedded directory to itself; a command joins it or takes its turn
 * @throws {StartupError} another hub on the directory, a wrong key, migrations pending and not wanted
 */
export async function compose(
  config: Config,
  { as, clock = systemClock, migrate = true }: { as: 'hub' | 'command'; clock?: Clock; migrate?: boolean },
) {
  const log = openLog(config.LOG_LEVEL);
  const metrics = openMetrics();
  const locales = openLocales(join(import.meta.dirname, 'locales'), config.TZ);
  const keys = keysFrom(rootKey(config.SECRET_KEY?.reveal(), config.KEYS_DIR));
  const onProblem = (work: string, error: unknown) => {
    metrics.backgroundProblems.inc({ work });
    log.error({ event: 'background.problem', work, err: error });
  };

  const database = await openDatabase({ url: config.DATABASE_URL, dataDir: config.DATA_DIR, as });
  try {
    if (migrate) {
      await applyMigrations(database, async () => {
        if (database.embedded) await keepCopy();
      });
    } else if ((await pendingMigrations(database)).length > 0) {
      throw new StartupError(
        'The database needs migrations: run caunoi migrate, or start without --no-migrate.',
      );
    }
    const { queuePrefix } = await openInstallation(database, keys, clock);

    const queues = openQueues({
      redisUrl: config.REDIS_URL,
      database,
      prefix: queuePrefix,
      onProblem: (error) => onProblem('queue', error),
    });
    const signals = openSignals({
      redisUrl: config.REDIS_URL,
      database,
      prefix: queuePrefix,
      onProblem: (error) => onProblem('signals', error),
    });
    const audit = openAudit({ database, clock });
    const ofPeople = people({
      database,
      keys,
      clock,
      audit,
      locales,
      personalData: [inboundData, deliveryData, noticeData, webChatData],
      tell: (memberId, text) => talk.tell(memberId, text),
    });
    const ofNotices = notices({
      database,
      people: ofPeople,
      audit,
      queues,
      clock,
      quietHours: config.QUIET_HOURS,
      timeZone: config.TZ,
      locales,
      channels: () => channels,
      onProblem: (error) => onProblem('notices', error),
    });
    const inbox = openInbox({ database, keys, clock });
    const accounts = openAccounts({ database, clock });
    const rates = {
      telegram: config.TELEGRAM_RATE,
      zalo: config.ZALO_RATE,
      zalo_bot: config.ZALO_BOT_RATE,
      email: config.MAIL_RATE,
    };
    const budget = openBudget(database, rates, { telegram: config.TELEGRAM_CHAT_RATE });
    const usage = openUsage({ sql: database, clock, timeZone: config.TZ });
    const breaker = openBreaker({ database, clock, onProblem: (error) => onProblem('breaker', error) });
    const ofWebChat = webchat({ database, keys, clock, signals, receipts: noteReceipts });
    const bots = openBots({ config, locales, breaker, webchat: ofWebChat, receive, onProblem });
    const { channels } = bots;
    const { contentOf, fileUploaded } = noticeContent({ database, locales });
    const engine = deliveryEngine({
      database,
      budget,
      breaker,
      channels,
      contentOf,
      fileUploaded,
      usage,
      phoneOf: ofPeople.phoneOf,
      chats: ofPeople.chats,
      clock,
      metrics,
      log,
      onProblem,
    });
    const ofDelivery = delivery({
      database,
      people: ofPeople,
      audit,
      queues,
      clock,
      rates,
      channels: () => channels,
    });
    channelMetrics(database, { metrics, clock });
    const talk = conversations({
      inbox,
      people: ofPeople,
      notices: ofNotices,
      channels,
      budget,
      locales,
      signInUrl,
      clock,
      log,
      onProblem,
    });

    return {
      config,
      log,
      metrics,
      locales,
      keys,
      clock,
      database,
      queues,
      signals,
      audit,
      people: ofPeople,
      notices: ofNotices,
      delivery: ofDelivery,
      webchat: ofWebChat,
      inbox,
      receive,
      accounts,
      engine,
      conversations: talk,
      bots,
      usage,
      linksFor: (code: string) => linksFor(code, accounts, config.PUBLIC_URL),
      /** Where people reach our pages, as the hub last said. */
      publicUrl: () => webAddress(accounts, config.PUBLIC_URL),
      signInUrl,
      onProblem,
      /** Closes connections; what was started must have been stopped before. */
      async close() {
        await queues.close().catch((error: unknown) => onProblem('queue', error));
        // What a silent provider still owes an answer ends here, in doubt, and is written down as that.
        await bots.close();
        await engine.stop(1_000);
        await signals.close();
        await database.close();
      },
    };

    /** Stores what people did on a channel, and wakes whoever answers. */
    async function receive(channel: ChannelName, events: readonly Inbound[]): Promise<void> {
      const fresh = await inbox.receive(events);
      metrics.inbound.inc({ channel, result: 'new' }, fresh);
      metrics.inbound.inc({ channel, result: 'repeated' }, events.length - fresh);
      await queues.ring('inbound');
    }

    async function signInUrl(token: string): Promise<string> {
      return `${await webAddress(accounts, config.PUBLIC_URL)}/signin/${token}`;
    }
  } catch (error) {
    await database.close();
    throw error;
  }

  async function keepCopy(): Promise<void> {
    const file = join(config.DATA_DIR, `before-migration-${clock().toISOString().replaceAll(':', '')}.gz`);
    await backup(database, file, clock());
    log.info({ event: 'database.copy-kept', file });
  }
}

/** Where a person can use a code: always our own page, and each channel whose name we know. */
async function linksFor(
  code: string,
  accounts: ReturnType<typeof openAccounts>,
  publicUrl: string,
): Promise<{ telegram?: string; web: string }> {
  const plain = code.replaceAll('-', '');
  const { telegram } = await accounts.names();
  const web = await webAddress(accounts, publicUrl);
  return {
    ...(telegram ? { telegram: `https://t.me/${telegram}?start=${plain}` } : {}),
    web: `${web}/join/${plain}`,
  };
}

/** What the hub last said of itself: a command may run without the hub's own settings. */
async function webAddress(accounts: ReturnType<typeof openAccounts>, publicUrl: string): Promise<string> {
  const { web = publicUrl } = await accounts.names();
  return web;
}
