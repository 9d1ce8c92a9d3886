import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Person, ScreenMessage } from '../../bots/telegram/stand-in/index.ts';
import type { NewConsultation, Question } from '../../hub/consultations/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { shortId } from '../../hub/platform/ids.ts';
import { monday, openMovingHub, type MovingHub } from '../meetings/moving-hub.ts';
import { csv, memberHeader } from '../people/given.ts';

let house: MovingHub;
beforeAll(async () => {
  house = await openMovingHub({ PUBLIC_URL: 'https://caunoi.example' });
  const more = Array.from({ length: 8 }, (_, index) => `M${index},Người Số ${index},X1-C,,official,,,`);
  await house.hub.people.importMembers(operator, csv(memberHeader, ...more));
}, 60_000);
beforeEach(async () => {
  phones = [];
  house.at(monday);
  await house.hub.database.query('delete from consultation');
  await house.clear();
});
afterAll(() => house.close(), 60_000);

const within = { timeoutMs: 8_000 };
const friday = new Date('2026-12-04T17:00+07:00');
const say = (key: string, facts: Record<string, string | number | Date> = {}) =>
  house.hub.locales('vi')(key, facts);
const buttonsOf = ({ buttons }: ScreenMessage) => buttons.map(({ text }) => text);
const query = async <Row>(text: string, values: unknown[] = []) =>
  await house.hub.database.query<Row & Record<string, unknown>>(text, values);

const plain: Question = {
  form: 'text',
  wording: '',
  options: [],
  most: null,
  scale: null,
  passage: null,
  required: false,
  onlyIf: null,
};
const hour: Question = {
  ...plain,
  form: 'one',
  wording: 'Giờ họp có hợp không?',
  options: ['Hợp', 'Chưa hợp'],
  required: true,
};
const survey: Question[] = [
  hour,
  { ...plain, wording: 'Nên đổi thế nào?', onlyIf: { question: 1, options: [1] } },
  { ...plain, form: 'several', wording: 'Cần bàn việc gì?', options: ['Đường', 'Nước', 'Điện'] },
];

async function prepare(given: Partial<NewConsultation> = {}): Promise<string> {
  const { asking } = house.hub.consultations;
  const whole: NewConsultation = {
    unit: 'X1-C',
    kind: 'survey',
    level: 'confidential',
    audience: 'members',
    title: 'Giờ sinh hoạt',
    introduction: '',
    questions: survey,
    live: false,
    shared: true,
    closesAt: friday,
    ...given,
  };
  const { id } = await asking.save(await house.as('A'), whole);
  await asking.open(await house.as('A'), id);
  await house.hub.consultations.work();
  for (const phone of phones) notice = await phone.next({ ...within, matching: whole.title });
  return id;
}
let phones: Person[] = [];
/** By which the last one was told of it. */
let notice: ScreenMessage;
async function join(code: string): Promise<Person> {
  const person = await house.join(code);
  phones.push(person);
  return person;
}
async function answer(person: Person, said: string): Promise<ScreenMessage> {
  person.say(said);
  return await person.next(within);
}
async function press(person: Person, message: ScreenMessage, button: string): Promise<ScreenMessage> {
  person.press(message, button);
  return await person.next(within);
}
/** Presses what may be on the screen no more. */
async function tap(person: Person, payload: string, eventKey = `${Math.random()}`): Promise<ScreenMessage> {
  const address = String(person.id);
  await house.hub.receive('telegram', [
    { channel: 'telegram', address, kind: 'tap', text: '', payload, eventKey },
  ]);
  return await person.next(within);
}
const answersOf = async (code: string, id: string) => {
  const { memberId } = await house.as(code);
  return (await house.hub.consultations.answering.asked(memberId, id)).answers;
};
const states = async () =>
  await query<{ step: number }>(
    `select octet_length(state) as size from conversation where state is not null and address not like 'choices of %'`,
  );

