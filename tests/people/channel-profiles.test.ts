import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Channel } from '../../prisma/generated/enums.ts';
import { operator, type Actor } from '../../hub/platform/audit.ts';
import { newId } from '../../hub/platform/ids.ts';
import { openKeptHouse } from './keeping.ts';

let house: Awaited<ReturnType<typeof openKeptHouse>>;
beforeAll(async () => (house = await openKeptHouse()), 60_000);
beforeEach(async () => {
  await house.reset();
  await house.database.query('delete from channel_profile');
});
afterAll(() => house.database.close());

const usual: Channel[] = ['zalo', 'zalo_bot', 'push', 'web', 'email', 'telegram'];

async function outcome(asked: Promise<unknown>): Promise<string> {
  return await asked.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
}

async function link(code: string, ...channels: Channel[]): Promise<void> {
  for (const channel of channels) {
    const { inviteId } = await house.people.openInvite((await house.people.invite(operator, code)).code);
    const consent = { consentText: 'Tôi đồng ý.', language: 'vi' as const };
    await house.people.link({ inviteId, channel, address: `${channel} of ${code}`, ...consent });
  }
}

const chatsOf = async (code: string) => (await house.people.profile(operator, code)).chats;
const orderOf = async (code: string) => (await chatsOf(code)).map(({ channel }) => channel);
const chatId = async (code: string, wanted: Channel) =>
  (await chatsOf(code)).find(({ channel }) => channel === wanted)!.id;
/** What was done in the cell about orders and chats; linking needs invitations, which are not told here. */
const deeds = async () => (await house.audited('X1-C')).filter(([action]) => action !== 'member.invited');
const self = async (code: string): Promise<Actor> => ({ ...(await house.as(code)), via: 'chat' });

describe('an order of channels', () => {
  test('is the usual one where no unit has its own: Zalo, what wakes the phone, letters, Telegram', async () => {
    await link('M', 'telegram', 'email', 'web', 'zalo');
    expect(await orderOf('M')).toEqual(['zalo', 'web', 'email', 'telegram']);
    expect(await house.people.channelOrder(operator, 'X1-C')).toEqual({ channels: usual, from: null });
  });

  test('of a unit holds there and below it, the nearest one above wins, and it is told where it comes from', async () => {
    await link('M', 'zalo', 'email', 'telegram');
    await link('M2', 'zalo', 'email', 'telegram');
    await house.people.setChannelOrder(await house.as('TO'), 'T', ['email']);
    expect(await orderOf('M')).toEqual(['email', 'zalo', 'telegram']);
    await house.people.setChannelOrder(await house.as('O'), 'X1', ['telegram', 'email']);
    expect([await orderOf('M'), await orderOf('M2')]).toEqual([
      ['telegram', 'email', 'zalo'],
      ['email', 'zalo', 'telegram'],
    ]);
    expect(await house.people.channelOrder(await house.as('M'), 'X1-C')).toEqual({
      channels: ['telegram', 'email', 'zalo', 'zalo_bot', 'push', 'web'],
      from: { code: 'X1', name: 'Đảng bộ xã Một' },
    });
    await house.people.inheritChannelOrder(await house.as('O'), 'X1');
    expect(await orderOf('M')).toEqual(['email', 'zalo', 'telegram']);
    expect(await house.audited('X1')).toEqual([
      ['unit.channels-ordered', { order: 'telegram, email, zalo, zalo_bot, push, web' }],
      ['unit.channels-inherited', {}],
    ]);
  });

  test('is for who keeps the list of the unit; others may read it, strangers not even that', async () => {
    const asked = async (code: string) =>
      await outcome(house.people.setChannelOrder(await house.as(code), 'X1-C', ['web']));
    const may = Object.fromEntries(
      await Promise.all(
        ['TO', 'O', 'S', 'K', 'S2', 'M', 'TP'].map(async (code) => [code, await asked(code)] as const),
      ),
    );
    expect(may).toEqual({
      TO: 'done',
      O: 'done',
      S: 'done',
      K: 'may.not',
      S2: 'may.not',
      M: 'may.not',
      TP: 'may.not',
    });
    expect(await outcome(house.people.inheritChannelOrder(await house.as('K'), 'X1-C'))).toBe('may.not');
    expect(await outcome(house.people.channelOrder(await house.as('K'), 'X1-C'))).toBe('done');
    expect(await outcome(house.people.channelOrder(await house.as('S2'), 'X1-C'))).toBe('may.not');
  });

  test('names each channel once and at least one', async () => {
    for (const wrong of [[], ['web', 'web']] as Channel[][])
      expect(await outcome(house.people.setChannelOrder(operator, 'X1-C', wrong))).toBe(
        'channels.order-wrong',
      );
    expect(await house.audited('X1-C')).toEqual([]);
  });

  test('follows a member who moves, once the day has come', async () => {
    await house.people.setChannelOrder(operator, 'X2', ['telegram']);
    await link('M', 'zalo', 'telegram');
    await house.people.move(operator, 'M', {
      to: 'X2-C',
      kind: 'home',
      from: '2026-11-03',
      reason: 'Chuyển',
    });
    await house.people.arrange();
    expect(await orderOf('M')).toEqual(['zalo', 'telegram']);
    house.pass({ days: 2 });
    await house.people.arrange();
    expect(await orderOf('M')).toEqual(['telegram', 'zalo']);
  });

  test('touches nothing that stands right already', async () => {
    await link('M', 'telegram', 'zalo');
    await link('P', 'telegram', 'zalo');
    const versions = async () => await house.database.query('select id, xmin::text from chat order by id');
    const before = await versions();
    await house.people.arrange();
    await house.people.setChannelOrder(operator, 'X1-C', usual);
    expect(await versions()).toEqual(before);
  });
});

