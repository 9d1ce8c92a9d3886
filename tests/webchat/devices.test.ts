import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../hub/platform/ids.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import type { WebChat } from '../../hub/webchat/index.ts';
import { testDatabase } from '../support/database.ts';
import { openWebChat } from './given.ts';

let database: Database;
let chats: WebChat;
let now = new Date();
beforeAll(async () => {
  database = await testDatabase();
  chats = openWebChat({ database, clock: () => now });
});
afterAll(() => database.close());

const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};

describe('a device', () => {
  test('opens its conversation by its token, of which only the fingerprint is kept', async () => {
    const { address, token } = await chats.open('Zalo · Android');
    expect(await chats.deviceOf(token)).toMatchObject({ address, device: 'Zalo · Android', endedAt: null });
    expect(await chats.deviceOf('x'.repeat(43))).toBeNull();
    const rows = await database.query<{ row: string }>('select web_device::text as row from web_device');
    expect(rows.map(({ row }) => row).join()).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
    expect(rows.map(({ row }) => row).join()).not.toContain(token);
  });

  test('may be one of several, let in by a link that works once and for ten minutes', async () => {
    const { address, token } = await chats.open('Máy một');
    const link = await chats.deviceLink(address);
    expect(await chats.linkWorks(link.token)).toBe(true);
    const tries = await Promise.all([1, 2, 3].map(() => chats.openLink(link.token, 'Máy hai')));
    const opened = tries.filter((one) => one !== null);
    expect(opened.length).toBe(1);
    expect(await chats.deviceOf(opened[0]!.token)).toMatchObject({ address, device: 'Máy hai' });
    expect(await chats.linkWorks(link.token)).toBe(false);
    expect((await chats.devicesOf(address)).map(({ device }) => device)).toEqual(['Máy hai', 'Máy một']);
    expect(await chats.deviceOf(token)).toMatchObject({ address });

    const late = await chats.deviceLink(address);
    later(10);
    expect(await chats.linkWorks(late.token)).toBe(false);
    expect(await chats.openLink(late.token, 'Máy ba')).toBeNull();
  });

  test('that is ended shows nothing from then on, and only by its own conversation', async () => {
    const { address, token } = await chats.open('Máy cũ');
    const stranger = await chats.open('Máy khác');
    const { id } = (await chats.deviceOf(token))!;
    const heard: string[] = [];
    const stop = chats.onDeviceEnded((ids) => heard.push(...ids));
    expect(await chats.endDevice(stranger.address, id)).toBe(false);
    expect((await chats.deviceOf(token))!.endedAt).toBeNull();
    expect(await chats.endDevice(address, id)).toBe(true);
    stop();
    expect(heard).toEqual([id]);
    expect((await chats.deviceOf(token))!.endedAt).toEqual(now);
    expect(await chats.openDevices([id])).toEqual([]);
    expect(await chats.devicesOf(address)).toEqual([]);
  });
});

describe('sweeping', () => {
  const link = async (address: string, state: 'active' | 'ended') => {
    const memberId = newId();
    await database.query(
      `insert into member (id, code, full_name, language, created_at, updated_at) values ($1, $2, 'A', 'vi', now(), now())`,
      [memberId, memberId],
    );
    await database.query(
      `insert into chat (id, channel, address, member_id, state, preference, linked_at, changed_at)
       values ($1, 'web', $2, $3, $4::chat_state, 0, $5, $5)`,
      [newId(), address, memberId, state, now],
    );
  };

  test('forgets what nobody linked within a day, and what ended a month ago, with all that is in it', async () => {
    const [stranger, member, ended] = await Promise.all([1, 2, 3].map(() => chats.open('Thử')));
    await link(member!.address, 'active');
    await link(ended!.address, 'ended');
    await chats.append({ address: stranger!.address, direction: 'in', text: 'Chào' });
    const there = async () =>
      await Promise.all(
        [stranger!, member!, ended!].map(async ({ token }) => !!(await chats.deviceOf(token))),
      );
    await chats.sweep();
    expect(await there()).toEqual([true, true, true]);
    later(25 * 60);
    await chats.sweep();
    expect(await there()).toEqual([false, true, true]);
    expect((await chats.page(stranger!.address, { limit: 10 })).messages).toEqual([]);
    later(30 * 24 * 60);
    await chats.sweep();
    expect(await there()).toEqual([false, true, false]);
  });

  test('drops files to which nothing refers any more, not those that are in use', async () => {
    now = new Date();
    const { address } = await chats.open('Thử');
    await link(address, 'active');
    const keep = () => chats.keepFile({ name: 'a', mediaType: 'b', content: Buffer.from('c') });
    const [used, unused] = [await keep(), await keep()];
    await chats.append({ address, direction: 'out', text: '', fileId: used });
    const kept = async () =>
      (await database.query<{ id: string }>('select id from web_file')).map(({ id }) => id);
    await chats.sweep();
    expect(await kept()).toContain(unused);
    later(25 * 60);
    await chats.sweep();
    expect(await kept()).toEqual([used]);
  });
});