test('a confidential survey from the notice to the thanks, by buttons, through restarts, back and by a branch', async () => {
  const binh = await join('B');
  const id = await prepare();
  expect(buttonsOf(notice)).toEqual([say('consultation-answer-button')]);

  const opening = await press(binh, notice, say('consultation-answer-button'));
  expect(opening.text).toContain('Đây là thăm dò ý kiến, không phải biểu quyết.');
  expect(opening.text).toContain(say('consultation-level-promise', { level: 'confidential' }));
  expect(opening.text).toContain('17:00 ngày 04/12/2026');
  const first = await binh.next(within);
  expect(first.text).toMatch(/^Câu 1\/3\nGiờ họp có hợp không\?\n1\. Hợp\n2\. Chưa hợp/);
  expect(first.text).not.toContain('quay lai');
  expect(buttonsOf(first)).toEqual(['Hợp', 'Chưa hợp']);

  // "Hợp" leads past the question behind the branch.
  const past = await press(binh, first, 'Hợp');
  expect(past.text).toMatch(/^Câu 3\/3/);
  await house.restart();
  const again = await answer(binh, 'quay lại');
  expect(again.text).toMatch(/^Câu 1\/3[^]*Đang trả lời: Hợp/);
  const branch = await answer(binh, 'chua hop');
  expect(branch.text).toMatch(/^Câu 2\/3\nNên đổi thế nào\?/);
  await house.restart();
  // Words that mean something elsewhere are what one has to say here.
  expect((await answer(binh, 'Họp lúc 19 giờ, sau bữa cơm, cho dễ đi')).text).toMatch(/^Câu 3\/3/);
  const review = await answer(binh, '1,3');
  expect(review.text).toBe(
    [
      say('consultation-talk-review', { title: 'Giờ sinh hoạt' }),
      '1. Giờ họp có hợp không?\n   → Chưa hợp',
      '2. Nên đổi thế nào?\n   → “Họp lúc 19 giờ, sau bữa cơm, cho dễ đi”',
      '3. Cần bàn việc gì?\n   → Đường; Điện',
      '',
      say('consultation-talk-send-question'),
    ].join('\n'),
  );
  expect(buttonsOf(review)).toEqual(['Gửi', 'Sửa', 'Để sau']);
  expect(await answersOf('B', id)).toBeNull();
  const thanks = await press(binh, review, 'Gửi');
  expect(thanks.text).toBe(say('consultation-talk-thanks', { until: friday }));
  expect(await answersOf('B', id)).toEqual({
    1: 1,
    2: 'Họp lúc 19 giờ, sau bữa cơm, cho dễ đi',
    3: [0, 2],
  });
  await expect.poll(() => query('select 1 from inbound_event where payload is not null')).toEqual([]);

  // Changed: the branch that was left takes its answer along.
  const sent = await answer(binh, 'sửa');
  expect(sent.text).toContain(say('consultation-talk-sent', { title: 'Giờ sinh hoạt' }));
  expect(sent.text).toContain('Chưa hợp');
  expect((await answer(binh, 'sua 1')).text).toMatch(/^Câu 1\/3/);
  const changed = await answer(binh, '1');
  expect(changed.text).not.toContain('19 giờ');
  expect((await answer(binh, 'gui')).text).toBe(say('consultation-talk-thanks', { until: friday }));
  expect(await answersOf('B', id)).toEqual({ 1: 0, 3: [0, 2] });
  const [row] = await query<{ count: number }>(`select count(*)::int as count from consultation_answer`);
  expect(row!.count).toBe(1);
});