describe('an order of one’s own', () => {
  test('holds whatever the unit says, and a further chat comes last', async () => {
    await link('M', 'zalo', 'email');
    await house.people.chats.preferChat(await self('M'), 'M', await chatId('M', 'email'));
    await link('M', 'push');
    await house.people.setChannelOrder(operator, 'X1-C', ['push', 'zalo']);
    await house.people.arrange();
    expect(await orderOf('M')).toEqual(['email', 'zalo', 'push']);
  });

  test('may be said whole or in part, by the member or who keeps the list', async () => {
    await link('M', 'zalo', 'web', 'email', 'telegram');
    const { orderChats } = house.people.chats;
    const [email, telegram, web] = [
      await chatId('M', 'email'),
      await chatId('M', 'telegram'),
      await chatId('M', 'web'),
    ];
    await orderChats(await self('M'), 'M', [telegram, email]);
    expect(await orderOf('M')).toEqual(['telegram', 'email', 'zalo', 'web']);
    await orderChats(await house.as('S'), 'M', [web]);
    expect(await orderOf('M')).toEqual(['web', 'telegram', 'email', 'zalo']);
    // The same once more is nothing new.
    await orderChats(await house.as('S'), 'M', [web]);
    expect(await deeds()).toEqual([
      ['chat.ordered', {}],
      ['chat.ordered', {}],
    ]);
    expect(await outcome(orderChats(await house.as('S2'), 'M', [web]))).toBe('may.not');
    expect(await outcome(orderChats(await self('M'), 'M', [newId()]))).toBe('chat.unknown');
  });

  test('is given up for that of the unit', async () => {
    await link('M', 'zalo', 'email');
    const { orderChats, followUnit } = house.people.chats;
    await orderChats(await self('M'), 'M', [await chatId('M', 'email')]);
    await followUnit(await self('M'), 'M');
    expect(await orderOf('M')).toEqual(['zalo', 'email']);
    await house.people.setChannelOrder(operator, 'X1-C', ['email']);
    expect(await orderOf('M')).toEqual(['email', 'zalo']);
    expect(await outcome(followUnit(await house.as('S2'), 'M'))).toBe('may.not');
  });

  test('does not come along to whom a chat goes next', async () => {
    await link('M', 'zalo', 'email');
    await house.people.chats.orderChats(await self('M'), 'M', [await chatId('M', 'email')]);
    const { inviteId } = await house.people.openInvite((await house.people.invite(operator, 'P')).code);
    const consent = { consentText: 'Tôi đồng ý.', language: 'vi' as const };
    await house.people.link({ inviteId, channel: 'email', address: 'email of M', ...consent });
    await link('P', 'zalo');
    expect(await orderOf('P')).toEqual(['zalo', 'email']);
  });

  test('stands against an arranging at the same moment', async () => {
    await link('M', 'zalo', 'web', 'email', 'telegram');
    const [telegram, web] = [await chatId('M', 'telegram'), await chatId('M', 'web')];
    const me = await self('M');
    for (let round = 0; round < 5; round += 1) {
      await house.people.chats.followUnit(me, 'M');
      await Promise.all([
        house.people.arrange(),
        house.people.chats.orderChats(me, 'M', [telegram, web]),
        house.people.setChannelOrder(operator, 'X1-C', round % 2 ? ['email'] : ['web']),
        house.people.arrange(),
      ]);
      expect(await orderOf('M')).toEqual(['telegram', 'web', ...(await orderOf('M')).slice(2)]);
    }
  });
});

