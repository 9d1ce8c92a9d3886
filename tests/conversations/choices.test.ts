import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { choices } from '../../bots/conversations/choices.ts';
import { openInbox, type Channel, type ChannelName, type Inbound } from '../../hub/channels/index.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { keysFrom } from '../../hub/platform/keys.ts';
import { testDatabase } from '../support/database.ts';

let database: Database;
beforeAll(async () => (database = await testDatabase()), 60_000);
beforeEach(async () => void (await database.query('truncate inbound_event, conversation')));
afterAll(() => database.close());

const lan = { channel: 'zalo_bot', address: 'lan' } as const;
const buttons = [
  { label: 'Đồng ý', payload: 'consent:yes' },
  { label: 'Không đồng ý', payload: 'consent:no' },
];
const said = (text: string, eventKey: string, channel: ChannelName = 'zalo_bot'): Inbound => ({
  ...lan,
  channel,
  eventKey,
  kind: 'text',
  text,
  payload: '',
});

/** One channel without buttons, and one with some. */
function open() {
  const channel = (limit: number) =>
    ({ limits: { textUnits: 2_000, buttons: limit, fileBytes: 0 } }) as unknown as Channel;
  const channels = new Map<ChannelName, Channel>([
    ['zalo_bot', channel(0)],
    ['telegram', channel(8)],
  ]);
  const inbox = openInbox({ database, keys: keysFrom(Buffer.alloc(32, 7)), clock: () => new Date() });
  return { inbox, ...choices({ inbox, channels }) };
}

test('a number typed back is a tap on the button that bore it', async () => {
  const { offer, read } = open();
  expect(await offer(lan, buttons)).toBe('1. Đồng ý\n2. Không đồng ý');
  for (const text of ['3', '0', 'dong y', '1 2', 'mot'])
    expect(await read(said(text, text))).toMatchObject({ kind: 'text', text, payload: '' });
  expect(await read(said(' 2. ', 'a'))).toMatchObject({ kind: 'tap', text: '', payload: 'consent:no' });
});

test('it chooses once, and again only where the handling of the same message is tried again', async () => {
  const { offer, read } = open();
  await offer(lan, buttons);
  for (const [eventKey, kind] of [
    ['a', 'tap'],
    ['a', 'tap'],
    ['b', 'text'],
    ['a', 'tap'],
  ] as const)
    expect(await read(said('1', eventKey))).toMatchObject({ kind });
  await offer(lan, buttons);
  expect(await read(said('1', 'c'))).toMatchObject({ kind: 'tap' });
});

test('what was shown last counts: other buttons, or a list with numbers of its own', async () => {
  const { offer, forget, read } = open();
  await offer(lan, buttons);
  await offer(lan, [{ label: 'Trợ giúp', payload: 'help' }]);
  expect(await read(said('1', 'a'))).toMatchObject({ payload: 'help' });
  await offer(lan, buttons);
  await forget(lan);
  expect(await read(said('1', 'b'))).toMatchObject({ kind: 'text' });
});

test('numbers of one chat mean nothing in another, nor where there are buttons to press', async () => {
  const { offer, read } = open();
  await offer(lan, buttons);
  expect(await read({ ...said('1', 'a'), address: 'binh' })).toMatchObject({ kind: 'text' });
  await offer({ ...lan, channel: 'telegram' }, buttons);
  expect(await read(said('1', 'a', 'telegram'))).toMatchObject({ kind: 'text' });
});

test('they are forgotten with the address', async () => {
  const { inbox, offer, read } = open();
  await offer(lan, buttons);
  await inbox.forget(lan.channel, lan.address);
  expect(await read(said('1', 'a'))).toMatchObject({ kind: 'text' });
  expect(await database.query('select from conversation')).toEqual([]);
});
