import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { signIn, type Reader, type Seen } from '../console/reader.ts';
import { csv, memberHeader } from '../people/given.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

// What a cell asks its members, in the console without scripts: written, opened, answered, read.

let house: TestHub;
let secretary: Reader;
let member: Reader;
let now = new Date('2026-11-02T08:00+07:00');
const list = '/console/consultations';
const mine = `${list}/mine`;

beforeAll(async () => {
  house = await openTestHub({ roles: ['web'], clock: () => now });
  const rows = Array.from({ length: 9 }, (_, n) => `N${n},Nguyễn Văn Năm ${n},X1-C,,official,,,`);
  await house.hub.people.importMembers(operator, csv(memberHeader, ...rows));
  [secretary, member] = await Promise.all([signIn(house, 'A'), signIn(house, 'N0')]);
}, 120_000);
afterAll(() => house?.close(), 60_000);
beforeEach(async () => {
  for (const table of ['consultation', 'audience_slice', 'delivery', 'notice'])
    await house.hub.database.query(`delete from ${table}`);
});

const settings = {
  title: 'Ngày sinh hoạt',
  introduction: 'Chi ủy xin ý kiến các đồng chí.',
  unit: 'X1-C',
  audience: 'members',
  level: 'named',
  day: '10/11/2026',
  time: '17h',
  shared: 'yes',
};
const days = { wording: 'Họp ngày nào?', options: 'Thứ Sáu\nThứ Bảy\nChủ nhật', required: 'yes' };

/** Written by the secretary to its first question; the page of the questions is before their eyes. */
async function begun(given: Record<string, string> = {}, kind = 'survey'): Promise<string> {
  await secretary.open(`${list}/new?kind=${kind}&form=one`);
  const seen = await secretary.press(`${list}/new`, { ...settings, ...days, ...given });
  expect(seen.text).toContain('chưa gửi cho ai');
  return seen.url;
}

async function opened(given: Record<string, string> = {}, kind = 'survey'): Promise<string> {
  const url = await begun(given, kind);
  await secretary.open(`${url}/opening`);
  expect((await secretary.press(`${url}/opening`)).text).toContain('Đã mở. 12 người được hỏi.');
  return url;
}

const idIn = (url: string) => url.split('/').at(-1)!;

test('an empty list says what it is for; who leads nothing is told where they are asked', async () => {
  const { text } = await secretary.open(list);
  expect(text).toContain('Chưa có đợt lấy ý kiến nào. Ở đây đồng chí hỏi ý kiến đảng viên về một dự thảo');
  expect((await secretary.open('/console/feedback')).html).toContain(`href="${list}"`);
  expect((await secretary.open(`${list}/new`)).text).toContain('Là thăm dò, không phải biểu quyết.');
});

test('a member without a role is signed in for their own pages, and for no other', async () => {
  const { text, status } = await member.open(mine);
  expect([status, text.includes('Không có đợt nào chờ đồng chí trả lời.')]).toEqual([200, true]);
  expect(text).not.toContain('Nhật ký');
  for (const page of [list, `${list}/new`, '/console', '/console/people'])
    expect((await member.open(page)).status, page).toBe(401);
});

test('a link leads where it says, and to no other house', async () => {
  const { people, signInUrl } = house.hub;
  const go = async (to: string) => {
    const { token } = await people.signInLink(operator, 'N1', { forOwnPages: true });
    const asked = new URL(await signInUrl(token, to));
    const button = await (await fetch(new URL(asked.pathname + asked.search, house.url))).text();
    const action = /action="([^"]+)"/.exec(button)![1]!.replaceAll('&amp;', '&');
    const answer = await fetch(new URL(action, house.url), { method: 'POST', redirect: 'manual' });
    // Pressed again it still leads there, in that browser alone.
    const again = (headers: Record<string, string>) =>
      fetch(new URL(asked.pathname + asked.search, house.url), { headers, redirect: 'manual' });
    const [cookie = ''] = answer.headers.get('set-cookie')?.split(';') ?? [];
    expect((await again({})).status).toBe(410);
    expect((await again({ cookie })).headers.get('location')).toBe(to.startsWith(mine) ? to : null);
    return answer.headers.get('location');
  };
  expect(await go(`${mine}/01990d3e-7c1a-7b54-9d6a-3f0c8a51e2b7`)).toContain('01990d3e');
  for (const elsewhere of ['https://example.org/', '//example.org/console', '/phieu', 'console'])
    expect(await go(elsewhere), elsewhere).toBe(mine);
});

