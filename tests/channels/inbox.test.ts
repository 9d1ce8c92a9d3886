import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openInbox, type Inbound } from '../../hub/channels/index.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { keysFrom } from '../../hub/platform/keys.ts';
import { testDatabase } from '../support/database.ts';

const keys = keysFrom(Buffer.alloc(32, 7));
let database: Database;
let now: Date;
beforeAll(async () => (database = await testDatabase()), 60_000);
beforeEach(async () => {
  now = new Date('2026-11-01T02:00:00Z');
  await database.query('truncate inbound_event, conversation');
});
afterAll(() => database.close());

/** An inbox as each process has one. */
const open = () => openInbox({ database, keys, clock: () => now });

let made = 0;
function said(address: string, text: string, more: Partial<Inbound> = {}): Inbound {
  made += 1;
  return { channel: 'telegram', address, eventKey: String(made), kind: 'text', text, payload: '', ...more };
}

/** Everything that waits, handled by one worker. */
async function handleAll(inbox = open()): Promise<string[]> {
  const texts: string[] = [];
  while (await inbox.workOnOneChat(async ({ text }) => void texts.push(text)));
  return texts;
}

/** As if the chat had waited long enough. */
const waitOver = (address: string) =>
  database.query(
    `update conversation set lease_until = clock_timestamp() - interval '1 second' where address = $1`,
    [address],
  );

describe('what a person did', () => {
  test('is taken in once, however often the provider tells it', async () => {
    const inbox = open();
    const event = said('1', 'chào');
    expect(await inbox.receive([event, said('1', 'hai'), event])).toBe(2);
    expect(await Promise.all([open(), open(), open()].map((each) => each.receive([event])))).toEqual([
      0, 0, 0,
    ]);
    expect(await inbox.receive([])).toBe(0);
    expect(await handleAll()).toEqual(['chào', 'hai']);
    expect(await inbox.receive([event])).toBe(0);
    expect(await handleAll()).toEqual([]);
  });

  test('is taken in once where two processes hear it at the same moment', async () => {
    const events = Array.from({ length: 20 }, (_, index) => said(String(index), 'chào'));
    const fresh = await Promise.all(Array.from({ length: 4 }, () => open().receive(events)));
    expect(fresh.reduce((sum, count) => sum + count, 0)).toBe(20);
  });

  test('is another event on another channel', async () => {
    const event = said('1', 'chào');
    expect(await open().receive([event, { ...event, channel: 'zalo' }])).toBe(2);
  });

  test('is kept in one length, and what is long in another: its size tells nothing of it', async () => {
    const texts = ['ý', 'Góp ý '.repeat(40), 'ý'.repeat(2_000), 'Đường thôn Ba hỏng. '.repeat(200)];
    await open().receive(texts.map((text, index) => said(String(index), text)));
    const rows = await database.query<{ size: number }>(
      'select octet_length(payload) as size from inbound_event order by address',
    );
    const sizes = rows.map(({ size }) => size);
    expect(sizes).toEqual([sizes[0], sizes[0], sizes[2], sizes[2]]);
    expect(await handleAll()).toEqual(texts);
  });

  test('comes out as it went in', async () => {
    const event = said('1', 'Đồng chí ơi 👩‍🌾', {
      appLanguage: 'vi',
      messageId: '5',
      kind: 'tap',
      payload: 'ack:1',
      tapId: '9',
    });
    await open().receive([event]);
    const seen: Inbound[] = [];
    await open().workOnOneChat(async (inbound) => void seen.push(inbound));
    expect(seen).toEqual([event]);
  });

  test('cannot be read in the table, and is wiped once handled', async () => {
    const text = 'Tôi xin vắng vì con ốm';
    await open().receive([said('1', text, { payload: 'ack:secret' })]);
    const rows = async () =>
      await database.query<{ payload: Buffer | null; row: string }>(
        'select payload, to_jsonb(e)::text as row from inbound_event e',
      );
    const [before] = await rows();
    for (const word of [text, 'vắng', 'ack:secret', '"kind"']) {
      expect(before!.payload!.includes(Buffer.from(word))).toBe(false);
      expect(before!.row).not.toContain(word);
      expect(before!.row).not.toContain(Buffer.from(word).toString('hex'));
    }
    await handleAll();
    const [after] = await rows();
    expect(after).toMatchObject({ payload: null });
  });

  test('cannot be passed off as somebody else’s', async () => {
    await open().receive([said('1', 'của người một'), said('2', 'của người hai')]);
    await database.query(`
      update inbound_event set payload = (select payload from inbound_event where address = '1') where address = '2'`);
    await database.query(`delete from inbound_event where address = '1'`);
    const seen: string[] = [];
    await expect(open().workOnOneChat(async ({ text }) => void seen.push(text))).rejects.toThrow();
    expect(seen).toEqual([]);
  });

  test('is forgotten two days after it was handled', async () => {
    const [old, waiting] = [said('1', 'cũ'), said('2', 'còn chờ')];
    const inbox = open();
    await inbox.receive([old]);
    await handleAll();
    await inbox.receive([waiting]);
    now = new Date(now.getTime() + 47 * 3_600_000);
    await inbox.forgetHandled();
    expect(await inbox.receive([old])).toBe(0);
    now = new Date(now.getTime() + 2 * 3_600_000);
    await inbox.forgetHandled();
    expect(await inbox.receive([old])).toBe(1);
    expect((await handleAll()).sort()).toEqual(['cũ', 'còn chờ'].sort());
  });
});