test('stopping and wandering off lose nothing, and what stands there has one length', async () => {
  const [binh, en] = [await join('B'), await join('E')];
  const id = await prepare();
  for (const person of [binh, en]) {
    await answer(person, 'lay y kien');
    await person.next(within);
  }
  await answer(binh, '2');
  await answer(binh, 'nen hop vao buoi toi cho ba con di lam ve kip '.repeat(10));
  await answer(en, '1');
  const sizes = (await states()).map(({ size }) => size);
  expect(new Set(sizes).size).toBe(1);
  expect(sizes).toHaveLength(4);

  expect((await answer(binh, 'dừng')).text).toBe(say('consultation-talk-stopped'));
  expect(await answersOf('B', id)).toBeNull();
  expect((await answer(binh, '/hop')).text).not.toContain('Câu');
  await house.restart();
  expect((await answer(binh, 'lay y kien')).text).toBe(
    say('consultation-talk-resumed', { title: 'Giờ sinh hoạt' }),
  );
  expect((await binh.next(within)).text).toMatch(/^Câu 3\/3/);
  // Left without a word for "stop".
  await answer(en, '/menu');
  expect((await answer(en, '/laykien')).text).toContain('tôi còn giữ phần đồng chí đã trả lời');
  expect((await en.next(within)).text).toMatch(/^Câu 3\/3/);
  const review = await answer(en, 'bo qua');
  expect(review.text).toContain(say('consultation-talk-left-out'));
  await press(en, review, 'Gửi');
  expect(await answersOf('E', id)).toEqual({ 1: 0 });

  // A week after the last word nothing of it is left.
  house.at('2026-12-08T09:00+07:00');
  await house.hub.inbox.forgetHandled();
  expect((await states()).filter(({ size }) => (size as number) > 2_000)).toEqual([]);
});

test('what was not sent is not shown to the next member who has the phone', async () => {
  const binh = await join('B');
  await prepare();
  await answer(binh, '/laykien');
  await binh.next(within);
  await answer(binh, '1');
  const { memberId } = await house.as('E');
  await query('update chat set member_id = $1 where address = $2', [memberId, String(binh.id)]);
  expect((await answer(binh, '/laykien')).text).toContain(
    say('consultation-level-promise', { level: 'confidential' }),
  );
  expect((await binh.next(within)).text).toMatch(/^Câu 1\/3/);
});

test('a button pressed twice, and an event that is handled twice, answer once', async () => {
  const binh = await join('B');
  const id = await prepare();
  await answer(binh, '/laykien');
  await binh.next(within);
  const payload = `consult:${shortId(id)}:answer:1:0`;
  expect((await tap(binh, payload)).text).toMatch(/^Câu 3\/3/);
  // Of an earlier question: it is answered anew, and one stands where one stood.
  expect((await tap(binh, payload)).text).toMatch(/^Câu 3\/3/);
  const { inbox } = house.hub;
  const before = await inbox.state('telegram', String(binh.id));
  binh.say('2');
  expect((await binh.next(within)).text).toContain('Nước');
  const after = await inbox.state('telegram', String(binh.id));
  expect(after).not.toEqual(before);
  // As if the process had died before it could note that the event was handled.
  const repeated = {
    channel: 'telegram',
    address: String(binh.id),
    kind: 'text',
    text: '2',
    payload: '',
    eventKey: after!['by'] as string,
  } as const;
  await query('delete from inbound_event where event_key = $1', [repeated.eventKey]);
  await house.hub.receive('telegram', [repeated]);
  expect((await binh.next(within)).text).toContain('→ Nước');

  await tap(binh, `consult:${shortId(id)}:send`);
  expect(await answersOf('B', id)).toEqual({ 1: 0, 3: [1] });
  // Sent already: it is shown, and does not go again.
  expect((await tap(binh, `consult:${shortId(id)}:send`)).text).toContain(
    say('consultation-talk-sent', { title: 'Giờ sinh hoạt' }),
  );
});

