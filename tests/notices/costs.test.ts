import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  openUsage,
  type Channel,
  type ChannelName,
  type GroupMode,
  type Terms,
} from '../../hub/channels/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { newId } from '../../hub/platform/ids.ts';
import { openDeliveryHouse, type DeliveryHouse } from '../delivery/house.ts';
import { hourMs, openGuardedProvider, template, type GuardedProvider } from '../delivery/guarded-provider.ts';
import { testDatabase } from '../support/database.ts';

let database: Database;
let house: DeliveryHouse;
let zalo: GuardedProvider;
let letters: string[];
beforeAll(async () => (database = await testDatabase()), 60_000);
afterAll(() => database.close());

async function open(terms: Partial<Terms>): Promise<void> {
  letters = [];
  zalo = await openGuardedProvider(() => house.now());
  house = await openDeliveryHouse({ database, more: [zalo.channel(terms), mailbox()] });
}
async function close(): Promise<void> {
  expect(house.problems).toEqual([]);
  await house.close();
  await zalo.close();
}

/** A channel on which anybody may be written to. */
function mailbox(): Channel {
  return {
    name: 'email',
    limits: { textUnits: 10_000, buttons: 0, fileBytes: 10_000_000 },
    async send({ address }) {
      letters.push(address);
      return { kind: 'sent', providerId: `letter-${letters.length}` };
    },
    async close() {},
  };
}

interface Someone {
  /** In the order in which they are tried. */
  chats: { channel: ChannelName; state: 'active' | 'stopped' | 'blocked'; silentHours: number | null }[];
  phone: boolean;
  inGroup: boolean;
}

/** Members of the cell C1, beside its secretary, who has no channel. */
async function settle(people: readonly Someone[], mode: GroupMode): Promise<void> {
  const codes = people.map((_, n) => `A${String(n + 1).padStart(3, '0')}`);
  const lines = people.map(
    ({ phone }, n) => `${codes[n]},Nguyễn Văn Số ${n + 1},C1,,official,${phone ? `09${10_000_000 + n}` : ''}`,
  );
  const header = 'code,full_name,unit_code,role,status,phone';
  await house.people.importMembers(operator, Buffer.from([header, ...lines].join('\n')));
  const ids = new Map(
    (await database.query<{ id: string; code: string }>('select id, code from member')).map(
      ({ id, code }) => [code, id],
    ),
  );
  const chats = people.flatMap(({ chats: some }, n) =>
    some.map((chat, preference) => {
      const { silentHours } = chat;
      const heardAt = silentHours === null ? null : new Date(house.now().getTime() - silentHours * hourMs);
      const address = chat.channel === 'telegram' ? String(1001 + n) : `${n + 1}`;
      if (chat.channel === 'zalo' && heardAt) zalo.hear(address, heardAt);
      return { ...chat, heardAt, address, preference, memberId: ids.get(codes[n]!)!, id: newId() };
    }),
  );
  await database.query(
    `insert into chat (id, channel, address, member_id, state, preference, heard_at, linked_at, changed_at)
     select "id", channel, address, "memberId", state, preference, "heardAt", now(), now()
     from jsonb_to_recordset($1::jsonb) as chat ("id" uuid, channel channel, address text, "memberId" uuid,
       state chat_state, preference int, "heardAt" timestamptz)`,
    [JSON.stringify(chats)],
  );
  const { id: unitId } = await house.people.unitByCode('C1');
  const { code } = await house.groups.makeCode({ channel: 'zalo', unitId, by: await house.idOf('O') });
  const linked = await database.transaction((sql) =>
    house.groups.link({ channel: 'zalo', address: 'G1', text: code }, sql),
  );
  if (linked.kind !== 'linked') throw new Error(linked.kind);
  await house.groups.setMode(linked.groupId, mode);
  const inGroup = people.flatMap((one, n) => (one.inGroup ? [String(n + 1)] : []));
  await house.groups.change('zalo', { kind: 'came', group: 'G1', people: inGroup });
}