describe('the events of one chat', () => {
  test('are handled one after another, oldest first, under eight workers at once', async () => {
    const chats = Array.from({ length: 12 }, (_, index) => `chat ${index}`);
    const steps = Array.from({ length: 8 }, (_, step) => step);
    for (const step of steps) {
      await open().receive(chats.map((address) => said(address, String(step))));
      now = new Date(now.getTime() + 1);
    }
    const seen = new Map<string, string[]>(chats.map((address) => [address, []]));
    const busy = new Set<string>();
    let overlaps = 0;
    let mostAtOnce = 0;
    const handle = async ({ address, text }: Inbound) => {
      if (busy.has(address)) overlaps += 1;
      busy.add(address);
      mostAtOnce = Math.max(mostAtOnce, busy.size);
      await sleep(Math.random() * 8);
      seen.get(address)!.push(text);
      busy.delete(address);
    };
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        const inbox = open();
        while (await inbox.workOnOneChat(handle));
      }),
    );
    expect([...seen.values()]).toEqual(chats.map(() => steps.map(String)));
    expect(overlaps).toBe(0);
    expect(mostAtOnce).toBeGreaterThan(3);
  });

  test('hold up nobody else: every worker finds a chat as long as one waits', async () => {
    const chats = Array.from({ length: 8 }, (_, index) => String(index));
    await open().receive(chats.flatMap((address) => [said(address, 'một'), said(address, 'hai')]));
    const { promise: everybodyIsHere, resolve } = Promise.withResolvers<void>();
    const here = new Set<string>();
    const handle = async ({ address }: Inbound) => {
      if (here.add(address).size === chats.length) resolve();
      await Promise.race([everybodyIsHere, sleep(3_000)]);
    };
    const found = await Promise.all(chats.map(() => open().workOnOneChat(handle)));
    expect(here.size).toBe(8);
    expect(found).toEqual(chats.map(() => true));
    expect(await open().workOnOneChat(handle)).toBe(false);
  });

  test('that come while one is being handled follow it at once', async () => {
    const inbox = open();
    await inbox.receive([said('1', 'một')]);
    const texts: string[] = [];
    await inbox.workOnOneChat(async ({ text }) => {
      texts.push(text);
      if (text === 'một') expect(await inbox.receive([said('1', 'hai')])).toBe(1);
    });
    expect(texts).toEqual(['một', 'hai']);
  });
});

