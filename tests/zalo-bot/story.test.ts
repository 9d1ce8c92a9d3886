import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { zaloBotStandIn, type Person, type ZaloBotStandIn } from '../../bots/zalo-bot/stand-in/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { officer, openTestHub, type TestHub } from '../support/hub.ts';

const standIn: ZaloBotStandIn = zaloBotStandIn();
let house: TestHub;
beforeAll(async () => {
  const { url } = await standIn.listen();
  const settings = {
    ZALO_BOT_TOKEN: standIn.token,
    ZALO_BOT_API_ROOT: url,
    ZALO_BOT_RATE: 'unlimited',
    ZALO_BOT_PEOPLE: '3',
  };
  house = await openTestHub({ settings });
}, 60_000);
beforeEach(async () => {
  await house.clear();
  await house.hub.database.query('delete from channel_usage');
});
afterAll(async () => {
  await house.close();
  await standIn.close();
}, 60_000);

const within = { timeoutMs: 15_000 };
const say = (key: string, facts: Record<string, string> = {}) => house.hub.locales('vi')(key, facts);
const invite = async (member: string) => (await house.hub.people.invite(operator, member)).code;
let phones = 0;
const stranger = () => standIn.person(`nguoi-${(phones += 1)}`);

/** What the bot answers next. */
async function answer(person: Person, said: string): Promise<string> {
  person.say(said);
  return (await person.next(within)).text;
}

async function join(member: string, yes = '1'): Promise<Person> {
  const person = stranger();
  await answer(person, await invite(member));
  expect(await answer(person, yes)).toContain('Cảm ơn đồng chí');
  for (let welcome = 1; welcome < 3; welcome += 1) await person.next(within);
  return person;
}

async function send(title: string, more: object = {}): Promise<string> {
  const notice = {
    from: officer,
    unit: 'X1',
    title,
    body: `Nội dung của ${title}.`,
    wantsAck: true,
    ...more,
  };
  return (await house.hub.notices.send(notice)).id;
}
const acknowledged = async (id: string) =>
  (await house.hub.notices.status(operator, id)).byStatus.acknowledged;

/** How many answers the platform counts. */
async function replies(): Promise<number> {
  const rows = await house.hub.usage.ofMonth('zalo_bot');
  return rows.find(({ way }) => way === 'reply')?.count ?? 0;
}

describe('joining', () => {
  test('needs a code, and a number or a word for consent', async () => {
    const binh = stranger();
    expect(await answer(binh, 'xin chao')).toBe(say('enrolment-stranger'));
    const question = await answer(binh, (await invite('B')).toLowerCase());
    expect(question).toContain(say('enrolment-consent'));
    expect(question).toMatch(/\n\n1\. Đồng ý\n2\. Không đồng ý$/);
    expect(await answer(binh, '3')).toBe(say('enrolment-answer-please'));
    expect(await answer(binh, '1')).toContain('Cảm ơn đồng chí Bình');
    expect((await binh.next(within)).text).toBe(say('enrolment-welcome-2-typed'));
    expect((await binh.next(within)).text).toBe(say('enrolment-welcome-3'));
    // Every answer counts in the platform's month.
    await expect.poll(replies).toBe(6);
  });

  test.each(['2', 'khong', 'Không đồng ý'])('“%s” declines, and the code stays good', async (no) => {
    const person = stranger();
    const code = await invite('C');
    await answer(person, code);
    expect(await answer(person, no)).toBe(say('enrolment-declined'));
    expect(await answer(person, code)).toContain('1. Đồng ý');
    expect(await answer(person, 'dong y')).toContain('Cảm ơn đồng chí Cương');
  });

  test('the fourth person on a bot for three is told of the other ways, and the code stays good', async () => {
    const [an] = [await join('A'), await join('B'), await join('E')];
    const cuong = stranger();
    const code = await invite('C');
    await house.hub.accounts.remember('telegram', 'CauNoiTestBot');
    const full = await answer(cuong, code);
    const plain = code.replace('-', '');
    expect(full).toContain(`Telegram: https://t.me/CauNoiTestBot?start=${plain}`);
    expect(full).toContain(`/join/${plain}`);
    expect(await house.hub.people.chats.memberOf('zalo_bot', cuong.id)).toBeNull();
    // Whoever has a place keeps it, also with a new code.
    expect(await answer(an, await invite('A'))).toContain('1. Đồng ý');
    expect(await answer(an, '1')).toContain('Cảm ơn đồng chí An');
    for (let welcome = 1; welcome < 3; welcome += 1) await an.next(within);
    // A place that is free again is given.
    await answer(an, 'huy ket noi');
    expect(await answer(an, '1')).toBe(say('my-unlinked'));
    expect(await answer(cuong, code)).toContain('1. Đồng ý');
    expect(await answer(cuong, '1')).toContain('Cảm ơn đồng chí Cương');
  });

  test('of two who agree at one time for the last place one is in', async () => {
    await join('A');
    await join('B');
    const late = [stranger(), stranger()];
    const codes = [await invite('C'), await invite('E')];
    for (const [index, person] of late.entries()) await answer(person, codes[index]!);
    for (const person of late) person.say('1');
    const answers = await Promise.all(late.map(async (person) => (await person.next(within)).text));
    expect(answers.filter((text) => text.includes('Cảm ơn đồng chí')).length).toBe(1);
    expect(answers.filter((text) => text.includes('/join/')).length).toBe(1);
  });
});

