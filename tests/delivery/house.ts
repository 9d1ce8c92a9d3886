import { openAudit, operator } from '../../hub/platform/audit.ts';
import { join } from 'node:path';
import { telegramBot } from '../../bots/telegram/index.ts';
import { telegramStandIn } from '../../bots/telegram/stand-in/index.ts';
import {
  openBreaker,
  openBudget,
  openGroups,
  openUsage,
  type Channel,
  type ChannelName,
} from '../../hub/channels/index.ts';
import { delivery, deliveryData, deliveryEngine, type Engine } from '../../hub/delivery/index.ts';
import { noticeContent, notices, type NewNotice } from '../../hub/notices/index.ts';
import { people } from '../../hub/people/index.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { keysFrom } from '../../hub/platform/keys.ts';
import { openLocales } from '../../hub/platform/locales.ts';
import { openLog } from '../../hub/platform/log.ts';
import { openMetrics } from '../../hub/platform/metrics.ts';
import { Secret } from '../../hub/platform/secret.ts';
import { testDatabase } from '../support/database.ts';

const token = '7000000001:DELIVERY';
/** Three o'clock in the afternoon in Hà Nội. */
const afternoon = new Date('2026-11-20T08:00:00Z');

/** In an order in which nothing refers to what is gone; members take what is theirs with them. Units stay. */
const emptied =
  'delivery_batch dispatch audience_slice delivery delivery_archive notice send_budget chat_budget channel_health ' +
  'channel_usage sent_message group_post chat_group group_code member';

async function empty(database: Database): Promise<void> {
  for (const table of emptied.split(' ')) await database.query(`delete from ${table}`);
}

export type DeliveryHouse = Awaited<ReturnType<typeof openDeliveryHouse>>;

/**
 * The delivery engine with everything real around it: database, notices, Telegram's adapter and the stand-in.
 * The clock is ours; nothing works by itself unless a test starts it.
 */