test('a survey is written a step at a time: added, mended, moved, branched, thrown away', async () => {
  const url = await begun();
  await secretary.open(`${url}/questions/new?form=text`);
  const branched = await secretary.press(`${url}/questions/new`, {
    wording: 'Vì sao là thứ Bảy?',
    onlyIf: '1:1',
  });
  expect(branched.text).toContain('Chỉ trả lời nếu ở câu 1 đồng chí chọn: Thứ Bảy');
  await secretary.open(`${url}/questions/1`);
  const twice = await secretary.press(`${url}/questions/1`, { ...days, options: 'Thứ Sáu\nThứ sáu' });
  expect([twice.status, twice.html.includes('Thứ Sáu\nThứ sáu')]).toEqual([422, true]);

  await secretary.open(url);
  const moved = await secretary.press(`${url}/order`, { do: 'up:2' });
  expect(moved.text).toContain('1 câu trước chỉ hỏi một số người, nay hỏi mọi người');
  expect(moved.text).toMatch(/Vì sao là thứ Bảy\?.*Họp ngày nào\?/);
  // Back in the browser the page is behind: its numbers name other questions.
  await house.hub.consultations.asking.save(await as('A'), {
    ...(await saved(url)),
    title: 'Đổi tên',
  });
  expect((await secretary.press(`${url}/order`, { do: 'drop:1' })).status).toBe(409);
  await secretary.open(url);
  expect((await secretary.press(`${url}/order`, { do: 'drop:1' })).text).not.toContain('Vì sao');

  await secretary.open(`${url}/settings`);
  const late = await secretary.press(`${url}/settings`, { ...settings, day: '32/11' });
  expect(late.text).toContain('Ngày chưa đúng');
  expect((await secretary.press(`${url}/settings`, { ...settings, title: 'Tên khác' })).text).toContain(
    'Tên khác',
  );
  expect((await secretary.press(`${url}/discarding`)).text).toContain('Đã bỏ bản đang soạn.');
});

test('a draft is divided, its passages are merged and dropped; also from a file', async () => {
  const article = (number: number, title: string, what: string) =>
    `Điều ${number}. ${title}\n${what} ${'Nội dung này áp dụng cho mọi đảng viên của chi bộ. '.repeat(6)}`;
  const draft = [
    article(1, 'Phạm vi', 'Quy chế này nói về họp.'),
    article(2, 'Giờ họp', 'Họp lúc 19 giờ.'),
    article(3, 'Địa điểm', 'Họp ở nhà văn hóa.'),
  ].join('\n');
  await secretary.open(`${list}/new?kind=draft`);
  const seen = await secretary.press(`${list}/new`, {
    ...settings,
    file: [new File([draft], 'du-thao.txt', { type: 'text/plain' })],
  });
  expect(seen.text).toMatch(/Điều 1.*Điều 2.*Điều 3/);
  const merged = await secretary.press(`${seen.url}/order`, { do: 'merge:2' });
  expect(merged.text).toContain('Nội dung hỏi (2)');
  expect(merged.text).toMatch(/Điều 1–2.*Điều 3/);
  const preview = await secretary.open(`${seen.url}/opening`);
  expect(preview.text).toContain('Họp lúc 19 giờ.');
  expect(preview.text).toContain('Có ý kiến');

  await secretary.open(`${list}/new?kind=draft`);
  const broken = await secretary.press(`${list}/new`, {
    ...settings,
    file: [new File(['%PDF-1.7 broken'], 'du-thao.pdf', { type: 'application/pdf' })],
  });
  expect(broken.status).toBe(422);
  expect(broken.text).toContain('Tệp du-thao.pdf bị hỏng hoặc quá lớn');
  expect(broken.html).toContain('value="Ngày sinh hoạt"');
});

test('who leads more than one cell names a unit below by its code', async () => {
  const officer = await signIn(house, 'V');
  expect((await secretary.open(`${list}/new?kind=poll&form=one`)).html).not.toContain('name="below"');
  await officer.open(`${list}/new?kind=poll&form=one`);
  const nowhere = await officer.press(`${list}/new`, { ...settings, ...days, unit: 'T', below: 'KHONG' });
  expect([nowhere.status, nowhere.text]).toEqual([404, expect.stringContaining('mang mã KHONG')]);
  const begun = await officer.press(`${list}/new`, { ...settings, ...days, unit: 'T', below: 'X1-C' });
  expect(begun.text).toContain('Chi bộ thôn');
  await officer.open(`${begun.url}/settings`);
  const saved = await officer.press(`${begun.url}/settings`, {
    ...settings,
    unit: 'X1-C',
    title: 'Ngày họp',
  });
  expect(saved.text).toMatch(/Ngày họp.*Chi bộ thôn/);
  const elsewhere = await secretary.open(`${list}/new?kind=poll&form=one`);
  expect(elsewhere.status).toBe(200);
  expect((await secretary.press(`${list}/new`, { ...settings, ...days, below: 'X2-C' })).status).toBe(403);
});

