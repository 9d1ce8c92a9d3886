import { join } from 'node:path';
import { conversations } from '../bots/conversations/index.ts';
import { openBots } from './bots.ts';
import { addresses } from './addresses.ts';
import { assistant, assistantData } from './assistant/index.ts';
import { attendance, attendanceData } from './attendance/index.ts';
import type { Config } from './config.ts';
import {
  groupData,
  inboundData,
  openAccounts,
  openBreaker,
  openBudget,
  openGroups,
  openInbox,
  openLoginRequests,
  openLogins,
  openUsage,
  type ChannelName,
  type Inbound,
} from './channels/index.ts';
import {
  channelAlerts,
  channelLogin,
  channelMetrics,
  delivery,
  deliveryData,
  deliveryEngine,
  noteReceipts,
  openEchoes,
  openReports,
  trials,
} from './delivery/index.ts';
import { consultationData, consultations } from './consultations/index.ts';
import { feedback, feedbackData } from './feedback/index.ts';
import { library, libraryData } from './library/index.ts';
import { meetingData, meetings, readCalendar, paperData, runningData } from './meetings/index.ts';
import { noticeContent, noticeData, notices } from './notices/index.ts';
import { people } from './people/index.ts';
import { reportData, reports as reportsOf } from './reports/index.ts';
import { openAudit } from './platform/audit.ts';
import { batched } from './platform/batched.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import { applyMigrations, backup, openDatabase, pendingMigrations } from './platform/database/index.ts';
import { StartupError } from './platform/errors.ts';
import { hubAsker } from './platform/hub-door.ts';
import { openInstallation } from './platform/installation.ts';
import { keptSecret } from './platform/kept-secrets.ts';
import { keysFrom, rootKey } from './platform/keys.ts';
import { openLocales } from './platform/locales.ts';
import { openLog } from './platform/log.ts';
import { openMetrics } from './platform/metrics.ts';
import { openQueues } from './platform/queues.ts';
import { openSignals } from './platform/signals.ts';
import { openModelServers } from './platform/model-servers.ts';
import { openAlerts, pushSubscriptions, webChatData, webchat } from './webchat/index.ts';

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
    const accounts = openAccounts({ database, clock });
    const { publicUrl, linksFor, signInUrl } = addresses(accounts, config.PUBLIC_URL);
    const ofPeople = people({
      database,
      keys,
      clock,
      audit,
      locales,
      personalData: [
        inboundData,
        groupData,
        deliveryData,
        noticeData,
        webChatData(keys),
        attendanceData(keys),
        meetingData,
        runningData,
        paperData,
        feedbackData(keys),
        reportData,
        consultationData(keys),
        libraryData(),
        assistantData(keys),
      ],
      tell: (memberId, text) => talk.tell(memberId, text),
      letters: () => bots.email,
    });
    // Where this installation is set to listen, and where the hub last said that it does.
    const listening = config.PORT === 0 ? [] : [`http://${config.HOST}:${config.PORT}`];
    const askHub = hubAsker({ keys, clock, addresses: async () => [...listening, await publicUrl()] });
    const usage = openUsage({ sql: database, clock, timeZone: config.TZ });
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
      usage,
      onProblem: (error) => onProblem('notices', error),
    });
    const ofAttendance = attendance({ database, people: ofPeople, audit, keys, clock, locales });
    const models = openModelServers({
      root: config.OPENAI_BASE_URL,
      key: config.OPENAI_API_KEY,
      model: config.OPENAI_MODEL,
      transcriptionModel: config.OPENAI_TRANSCRIPTION_MODEL,
      embeddingModel: config.OPENAI_EMBEDDING_MODEL,
      prefixes: config.OPENAI_EMBEDDING_PREFIXES,
    });
    const { model, transcriber, embeddings } = models;
    const ofMeetings = meetings({
      database,
      people: ofPeople,
      notices: ofNotices,
      attendance: ofAttendance,
      audit,
      keys,
      queues,
      clock,
      quietHours: config.QUIET_HOURS,
      timeZone: config.TZ,
      locales,
      publicUrl,
      model,
      onProblem: (error) => onProblem('meetings', error),
    });
    const ofFeedback = feedback({
      database,
      people: ofPeople,
      notices: ofNotices,
      audit,
      keys,
      clock,
      locales,
      calendar: readCalendar,
      tell: (memberId, text) => talk.tell(memberId, text),
      publicUrl,
      transcriber,
      onProblem: (error) => onProblem('feedback', error),
    });
    const ofConsultations = consultations({
      database,
      people: ofPeople,
      notices: ofNotices,
      audit,
      keys,
      queues,
      clock,
      locales,
      signedDoor: ofFeedback.saying.signedDoor,
      onProblem: (error) => onProblem('consultations', error),
    });
    const ofReports = reportsOf({
      database,
      people: ofPeople,
      feedback: ofFeedback,
      audit,
      clock,
      locales,
      model,
    });
    const ofLibrary = library({
      database,
      people: ofPeople,
      audit,
      clock,
      signals,
      metrics,
      embeddings,
      onProblem: (error) => onProblem('library', error),
    });
    const ofAssistant = assistant({
      database,
      people: ofPeople,
      notices: ofNotices,
      meetings: ofMeetings,
      attendance: ofAttendance,
      feedback: ofFeedback,
      library: ofLibrary,
      model,
      dailyTokens: config.ASSISTANT_DAILY_BUDGET,
      audit,
      keys,
      clock,
      timeZone: config.TZ,
      locales,
      metrics,
      onProblem: (error) => onProblem('assistant', error),
    });
    const inbox = openInbox({ database, keys, clock });
    // One rings for all who would at that moment. Nobody waits for it: a lost bell costs a moment, no event.
    const ringInbound = batched(async (callers: readonly null[]) => {
      await queues.ring('inbound');
      return callers;
    });
    const rates = {
      telegram: config.TELEGRAM_RATE,
      zalo: config.ZALO_RATE,
      zalo_bot: config.ZALO_BOT_RATE,
      email: config.MAIL_RATE,
    };
    const budget = openBudget(database, rates, { telegram: config.TELEGRAM_CHAT_RATE });
    const channelTrouble = channelAlerts({
      sql: database,
      people: ofPeople,
      usage,
      channels: () => channels,
      tell: (memberId, text, options) => talk.tell(memberId, text, options),
      publicUrl,
      locales,
      clock,
      log,
      onProblem: (error) => onProblem('channel-alerts', error),
    });
    const breaker = openBreaker({
      database,
      clock,
      onProblem: (error) => onProblem('breaker', error),
      onNeedsPerson: (channel, problem) => void channelTrouble.needsPerson(channel, problem),
    });
    const ofWebChat = webchat({ database, keys, clock, signals, receipts: noteReceipts });
    const subscriptions = pushSubscriptions({ database, keys, clock });
    const reports = openReports({ database, clock, onProblem: (error) => onProblem('reports', error) });
    const { contentOf, fileUploaded } = noticeContent({ database, locales });
    const echoes = openEchoes({
      database,
      channels: () => channels,
      contentOf,
      usage,
      clock,
      onProblem: (error) => onProblem('reports', error),
    });
    const logins = openLogins({ database, keys, clock });
    const groups = openGroups({ database, keys, clock });
    const bots = await openBots({
      config,
      locales,
      breaker,
      webchat: ofWebChat,
      subscriptions,
      keptSecret: (name, make) => keptSecret({ sql: database, keys, clock }, name, make),
      receive,
      skipped,
      reported: reports.take,
      echoed: echoes.take,
      groupChanged: groups.change,
      logins,
      needsPerson: (channel, problem) => void channelTrouble.needsPerson(channel, problem),
      budget,
      log,
      keys,
      publicUrl,
      clock,
      metrics,
      onProblem,
    });
    const { channels } = bots;
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
      usage,
      groups,
    });
    const trying = { database, people: ofPeople, audit, clock, usage, budget, channels: () => channels };
    channelMetrics(database, { metrics, clock, usage, channels: () => channels });
    const talk = conversations({
      inbox,
      people: ofPeople,
      notices: ofNotices,
      meetings: ofMeetings,
      attendance: ofAttendance,
      feedback: ofFeedback,
      consultations: ofConsultations,
      library: ofLibrary,
      assistant: ofAssistant,
      channels,
      budget,
      usage,
      groups,
      unitGroups: ofDelivery,
      locales,
      linksFor,
      signInUrl,
      publicUrl,
      timeZone: config.TZ,
      calendar: () => readCalendar(database),
      clock,
      log,
      onProblem,
    });

    return {
      config,
      log,
      metrics,
      locales,
      askHub,
      keys,
      clock,
      database,
      queues,
      signals,
      audit,
      people: ofPeople,
      notices: ofNotices,
      meetings: ofMeetings,
      attendance: ofAttendance,
      feedback: ofFeedback,
      consultations: ofConsultations,
      library: ofLibrary,
      assistant: ofAssistant,
      figures: ofReports,
      delivery: ofDelivery,
      trials: trials(trying),
      channelLogin: channelLogin({
        database,
        people: ofPeople,
        audit,
        clock,
        logins,
        loginRequests: openLoginRequests({ database, keys, clock }),
        loginProviders: () => bots.loginProviders,
        publicUrl,
      }),
      webchat: ofWebChat,
      alerts: bots.push && openAlerts({ ...bots.push, subscriptions, people: ofPeople, audit }),
      inbox,
      groups,
      receive,
      reports,
      logins,
      accounts,
      engine,
      conversations: talk,
      channelTrouble,
      bots,
      usage,
      /** Reads letters that came back; loaded only where they come. */
      async mailReturns() {
        const { openReturns } = await import('../bots/email/index.ts');
        const count = (taken: string) =>
          metrics.inbound.inc({ channel: 'email', result: `returned-${taken}` });
        return openReturns({ keys, ledger: ofDelivery, count });
      },
      linksFor,
      publicUrl,
      signInUrl,
      onProblem,
      /** Closes connections; what was started must have been stopped before. */
      async close() {
        await queues.close().catch((error: unknown) => onProblem('queue', error));
        // What a silent provider still owes an answer ends here, in doubt, and is written down as that.
        await bots.close();
        await models.close();
        reports.close();
        await echoes.close();
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
      void ringInbound(null);
    }

    function skipped(channel: ChannelName, why: string): void {
      metrics.inbound.inc({ channel, result: `skipped-${why}` });
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