test('what ends in the middle is said, and nothing of it is kept', async () => {
  const binh = await join('B');
  const id = await prepare();
  await answer(binh, 'tham do');
  await binh.next(within);
  await answer(binh, '2');
  house.at('2026-12-04T17:01+07:00');
  const over = await answer(binh, 'Nên họp lúc 19 giờ');
  expect(over.text).toBe(
    `${say('consultation-talk-over', { title: 'Giờ sinh hoạt' })}\n${say('consultation-talk-over-draft')}`,
  );
  await expect.poll(states).toEqual([]);
  await house.hub.consultations.work();
  await binh.next({ ...within, matching: 'Kết quả' });
  expect(await answersOf('B', id)).toBeNull();

  house.at(monday);
  const other = await prepare({ title: 'Dự thảo kế hoạch' });
  await answer(binh, 'lay y kien');
  await press(binh, await binh.next(within), 'Hợp');
  await house.hub.consultations.asking.cancel(await house.as('A'), other, 'Viết lại');
  await binh.next({ ...within, matching: 'Viết lại' });
  expect((await answer(binh, '1')).text).toContain(
    say('consultation-talk-cancelled', { title: 'Dự thảo kế hoạch' }),
  );
});

test('without names one is led to a page of one’s own, and nothing is answered here', async () => {
  const binh = await join('B');
  const id = await prepare({ level: 'unnamed' });
  const led = await answer(binh, 'lay y kien');
  expect(led.text).toContain(say('consultation-talk-not-here'));
  expect(led.text).toContain(say('consultation-level-promise', { level: 'unnamed' }));
  expect(led.text).toMatch(
    new RegExp(`https://caunoi\\.example/signin/[\\w-]{43}\\?to=%2Fconsole%2Fconsultations%2Fmine%2F${id}`),
  );
  const payload = `consult:${shortId(id)}`;
  for (const rest of [':answer:1:0', ':send', ':change', ':here'])
    expect((await tap(binh, payload + rest)).text).toContain(say('consultation-talk-not-here'));
  const { memberId } = await house.as('B');
  await house.hub.consultations.answering.draw(memberId, id);
  const drawn = await tap(binh, payload);
  expect(drawn.text).toContain(say('consultation-talk-drawn', { url: 'https://caunoi.example/phieu' }));
  expect(drawn.text).not.toContain('signin');
  expect(await states()).toEqual([]);
});

test('of several one chooses; what is answered can be seen again; results are read where they are shared', async () => {
  const binh = await join('B');
  expect((await answer(binh, 'khao sat')).text).toBe(say('consultation-talk-none'));
  expect((await answer(binh, 'ket qua tham do')).text).toBe(say('consultation-talk-results-none'));
  const first = await prepare({ title: 'Việc thứ nhất', level: 'named', questions: [hour] });
  await prepare({ title: 'Việc thứ hai', closesAt: new Date('2026-12-05T17:00+07:00') });
  const list = await answer(binh, 'phieu');
  expect(list.text).toMatch(/1\. Việc thứ nhất \(Chi bộ thôn\)[^]*2\. Việc thứ hai/);
  expect(buttonsOf(list)).toEqual(['Việc thứ nhất', 'Việc thứ hai']);
  expect((await answer(binh, '1')).text).toContain(say('consultation-level-promise', { level: 'named' }));
  await press(binh, await press(binh, await binh.next(within), 'Chưa hợp'), 'Gửi');
  // The other one is the only one that waits.
  expect((await answer(binh, 'lay y kien')).text).toContain('Việc thứ hai');
  await binh.next(within);

  const { asking, answering } = house.hub.consultations;
  for (let index = 0; index < 8; index += 1) {
    const { memberId } = await house.as(`M${index}`);
    await answering.answer(memberId, first, { 1: index < 6 ? 0 : 1 });
  }
  await asking.close(await house.as('A'), first);
  await house.hub.consultations.work();
  const closed = await binh.next({ ...within, matching: 'Kết quả' });
  const pressed = await press(binh, closed, say('consultation-see-results'));
  const results = await answer(binh, 'ket qua tham do');
  expect(results.text).toBe(pressed.text);
  expect(results.text).toContain('Việc thứ nhất');
  expect(results.text).toMatch(/9 trong 11/);
  expect(results.text).not.toMatch(/Chưa hợp: 3/);
  expect(results.text).toContain('không phải biểu quyết');
});