async function foreseen(notice: { body?: string; attachments?: never[] } = {}) {
  const by = await house.actor('O');
  return await house.notices.audiencePreview(by, {
    unit: 'C1',
    title: 'Thông báo',
    body: 'Nội dung',
    ...notice,
  });
}

/** Sends the same notice and says where everybody was in the end. */
async function happened() {
  const { id, recipients } = await house.send();
  const engine = house.engine();
  for (let round = 0; round < 3; round += 1) {
    await engine.work();
    house.pass(1_000);
  }
  const usage = await openUsage({
    sql: database,
    clock: () => house.now(),
    timeZone: 'Asia/Ho_Chi_Minh',
  }).ofMonth('zalo');
  const [grouped] = await database.query<{ count: number }>(
    `select count(*) as count from delivery where notice_id = $1 and reason = 'in-group'`,
    [id],
  );
  const { byStatus, byChannel } = await house.notices.status(operator, id);
  return {
    recipients,
    routes: [
      ...usage.filter(({ way }) => way !== 'group').map((one) => ({ channel: 'zalo', ...one })),
      ...(grouped!.count > 0 ? [{ channel: 'zalo', way: 'group', count: grouped!.count, cost: 0 }] : []),
      ...(['telegram', 'email'] as const).flatMap((channel) =>
        byChannel[channel] ? [{ channel, way: 'free', count: byChannel[channel], cost: 0 }] : [],
      ),
    ],
    notReached: byStatus.unreachable + byStatus.failed,
    left: byStatus.created,
  };
}

const byName = (routes: readonly { channel: string; way: string; count: number; cost: number }[]) =>
  routes.map(({ channel, way, count, cost }) => `${channel} ${way}: ${count} for ${cost}`).toSorted();

const zaloOnly = (silentHours: number | null, more: Partial<Someone> = {}): Someone => ({
  chats: [{ channel: 'zalo', state: 'active', silentHours }],
  phone: false,
  inGroup: false,
  ...more,
});
const many = (count: number, one: Someone): Someone[] => Array.from({ length: count }, () => one);

describe('before a notice is sent', () => {
  beforeEach(async () => await open({ templateFor: () => template, monthlyBudget: 1_000 }));
  afterEach(close);

  test('it is said who goes how and for how much', async () => {
    const withMail: Someone['chats'] = [
      { channel: 'zalo', state: 'active', silentHours: null },
      { channel: 'email', state: 'active', silentHours: null },
    ];
    await settle(
      [
        ...many(4, zaloOnly(1)),
        ...many(3, zaloOnly(72)),
        zaloOnly(200),
        zaloOnly(null, { phone: true, chats: withMail }),
      ],
      'fallback',
    );
    expect(await foreseen()).toMatchObject({
      recipients: 10,
      byChannel: { zalo: 9 },
      routes: [
        { channel: 'zalo', way: 'free', count: 4, cost: 0 },
        { channel: 'zalo', way: 'paid', count: 3, cost: 165 },
        { channel: 'zalo', way: 'template', count: 2, cost: 400 },
      ],
      shortages: [],
      withoutWay: 0,
      withoutChannel: { count: 1, first: [{ code: 'S' }] },
    });
  });

  test('a message in three parts costs three, a template one', async () => {
    await settle([zaloOnly(1), zaloOnly(72)], 'fallback');
    expect(byName((await foreseen({ body: 'Nội dung rất dài. '.repeat(250) })).routes)).toEqual([
      'zalo free: 1 for 0',
      'zalo paid: 1 for 165',
    ]);
  });

  test('a month that would run out is said, and where the rest goes', async () => {
    const mail: Someone['chats'] = [
      { channel: 'zalo', state: 'active', silentHours: 72 },
      { channel: 'email', state: 'active', silentHours: null },
    ];
    await settle(many(30, zaloOnly(72, { chats: mail })), 'fallback');
    const { routes, shortages } = await foreseen();
    expect(byName(routes)).toEqual(['email free: 12 for 0', 'zalo paid: 18 for 990']);
    expect(shortages).toEqual([{ channel: 'zalo', of: 'money', left: 1_000 }]);
  });

  test('who is in the group and cannot be written to gets it there; nothing for secretaries does', async () => {
    await settle(many(3, zaloOnly(null, { inGroup: true })), 'instead');
    expect(byName((await foreseen()).routes)).toEqual(['zalo group: 3 for 0']);
    const by = await house.actor('O');
    const toSecretaries = await house.notices.audiencePreview(by, { unit: 'C1', to: 'secretaries' });
    expect(toSecretaries).toMatchObject({ recipients: 1, routes: [] });
  });

  test('who has a channel and no way on it is told apart from who has none', async () => {
    await close();
    await open({});
    await settle(many(2, zaloOnly(null)), 'fallback');
    expect(await foreseen()).toMatchObject({ routes: [], withoutWay: 2, withoutChannel: { count: 1 } });
  });

  test('a channel that does not answer comes last', async () => {
    const both: Someone['chats'] = [
      { channel: 'zalo', state: 'active', silentHours: 1 },
      { channel: 'email', state: 'active', silentHours: null },
    ];
    await settle([zaloOnly(1, { chats: both }), zaloOnly(1)], 'fallback');
    await database.query(
      `insert into channel_health (channel, state, changed_at) values ('zalo', 'open', now())`,
    );
    expect((await foreseen()).byChannel).toEqual({ email: 1, zalo: 1 });
  });
});

