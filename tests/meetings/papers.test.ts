import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { paperForms } from '../../hub/meetings/papers/forms.ts';
import type { FileFormat } from '../../hub/meetings/papers/document.ts';
import type { PaperKind } from '../../hub/meetings/papers/content.ts';
import { readHere } from '../../hub/platform/file-text/file-text.ts';
import { operator } from '../../hub/platform/audit.ts';
import { DomainError } from '../../hub/platform/errors.ts';
import { signIn } from '../console/reader.ts';
import { csv, memberHeader } from '../people/given.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

const evening = new Date('2026-02-05T19:30+07:00');
let now = new Date('2025-12-30T08:00+07:00');
let house: TestHub;

beforeAll(async () => {
  house = await openTestHub({ roles: ['web', 'bots', 'worker'], clock: () => now });
  const more = ['F,Đỗ Văn Phúc,X1-C,deputy,official,,,', 'G,Lê Thị Giang,X1-C,,probationary,,,'];
  await house.hub.people.importMembers(operator, csv(memberHeader, ...more));
}, 60_000);
afterAll(() => house.close(), 60_000);
beforeEach(async () => {
  await house.clear();
  now = new Date('2026-02-01T08:00+07:00');
});

const as = async (code: string) => ({
  memberId: (await house.hub.people.memberByCode(code)).id,
  via: 'console' as const,
});
const papers = () => house.hub.meetings.papers;
const code = async (work: Promise<unknown>) =>
  await work.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? error.code : Promise.reject(error as Error)),
  );

/** The cell of A meets on 5 February: B is excused, E says nothing and stays away, the others come. */
async function held(): Promise<string> {
  const { meetings, attendance } = house.hub;
  const items = [{ title: 'Báo cáo tháng 01', rapporteur: 'đồng chí An' }, { title: 'Thảo luận, kết luận' }];
  const startsAt = evening;
  const { id } = await meetings.call({ from: 'A', unit: 'X1-C', startsAt, place: 'Nhà văn hóa thôn', items });
  await meetings.change(operator, id, { chair: 'A', taker: 'F' });
  await attendance.answerFor(operator, id, 'B', { answer: 'no', reason: 'con ốm' });
  await attendance.decideExcuse(await as('A'), id, 'B', { accept: true });
  now = new Date(evening.getTime() - 10 * 60_000);
  await meetings.open(await as('A'), id);
  now = new Date(evening.getTime() + 5 * 60_000);
  const marks = ['A', 'F', 'G'].map((member) => ({ member, mark: 'present' as const, at: now }));
  await attendance.mark(await as('A'), id, marks);
  return id;
}

async function talkedAbout(id: string): Promise<void> {
  const { running } = house.hub.meetings;
  const [report, discussion] = await running.said(operator, id);
  const by = await as('A');
  await running.noteOpinion(by, id, { item: report!.id!, author: 'G', text: 'Nhất trí với báo cáo' });
  await running.noteOpinion(by, id, { item: discussion!.id!, text: 'Cần công khai quỹ khuyến học.' });
  await running.conclude(by, id, discussion!.id!, 'Sửa đường liên thôn trước Tết');
  const title = 'Thông qua nghị quyết tháng 02';
  await running.recordMotion(by, id, { title, threshold: 'majority', inFavour: 2, against: 0, other: 0 });
}

async function closed(id: string): Promise<void> {
  now = new Date('2026-02-05T20:50+07:00');
  await house.hub.meetings.close(await as('A'), id);
}

async function textOf(id: string, kind: PaperKind, format: FileFormat): Promise<string> {
  const file = await papers().fileOf(operator, id, { kind, format });
  const read = await readHere({ ...file, name: file.fileName });
  return read.readable ? read.text : read.reason;
}

const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
const partOf = async (id: string, key: string, kind: PaperKind = 'minutes') =>
  (await papers().paperOf(operator, id, kind)).parts.find((part) => part.key === key)!;