export async function openDeliveryHouse(
  options: {
    rate?: number;
    chatRate?: number;
    quietHours?: { fromMinute: number; toMinute: number };
    more?: Channel[];
    sendTimeoutMs?: number;
    /** One that others have lived in: it is emptied first, and left open. By default one of its own. */
    database?: Database;
  } = {},
) {
  const database = options.database ?? (await testDatabase());
  if (options.database) await empty(options.database);
  const standIn = telegramStandIn({ token, openChats: true });
  const { url } = await standIn.listen();
  const problems: unknown[] = [];
  let now = afternoon;
  const clock = () => now;
  const locales = openLocales(join(import.meta.dirname, '../../hub/locales'), 'Asia/Ho_Chi_Minh');
  const audit = openAudit({ database, clock });
  const on = new Map<ChannelName, Pick<Channel, 'limits' | 'terms' | 'sendToGroup'>>([
    ['telegram', { limits: { textUnits: 4096, buttons: 8, fileBytes: 20_000_000 } }],
    ...(options.more ?? []).map((channel) => [channel.name, channel] as const),
  ]);
  const keys = keysFrom(Buffer.alloc(32, 7));
  const ofPeople = people({
    database,
    keys,
    clock,
    audit,
    locales,
    personalData: [deliveryData],
  });
  const usage = openUsage({ sql: database, clock, timeZone: 'Asia/Ho_Chi_Minh' });
  const ofNotices = notices({
    database,
    people: ofPeople,
    audit,
    queues: { ring: async () => {} },
    clock,
    quietHours: options.quietHours ?? null,
    timeZone: 'Asia/Ho_Chi_Minh',
    locales,
    channels: () => on,
    usage,
    onProblem: (error) => problems.push(error),
  });
  const groups = openGroups({ database, keys, clock });
  const ofDelivery = delivery({
    database,
    people: ofPeople,
    audit,
    queues: { ring: async () => {} },
    clock,
    rates: { telegram: options.rate ?? Infinity },
    channels: () => on,
    groups,
    usage,
  });
  const engines: Engine[] = [];
  const bots: ReturnType<typeof telegramBot>[] = [];

  function engine(): Engine {
    const bot = telegramBot({
      token: new Secret(token),
      apiRoot: url,
      webhookSecret: undefined,
      commands: [],
      receive: async () => {},
      onProblem: (error) => problems.push(error),
      sendTimeoutMs: options.sendTimeoutMs ?? 1_000,
    });
    bots.push(bot);
    const breaker = openBreaker({ database, clock, onProblem: (error) => problems.push(error) });
    const channels = new Map<ChannelName, Channel>([['telegram', breaker.guard(bot.channel)]]);
    for (const channel of options.more ?? []) channels.set(channel.name, breaker.guard(channel));
    const made = deliveryEngine({
      database,
      budget: openBudget(
        database,
        { telegram: options.rate ?? Infinity },
        { telegram: options.chatRate ?? Infinity },
      ),
      breaker,
      usage,
      phoneOf: ofPeople.phoneOf,
      channels,
      ...noticeContent({ database, locales }),
      chats: ofPeople.chats,
      clock,
      metrics: openMetrics(),
      log: openLog('silent'),
      onProblem: (_, error) => problems.push(error),
    });
    engines.push(made);
    return made;
  }

  await ofPeople.importUnits(
    operator,
    Buffer.from(
      'code,name,kind,parent_code\nT,Tỉnh T,province,\nX,Xã X,commune,T\nC1,Chi bộ 1,cell,X\nC2,Chi bộ 2,cell,X\n',
    ),
  );
  await ofPeople.importMembers(
    operator,
    Buffer.from(
      'code,full_name,unit_code,role,status\nO,Trần Thị Hạnh,T,officer,official\nS,Lê Thị Sáu,C1,secretary,official\n',
    ),
  );

  return {
    database,
    standIn,
    people: ofPeople,
    notices: ofNotices,
    delivery: ofDelivery,
    groups,
    engine,
    problems,
    now: () => now,
    /** Moves the clock on. */
    pass: (ms: number) => (now = new Date(now.getTime() + ms)),
    setNow: (moment: string) => (now = new Date(moment)),
    /** Members A001 … of a cell, all but the last `unlinked` with a phone at 1001 …; beside those already there. */
    async members(cell: string, count: number, { unlinked = 0, prefix = 'A', firstAddress = 1001 } = {}) {
      const codes = Array.from({ length: count }, (_, n) => `${prefix}${String(n + 1).padStart(3, '0')}`);
      const rows = codes.map((code, n) => `${code},Nguyễn Văn Số ${n + 1},${cell},,official`);
      await ofPeople.importMembers(
        operator,
        Buffer.from(['code,full_name,unit_code,role,status', ...rows].join('\n')),
      );
      for (const [n, code] of codes.slice(0, count - unlinked).entries())
        await this.link(code, firstAddress + n);
      return codes;
    },
    async link(code: string, address: number | string, channel: ChannelName = 'telegram') {
      const { inviteId } = await ofPeople.openInvite((await ofPeople.invite(operator, code)).code);
      const consent = { consentText: 'Đồng ý?', language: 'vi' as const };
      await ofPeople.link({ inviteId, channel, address: String(address), ...consent });
    },
    send: (notice: Partial<NewNotice> = {}) =>
      ofNotices.send({
        from: 'O',
        unit: 'C1',
        title: 'Thông báo',
        body: 'Nội dung',
        wantsAck: true,
        ...notice,
      }),
    async actor(code: string) {
      return { memberId: (await ofPeople.memberByCode(code)).id, via: 'command' as const };
    },
    async idOf(code: string) {
      return (await ofPeople.memberByCode(code)).id;
    },
    async close() {
      for (const made of engines) await made.stop(2_000);
      for (const bot of bots) await bot.close();
      await standIn.close();
      if (!options.database) await database.close();
    },
  };
}