test('a draft is read passage by passage; what one has to say goes to its passage, and a long one is offered as a page', async () => {
  const binh = await join('B');
  const passages = ['Chi bộ họp vào ngày 3 hằng tháng.', 'Đảng phí nộp trước ngày 10.'].map(
    (passage, index): Question => ({ ...plain, form: 'passage', wording: `Điều ${index + 1}`, passage }),
  );
  const id = await prepare({ kind: 'draft', title: 'Quy chế', level: 'named', questions: passages });
  await answer(binh, 'gop y du thao');
  const first = await binh.next(within);
  expect(first.text).toContain('“Chi bộ họp vào ngày 3 hằng tháng.”');
  expect(buttonsOf(first)).toEqual(['Nhất trí', 'Bỏ qua']);
  expect((await answer(binh, 'vâng')).text).toBe(say('consultation-talk-agree-or-say'));
  await binh.next(within);
  expect((await answer(binh, 'khong nhat tri')).text).toBe(say('consultation-talk-your-words'));
  expect((await answer(binh, 'Tôi tố cáo ông Nguyễn Văn Nam nhận hối lộ')).text).toContain(
    say('feedback-talk-door', { door: 'denunciation' }),
  );
  const tooLong = 'Nên họp vào ngày 5. '.repeat(60).trim();
  expect((await answer(binh, tooLong)).text).toBe(
    say('consultation-talk-too-long', { length: tooLong.length, most: 1_000 }),
  );
  await answer(binh, 'Ngày 3 nhiều đồng chí lĩnh lương hưu, nên chuyển sang ngày 5');
  const review = await answer(binh, 'nhat tri');
  await press(binh, review, 'Gửi');
  expect(await answersOf('B', id)).toEqual({
    1: { agrees: false, comment: 'Ngày 3 nhiều đồng chí lĩnh lương hưu, nên chuyển sang ngày 5' },
    2: { agrees: true, comment: null },
  });
  expect(JSON.stringify(await house.hub.inbox.state('telegram', String(binh.id)))).not.toContain('hối lộ');

  const many = Array.from({ length: 13 }, (_, index) => ({ ...passages[0]!, wording: `Điều ${index + 1}` }));
  const long = await prepare({ kind: 'draft', title: 'Quy chế dài', questions: many });
  await answer(binh, 'lay y kien');
  const page = await binh.next(within);
  expect(page.text).toContain(`to=%2Fconsole%2Fconsultations%2Fmine%2F${long}`);
  const here = await binh.next(within);
  expect(buttonsOf(here)).toEqual(['Trả lời ở đây']);
  expect((await press(binh, here, 'Trả lời ở đây')).text).toMatch(/^Câu 1\/13/);
});

test('an opinion typed where one was to choose waits for the next words, and is not lost where there are none', async () => {
  const binh = await join('B');
  const id = await prepare({
    questions: [hour, { ...plain, wording: 'Còn ý kiến gì?' }],
  });
  await answer(binh, 'lay y kien');
  await binh.next(within);
  const opinion = 'Theo tôi nên họp vào buổi tối thứ bảy hằng tuần';
  expect((await answer(binh, opinion)).text).toBe(say('consultation-talk-kept-for-later'));
  await binh.next(within);
  const words = await answer(binh, '2');
  expect(words.text).toContain(`“${opinion}”`);
  expect(buttonsOf(words)).toEqual(['Lấy lời này', 'Bỏ qua']);
  await press(binh, await press(binh, words, 'Lấy lời này'), 'Gửi');
  expect(await answersOf('B', id)).toEqual({ 1: 1, 2: opinion });

  await prepare({ kind: 'poll', title: 'Một câu', questions: [hour] });
  await answer(binh, 'lay y kien');
  await binh.next(within);
  await answer(binh, opinion);
  await binh.next(within);
  const thanks = await press(binh, await answer(binh, 'hop'), 'Gửi');
  expect(thanks.text).toContain(say('consultation-talk-left-over', { text: opinion }));
  expect(buttonsOf(thanks)).toEqual(['Sửa', 'Góp ý']);
});
