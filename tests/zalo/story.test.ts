import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailStandIn, type Mailbox, type MailStandIn } from '../../bots/email/stand-in/index.ts';
import type { Person as TelegramPerson } from '../../bots/telegram/stand-in/index.ts';
import { zaloOAuth } from '../../bots/zalo/oauth.ts';
import type { Person, ZaloStandIn } from '../../bots/zalo/stand-in/index.ts';
import { tokenKeeper, type TokenKeeper } from '../../bots/zalo/token-keeper.ts';
import { operator } from '../../hub/platform/audit.ts';
import { Secret } from '../../hub/platform/secret.ts';
import { officer } from '../support/hub.ts';
import { openZaloHouse, type ZaloHouse } from './house.ts';

/** Three in the afternoon in Hà Nội when the story begins; it goes on as fast as the machine, and in leaps. */
const began = new Date('2026-11-20T08:00:00Z').getTime() - Date.now();
let aheadMs = 0;
const clock = () => new Date(Date.now() + began + aheadMs);
const days = (count: number) => (aheadMs += count * 86_400_000);

const withinMs = 20_000;
const soon = { timeoutMs: withinMs };
const directive = {
  id: '501',
  text: 'Kính gửi đồng chí <ho_ten>: <noi_dung>. Hạn: <han>',
  parameters: [
    { name: 'ho_ten', maxLength: 30 },
    { name: 'noi_dung', maxLength: 60 },
    { name: 'han', maxLength: 30, required: false },
  ],
  userCost: 560,
  phoneCost: 800,
};

let zalo: ZaloStandIn;
let mail: MailStandIn;
let house: ZaloHouse;
let binh: Person;
let en: Person;
let letters: { binh: Mailbox; en: Mailbox };
let keeper: TelegramPerson;
/** The account's tokens as a second process of this hub holds them. */
let second: { tokens: TokenKeeper; provider: ReturnType<typeof zaloOAuth> };

beforeAll(async () => {
  mail = mailStandIn();
  house = await openZaloHouse({
    clock,
    standIn: { templates: [directive] },
    settings: {
      ZALO_TEMPLATES: '{"directive":"501"}',
      SMTP_URL: await mail.listen(),
      MAIL_FROM: 'Cầu Nối <caunoi@example.vn>',
      MAIL_RATE: 'unlimited',
    },
  });
  ({ zalo } = house);
  const provider = zaloOAuth({
    root: house.hub.config.ZALO_OAUTH_ROOT,
    appId: zalo.app.id,
    appSecret: new Secret(zalo.app.secret),
  });
  const tokens = tokenKeeper({
    logins: house.hub.logins,
    provider,
    clock,
    onNeedsLogin: () => {},
    onProblem: () => {},
  });
  second = { tokens, provider };
  // Whoever keeps the hub going is told on another channel.
  keeper = await house.join(officer);
}, 60_000);

afterAll(async () => {
  await second.tokens.close();
  await second.provider.close();
  await house.close();
  await mail.close();
});

async function sendDirective(title: string): Promise<string> {
  const { notices } = house.hub;
  const about = { kind: 'directive', number: '27-KH/TU', wantsAck: true } as const;
  return (await notices.send({ from: officer, unit: 'X1-C', title, body: 'Nội dung.', ...about })).id;
}

const statusOf = (id: string) => house.hub.notices.status(operator, id);
const untilStatus = (id: string, wanted: Partial<Awaited<ReturnType<typeof statusOf>>>) =>
  expect.poll(() => statusOf(id), { timeout: withinMs }).toMatchObject(wanted);
const textsSince = (person: Person, count: number) => person.inbox.slice(count).map(({ text }) => text);

/** Both processes find the token dead at the same moment. Returns how often it was exchanged. */
async function race(): Promise<number> {
  const before = zalo.tokensGiven;
  const { generation } = (await house.hub.logins.of('zalo'))!;
  const ours = house.hub.bots.zalo!.tokens;
  const states = await Promise.all([
    ours.refresh(generation),
    second.tokens.refresh(generation),
    ours.refresh(generation),
  ]);
  expect(states.map(({ kind }) => kind)).toEqual(['token', 'token', 'token']);
  return zalo.tokensGiven - before;
}

test('the configured refresh token begins the login, and people find the account', async () => {
  const { accounts, logins } = house.hub;
  expect((await logins.of('zalo'))?.state).toBe('connected');
  await expect.poll(async () => (await accounts.names()).zalo, { timeout: withinMs }).toBe(zalo.account.id);
  const links = await house.hub.linksFor('ABCD-EFGH');
  expect(links.zalo).toBe(`https://zalo.me/${zalo.account.id}`);
});

test('a member follows, says the code, reads the question and agrees: by a tap, and by a word', async () => {
  const { people } = house.hub;
  binh = zalo.person(1, { name: 'Trần Thị Bình' });
  en = zalo.person(2, { name: 'Phạm Thị Én' });
  binh.follow();
  await binh.next({ matching: 'mã', ...soon });
  for (const [person, code] of [
    [binh, 'B'],
    [en, 'E'],
  ] as const) {
    person.say((await people.invite(operator, code)).code);
    const question = await person.next({ matching: ({ buttons }) => buttons.length > 0, ...soon });
    if (code === 'B') person.tap(question, 'Đồng ý');
    else person.say('dong y');
    for (let welcome = 0; welcome < 3; welcome += 1) await person.next(soon);
  }
  const chats = await house.hub.database.query<{ code: string; address: string }>(
    `select code, address from chat join member on member.id = member_id where channel = 'zalo' order by code`,
  );
  expect(chats).toEqual([
    { code: 'B', address: binh.id },
    { code: 'E', address: en.id },
  ]);
  // What people do is never taken in twice, and nothing of it is an echo of ours.
  expect(zalo.webhook.posted.every(({ status }) => status === 200)).toBe(true);
});

