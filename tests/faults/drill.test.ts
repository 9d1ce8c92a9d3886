import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../hub/platform/ids.ts';
import { withDatabase } from '../support/given.ts';
import { done, until } from '../support/process.ts';
import { openWebChat } from '../webchat/given.ts';
import { openStage } from './broadcast.ts';

/** M00001 … M00005 have Telegram and the web, M00012 has nothing, the others Telegram alone. */
const people = 12;

interface Status {
  byStatus: Record<string, number>;
  unreachable: string[];
}

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage(['telegram'], { people });
  await withDatabase(stage.scene.house, async (database) => {
    const chats = openWebChat({ database });
    const addresses: string[] = [];
    for (let n = 0; n < 5; n += 1) addresses.push((await chats.open('Diễn tập')).address);
    await database.query(
      `insert into chat (id, channel, address, member_id, state, preference, linked_at, changed_at)
       select given.id, 'web', given.address, member.id, 'active', 1, now(), now()
       from unnest($1::uuid[], $2::text[]) with ordinality as given (id, address, n)
       join member on member.code = 'M' || lpad(n::text, 5, '0')`,
      [addresses.map(() => newId()), addresses],
    );
    await database.query(`delete from chat where member_id = (select id from member where code = 'M00012')`);
  });
}, 120_000);
afterAll(async () => {
  await stage.close();
}, 60_000);

test('a channel blocked on a running hub: everybody ends elsewhere or on the list, and what waited goes after it', async () => {
  const { environment } = stage.scene.house;
  expect(await done(environment, 'drill', 'block', 'telegram')).toEqual({
    channel: 'telegram',
    state: 'blocked',
  });
  const notice = [
    'notice',
    'send',
    '--from',
    'O',
    '--unit',
    'X',
    '--title',
    'Diễn tập',
    '--body',
    'Nội dung',
  ];
  const { id } = await done<{ id: string }>(environment, ...notice);
  const status = async () => await done<Status>(environment, 'notice', 'status', id);
  const final = await until(
    async () => {
      const now = await status();
      return now.byStatus['created'] === 0 && now;
    },
    90_000,
    'a final state for everybody',
  );
  expect(final.byStatus).toMatchObject({ handed_over: 5, unreachable: 7 });
  expect(final.unreachable).toEqual(['M00006', 'M00007', 'M00008', 'M00009', 'M00010', 'M00011', 'M00012']);
  expect(await stage.scene.messages()).toBe(0);
  const { channels } = await done<{ channels: object[] }>(environment, 'delivery', 'health');
  expect(channels).toContainEqual(
    expect.objectContaining({ channel: 'telegram', state: 'open', blocked: true, reason: 'drill' }),
  );

  expect(await done(environment, 'drill', 'unblock', 'telegram')).toEqual({
    channel: 'telegram',
    state: 'unblocked',
  });
  await until(async () => (await status()).byStatus['handed_over'] === 11, 90_000, 'what waited');
  expect((await status()).unreachable).toEqual(['M00012']);
  expect(await stage.scene.messages()).toBe(6);
}, 240_000);