test('minutes are begun with what the meeting knows, and read the same in Word and in print', async () => {
  const id = await held();
  await talkedAbout(id);
  await papers().addTask(await as('A'), id, {
    what: 'Vận động hiến đất',
    who: 'đồng chí Phúc',
    dueOn: '2026-02-12',
  });
  await closed(id);
  await papers().begin(await as('A'), id, 'minutes');
  const text = inOneLine(await textOf(id, 'minutes', 'docx'));
  const lines = [
    'CHI BỘ THÔN',
    '*',
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    'ngày 05 tháng 02 năm 2026',
    'DỰ THẢO',
    'BIÊN BẢN',
    'sinh hoạt chi bộ thường kỳ tháng 2 năm 2026',
    '-----',
    'Thời gian: 19 giờ 30, ngày 05 tháng 02 năm 2026.',
    'Địa điểm: Nhà văn hóa thôn.',
    'Tổng số 5 đảng viên, trong đó chính thức 4, dự bị 1.',
    'Có mặt: 3 đồng chí.',
    'Vắng có lý do: 1 đồng chí:',
    '- Đồng chí Trần Thị Bình: con ốm',
    'Vắng không có lý do: 1 đồng chí:',
    '- Đồng chí Phạm Thị Én',
    'Chủ trì: đồng chí Nguyễn Văn An, bí thư.',
    'Thư ký: đồng chí Đỗ Văn Phúc.',
    'I- Nội dung',
    '1. Báo cáo tháng 01 (đồng chí An).',
    'II- Ý kiến thảo luận',
    '- Đồng chí Lê Thị Giang: Nhất trí với báo cáo.',
    '- Có ý kiến: Cần công khai quỹ khuyến học.',
    'III- Kết luận của chủ trì',
    '2. Thảo luận, kết luận: Sửa đường liên thôn trước Tết.',
    'IV- Biểu quyết',
    'Tổng số được tính: 4 đồng chí. - Tán thành 2 (50%), không tán thành 0 (0%), ý kiến khác 0 (0%). Kết quả: chưa đạt quá 1/2.',
    'V- Phân công thực hiện',
    '1. Vận động hiến đất. Người thực hiện: đồng chí Phúc. Hạn: 12/02/2026.',
    'kết thúc lúc 20 giờ 50, ngày 05 tháng 02 năm 2026. Biên bản đã được đồng chí Đỗ Văn Phúc đọc lại',
    'NGƯỜI GHI BIÊN BẢN',
    'CHỦ TRÌ HỘI NGHỊ',
  ];
  let at = 0;
  for (const line of lines) {
    const found = text.indexOf(line, at);
    expect(found, `“${line}” after “${text.slice(at, at + 200)}”`).toBeGreaterThanOrEqual(at);
    at = found;
  }
  const file = await papers().fileOf(operator, id, { kind: 'minutes', format: 'pdf' });
  const pdf = Buffer.from(file.content);
  const printed = await readHere({ ...file, name: file.fileName });
  const letters = printed.readable ? printed.text.replaceAll(/\s/g, '') : '';
  expect(lines.filter((line) => !letters.includes(line.replaceAll(' ', '')))).toEqual([]);
  expect(pdf.toString('latin1').match(/\/FontFile2/g)?.length).toBe(3);
  expect(pdf.toString('latin1')).not.toMatch(/BaseFont \/(?:Helvetica|Times)/);
});

