import { telegramBot, type TelegramBot } from '../bots/telegram/index.ts';
import { webChannel } from '../bots/web/index.ts';
import type { Breaker, Channel, ChannelName, Inbound } from './channels/index.ts';
import type { Config } from './config.ts';
import type { Locales } from './platform/locales.ts';
import type { WebChat } from './webchat/index.ts';

export interface BotsParts {
  config: Config;
  locales: Locales;
  breaker: Breaker;
  webchat: WebChat;
  /** Stores what people did, and wakes whoever answers. */
  receive: (channel: ChannelName, events: readonly Inbound[]) => Promise<void>;
  onProblem: (work: string, error: unknown) => void;
}

export type Bots = ReturnType<typeof openBots>;

/** Each way to reach people that is set up here: its bot where it has one, and its channel, watched by the breaker. */
export function openBots(parts: BotsParts) {
  const { config, breaker, webchat } = parts;
  const telegram = config.TELEGRAM_BOT_TOKEN ? openTelegram(parts) : null;
  const channels = new Map<ChannelName, Channel>();
  for (const channel of [telegram?.channel, webChannel(webchat)]) {
    if (channel) channels.set(channel.name, breaker.guard(channel));
  }
  return {
    telegram,
    channels: channels as ReadonlyMap<ChannelName, Channel>,
    async close() {
      await telegram?.close();
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

function commandsIn(locales: Locales, language: 'vi' | 'en') {
  const say = locales(language);
  return [
    { command: 'menu', description: say('command-menu') },
    { command: 'vanban', description: say('command-waiting') },
    { command: 'trogiup', description: say('command-help') },
    { command: 'kenh', description: say('command-channels') },
    { command: 'dulieu', description: say('command-data') },
    { command: 'ngonngu', description: say('command-language') },
    { command: 'dung', description: say('command-stop') },
    { command: 'console', description: say('command-console') },
  ];
}