describe('an event whose handling fails', () => {
  test('holds up its own chat only, and is tried again before what came later', async () => {
    const inbox = open();
    await inbox.receive([said('1', 'hỏng'), said('1', 'sau'), said('2', 'người khác')]);
    const texts: string[] = [];
    let fails = true;
    const handle = async ({ text }: Inbound) => {
      if (text === 'hỏng' && fails) throw new Error('not now');
      texts.push(text);
    };
    await expect(inbox.workOnOneChat(handle)).rejects.toThrow('not now');
    expect(await inbox.workOnOneChat(handle)).toBe(true);
    expect(await inbox.workOnOneChat(handle)).toBe(false);
    expect(texts).toEqual(['người khác']);
    fails = false;
    await waitOver('1');
    expect(await inbox.workOnOneChat(handle)).toBe(true);
    expect(texts).toEqual(['người khác', 'hỏng', 'sau']);
  });

  test('waits longer each time', async () => {
    const inbox = open();
    await inbox.receive([said('1', 'hỏng')]);
    const waits: number[] = [];
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await expect(inbox.workOnOneChat(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
      const [row] = await database.query<{ seconds: number }>(
        'select extract(epoch from lease_until - clock_timestamp())::float8 as seconds from conversation',
      );
      waits.push(Math.round(row!.seconds));
      await waitOver('1');
    }
    expect(waits).toEqual([1, 2, 4, 8]);
  });

  test('is set aside after five tries, and the chat goes on', async () => {
    const inbox = open();
    await inbox.receive([said('1', 'hỏng'), said('1', 'sau')]);
    let tries = 0;
    const texts: string[] = [];
    const handle = async ({ text }: Inbound) => {
      if (text !== 'hỏng') return void texts.push(text);
      tries += 1;
      throw new Error('never');
    };
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await expect(inbox.workOnOneChat(handle)).rejects.toThrow('never');
      if (attempt < 4) await waitOver('1');
    }
    // What comes after is not made to wait for a lease nobody needs any more.
    expect(await inbox.workOnOneChat(handle)).toBe(true);
    expect([tries, texts]).toEqual([5, ['sau']]);
    const rows = await database.query(
      'select attempts, payload, problem is not null as problem from inbound_event order by received_at, id',
    );
    expect(rows).toEqual([
      { attempts: 5, payload: null, problem: true },
      { attempts: 1, payload: null, problem: false },
    ]);
  });
});

describe('a process that dies', () => {
  test('in the middle of an event leaves it to the next one', async () => {
    await open().receive([said('1', 'dở dang'), said('1', 'sau')]);
    const { promise: never, resolve: release } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const dying = open().workOnOneChat(async () => {
      begin();
      await never;
    });
    await begun;
    const next = open();
    expect(await next.workOnOneChat(async () => {})).toBe(false);
    await waitOver('1');
    expect(await handleAll(next)).toEqual(['dở dang', 'sau']);
    release();
    await dying;
    expect(await handleAll()).toEqual([]);
  });
});

describe('where a person stands', () => {
  test('is forgotten after a week where somebody began to say something, and left', async () => {
    const inbox = open();
    await inbox.setState('telegram', '1', { step: 'feedback', text: 'Nên họp sớm hơn' });
    await inbox.setState('telegram', '2', { step: 'correcting' });
    now = new Date('2026-11-07T02:00:00Z');
    await inbox.forgetHandled();
    expect(await inbox.state('telegram', '1')).toMatchObject({ text: 'Nên họp sớm hơn' });
    now = new Date('2026-11-09T02:00:00Z');
    await inbox.forgetHandled();
    expect(await inbox.state('telegram', '1')).toBeNull();
    expect(await inbox.state('telegram', '2')).toEqual({ step: 'correcting' });
  });

  test('is kept for each chat and read by every process', async () => {
    await open().setState('telegram', '1', { step: 'consent', memberId: 'm', text: 'Đồng ý?' });
    expect(await open().state('telegram', '1')).toEqual({ step: 'consent', memberId: 'm', text: 'Đồng ý?' });
    expect(await open().state('zalo', '1')).toBeNull();
    expect(await open().state('telegram', '2')).toBeNull();
    await open().setState('telegram', '1', { step: 'stopping' });
    expect(await open().state('telegram', '1')).toEqual({ step: 'stopping' });
    await open().setState('telegram', '1', null);
    expect(await open().state('telegram', '1')).toBeNull();
  });

  test('can be set while an event is being handled, and stays', async () => {
    const inbox = open();
    await inbox.receive([said('1', 'một')]);
    await inbox.workOnOneChat(async () => await inbox.setState('telegram', '1', { step: 'stopping' }));
    expect(await inbox.state('telegram', '1')).toEqual({ step: 'stopping' });
    expect(await inbox.workOnOneChat(async () => {})).toBe(false);
  });

  test('cannot be read in the table, nor moved to another chat', async () => {
    await open().setState('telegram', '1', { step: 'choosing', ids: ['một bí mật'] });
    await open().setState('telegram', '2', { step: 'stopping' });
    const [row] = await database.query<{ state: Buffer }>(
      `select state from conversation where address = '1'`,
    );
    for (const word of ['choosing', 'bí mật']) expect(row!.state.includes(Buffer.from(word))).toBe(false);
    await database.query(`update conversation set state = $1 where address = '2'`, [row!.state]);
    await expect(open().state('telegram', '2')).rejects.toThrow();
  });
});