test('what somebody else changed since the last look is not opened', async () => {
  const url = await begun();
  await secretary.open(`${url}/opening`);
  const other = await signIn(house, 'A');
  await other.open(`${url}/settings`);
  await other.press(`${url}/settings`, { ...settings, title: 'Tên khác' });
  const refused = await secretary.press(`${url}/opening`);
  expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('Tên khác')]);
  expect((await secretary.press(`${url}/opening`)).text).toContain('Đã mở. 12 người được hỏi.');
});

test('the last look says how many are asked; too few are not asked without a name', async () => {
  const url = await begun({ unit: 'X1-C', audience: 'secretaries', level: 'unnamed' });
  const { text } = await secretary.open(`${url}/opening`);
  expect(text).toContain('1 bí thư được hỏi, trả lời đến 17:00 ngày 10/11/2026.');
  expect((await secretary.press(`${url}/opening`)).status).toBe(422);
});

test('by name: answered on one page, changed, read by who leads the cell, counted while it goes on', async () => {
  const url = await opened({ live: 'yes' });
  const own = `${mine}/${idIn(url)}`;
  expect((await secretary.open('/console')).text).toContain('hỏi ý kiến đồng chí. Trả lời đến 17:00');
  const asked = await member.open(own);
  for (const words of [
    'Chi bộ thôn hỏi ý kiến đồng chí.',
    'Chi bộ thôn đọc được họ tên đồng chí cùng câu trả lời.',
    'Đây là thăm dò ý kiến, không phải biểu quyết.',
  ])
    expect(asked.text).toContain(words);
  const missing = await member.press(own, {});
  expect(missing.status).toBe(422);
  expect((await member.press(own, { q1: '1' })).text).toContain('Sửa được đến 17:00 ngày 10/11/2026');
  const again = await member.press(own, { q1: '2' });
  expect(again.html).toMatch(/value="2"[^>]* checked/);
  expect((await member.open(`${own}/results`)).text).toMatch(/Chủ nhật\s+1/);

  const followed = await secretary.open(url);
  expect(followed.text).toContain('1 trên 12 người');
  expect(followed.text).toContain('Nguyễn Văn Năm 1');
  expect(followed.text).not.toContain('Nguyễn Văn Năm 0');
  expect((await secretary.open(`${url}/answers`)).text).toMatch(/Nguyễn Văn Năm 0.*Chủ nhật/);
});

test('reminded once a day, extended, closed early: each asked once more', async () => {
  const url = await opened();
  await secretary.open(url);
  expect((await secretary.press(`${url}/reminders`)).text).toContain('Đã nhắc 12 người.');
  expect((await secretary.press(`${url}/reminders`)).status).toBe(429);
  await secretary.open(`${url}/extending`);
  const sooner = await secretary.press(`${url}/extending`, { day: '05/11/2026', time: '17:00' });
  expect(sooner.status).toBe(422);
  const later = await secretary.press(`${url}/extending`, { day: '12/11/2026', time: '20h' });
  expect(later.text).toContain('20:00 ngày 12/11/2026');
  expect((await secretary.open(`${url}/closing`)).text).toContain('Kết thúc rồi thì không mở lại được.');
  expect((await secretary.press(`${url}/closing`)).text).toContain('Đã kết thúc.');
  expect((await secretary.open(`${url}/closing`)).url).toBe(url);
  expect((await member.open(`${mine}/${idIn(url)}`)).text).toContain('không nhận trả lời nữa');
});

test('cancelled with a reason: nothing is kept', async () => {
  const url = await opened();
  await member.open(`${mine}/${idIn(url)}`);
  await member.press(`${mine}/${idIn(url)}`, { q1: '0' });
  await secretary.open(`${url}/cancelling`);
  const done = await secretary.press(`${url}/cancelling`, { reason: 'Hỏi nhầm nội dung' });
  expect(done.text).toContain('Đã hủy. Các câu trả lời đã bị xóa.');
  expect(await house.hub.database.query('select id from consultation_answer')).toEqual([]);
});

