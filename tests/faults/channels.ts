import { sealAddress } from '../../bots/email/index.ts';
import { mailStandIn, type Fault as MailFault, type Mailbox } from '../../bots/email/stand-in/index.ts';
import { pushStandIn, type PushFault, type StandInBrowser } from '../../bots/push/stand-in/index.ts';
import { telegramStandIn, type FaultKind as TelegramFault } from '../../bots/telegram/stand-in/index.ts';
import { zaloBotStandIn, type FaultKind as ZaloBotFault } from '../../bots/zalo-bot/stand-in/index.ts';
import { personId, zaloStandIn, type FaultKind as ZaloFault } from '../../bots/zalo/stand-in/index.ts';
import { openLogins, type ChannelName } from '../../hub/channels/index.ts';
import { Secret } from '../../hub/platform/secret.ts';
import { addressOf } from '../support/given.ts';
import type { FaultyChannel, Misbehaviour, Provider } from './channel.ts';
import { linkChats, linkPush, linkWebChats } from './links.ts';
import { alertsOrPages, onPages } from './web-pages.ts';

/** How long a provider takes to say yes to what it has shown already: what a kill finds in flight. */
const latencyMs = 100;
/** A mail server takes one letter after another on each of four lines. */
const mailLatencyMs = 25;

/** Each way to reach people, over a stand-in. `rate`: what may be sent, where the hub has a rate for the channel. */
export const openChannel: Record<ChannelName, (rate: string) => Promise<FaultyChannel>> = {
  async telegram(rate) {
    const token = '7000000001:FAULTS';
    const standIn = telegramStandIn({ token, openChats: true, latencyMs, keepMessages: 0 });
    const { url } = await standIn.listen();
    let chats: number[] = [];
    return {
      name: 'telegram',
      settings: { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: url, TELEGRAM_RATE: rate },
      async link(members, { database }) {
        chats = members.map(({ number }) => addressOf(number));
        await linkChats(database, 'telegram', members, { addresses: chats.map(String) });
      },
      provider: provider(standIn, asTelegram, (kind, probability) =>
        standIn.fault({ times: 'always', probability, kind }),
      ),
      messages: () => standIn.stats().messages,
      shown: () => chats.map((chat) => standIn.deliveredTo(chat)),
      slow: {},
    };
  },

  async zalo(rate) {
    const standIn = zaloStandIn({ perMinute: Infinity, openWindows: true, latencyMs, keepMessages: 0 });
    const { apiRoot, businessRoot, oauthRoot } = await standIn.listen();
    let people: string[] = [];
    const received = (id: string) => standIn.people.find(id)?.screen.received() ?? 0;
    return {
      name: 'zalo',
      settings: {
        ZALO_APP_ID: standIn.app.id,
        ZALO_APP_SECRET: standIn.app.secret,
        ZALO_OA_SECRET: standIn.oaSecret,
        ZALO_API_ROOT: apiRoot,
        ZALO_BUSINESS_ROOT: businessRoot,
        ZALO_OAUTH_ROOT: oauthRoot,
        ZALO_RATE: rate,
      },
      async link(members, { database, keys }) {
        people = members.map(({ number }) => personId(number));
        await linkChats(database, 'zalo', members, { addresses: people });
        const { access_token: access, refresh_token: refresh, expires_in: lives } = standIn.tokensByHand();
        await openLogins({ database, keys, clock: () => new Date() }).begin('zalo', {
          access: new Secret(access),
          refresh: new Secret(refresh),
          accessLivesMs: Number(lives) * 1_000,
          refreshLivesMs: 90 * 86_400_000,
        });
      },
      provider: provider(standIn, asZalo, (kind, probability) =>
        standIn.fault({ times: 'always', probability, kind }),
      ),
      messages: () => people.reduce((sum, id) => sum + received(id), 0),
      shown: () => people.map(received),
      slow: {
        'unnamed-limits': { seconds: 61, why: 'Zalo counts calls by the minute of the clock' },
      },
    };
  },

  async zalo_bot(rate) {
    const plan = { people: Infinity, monthly: Infinity };
    const standIn = zaloBotStandIn({ plan, openChats: true, latencyMs });
    const { url } = await standIn.listen();
    let people: ReturnType<typeof standIn.person>[] = [];
    return {
      name: 'zalo_bot',
      settings: {
        ZALO_BOT_TOKEN: standIn.token,
        ZALO_BOT_API_ROOT: url,
        ZALO_BOT_RATE: rate,
        ZALO_BOT_PEOPLE: 'unlimited',
        ZALO_BOT_MONTHLY: 'unlimited',
      },
      async link(members, { database }) {
        people = members.map(({ number }) => standIn.person(`u${number}`));
        await linkChats(database, 'zalo_bot', members, { addresses: people.map(({ id }) => id) });
      },
      provider: provider(standIn, asZaloBot, (kind, probability) => {
        const [sends, others] = ['sendMessage', 'getMe'].map((method) =>
          standIn.fault({ method, times: 'always', probability, kind }),
        );
        return {
          get hits() {
            return sends!.hits;
          },
          remove() {
            sends!.remove();
            others!.remove();
          },
        };
      }),
      messages: () => people.reduce((sum, { inbox }) => sum + inbox.length, 0),
      shown: () => people.map(({ inbox }) => inbox.length),
      slow: {
        'unnamed-limits': {
          seconds: 26,
          why: 'where the platform names no wait a message waits for twenty seconds, a quarter more or less',
        },
      },
    };
  },

  async email(rate) {
    const standIn = mailStandIn({ latencyMs: mailLatencyMs });
    const url = await standIn.listen();
    let mailboxes: Mailbox[] = [];
    const aMinute = {
      seconds: 65,
      why: 'an answer that can be read is awaited for a minute, as a letter cannot be taken back (RFC 5321: up to ten)',
    };
    return {
      name: 'email',
      settings: { SMTP_URL: url, MAIL_FROM: 'Cầu Nối <caunoi@example.vn>', MAIL_RATE: rate },
      async link(members, { database, keys }) {
        mailboxes = members.map(({ number }) => standIn.mailbox(`m${number}@example.vn`));
        const addresses = mailboxes.map(({ address }) => sealAddress(keys, address));
        await linkChats(database, 'email', members, { addresses });
      },
      provider: provider(standIn, asMail, standIn.trouble),
      messages: () => mailboxes.reduce((sum, { letters }) => sum + letters.length, 0),
      shown: () => mailboxes.map(({ letters }) => letters.length),
      slow: {
        hang: aMinute,
        'black-hole': aMinute,
        garbage: aMinute,
        'unnamed-limits': { seconds: 76, why: 'greylisting wants a minute, a quarter more or less' },
      },
    };
  },

  async push() {
    const standIn = pushStandIn({ latencyMs });
    const { url } = await standIn.listen();
    let woken: { address: string; browser: StandInBrowser }[] = [];
    return {
      name: 'push',
      settings: { VAPID_SUBJECT: 'mailto:vanphong@example.vn', PUSH_SERVICES: url },
      async link(members, at) {
        woken = await linkPush(at, members, standIn.subscribe);
      },
      provider: provider(standIn, asPushService, standIn.trouble),
      messages: () => woken.reduce((sum, { browser }) => sum + browser.read.length, 0),
      shown: (house) => alertsOrPages(house, woken),
      slow: {
        'unnamed-limits': {
          seconds: 31,
          why: 'where a push service names no wait it is left alone for thirty seconds',
        },
      },
    };
  },

  async web() {
    let addresses: string[] = [];
    return {
      name: 'web',
      settings: {},
      async link(members, { database }) {
        addresses = (await linkWebChats(database, members)).map(({ address }) => address);
      },
      provider: null,
      messages: async (house) => (await onPages(house, addresses)).reduce((sum, count) => sum + count, 0),
      shown: (house) => onPages(house, addresses),
      slow: {},
    };
  },
};

