import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../hub/platform/database/index.ts';
import { newId } from '../../hub/platform/ids.ts';
import { keysFrom } from '../../hub/platform/keys.ts';
import { webChatData, type WebChat } from '../../hub/webchat/index.ts';
import { testDatabase } from '../support/database.ts';
import { openWebChat } from './given.ts';

let database: Database;
let chats: WebChat;
beforeAll(async () => {
  database = await testDatabase();
  chats = openWebChat({ database });
});
afterAll(() => database.close());

const secret = 'Tôi đề nghị xem lại việc chia đất ở bản Nà Lốc';
const open = async () => (await chats.open('Thử')).address;
const say = (address: string, text: string) => chats.append({ address, direction: 'in', text });
const texts = async (address: string) =>
  (await chats.page(address, { limit: 1_000 })).messages.map(({ text }) => text);

interface Row {
  id: string;
  text: string;
  sealed: Buffer;
}
const rowsOf = (address: string) =>
  database.query<Row>('select id, text, sealed from web_message where address = $1 order by event', [
    address,
  ]);

test('what is said on our page lies sealed in the database and is shown as it was said', async () => {
  const address = await open();
  await say(address, secret);
  const [row] = await rowsOf(address);
  expect(row!.text).toBe('');
  expect(row!.sealed.includes('Nà Lốc')).toBe(false);
  expect(await texts(address)).toEqual([secret]);
  const [change] = await chats.changes([{ address, after: 0 }]);
  expect(change).toMatchObject({ text: secret });
  expect(change).not.toHaveProperty('sealed');
  expect((await chats.message(address, row!.id))?.text).toBe(secret);
});

test('so do its buttons, which name what they are about', async () => {
  const address = await open();
  const buttons = [{ label: 'Rút lại', payload: 'feedback:withdraw:7KQ2-MP4D' }];
  const bold = [{ offset: 3, length: 9 }];
  const said = await chats.append({ address, direction: 'out', text: 'Số 7KQ2-MP4D', buttons, bold });
  const id = said.kind === 'kept' ? said.id : '';
  const everything = async () =>
    JSON.stringify(
      await database.query('select *, encode(sealed, $2) as bytes from web_message where id = $1', [
        id,
        'escape',
      ]),
    );
  expect(await everything()).not.toMatch(/7KQ2|feedback|Rút|offset/);
  expect(await chats.message(address, id)).toMatchObject({ buttons, bold, text: 'Số 7KQ2-MP4D' });
  await chats.settle(address, id, { toast: 'Xong.', removeButtons: true });
  expect(await chats.message(address, id)).toMatchObject({ buttons: [], bold, text: 'Số 7KQ2-MP4D' });
});

test('all texts come back, whatever is in them', async () => {
  const address = await open();
  const all = ['', ' ', 'cuối có cách   ', '"ngoặc" \\ và\n xuống dòng', '🌾'.repeat(900), 'x'.repeat(4_000)];
  for (const text of all) await say(address, text);
  expect(await texts(address)).toEqual(all);
});

test('the size tells little: a short answer and a sentence are of one size, a long text of a power of two', async () => {
  const address = await open();
  for (const text of ['1', secret, 'a'.repeat(200), 'a'.repeat(300), 'ư'.repeat(900)])
    await say(address, text);
  const overhead = 4 + 12 + 16;
  expect((await rowsOf(address)).map(({ sealed }) => sealed.length - overhead)).toEqual([
    256, 256, 256, 512, 2_048,
  ]);
});

test('a text moved to another message does not open', async () => {
  const address = await open();
  await say(address, secret);
  await say(address, 'khác');
  const [one, other] = await rowsOf(address);
  await database.query('update web_message set sealed = $2 where id = $1', [other!.id, one!.sealed]);
  await expect(texts(address)).rejects.toThrow();
});

test('messages of before texts were sealed are still shown, and are told to their member', async () => {
  const address = await open();
  await database.query(
    `insert into web_message (id, address, event, direction, text, bold, buttons, created_at)
     values ($1, $2, 1, 'out', 'Tin cũ', '[]', '[]', now())`,
    [newId(), address],
  );
  await database.query('update web_chat set last_event = 1 where address = $1', [address]);
  await say(address, secret);
  expect(await texts(address)).toEqual(['Tin cũ', secret]);

  const data = webChatData(keysFrom(Buffer.alloc(32, 7)));
  const person = { memberId: newId(), addresses: [{ channel: 'web', address }] };
  const told = (reader: 'member' | 'office') =>
    data.tell(database, person as unknown as Parameters<typeof data.tell>[1], reader);
  expect((await told('member'))['webMessages']).toMatchObject([{ text: 'Tin cũ' }, { text: secret }]);
  const office = JSON.stringify(await told('office'));
  expect(office).not.toContain('Tin cũ');
  expect(office).not.toContain('sealed');
});
