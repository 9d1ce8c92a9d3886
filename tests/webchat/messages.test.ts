import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../hub/platform/database/index.ts';
import type { WebChat } from '../../hub/webchat/index.ts';
import { testDatabase } from '../support/database.ts';
import { openWebChat } from './given.ts';

let database: Database;
let chats: WebChat;
beforeAll(async () => {
  database = await testDatabase();
  chats = openWebChat({ database });
});
afterAll(() => database.close());

const open = async () => (await chats.open('Thử')).address;
const out = (address: string, text: string, more = {}) =>
  chats.append({ address, direction: 'out', text, ...more });
const all = async (address: string) => (await chats.page(address, { limit: 1_000 })).messages;

describe('messages of a chat', () => {
  test('are numbered without gaps, whoever writes at the same time', async () => {
    const addresses = await Promise.all(Array.from({ length: 5 }, open));
    // Two processes on one database.
    const others = openWebChat({ database });
    await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        (n % 2 ? chats : others).append({ address: addresses[n % 5]!, direction: 'out', text: `Tin ${n}` }),
      ),
    );
    for (const address of addresses) {
      const events = (await all(address)).map(({ event }) => event).sort((a, b) => a - b);
      expect(events).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
      expect(await chats.lastEvent(address)).toBe(40);
    }
  });

  test('stand in the order in which they were said', async () => {
    const address = await open();
    await Promise.all(Array.from({ length: 30 }, (_, n) => out(address, `Tin ${n}`)));
    expect((await all(address)).map(({ text }) => text)).toEqual(
      Array.from({ length: 30 }, (_, n) => `Tin ${n}`),
    );
  });

  test('go together: many within one turn are one transaction', async () => {
    let transactions = 0;
    const counting = openWebChat({
      database: {
        ...database,
        transaction: (work, limitMs) => {
          transactions += 1;
          return database.transaction(work, limitMs);
        },
      },
    });
    const addresses = await Promise.all(Array.from({ length: 100 }, open));
    await Promise.all(
      addresses.map((address) => counting.append({ address, direction: 'out', text: 'Chào' })),
    );
    expect(transactions).toBe(1);
    expect((await chats.changes(addresses.map((address) => ({ address, after: 0 })))).length).toBe(100);
  });

  test('of one key are one message, however and whenever it is said again', async () => {
    const address = await open();
    const others = openWebChat({ database });
    const again = (by: WebChat) => by.append({ address, direction: 'out', text: 'Một lần', key: 'k' });
    const asked = await Promise.all([again(chats), again(chats), again(others), again(others)]);
    asked.push(await again(chats));
    expect(new Set(asked.map((answer) => answer.kind === 'kept' && answer.id)).size).toBe(1);
    expect((await all(address)).map(({ text, event }) => [text, event])).toEqual([['Một lần', 1]]);
    // The same key elsewhere is another message.
    const elsewhere = await open();
    await out(elsewhere, 'Ở đây nữa', { key: 'k' });
    expect((await all(elsewhere)).length).toBe(1);
  });

  test('go nowhere where nobody could read them', async () => {
    expect(await out('nobody-has-this', 'Chào')).toEqual({ kind: 'no-chat' });
    const address = await open();
    await chats.retire([address]);
    expect(await out(address, 'Chào')).toEqual({ kind: 'no-chat' });
    expect(await out(await open(), '', { fileId: '01990d3e-7c1a-7b54-9d6a-3f0c8a51e2b7' })).toEqual({
      kind: 'no-file',
    });
  });

  test('that fail do not take others with them', async () => {
    const address = await open();
    const asked = ['nobody-has-this', address, 'nor-this'].map((each) => out(each, 'Chào'));
    expect((await Promise.all(asked)).map(({ kind }) => kind)).toEqual(['no-chat', 'kept', 'no-chat']);
  });

  test('are told to whoever knows the last event, and changes with them', async () => {
    const address = await open();
    const buttons = [{ label: 'Đã nắm', payload: 'ack:1' }];
    const question = await out(address, 'Đã nhận được chưa?', { buttons });
    const id = question.kind === 'kept' ? question.id : '';
    await out(address, 'Sau đó');
    expect((await chats.changes([{ address, after: 2 }])).length).toBe(0);
    await chats.settle(address, id, { toast: 'Đã ghi nhận.', removeButtons: true });
    expect(await chats.changes([{ address, after: 2 }])).toMatchObject([
      { id, event: 3, text: 'Đã nhận được chưa?', buttons: [], toast: 'Đã ghi nhận.' },
    ]);
    // A change keeps the place of what it changes.
    expect((await all(address)).map(({ text }) => text)).toEqual(['Đã nhận được chưa?', 'Sau đó']);
  });

  test('of another chat cannot be settled, looked at or marked', async () => {
    const [address, stranger] = [await open(), await open()];
    const said = await out(address, 'Riêng', { buttons: [{ label: 'Đã nắm', payload: 'ack:1' }] });
    const id = said.kind === 'kept' ? said.id : '';
    await chats.settle(stranger, id, { toast: 'x', removeButtons: true });
    await chats.mark([{ address: stranger, messageId: id, kind: 'seen' }]);
    expect(await chats.message(stranger, id)).toBeNull();
    expect(await chats.message(address, id)).toMatchObject({ event: 1, toast: null, seenAt: null });
    expect((await chats.message(address, id))!.buttons.length).toBe(1);
  });

  test('are paged from the newest back', async () => {
    const address = await open();
    for (let n = 1; n <= 7; n += 1) await out(address, `Tin ${n}`);
    const { messages } = await chats.page(address, { limit: 3 });
    expect(messages.map(({ text }) => text)).toEqual(['Tin 5', 'Tin 6', 'Tin 7']);
    const older = await chats.page(address, { before: messages[0]!.id, limit: 3 });
    expect(older.messages.map(({ text }) => text)).toEqual(['Tin 2', 'Tin 3', 'Tin 4']);
  });

  test('with a file give it to those it was sent to, and to nobody else', async () => {
    const [address, stranger] = [await open(), await open()];
    const content = Buffer.from('%PDF-1.4');
    const fileId = await chats.keepFile({ name: 'Kế hoạch.pdf', mediaType: 'application/pdf', content });
    await out(address, '', { fileId });
    expect(await chats.fileFor(address, fileId)).toMatchObject({ name: 'Kế hoạch.pdf', content });
    expect(await chats.fileFor(stranger, fileId)).toBeNull();
  });
});

describe('whoever shows chats', () => {
  test('is told which ones changed', async () => {
    const [one, other] = [await open(), await open()];
    const heard: string[] = [];
    const end = chats.onChange((addresses) => heard.push(...addresses));
    await Promise.all([out(one, 'Chào'), out(other, 'Chào'), out(one, 'Chào'), out('nobody', 'Chào')]);
    end();
    await out(one, 'Không ai nghe');
    expect(heard.sort()).toEqual([one, other].sort());
  });
});