describe('a chat of one’s own', () => {
  test('is stopped and resumed by the member alone, and both are written down', async () => {
    await link('M', 'zalo', 'email');
    const email = await chatId('M', 'email');
    const { stopChat, resumeChat } = house.people.chats;
    for (const code of ['S', 'TO', 'P']) {
      expect(await outcome(stopChat(await house.as(code), 'M', email)), code).toBe('may.not');
    }
    expect(await outcome(stopChat(operator, 'M', email))).toBe('may.not');
    await stopChat(await self('M'), 'M', email);
    expect((await chatsOf('M')).map(({ state }) => state)).toEqual(['active', 'stopped']);
    await resumeChat(await self('M'), 'M', email);
    await resumeChat(await self('M'), 'M', email);
    expect((await chatsOf('M')).map(({ state }) => state)).toEqual(['active', 'active']);
    expect(await deeds()).toEqual([
      ['chat.stopped', { channel: 'email' }],
      ['chat.resumed', { channel: 'email' }],
    ]);
  });
});

test('whatever orders units have and members chose, each chat stands where a reader would put it', async () => {
  const above: Record<string, string | null> = { T: null, X1: 'T', 'X1-C': 'X1', X2: 'T', 'X2-C': 'X2' };
  const order = fc.shuffledSubarray(usual, { minLength: 1 });
  const profiles = fc.record(
    Object.fromEntries(Object.keys(above).map((unit) => [unit, fc.option(order, { nil: null })])),
  );
  const population = fc.record({
    profiles,
    chats: fc.record(Object.fromEntries(['M', 'M2', 'TP', 'K'].map((code) => [code, order]))),
    chosen: fc.subarray(['M', 'M2', 'TP', 'K']),
  });
  const homes: Record<string, string> = { M: 'X1-C', M2: 'X2-C', TP: 'T', K: 'X1' };

  await fc.assert(
    fc.asyncProperty(population, async ({ profiles: given, chats, chosen }) => {
      const { database, people } = house;
      await database.query('delete from chat');
      await database.query('delete from channel_profile');
      for (const [unit, channels] of Object.entries(given)) {
        if (channels) await people.setChannelOrder(operator, unit, channels);
      }
      for (const [code, linked] of Object.entries(chats)) {
        await database.query(
          `insert into chat (id, channel, address, member_id, state, preference, chosen, linked_at, changed_at)
           select line.id, channel, $2 || channel::text, member.id, 'active', place - 1, $3, now(), now()
           from unnest($4::uuid[], $5::channel[]) with ordinality as line (id, channel, place)
           join member on member.code = $1`,
          [code, `${code} `, chosen.includes(code), linked.map(() => newId()), linked],
        );
      }
      await people.arrange();
      for (const [code, linked] of Object.entries(chats)) {
        let unit: string | null = homes[code]!;
        while (unit && !given[unit]) unit = above[unit]!;
        const wanted = [...new Set([...((unit && given[unit]) || []), ...usual])];
        const expected = chosen.includes(code)
          ? linked
          : wanted.filter((channel) => linked.includes(channel));
        expect(await orderOf(code), code).toEqual(expected);
      }
    }),
    { numRuns: 15 },
  );
});