test('however many are linked at one time, no more have a place than the platform allows', async () => {
  const { people } = house.hub;
  const members = ['A', 'B', 'C', 'D', 'E'];
  const opened = await Promise.all(
    members.map(async (member) => await people.openInvite(await invite(member))),
  );
  const consent = { channel: 'zalo_bot', consentText: 'Đồng ý?', language: 'vi', most: 2 } as const;
  const linked = await Promise.allSettled(
    opened.map(
      async ({ inviteId }) => await people.link({ inviteId, address: `cung-luc-${inviteId}`, ...consent }),
    ),
  );
  expect(linked.filter(({ status }) => status === 'fulfilled').length).toBe(2);
  const refused = linked.filter((result) => result.status === 'rejected').map(({ reason }) => reason);
  expect(refused).toMatchObject(Array.from({ length: 3 }, () => ({ code: 'chat.channel-full' })));
});

describe('a directive', () => {
  test('asks for what to type, names its file, and is acknowledged without diacritics', async () => {
    const binh = await join('B');
    const content = Buffer.from('%PDF-1.7');
    const file = { name: 'Kế hoạch 27.pdf', mediaType: 'application/pdf', content };
    const id = await send('Kế hoạch quý IV', { attachments: [file] });
    const { text } = await binh.next({ ...within, matching: 'Kế hoạch quý IV' });
    expect(text).toContain(say('notice-typed-acknowledgement'));
    expect(text).not.toContain('nút');
    expect(text).toMatch(/Kèm theo 1 tệp: Kế hoạch 27\.pdf\./);
    expect(await answer(binh, 'da nam')).toContain('Đã ghi nhận đồng chí đã nắm: Kế hoạch quý IV');
    expect(await acknowledged(id)).toBe(1);
  });

  test('a polite word is asked about, and the number under the question acknowledges', async () => {
    const binh = await join('B');
    const id = await send('Thông báo một');
    await binh.next({ ...within, matching: 'Thông báo một' });
    expect(await answer(binh, 'vang')).toMatch(/Thông báo một.*\n\n1\. Đã nắm$/s);
    expect(await answer(binh, '1')).toContain('Đã ghi nhận đồng chí đã nắm: Thông báo một');
    expect(await acknowledged(id)).toBe(1);
  });

  test('of several the number of the list counts, not that of the menu before', async () => {
    const binh = await join('B');
    const ids = [await send('Thông báo một'), await send('Thông báo hai')];
    for (const title of ['một', 'hai']) await binh.next({ ...within, matching: `Thông báo ${title}.` });
    const menu = await answer(binh, '/menu');
    expect(menu).toMatch(/\n1\. Văn bản\n2\. Họp chi bộ\n3\. Góp ý\n/);
    expect(await answer(binh, '1')).toMatch(/^Có 2 văn bản chờ đồng chí\.[^]*\n1\. Văn bản chờ xác nhận\n/);
    // The number of a button leads to the list; from there on numbers are those of its lines.
    const list = await answer(binh, '1');
    const second = /2\. (Thông báo \p{L}+)/u.exec(list)![1]!;
    expect(await answer(binh, '2')).toContain(`Đã ghi nhận đồng chí đã nắm: ${second}`);
    expect(await Promise.all(ids.map(acknowledged))).toEqual(
      ['Thông báo một', 'Thông báo hai'].map((title) => (title === second ? 1 : 0)),
    );
  });
});

test('a number chooses once: the next is what it says', async () => {
  const binh = await join('B');
  expect(await answer(binh, '/trogiup')).toMatch(/\n4\. Ngôn ngữ · Language/);
  expect(await answer(binh, '4')).toMatch(/1\. Tiếng Việt\n2\. English$/);
  expect(await answer(binh, '2')).toContain(house.hub.locales('en')('conversation-language-set'));
  binh.say('dung');
  expect((await binh.next(within)).text).toMatch(/\n1\. .+\n2\. .+$/);
  expect(await answer(binh, '2')).toContain(house.hub.locales('en')('conversation-stop-not'));
});

test('a picture goes along with what is said, from the platform’s own hosts alone', async () => {
  const binh = await join('B');
  await answer(binh, '/gopy');
  await answer(binh, 'chi bộ');
  await answer(binh, 'kiến nghị');
  await answer(binh, 'bỏ qua');
  const asked = await answer(binh, 'ghi tên');
  expect(asked).toContain(say('feedback-talk-text-photos', { voice: 'yes' }));
  expect(asked).not.toContain('PDF');
  const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#3366cc' } })
    .withExif({ IFD0: { Artist: 'Nguyen Van Tac Gia' } })
    .jpeg()
    .toBuffer();
  binh.sendPicture('Đường thôn Ba hỏng.', 'http://169.254.169.254/latest/meta-data');
  expect((await binh.next(within)).text).toContain(say('feedback-talk-file-away', { why: 'gone' }));
  binh.sendPicture(undefined, standIn.lay('1.jpg', bytes));
  expect((await binh.next(within)).text).toContain('Đã nhận 1 ảnh.');
  await answer(binh, 'gửi');
  const by = { memberId: (await house.hub.people.memberByCode('A')).id, via: 'console' as const };
  const [item] = await house.hub.feedback.answering.list(by);
  expect(item!.text).toBe('Đường thôn Ba hỏng.');
  const { attachments } = await house.hub.feedback.answering.item(by, item!.id);
  const file = await house.hub.feedback.answering.file(by, item!.id, attachments[0]!.id);
  expect(await sharp(file.content).metadata()).toMatchObject({ width: 300, height: 200 });
  expect(Buffer.from(file.content).includes('Tac Gia')).toBe(false);
});

test('whoever writes again after blocking us is reached again', async () => {
  const binh = await join('B');
  binh.block();
  const id = await send('Thông báo chặn');
  const unreachable = async () => (await house.hub.notices.status(operator, id)).unreachable;
  await expect.poll(unreachable, { timeout: 15_000 }).toContain('B');
  binh.unblock();
  binh.say('toi day');
  await binh.next({ ...within, matching: 'Thông báo chặn' });
});