const someone: fc.Arbitrary<Someone> = fc.record({
  chats: fc
    .record({
      order: fc.shuffledSubarray<ChannelName>(['zalo', 'telegram', 'email']),
      states: fc.array(fc.constantFrom('active', 'active', 'active', 'stopped', 'blocked'), {
        minLength: 3,
        maxLength: 3,
      }),
      // Away from the ends of the window: between looking and sending some time passes.
      silentHours: fc.option(fc.constantFrom(1, 47, 49, 100, 167, 169, 900)),
    })
    .map(({ order, states, silentHours }) =>
      order.map((channel, n) => ({ channel, state: states[n]!, silentHours })),
    ),
  phone: fc.boolean(),
  inGroup: fc.boolean(),
});
const town = (size: number) =>
  fc.record({
    people: fc.array(someone, { minLength: size, maxLength: size }),
    mode: fc.constantFrom<GroupMode>('fallback', 'beside', 'instead'),
    template: fc.option(
      fc.constantFrom(template, { ...template, userCost: null }, { ...template, phoneCost: null }),
    ),
  });

describe('what is foreseen is what happens', () => {
  test.each([
    [200, 1],
    [40, 5],
  ])(
    'to %i people, whoever they are',
    async (size, numRuns) => {
      await fc.assert(
        fc.asyncProperty(town(size), async ({ people, mode, template: given }) => {
          await open({ templateFor: () => given });
          try {
            await settle(people, mode);
            const before = await foreseen();
            const after = await happened();
            expect(byName(after.routes)).toEqual(byName(before.routes));
            expect({ recipients: after.recipients, notReached: after.notReached, left: after.left }).toEqual({
              recipients: before.recipients,
              notReached: before.withoutWay + before.withoutChannel.count,
              left: 0,
            });
          } finally {
            await close();
          }
        }),
        { numRuns, endOnFailure: true },
      );
    },
    60_000,
  );

  test('also where the month runs out: as many go as it carries', async () => {
    await fc.assert(
      fc.asyncProperty(town(40), fc.nat(25), async ({ people, mode, template: given }, monthlyQuota) => {
        await open({ templateFor: () => given, monthlyQuota });
        try {
          await settle(people, mode);
          const before = await foreseen();
          const after = await happened();
          const counted = (routes: readonly { channel: string; way: string; count: number }[]) =>
            routes
              .filter(({ channel, way }) => channel === 'zalo' && way !== 'group')
              .reduce((sum, { count }) => sum + count, 0);
          expect(counted(after.routes)).toBe(counted(before.routes));
          expect(counted(after.routes)).toBeLessThanOrEqual(monthlyQuota);
          if (before.shortages.length > 0) expect(counted(before.routes)).toBe(monthlyQuota);
        } finally {
          await close();
        }
      }),
      { numRuns: 4, endOnFailure: true },
    );
  }, 60_000);
});
