import type { Email } from '../bots/email/index.ts';
import { telegramBot, type TelegramBot } from '../bots/telegram/index.ts';
import { webChannel } from '../bots/web/index.ts';
import { zaloFileHosts, zaloOfficialAccount, type ZaloOfficialAccount } from '../bots/zalo/index.ts';
import { zaloBot, type ZaloBot } from '../bots/zalo-bot/index.ts';
import {
  openIntake,
  type Breaker,
  type Budget,
  type Channel,
  type ChannelName,
  type Echo,
  type GroupChange,
  type Inbound,
  type LoginProvider,
  type Logins,
  type Report,
} from './channels/index.ts';
import type { Config } from './config.ts';
import type { Clock } from './platform/clock.ts';
import type { Keys } from './platform/keys.ts';
import type { Locales } from './platform/locales.ts';
import type { Log } from './platform/log.ts';
import type { Metrics } from './platform/metrics.ts';
import type { Secret } from './platform/secret.ts';
import type { PushSubscriptions, WebChat } from './webchat/index.ts';

export interface BotsParts {
  config: Config;
  locales: Locales;
  breaker: Breaker;
  webchat: WebChat;
  subscriptions: PushSubscriptions;
  /** A secret that is made once and kept. */
  keptSecret: (name: string, make: () => string) => Promise<Secret>;
  keys: Keys;
  /** Where people reach our pages. */
  publicUrl: () => Promise<string>;
  clock: Clock;
  metrics: Pick<Metrics, 'pushAnswers'>;
  /** Stores what people did, and wakes whoever answers. */
  receive: (channel: ChannelName, events: readonly Inbound[]) => Promise<void>;
  /** Counts what a provider told that is not for us, such as what is said in a group. */
  skipped: (channel: ChannelName, why: string) => void;
  /** Takes what a provider reports of our messages. */
  reported: (channel: ChannelName, reports: readonly Report[]) => Promise<void>;
  /** Takes what a provider tells of a text of ours that it showed. */
  echoed: (channel: ChannelName, echo: Echo) => void;
  groupChanged: (channel: ChannelName, change: GroupChange) => Promise<void>;
  logins: Logins;
  /** Tells whoever keeps the hub going that a channel stands still until somebody acts. */
  needsPerson: (channel: ChannelName, problem: string) => void;
  budget: Pick<Budget, 'pause'>;
  log: Log;
  onProblem: (work: string, error: unknown) => void;
}

export type Bots = Awaited<ReturnType<typeof openBots>>;

/** Each way to reach people that is set up here: its bot where it has one, and its channel, watched by the breaker. */
export async function openBots(parts: BotsParts) {
  const { config, breaker, webchat } = parts;
  const telegram = config.TELEGRAM_BOT_TOKEN ? openTelegram(parts) : null;
  const zalo = config.ZALO_APP_ID ? openZalo(parts) : null;
  const zaloBotPlatform = config.ZALO_BOT_TOKEN ? openZaloBot(parts) : null;
  const push = config.VAPID_SUBJECT ? await openPush(parts, config.VAPID_SUBJECT) : null;
  const email = config.SMTP_URL ? await openMail(parts, config.SMTP_URL) : null;
  const channels = new Map<ChannelName, Channel>();
  for (const channel of [
    telegram?.channel,
    zalo?.channel,
    zaloBotPlatform?.channel,
    push?.channel,
    email?.channel,
    webChannel(webchat),
  ]) {
    if (channel) channels.set(channel.name, breaker.guard(channel));
  }
  return {
    telegram,
    zalo,
    zaloBot: zaloBotPlatform,
    push,
    email,
    channels: channels as ReadonlyMap<ChannelName, Channel>,
    /** Where somebody has to agree that we speak for an account. */
    loginProviders: new Map<ChannelName, LoginProvider>(zalo ? [['zalo', zalo.provider]] : []),
    async close() {
      await telegram?.close();
      await zalo?.close();
      await push?.channel.close();
      await email?.channel.close();
      await zaloBotPlatform?.close();
    },
  };
}

function openTelegram({ config, locales, receive, onProblem }: BotsParts): TelegramBot {
  return telegramBot({
    token: config.TELEGRAM_BOT_TOKEN!,
    apiRoot: config.TELEGRAM_API_ROOT,
    webhookSecret: config.TELEGRAM_WEBHOOK_SECRET,
    commands: (['vi', 'en'] as const).map((language) => ({
      language,
      commands: commandsIn(locales, language),
    })),
    receive: (events) => receive('telegram', events),
    onProblem: (error) => onProblem('telegram', error),
  });
}

