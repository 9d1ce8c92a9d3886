import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';
import { zaloBot } from '../../bots/zalo-bot/index.ts';
import { zaloBotStandIn } from '../../bots/zalo-bot/stand-in/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { Secret } from '../../hub/platform/secret.ts';
import { openDeliveryHouse, type DeliveryHouse } from '../delivery/house.ts';
import { testDatabase } from '../support/database.ts';

let database: Database;
beforeAll(async () => (database = await testDatabase()), 60_000);
afterAll(() => database.close());

let house: DeliveryHouse | undefined;
afterEach(async () => {
  expect(house?.problems).toEqual([]);
  await house?.close();
});

/** A cell in which everybody has the bot, and Telegram behind it. */
async function cell(count: number, { ours, theirs }: { ours: number; theirs: number }) {
  const standIn = zaloBotStandIn({ plan: { monthly: theirs } });
  const { url } = await standIn.listen();
  onTestFinished(() => standIn.close());
  const bot = zaloBot({
    token: new Secret(standIn.token),
    apiRoot: url,
    webhookSecret: undefined,
    quotas: { monthly: ours, people: 50 },
    receive: async () => {},
    onSkipped: () => {},
    onProblem: () => {},
  });
  onTestFinished(() => bot.close());
  const opened = await openDeliveryHouse({ database, more: [bot.channel] });
  house = opened;
  const codes = await opened.members('C1', count);
  const people = codes.map((_, n) => standIn.person(String(1001 + n)));
  for (const person of people) person.say('Chào');
  for (const [n, code] of codes.entries()) await opened.link(code, 1001 + n, 'zalo_bot');
  return {
    ...opened,
    onZalo: () => people.reduce((sum, { inbox }) => sum + inbox.length, 0),
    onTelegram: () => codes.reduce((sum, _, n) => sum + opened.standIn.deliveredTo(1001 + n), 0),
  };
}

test('a month that is used up in the middle of a notice leads the rest to the next channel; the next month begins anew', async () => {
  const { send, engine, notices, delivery, setNow, onZalo, onTelegram } = await cell(8, {
    ours: 5,
    theirs: 3_000,
  });
  const first = await send();
  const working = engine();
  await working.work();
  expect([onZalo(), onTelegram()]).toEqual([5, 3]);
  expect(await notices.status(operator, first.id)).toMatchObject({
    byStatus: { handed_over: 8 },
    byChannel: { zalo_bot: 5, telegram: 3 },
    duplicates: 0,
  });
  const { channels } = await delivery.channelHealth(operator);
  expect(channels.find(({ channel }) => channel === 'zalo_bot')?.quotas).toEqual([
    { kind: 'messages', used: 5, of: 5 },
    { kind: 'people', used: 8, of: 50 },
  ]);
  await send();
  await working.work();
  expect([onZalo(), onTelegram()]).toEqual([5, 11]);
  // The first of December in Hà Nội, still November in London.
  setNow('2026-11-30T17:30:00Z');
  await send();
  await working.work();
  expect([onZalo(), onTelegram()]).toEqual([10, 14]);
});

test('a month that the platform counts otherwise closes the channel, and everybody goes another way', async () => {
  const { send, engine, notices, pass, onZalo, onTelegram } = await cell(30, { ours: 3_000, theirs: 4 });
  const { id } = await send();
  engine().start();
  await expect
    .poll(
      () => {
        // The minute after which a limit by the minute would be over.
        pass(61_000);
        return onTelegram();
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBe(26);
  expect(onZalo()).toBe(4);
  expect(await notices.status(operator, id)).toMatchObject({
    byStatus: { handed_over: 30, failed: 0 },
    duplicates: 0,
  });
});