test('both agree to letters too', async () => {
  const { people } = house.hub;
  const agree = async (code: string) => {
    const mailbox = mail.mailbox(`dang.vien.${code.toLowerCase()}@example.vn`);
    await people.editMember(operator, code, { email: mailbox.address });
    await people.inviteByLetter(operator, code);
    const page = await fetch((await mailbox.next()).links[0]!);
    const question = /href="(\/email\/join\/[^"]+)"/.exec(await page.text())![1]!;
    expect((await fetch(`${house.url}${question}`, { method: 'POST' })).status).toBe(200);
    return mailbox;
  };
  letters = { binh: await agree('B'), en: await agree('E') };
});

test('a directive within the reply window: seen, and acknowledged by a tap and by a word without marks', async () => {
  const id = await sendDirective('Kế hoạch thứ nhất');
  const [toBinh, toEn] = await Promise.all([
    binh.next({ matching: 'Kế hoạch thứ nhất', ...soon }),
    en.next({ matching: 'Kế hoạch thứ nhất', ...soon }),
  ]);
  expect(toBinh.template).toBeNull();
  binh.receive(toBinh);
  binh.read(toBinh);
  await expect.poll(async () => (await statusOf(id)).byStatus.seen, { timeout: withinMs }).toBe(1);
  binh.tap(toBinh, 'Đã nắm');
  await binh.next({ matching: 'Kế hoạch thứ nhất', ...soon });
  expect(toEn.buttons.map(({ label }) => label)).toEqual(['Đã nắm']);
  en.say('da nam');
  await en.next({ matching: 'Kế hoạch thứ nhất', ...soon });
  // A button that was pressed already, and one of somebody else's message, are only words.
  binh.tap(toBinh, 'Đã nắm');
  await binh.next(soon);
  await untilStatus(id, { byChannel: expect.objectContaining({ zalo: 2 }) as never });
  expect(await statusOf(id)).toMatchObject({ byStatus: { acknowledged: 2, unreachable: 1 }, duplicates: 0 });
  expect(zalo.sent.reduce((sum, { cost }) => sum + cost, 0)).toBe(0);
});

test('eight days later, out of the window: an approved text, with tokens changed by two processes at once', async () => {
  days(8);
  expect(await race()).toBe(1);
  const seen = [binh.inbox.length, en.inbox.length] as const;
  const id = await sendDirective('Kế hoạch thứ hai');
  expect(await race()).toBe(1);
  await untilStatus(id, { byStatus: expect.objectContaining({ handed_over: 2 }) as never });
  for (const [index, person] of [binh, en].entries()) {
    expect(textsSince(person, seen[index]!)).toEqual([
      `Kính gửi đồng chí ${person.name}: Kế hoạch thứ hai. Hạn: `,
    ]);
  }
  expect(await statusOf(id)).toMatchObject({ byChannel: { zalo: 2 }, inDoubt: 0, duplicates: 0 });
  const used = await house.hub.usage.ofMonth('zalo');
  expect(used).toContainEqual({ way: 'template', count: 2, cost: 1_120 });
});

test('where the approved text is refused, a letter', async () => {
  binh.refusesTemplates = true;
  const id = await sendDirective('Kế hoạch thứ ba');
  const letter = await letters.binh.next();
  expect(letter.email.subject).toContain('Kế hoạch thứ ba');
  await untilStatus(id, { byChannel: expect.objectContaining({ zalo: 1, email: 1 }) as never });
  expect(letters.en.letters).toHaveLength(1);
});

test('a process killed between Zalo’s answer and writing it down: told, and the letters carry on', async () => {
  const { logins } = house.hub;
  // As the killed process left it: the pair was changed at Zalo, and nobody knows the new one.
  const { generation } = (await logins.of('zalo'))!;
  const claim = await logins.claim('zalo', generation, 1);
  await second.provider.byRefreshToken(claim!.refresh);

  binh.refusesTemplates = false;
  const id = await sendDirective('Kế hoạch thứ tư');
  for (const mailbox of [letters.binh, letters.en]) {
    expect((await mailbox.next()).email.subject).toContain('Kế hoạch thứ tư');
  }
  await untilStatus(id, { byChannel: expect.objectContaining({ email: 2 }) as never });
  expect(await statusOf(id)).toMatchObject({ inDoubt: 0, duplicates: 0 });
  expect(await logins.of('zalo')).toMatchObject({ state: 'needs_reauthorisation', problem: 'answer-lost' });
  const alert = await keeper.next({ matching: 'Zalo', ...soon });
  expect(alert.text).toContain('/console/channels/zalo');
});

test('a new consent, and Zalo is first again', async () => {
  const { access_token: access, refresh_token: refresh } = zalo.tokensByHand();
  await house.hub.logins.begin('zalo', {
    access: new Secret(access),
    refresh: new Secret(refresh),
    accessLivesMs: 90_000_000,
    refreshLivesMs: 90 * 86_400_000,
  });
  await expect
    .poll(
      async () =>
        (
          await house.hub.database.query<{ state: string }>(
            `select state from channel_health where channel = 'zalo'`,
          )
        )[0]?.state,
      { timeout: 60_000 },
    )
    .toBe('closed');
  const id = await sendDirective('Kế hoạch thứ năm');
  await untilStatus(id, { byChannel: expect.objectContaining({ zalo: 2 }) as never });
}, 120_000);