test('what a person wrote is never written over: what is new stands beside it', async () => {
  const id = await held();
  const an = await as('A');
  await papers().begin(an, id, 'minutes');
  const text = 'Các đồng chí trao đổi sôi nổi.';
  const opinions = { kind: 'minutes' as const, key: 'opinions' };
  const { revision } = await papers().paperOf(an, id, 'minutes');
  await papers().saveSection(an, id, { ...opinions, revision, text });
  await talkedAbout(id);
  await closed(id);
  expect(await partOf(id, 'people')).toMatchObject({ edited: false, news: [] });
  expect((await papers().paperOf(an, id, 'minutes')).canFollow).toBe(4);
  expect(await papers().follow(an, id, 'minutes')).toBe(4);
  expect(await papers().follow(an, id, 'minutes')).toBe(0);
  expect((await partOf(id, 'people')).text).toContain('Vắng không có lý do: 1 đồng chí:');

  const mine = await partOf(id, 'opinions');
  expect(mine).toMatchObject({ text, edited: true });
  expect(mine.news).toContain('- Đồng chí Lê Thị Giang: Nhất trí với báo cáo.');
  const seen = (await papers().paperOf(an, id, 'minutes')).revision;
  await papers().settleNews(an, id, { ...opinions, revision: seen, choice: 'take' });
  const taken = await partOf(id, 'opinions');
  expect(taken.text.split('\n')).toEqual([text, ...mine.news]);
  expect(taken.news).toEqual([]);
});

test('two who write the same part are told of each other, in different parts they do not meet', async () => {
  const id = await held();
  await papers().begin(operator, id, 'minutes');
  const an = await signIn(house, 'A');
  const phuc = await signIn(house, 'F');
  const url = `/console/meetings/${id}/papers/minutes`;
  const ofPart = (part: string) => `${url}?part=${part}`;
  const page = await an.open(ofPart('content'));
  expect(page.html.length).toBeLessThan(60_000);
  expect(page.text).not.toContain('Soạn dự thảo');
  // Both opened it before An saved: another part goes, the same one does not, and nothing typed is lost.
  const other = await signIn(house, 'F');
  await phuc.open(ofPart('content'));
  await other.open(ofPart('closing'));
  const saved = await an.press(`${url}/parts/content`, { text: 'Đồng chí An báo cáo tháng 01.' });
  expect(saved.text).toContain('Đã lưu.');
  const closing = await other.press(`${url}/parts/closing`, { text: 'Kết thúc lúc 21 giờ.' });
  expect(closing.text).toContain('Đã lưu.');
  const refused = await phuc.press(`${url}/parts/content`, { text: 'Lời của đồng chí Phúc' });
  expect(refused.status).toBe(409);
  expect(refused.text).toMatch(/vừa lưu phần này .* Đồng chí An báo cáo tháng 01\. .* Lời của đồng chí Phúc/);
  expect((await partOf(id, 'content')).text).toBe('Đồng chí An báo cáo tháng 01.');
});

test('approved by the chair alone, and from then on as it is: a correction is a dated note', async () => {
  const id = await held();
  await papers().begin(await as('A'), id, 'minutes');
  const minutes = { kind: 'minutes' as const, revision: 0 };
  expect(await code(papers().approve(await as('A'), id, minutes))).toBe('paper.meeting-not-closed');
  await closed(id);
  expect(await code(papers().approve(await as('F'), id, minutes))).toBe('paper.only-chair');
  expect(await code(papers().approve(await as('A'), id, { ...minutes, revision: 7 }))).toBe(
    'paper.changed-meanwhile',
  );
  expect(await papers().approve(await as('A'), id, minutes)).toEqual({ number: 1 });
  expect(await code(papers().approve(await as('A'), id, minutes))).toBe('paper.approved');
  const text = 'Sửa lại';
  const part = { kind: 'minutes' as const, key: 'content', revision: 9, text };
  expect(await code(papers().saveSection(await as('A'), id, part))).toBe('paper.approved');
  expect(await code(papers().addTask(await as('A'), id, { what: 'Việc', who: 'An' }))).toBe('paper.approved');

  const before = await partOf(id, 'content');
  now = new Date('2026-02-07T08:00+07:00');
  await papers().addNote(await as('A'), id, { kind: 'minutes', text: 'Đồng chí Én vắng có lý do.' });
  expect(await partOf(id, 'content')).toEqual(before);
  const read = inOneLine(await textOf(id, 'minutes', 'docx'));
  expect(read).toContain('Số 01-BB/CB');
  expect(read).not.toContain('DỰ THẢO');
  expect(read).toContain('Đính chính ngày 07/02/2026: Đồng chí Én vắng có lý do.');
});

