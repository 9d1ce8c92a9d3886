import { join } from 'node:path';
import { newVapidKeys, pushChannel, pushServices, vapidOf, type Vapid } from '../../bots/push/index.ts';
import { pushStandIn, type PushStandIn, type StandInBrowser } from '../../bots/push/stand-in/index.ts';
import { webChannel } from '../../bots/web/index.ts';
import type { Channel } from '../../hub/channels/index.ts';
import { people, type People } from '../../hub/people/index.ts';
import { openAudit, operator } from '../../hub/platform/audit.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { newId } from '../../hub/platform/ids.ts';
import { keysFrom } from '../../hub/platform/keys.ts';
import { openLocales } from '../../hub/platform/locales.ts';
import { Secret } from '../../hub/platform/secret.ts';
import {
  openAlerts,
  pushSubscriptions,
  webChatData,
  type Alerts,
  type AlertBrowser,
  type PushSubscriptions,
  type PushWishes,
  type WebChat,
} from '../../hub/webchat/index.ts';
import { csv, memberHeader, smallProvince } from '../people/given.ts';
import { openWebChat } from '../webchat/given.ts';

/** A member with a web chat on one device, whose browser lets itself be woken. */
export interface WokenMember {
  code: string;
  address: string;
  /** The page in the browser. */
  browser: AlertBrowser;
  /** What its push service and its service worker see. */
  phone: StandInBrowser;
}

/** The web chat with push over a stand-in's push service, on a database of a test. */
export interface PushHouse {
  people: People;
  chats: WebChat;
  alerts: Alerts;
  subscriptions: PushSubscriptions;
  channel: Channel;
  standIn: PushStandIn;
  vapid: Vapid;
  /** Links a further web chat, as an invitation does, and switches alerts on in its browser. */
  member(wishes?: Partial<PushWishes>): Promise<WokenMember>;
  /** Lets a further browser of the member be woken too. */
  furtherBrowser(of: Pick<WokenMember, 'address'>, wishes?: Partial<PushWishes>): Promise<WokenMember>;
  setClock(at: Date): void;
  close(): Promise<void>;
}

const locales = openLocales(join(import.meta.dirname, '../../hub/locales'), 'Asia/Ho_Chi_Minh');
const keys = keysFrom(Buffer.alloc(32, 7));
const membersAtHand = 60;

/** Imports whom the houses on this database will need. */
export async function givenPeople(database: Database): Promise<void> {
  const audit = openAudit({ database, clock: () => new Date() });
  const ours = people({ database, keys, clock: () => new Date(), audit });
  await ours.importUnits(operator, smallProvince);
  const rows = Array.from({ length: membersAtHand }, (_, n) => `M${n},Trần Thị Số ${n},X1-C,,official,,,`);
  await ours.importMembers(operator, csv(memberHeader, ...rows));
}

export async function openPushHouse(
  database: Database,
  { timeoutMs = 300 }: { timeoutMs?: number } = {},
): Promise<PushHouse> {
  let now: Date | null = null;
  const clock = () => now ?? new Date();
  const audit = openAudit({ database, clock });
  const ours = people({ database, keys, clock, audit, personalData: [webChatData(keys)] });
  const chats = openWebChat({ database, clock });
  const standIn = pushStandIn();
  const { url } = await standIn.listen();
  const vapid = vapidOf('mailto:vanphong@example.vn', new Secret(newVapidKeys()));
  const { publicKey } = vapid;
  const subscriptions = pushSubscriptions({ database, keys, clock });
  const alerts = openAlerts({
    subscriptions,
    publicKey,
    isPushService: pushServices([url]),
    people: ours,
    audit,
  });
  const channel = pushChannel({
    conversation: webChannel(chats),
    subscriptions,
    vapid,
    locales,
    clock,
    isAway: chats.isAway,
    timeoutMs,
  });
  let next = 0;

  async function furtherBrowser(
    { address }: { address: string },
    wishes: Partial<PushWishes> = {},
  ): Promise<WokenMember> {
    const { token } = await chats.deviceLink(address);
    const opened = await chats.openLink(token, 'Chrome · Android');
    return await wakesIn({ code: '', address, token: opened!.token }, wishes);
  }

  async function wakesIn(
    { code, address, token }: { code: string; address: string; token: string },
    wishes: Partial<PushWishes>,
  ): Promise<WokenMember> {
    const device = (await chats.deviceOf(token))!;
    const browser = { id: device.id, address, device: device.device };
    const phone = standIn.subscribe(publicKey);
    await alerts.switchOn(
      'chat',
      browser,
      { ...phone.subscription, madeFor: publicKey },
      { opens: '/chat', showsTitle: false, ...wishes },
    );
    return { code, address, browser, phone };
  }

  return {
    people: ours,
    chats,
    alerts,
    subscriptions,
    channel,
    standIn,
    vapid,
    furtherBrowser,
    async member(wishes = {}) {
      const code = `M${next % membersAtHand}`;
      next += 1;
      const { address, token } = await chats.open('Chrome · Android');
      const { inviteId } = await ours.openInvite((await ours.invite(operator, code)).code);
      await ours.link({ inviteId, channel: 'web', address, consentText: newId(), language: 'vi' });
      return await wakesIn({ code, address, token }, wishes);
    },
    setClock(at) {
      now = at;
    },
    async close() {
      await channel.close();
      await standIn.close();
    },
  };
}