/** @param said what such a provider says where this goes wrong; null: it never does */
function provider<Said>(
  { listen, close }: Pick<Provider, 'listen' | 'close'>,
  said: (what: Misbehaviour) => Said | null,
  begin: (said: Said, share: number) => ReturnType<Provider['begin']>,
): Provider {
  return {
    listen,
    close,
    can: (what) => said(what) !== null,
    begin: (what, share) => begin(said(what)!, share),
  };
}

function asTelegram(what: Misbehaviour): TelegramFault | null {
  if (what.kind === 'server-error') return { status: 502 };
  if (what.kind === 'busy') return what.seconds === null ? null : { status: 429, retryAfter: what.seconds };
  return silence(what);
}

/** Zalo names no wait. */
function asZalo(what: Misbehaviour): ZaloFault | null {
  if (what.kind === 'server-error') return { status: 502 };
  if (what.kind === 'busy') return what.seconds === null ? { error: -32 } : null;
  return silence(what);
}

function asZaloBot(what: Misbehaviour): ZaloBotFault | null {
  if (what.kind === 'server-error') return { gateway: 502 };
  if (what.kind === 'busy') return { code: 429, ...(what.seconds !== null && { retryAfter: what.seconds }) };
  return silence(what);
}

function silence({ kind, shown: deliver }: Misbehaviour & { shown: boolean }) {
  if (kind === 'hang') return { hang: true, deliver } as const;
  return kind === 'drop' ? ({ drop: true, deliver } as const) : ({ garbage: true, deliver } as const);
}

/** A mail server names no wait either: it hangs up on whoever comes too often, or knows somebody too little. */
function asMail(what: Misbehaviour): MailFault {
  switch (what.kind) {
    case 'server-error':
      return { at: 'letter', reply: '451 4.3.0 Local error in processing' };
    case 'busy':
      return what.seconds === null
        ? { at: 'recipient', reply: '450 4.7.1 Greylisted, try again later' }
        : { at: 'sender', reply: '421 4.7.0 Too many messages, slow down' };
    default:
      return { kind: what.kind, kept: what.shown };
  }
}

function asPushService(what: Misbehaviour): PushFault {
  if (what.kind === 'server-error') return { status: 502 };
  if (what.kind !== 'busy') return what;
  return { status: 429, ...(what.seconds !== null && { retryAfter: String(what.seconds) }) };
}
