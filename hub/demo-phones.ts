import { telegramStandIn } from '../bots/telegram/stand-in/index.ts';
import { zaloStandIn } from '../bots/zalo/stand-in/index.ts';
import type { RunningHub } from './main.ts';
import type { Clock } from './platform/clock.ts';
import { Secret } from './platform/secret.ts';

type Settings = Record<string, string | undefined>;

/** The telephones of the demo, on a stand-in for their provider: nothing of it reaches the outside. */
export interface DemoPhones {
  /** Where one plays them. */
  url: string;
  /** Of whom this is a stand-in. */
  provider: string;
  /** Variables that lead the hub to it. */
  settings: Settings;
  /** The stand-in's own time, where one can wind it on: the hub goes by it too. */
  clock?: Clock;
  /** Runs when all is open and nothing works yet. */
  prepare(hub: RunningHub['hub']): Promise<void>;
  /** The hub listens there. */
  connect(url: string): void;
  /** The telephone of this number, from 1. It is there again after a restart. */
  phone(number: number, name: string): DemoPhone;
  /** Everybody with a telephone in one cell. */
  group(name: string, phones: readonly DemoPhone[]): void;
  close(): Promise<void>;
}

export interface DemoPhone {
  id: string;
  /** Says the code, reads the question, agrees: as a real member does. */
  join(code: string): Promise<void>;
}

const answerWithinMs = 15_000;
const token = '7000000001:DEMO-only-for-the-stand-in-on-this-machine';
const firstChat = 700_000_000;

export async function telegramPhones(port: number): Promise<DemoPhones> {
  const standIn = telegramStandIn({ port, token, username: 'CauNoiDemoBot', openChats: true });
  const { url } = await standIn.listen();
  return {
    url,
    provider: 'Telegram',
    settings: {
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: url,
      TELEGRAM_MODE: 'polling',
      TELEGRAM_RATE: 'unlimited',
      TELEGRAM_CHAT_RATE: 'unlimited',
    },
    async prepare() {},
    connect() {},
    phone(number, name) {
      const person = standIn.user(firstChat + number, { first_name: name });
      return {
        id: String(person.id),
        async join(code) {
          person.start(code.replace('-', ''));
          const question = await person.next({
            matching: ({ buttons }) => buttons.length > 0,
            timeoutMs: answerWithinMs,
          });
          person.press(question, 'Đồng ý');
        },
      };
    },
    group() {},
    close: () => standIn.close(),
  };
}

/** Approved by nobody but the stand-in; the names of their places are those that the hub can fill. */
const approved = ['directive', 'notice', 'reminder'].map((purpose, index) => ({
  purpose,
  id: String(501 + index),
  name: `Mẫu ${purpose}`,
  text: '<don_vi> gửi đồng chí <ho_ten>: <tieu_de>. Mời đồng chí nhắn “menu” để đọc và trả lời.',
  parameters: [
    { name: 'ho_ten', maxLength: 30 },
    { name: 'don_vi', maxLength: 60 },
    { name: 'tieu_de', maxLength: 120 },
  ],
  userCost: 560,
  phoneCost: 800,
}));

export async function zaloPhones(port: number): Promise<DemoPhones> {
  const standIn = zaloStandIn({ port, perMinute: Infinity, templates: approved });
  const { url, apiRoot, businessRoot, oauthRoot } = await standIn.listen();
  return {
    url,
    provider: 'Zalo',
    settings: {
      ZALO_APP_ID: standIn.app.id,
      ZALO_APP_SECRET: standIn.app.secret,
      ZALO_OA_SECRET: standIn.oaSecret,
      ZALO_API_ROOT: apiRoot,
      ZALO_BUSINESS_ROOT: businessRoot,
      ZALO_OAUTH_ROOT: oauthRoot,
      ZALO_TEMPLATES: JSON.stringify(Object.fromEntries(approved.map(({ purpose, id }) => [purpose, id]))),
      ZALO_RATE: 'unlimited',
    },
    clock: standIn.now,
    /** The tokens of the last time died with the stand-in that gave them. */
    async prepare({ logins }) {
      const pair = standIn.tokensByHand();
      await logins.begin('zalo', {
        access: new Secret(pair.access_token),
        refresh: new Secret(pair.refresh_token),
        accessLivesMs: Number(pair.expires_in) * 1_000,
        refreshLivesMs: 90 * 86_400_000,
      });
    },
    connect: (hub) => standIn.webhook.set(`${hub}/webhooks/zalo`),
    phone(number, name) {
      const person = standIn.person(number, { name });
      person.follow();
      return {
        id: person.id,
        async join(code) {
          person.say(code);
          const question = await person.next({
            matching: ({ buttons }) => buttons.length > 0,
            timeoutMs: answerWithinMs,
          });
          person.tap(question, 'Đồng ý');
        },
      };
    },
    group: (name, phones) => void standIn.group(name, phones),
    close: () => standIn.close(),
  };
}