test('numbers run on per kind, without gaps or doubles, however many approve at once', async () => {
  const { meetings } = house.hub;
  const ids: string[] = [];
  for (let day = 1; day <= 5; day += 1) {
    now = new Date(`2026-01-0${day}T08:00+07:00`);
    const startsAt = new Date(`2026-01-0${day}T19:30+07:00`);
    const { id } = await meetings.call({ from: 'A', unit: 'X1-C', startsAt });
    await meetings.open(operator, id);
    await meetings.close(operator, id);
    for (const kind of ['minutes', 'resolution'] as const) await papers().begin(operator, id, kind);
    ids.push(id);
  }
  const numbered = await Promise.all(
    ids.map(async (id) => (await papers().approve(operator, id, { kind: 'minutes', revision: 0 })).number),
  );
  expect(numbered.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
  expect(await papers().approve(operator, ids[2]!, { kind: 'resolution', revision: 0 })).toEqual({
    number: 1,
  });
});

test('a resolution has the form of its kind, and the next meeting shows what was decided and is due', async () => {
  const id = await held();
  await talkedAbout(id);
  const an = await as('A');
  const done = await papers().addTask(an, id, { what: 'Họp dân', who: 'đồng chí An' });
  await papers().addTask(an, id, { what: 'Sửa đường', who: 'đồng chí Phúc', dueOn: '2026-02-20' });
  await closed(id);
  await papers().begin(an, id, 'resolution');
  await papers().markTask(an, done.id, true);
  await papers().approve(an, id, { kind: 'resolution', revision: 0 });
  const read = inOneLine(await textOf(id, 'resolution', 'docx'));
  for (const line of [
    'Số 01-NQ/CB',
    `${paperForms.resolution.title} lãnh đạo thực hiện nhiệm vụ tháng 2 năm 2026`,
    'có mặt 3/5 đảng viên được triệu tập.',
    'I- Đánh giá kết quả tháng trước',
    'II- Nhiệm vụ tháng tới',
    'III- Tổ chức thực hiện',
    'Biểu quyết ngày 05 tháng 02 năm 2026: 2/4 (50%) đồng ý, chưa đạt quá 1/2 nên nghị quyết này chưa được thông qua.',
    'Nơi nhận:',
    '- Lưu Chi bộ.',
    'T/M CHI BỘ BÍ THƯ',
  ])
    expect(read).toContain(line);

  now = new Date('2026-03-01T08:00+07:00');
  const startsAt = new Date('2026-03-05T19:30+07:00');
  const next = await house.hub.meetings.call({ from: 'A', unit: 'X1-C', startsAt });
  const { last } = await house.hub.meetings.meeting(an, next.id);
  expect(last).toMatchObject({
    id,
    decided: [{ kind: 'resolution', number: 'Số 01-NQ/CB' }],
    tasks: [
      { what: 'Sửa đường', dueOn: '2026-02-20', done: false },
      { what: 'Họp dân', dueOn: null, done: true },
    ],
  });
});

test('sent to the members, the absent too, who acknowledge it; pressed twice it goes once', async () => {
  const binh = await house.join('B');
  const id = await held();
  await closed(id);
  await papers().begin(operator, id, 'minutes');
  const an = await signIn(house, 'A');
  const url = `/console/meetings/${id}/papers/minutes`;
  expect(await code(papers().sendPaper(await as('A'), id, 'minutes'))).toBe('paper.not-approved');
  await an.open(url);
  await an.press(`${url}/approval`);
  await an.open(url);
  expect((await an.press(`${url}/sending`)).text).toContain(
    'Đã gửi tới 5 đồng chí, cả các đồng chí vắng họp.',
  );
  const [first, again] = [
    await papers().sendPaper(await as('A'), id, 'minutes'),
    await papers().sendPaper(await as('F'), id, 'minutes'),
  ];
  expect(again).toEqual(first);
  await expect
    .poll(() => binh.inbox.find(({ text }) => text.includes('Biên bản số 01-BB/CB'))?.text)
    .toContain('Đồng chí nào vắng họp xin đọc để nắm.');
  const words = await house.hub.database.query(
    'select kind, notice_id as id from meeting_word where kind = $1',
    ['paper'],
  );
  expect(words).toEqual([{ kind: 'paper', id: first.noticeId }]);
});

test('the meeting’s own score: known figures are proposed, people say the rest, and the minutes print it', async () => {
  const id = await held();
  await closed(id);
  const an = await signIn(house, 'A');
  const url = `/console/meetings/${id}/quality`;
  const form = await an.open(url);
  expect(form.text).toContain('Gợi ý 4 điểm: họp 80 phút, quy định ít nhất 90 phút');
  expect(form.text).toContain('Gợi ý 1 điểm: có mặt 3/5, vắng không lý do 1');
  const points = { time: '4', attendance: '1', preparation: '9', running: '38', principles: '5' };
  const rest = { 'last-resolution': '28', closing: '5' };
  const over = await an.press(url, { ...points, ...rest, closing: '6' });
  expect(over.text).toContain('Điểm “Kết thúc buổi sinh hoạt” là số nguyên từ 0 đến 5.');
  await an.open(url);
  expect((await an.press(url, { ...points, ...rest })).text).toContain('Đã lưu 90 điểm, xếp loại Tốt.');
  await papers().begin(operator, id, 'minutes');
  expect((await partOf(id, 'quality')).text).toContain('Tổng số: 90/100 điểm. Xếp loại buổi sinh hoạt: Tốt.');
});

test('papers name people: the level above writes none and reads none, a member reads what was approved', async () => {
  const id = await held();
  await closed(id);
  await papers().begin(operator, id, 'minutes');
  const read = async (who: string) =>
    await code(papers().fileOf(await as(who), id, { kind: 'minutes', format: 'docx' }));
  expect([await read('V'), await read('B'), await read('A')]).toEqual(['may.not', 'may.not', 'done']);
  await papers().approve(operator, id, { kind: 'minutes', revision: 0 });
  expect([await read('V'), await read('B'), await read('D')]).toEqual(['may.not', 'done', 'may.not']);
  // Nor does one name oneself from above as who wrote them.
  expect(await code(house.hub.meetings.change(await as('V'), id, { taker: 'V' }))).toBe('may.not');
  expect(await code(house.hub.meetings.change(await as('V'), id, { taker: 'B' }))).toBe('done');
  expect(await code(papers().papersOfMeeting(await as('V'), id))).toBe('may.not');
  expect((await papers().papersOfMeeting(await as('B'), id)).papers).toHaveLength(1);
});

test('whoever is erased is named in no draft any more; what was approved is the record and stays', async () => {
  const { people } = house.hub;
  await people.importMembers(operator, csv(memberHeader, 'H,Hoàng Văn "Tý" Hai,X1-C,,official,,,'));
  const id = await held();
  await closed(id);
  for (const kind of ['minutes', 'conclusion'] as const) await papers().begin(operator, id, kind);
  await papers().addTask(operator, id, { what: 'Họp dân', who: 'Hoàng Văn "Tý" Hai' });
  await papers().follow(operator, id, 'conclusion');
  await papers().approve(operator, id, { kind: 'minutes', revision: 0 });
  await people.eraseData(operator, 'H');
  const [conclusion, minutes] = [
    await partOf(id, 'next-month', 'conclusion'),
    await partOf(id, 'people', 'minutes'),
  ];
  expect(conclusion.text).toBe('1. Họp dân. Người thực hiện: ….');
  expect(minutes.text).toContain('- Đồng chí Hoàng Văn "Tý" Hai');
});
