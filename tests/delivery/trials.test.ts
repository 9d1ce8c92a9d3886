import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openBudget, openUsage } from '../../hub/channels/index.ts';
import { trials, type Trials } from '../../hub/delivery/index.ts';
import { openAudit, operator, type Actor } from '../../hub/platform/audit.ts';
import { openKeptHouse } from '../people/keeping.ts';
import { openAccount, type OpenAccount } from '../zalo/account.ts';

// S is the secretary of X1-C, M and P are members there; the clock says the morning of 1 November 2026.
let house: Awaited<ReturnType<typeof openKeptHouse>>;
let opened: OpenAccount;
let trying: Trials;
beforeAll(async () => {
  house = await openKeptHouse();
  const { database, people, now: clock } = house;
  opened = await openAccount(database, { clock, standIn: { clock } });
  trying = trials({
    database,
    people,
    audit: openAudit({ database, clock }),
    clock,
    usage: openUsage({ sql: database, clock, timeZone: 'Asia/Ho_Chi_Minh' }),
    budget: openBudget(database, {}, {}),
    channels: () => new Map([['zalo', opened.account.channel]]),
  });
}, 60_000);
beforeEach(async () => {
  await house.reset();
  await house.database.query('delete from channel_usage');
});
afterAll(async () => {
  await opened.close();
  await house.database.close();
});

let phones = 0;
/** A member with Zalo who has written to the account just now. */
async function onZalo(code: string) {
  const { people, now } = house;
  const person = opened.standIn.person((phones += 1));
  person.say('Chào');
  const { inviteId } = await people.openInvite((await people.invite(operator, code)).code);
  const consent = { consentText: 'Đồng ý', language: 'vi' as const };
  await people.link({ inviteId, channel: 'zalo', address: person.id, ...consent });
  await people.chats.heard('zalo', person.id, now());
  return person;
}
const shown = ({ inbox }: Awaited<ReturnType<typeof onZalo>>) => inbox.map(({ text }) => text);
const usage = async () =>
  await house.database.query('select way, count, cost from channel_usage order by way');
const again = (by: Actor) => trying.tryChannel(by, 'zalo', 'Tin gửi thử');

test('goes by the reply window: for nothing, then for money, then not at all and without asking', async () => {
  const person = await onZalo('S');
  const by = await house.as('S');
  expect(await again(by)).toEqual({ result: 'sent', detail: null });
  expect(shown(person)).toEqual(['Tin gửi thử']);
  expect(await usage()).toEqual([{ way: 'free', count: 1, cost: 0 }]);

  house.pass({ days: 3 });
  expect(await again(by)).toEqual({ result: 'sent', detail: null });
  expect(await usage()).toEqual([
    { way: 'free', count: 1, cost: 0 },
    { way: 'paid', count: 1, cost: 55 },
  ]);

  house.pass({ days: 5 });
  const asked = opened.standIn.fault({ path: 'message/cs', kind: { status: 500 } });
  expect(await again(by)).toEqual({ result: 'closed', detail: null });
  expect(asked.hits).toBe(0);
  asked.remove();
  expect(shown(person)).toHaveLength(2);
});

test('comes once however often it is asked at the same moment, and stands in the audit of the own unit', async () => {
  const person = await onZalo('S');
  const by = await house.as('S');
  const asked = await Promise.allSettled([again(by), again(by), again(by)]);
  expect(asked.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(shown(person)).toHaveLength(1);
  expect(await house.audited('X1-C')).toContainEqual(['channel.tried', { channel: 'zalo' }]);
});

test('is for whoever follows notices, in a chat of their own', async () => {
  await onZalo('M');
  const outcome = async (by: Actor) =>
    await again(by).then(
      () => 'done',
      (error: { code: string }) => error.code,
    );
  expect(await outcome(await house.as('M'))).toBe('may.not');
  expect(await outcome(operator)).toBe('may.not');
  expect(await outcome(await house.as('S'))).toBe('trial.no-chat');
  await expect(trying.tryChannel(await house.as('S'), 'email', 'Tin')).rejects.toMatchObject({
    code: 'trial.channel-off',
  });
});