function openZalo(parts: BotsParts): ZaloOfficialAccount {
  const { config, log, receive, skipped, reported, echoed, groupChanged, budget } = parts;
  const onProblem = (error: unknown) => parts.onProblem('zalo', error);
  const intake = openIntake({ receive: (events) => receive('zalo', events), onProblem });
  const account = zaloOfficialAccount({
    appId: config.ZALO_APP_ID!,
    appSecret: config.ZALO_APP_SECRET!,
    accountSecret: config.ZALO_OA_SECRET!,
    apiRoot: config.ZALO_API_ROOT,
    businessRoot: config.ZALO_BUSINESS_ROOT,
    oauthRoot: config.ZALO_OAUTH_ROOT,
    signCalls: config.ZALO_SIGN_CALLS,
    refreshToken: config.ZALO_REFRESH_TOKEN,
    pkceVerifier: config.ZALO_PKCE_VERIFIER,
    templates: config.ZALO_TEMPLATES ?? {},
    messagePrice: config.ZALO_MESSAGE_PRICE,
    monthlyBudget: config.ZALO_MONTHLY_BUDGET,
    buttons: config.ZALO_BUTTONS,
    logins: parts.logins,
    clock: parts.clock,
    take: intake.take,
    report: (reports) => reported('zalo', reports),
    echoed: (echo) => echoed('zalo', echo),
    groupChanged: (change) => groupChanged('zalo', change),
    skipped: (why) => skipped('zalo', why),
    pause: (waitMs) => void budget.pause('zalo', waitMs).catch(onProblem),
    onNeedsLogin: (problem) => {
      log.error({ event: 'zalo.needs-login', problem });
      parts.needsPerson('zalo', 'needs-login');
    },
    onAccountFault: (fault) => log.warn({ event: 'zalo.account-fault', fault }),
    onTemplateProblem: (problem) => log.warn({ event: 'zalo.template-unusable', ...problem }),
    onButtonsRefused: () => log.warn({ event: 'zalo.buttons-refused' }),
    onProblem,
  });
  return {
    ...account,
    async close() {
      intake.close();
      await account.close();
    },
  };
}

function openZaloBot({ config, receive, skipped, onProblem }: BotsParts): ZaloBot {
  return zaloBot({
    token: config.ZALO_BOT_TOKEN!,
    apiRoot: config.ZALO_BOT_API_ROOT,
    webhookSecret: config.ZALO_BOT_WEBHOOK_SECRET,
    quotas: { monthly: config.ZALO_BOT_MONTHLY, people: config.ZALO_BOT_PEOPLE },
    fileHosts: zaloFileHosts,
    receive: (events) => receive('zalo_bot', events),
    onSkipped: (why) => skipped('zalo_bot', why),
    onProblem: (error) => onProblem('zalo-bot', error),
  });
}

/** Loaded only where it is on: its cryptography takes nine megabytes of each process. */
async function openPush(
  { config, locales, webchat, subscriptions, keptSecret, clock, metrics }: BotsParts,
  subject: string,
) {
  const { newVapidKeys, pushChannel, pushServices, vapidOf } = await import('../bots/push/index.ts');
  const vapid = vapidOf(subject, await keptSecret('vapid', newVapidKeys));
  const channel = pushChannel({
    conversation: webChannel(webchat),
    subscriptions,
    vapid,
    locales,
    clock,
    isAway: webchat.isAway,
    onAnswer: (answer) => metrics.pushAnswers.inc({ answer }),
  });
  return { channel, publicKey: vapid.publicKey, isPushService: pushServices(config.PUSH_SERVICES) };
}

/** Loaded only where it is on. */
async function openMail({ config, keys, locales, publicUrl }: BotsParts, url: Secret): Promise<Email> {
  const { openEmail } = await import('../bots/email/index.ts');
  return openEmail({
    url,
    from: config.MAIL_FROM!,
    bounceAddress: config.MAIL_BOUNCE_ADDRESS ?? null,
    keys,
    locales,
    publicUrl,
  });
}

function commandsIn(locales: Locales, language: 'vi' | 'en') {
  const say = locales(language);
  return [
    { command: 'menu', description: say('command-menu') },
    { command: 'hoi', description: say('command-ask') },
    { command: 'vanban', description: say('command-library') },
    { command: 'hop', description: say('command-meetings') },
    { command: 'gopy', description: say('command-feedback') },
    { command: 'laykien', description: say('command-consultations') },
    { command: 'trogiup', description: say('command-help') },
    { command: 'kenh', description: say('command-channels') },
    { command: 'dulieu', description: say('command-data') },
    { command: 'ngonngu', description: say('command-language') },
    { command: 'dung', description: say('command-stop') },
    { command: 'console', description: say('command-console') },
  ];
}