test('in confidence: figures after the end, groups under five together, no names on any page', async () => {
  const url = await opened({ level: 'confidential' });
  const id = idIn(url);
  for (let n = 0; n < 9; n += 1) await answer(`N${n}`, id, { 1: n < 5 ? 0 : n < 8 ? 1 : 2 });
  const open = await secretary.open(url);
  expect(open.text).toContain('nhưng không nêu tên');
  expect(open.html).not.toContain(`${url}/results`);
  expect((await secretary.open(`${url}/results`)).status).toBe(409);
  expect((await secretary.open(`${url}/answers`)).status).toBe(404);
  await secretary.open(`${url}/closing`);
  await secretary.press(`${url}/closing`);
  await house.hub.consultations.work();
  const { text } = await secretary.open(`${url}/results`);
  expect(text).toContain('Nhóm dưới 5 người không nêu riêng');
  expect(text).not.toMatch(/Thứ Bảy\s+3|Chủ nhật\s+1/);
  const file = await secretary.download(`${url}/results/file.xlsx`);
  expect([file.status, file.content.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  expect((await member.open(`${mine}/${id}/results`)).text).toContain('Nhóm dưới 5 người');
});

test('without a name: a paper is drawn once, used once, on a page that knows nobody', async () => {
  const url = await opened({ level: 'unnamed' });
  const own = `${mine}/${idIn(url)}`;
  const before = await member.open(own);
  expect(before.text).toContain('Điều này cần tin rằng máy chủ làm đúng như vậy lúc phát phiếu.');
  expect(before.text).toContain('Mất phiếu thì không cấp lại được');
  const drawn = await member.press(`${own}/paper`);
  expect(drawn.url).toBe(`${own}/paper`);
  const paper = /name="paper" value="([^"]+)"/.exec(drawn.html)![1]!;
  // The form to the paper's page carries the words and nothing of the session.
  expect(/<form[^>]*action="\/phieu".*?<\/form>/s.exec(drawn.html)![0]).not.toContain('formToken');
  await member.open(own);
  const again = await secretaryDraws(own);
  expect(again).toBe(409);

  const asked = await onPaper('/phieu', { paper: paper.toUpperCase().replaceAll('-', ' ') });
  expect(asked.text).toContain('Họp ngày nào?');
  const empty = await onPaper('/phieu/tra-loi', { paper });
  expect([empty.status, empty.text.includes('Họp ngày nào?')]).toEqual([422, true]);
  const done = await onPaper('/phieu/tra-loi', { paper, q1: '1' });
  expect(done.text).toContain('Đã nhận câu trả lời');
  for (const path of ['/phieu', '/phieu/tra-loi'])
    expect((await onPaper(path, { paper, q1: '1' })).status).toBe(404);
  for (const { headers } of [asked, empty, done]) {
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
  }

  async function secretaryDraws(at: string): Promise<number> {
    await secretary.open(at);
    await secretary.press(`${at}/paper`);
    const form = new URLSearchParams({
      formToken: /name="formToken" value="([^"]+)"/.exec((await secretary.open(at)).html)![1]!,
    });
    const headers = { ...secretary.headers(), 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await fetch(new URL(`${at}/paper`, house.url), { method: 'POST', headers, body: form });
    return answer.status;
  }
});

test('whoever types many wrong papers is told to wait, and a real one passes all the same', async () => {
  let last = 0;
  for (let tries = 0; tries < 62; tries += 1)
    ({ status: last } = await onPaper('/phieu', { paper: `không phải phiếu ${tries}` }));
  expect(last).toBe(429);
  const id = await unnamed();
  const { paper } = await house.hub.consultations.answering.draw((await as('N0')).memberId, id);
  expect((await onPaper('/phieu', { paper })).status).toBe(200);
  now = new Date(now.getTime() + 60_000);
  expect((await onPaper('/phieu', { paper: 'lại sai' })).status).toBe(404);
});

async function as(code: string) {
  return { memberId: (await house.hub.people.memberByCode(code)).id, via: 'console' } as const;
}

/** Opened among the members of the cell. */
async function unnamed(): Promise<string> {
  const by = await as('A');
  const { asking } = house.hub.consultations;
  const none = { most: null, scale: null, passage: null, onlyIf: null };
  const { id } = await asking.save(by, {
    unit: 'X1-C',
    kind: 'poll',
    level: 'unnamed',
    audience: 'members',
    title: 'Ngày sinh hoạt',
    introduction: '',
    questions: [
      { ...none, form: 'one', wording: 'Họp ngày nào?', options: ['Thứ Sáu', 'Thứ Bảy'], required: true },
    ],
    live: false,
    shared: false,
    closesAt: new Date(now.getTime() + 5 * 86_400_000),
  });
  await asking.open(by, id);
  return id;
}

async function saved(url: string) {
  const view = await house.hub.consultations.asking.consultation(await as('A'), idIn(url));
  return { ...view, unit: view.unit.code };
}

async function answer(code: string, id: string, answers: Record<number, number>): Promise<void> {
  await house.hub.consultations.answering.answer((await as(code)).memberId, id, answers);
}

/** A browser that is signed in nowhere. */
async function onPaper(path: string, fields: Record<string, string>): Promise<Omit<Seen, 'url'>> {
  const body = new URLSearchParams(fields);
  const response = await fetch(new URL(path, house.url), { method: 'POST', body });
  const html = await response.text();
  return { status: response.status, html, text: html.replaceAll(/<[^>]+>/g, ' '), headers: response.headers };
}
