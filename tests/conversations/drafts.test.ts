import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openDraft } from '../../bots/conversations/drafts.ts';
import { telegramBot, type TelegramBot } from '../../bots/telegram/index.ts';
import { telegramStandIn, type Person, type TelegramStandIn } from '../../bots/telegram/stand-in/index.ts';
import { openBudget, type Budget, type Outgoing } from '../../hub/channels/index.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { Secret } from '../../hub/platform/secret.ts';
import { testDatabase } from '../support/database.ts';

// What somebody sees of an answer that is still being written.

let database: Database;
let standIn: TelegramStandIn;
let bot: TelegramBot;
let person: Person;
const address = '7';
const problems: unknown[] = [];
beforeAll(async () => {
  database = await testDatabase();
}, 60_000);
afterAll(async () => await database.close());
beforeEach(async () => {
  await database.query('delete from send_budget');
  await database.query('delete from chat_budget');
  problems.length = 0;
  standIn = telegramStandIn();
  const { url } = await standIn.listen();
  bot = telegramBot({
    token: new Secret(standIn.token),
    apiRoot: url,
    webhookSecret: undefined,
    commands: [],
    receive: async () => {},
    onProblem: () => {},
    sendTimeoutMs: 500,
  });
  person = standIn.user(Number(address));
  person.start();
});
afterEach(async () => {
  await bot.close();
  await standIn.close();
  expect(problems).toEqual([]);
});

const draftWith = (budget: Budget = openBudget(database, {})) =>
  openDraft(bot.channel, address, {
    budget,
    onProblem: (_work, error) => void problems.push(error),
  });
const onScreen = () => person.inbox.map(({ text }) => text);
const finish = async (text: string, replaces: string | null): Promise<void> => {
  const buttons = [{ label: 'Hữu ích', payload: 'x' }];
  const outgoing: Outgoing = { address, part: { kind: 'text', text, bold: [], buttons } };
  const outcome = await bot.channel.send(replaces === null ? outgoing : { ...outgoing, replaces });
  expect(outcome.kind).toBe('sent');
};

test('a draft grows in one message, and the finished text with its buttons takes its place', async () => {
  const draft = draftWith();
  draft.show('Chi bộ họp');
  await expect.poll(onScreen).toEqual(['Chi bộ họp']);
  draft.show('Chi bộ họp mỗi tháng');
  draft.show('Chi bộ họp mỗi tháng một lần.');
  await expect.poll(onScreen, { timeout: 5_000 }).toEqual(['Chi bộ họp mỗi tháng một lần.']);
  await finish('Chi bộ họp mỗi tháng một lần. Điều 1.', await draft.end());
  expect(onScreen()).toEqual(['Chi bộ họp mỗi tháng một lần. Điều 1.']);
  expect(person.inbox[0]!.buttons.map(({ text }) => text)).toEqual(['Hữu ích']);
});

test('a finished text that says the same as its draft counts as sent', async () => {
  const draft = draftWith();
  draft.show('Chi bộ họp mỗi tháng một lần.');
  await expect.poll(onScreen).toHaveLength(1);
  const replaces = await draft.end();
  const part = { kind: 'text', text: 'Chi bộ họp mỗi tháng một lần.', bold: [], buttons: [] } as const;
  expect(await bot.channel.send({ address, part, replaces: replaces! })).toMatchObject({ kind: 'sent' });
  expect(onScreen()).toEqual(['Chi bộ họp mỗi tháng một lần.']);
});

test('a draft that is gone leaves the finished text to go by itself', async () => {
  await finish('Chi bộ họp mỗi tháng một lần.', '987654321');
  expect(onScreen()).toEqual(['Chi bộ họp mỗi tháng một lần.']);
});

test('nothing is shown after the end', async () => {
  const draft = draftWith();
  await draft.end();
  draft.show('Chi bộ');
  await finish('Xong.', null);
  expect(onScreen()).toEqual(['Xong.']);
});

test('a provider that refuses a draft is asked for no more of it', async () => {
  standIn.fault({ chat: Number(address), kind: { status: 429, retryAfter: 1 } });
  const draft = draftWith();
  draft.show('Chi bộ');
  await expect.poll(() => standIn.calls['sendMessage']).toBe(1);
  draft.show('Chi bộ họp');
  expect(await draft.end()).toBeNull();
  expect(onScreen()).toEqual([]);
});

test('where the bot or the chat has nothing free, no draft goes, and no turn of anybody is taken', async () => {
  const busy = openBudget(database, { telegram: 1 }, { telegram: 1 });
  await busy.spend('telegram', 20);
  const draft = draftWith(busy);
  draft.show('Chi bộ');
  const wait = await busy.spend('telegram', 1);
  expect(await draft.end()).toBeNull();
  expect(onScreen()).toEqual([]);
  expect(wait).toBeLessThanOrEqual(20 * busy.intervalMs('telegram'));
});

test('where only whole texts can be shown, a draft is nothing', async () => {
  const { showDraft: _none, ...whole } = bot.channel;
  const draft = openDraft(whole, address, {
    budget: openBudget(database, {}),
    onProblem: (_work, error) => void problems.push(error),
  });
  draft.show('Chi bộ');
  expect(await draft.end()).toBeNull();
  expect(onScreen()).toEqual([]);
});
