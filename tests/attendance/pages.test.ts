import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { shortId } from '../../hub/platform/ids.ts';
import { signIn } from '../console/reader.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

let house: TestHub;
let secretary: { memberId: string; via: 'console' };
beforeAll(async () => {
  house = await openTestHub({ roles: ['web'] });
  secretary = { memberId: (await house.hub.people.memberByCode('A')).id, via: 'console' };
}, 60_000);
afterAll(() => house.close());
beforeEach(() => house.clear());

async function callMeeting(): Promise<string> {
  const startsAt = new Date(Date.now() + 3_600_000);
  return (await house.hub.meetings.call({ from: 'A', unit: 'X1-C', startsAt })).id;
}

async function openMeeting(): Promise<{ id: string; code: string }> {
  const id = await callMeeting();
  const { checkInCode: code } = await house.hub.meetings.open(secretary, id);
  return { id, code };
}

/** A browser in which a member's web chat is open. */
async function chatOf(member: string): Promise<{ cookie: string; ask: typeof fetch }> {
  const { people, webchat } = house.hub;
  const { address, token } = await webchat.open('Chrome · Android');
  const { inviteId } = await people.openInvite((await people.invite(operator, member)).code);
  await people.link({ inviteId, channel: 'web', address, consentText: 'Đồng ý', language: 'vi' });
  const cookie = `caunoi_chat=${token}`;
  const ask: typeof fetch = (path, init) =>
    fetch(new URL(path as string, house.url), {
      ...init,
      headers: { accept: 'text/html', cookie, ...(init?.headers as Record<string, string>) },
    });
  return { cookie, ask };
}

const checkInPath = (id: string, code = '') => `/chat/checkin/${shortId(id)}${code ? `/${code}` : ''}`;

test('the wall: opened from its own page, then the digits, a square that leads to them, and the figures', async () => {
  const id = await callMeeting();
  const reader = await signIn(house, 'A');
  const before = await reader.open(`/console/meetings/${id}/code`);
  expect(before.text).not.toMatch(/\d{3} \d{3}/);
  const wall = await reader.press(`/console/meetings/${id}/code/opening`);
  expect(wall.text).toMatch(/Có mặt 0 \/ 3 .*Có quyền biểu quyết 0 \/ 3 .*Phiếu cần để thông qua 2/);
  // Without scripts it is loaded again well within the time for which a code is taken.
  expect(wall.html).toMatch(/<noscript><meta http-equiv="refresh" content="15"/);
  const [, first, second] = /(\d{3}) (\d{3})/.exec(wall.text)!;
  const binh = (await house.hub.people.memberByCode('B')).id;
  const came = await house.hub.attendance.checkIn(binh, `${first}${second}`, { road: 'code', via: 'chat' });
  expect(came.kind).toBe('present');
  await house.hub.meetings.close(secretary, id);
  expect((await reader.open(`/console/meetings/${id}/code`)).text).toContain('đã kết thúc hoặc đã hủy');
});

test('the list without scripts: one press a name, another taken back, an unknown one refused', async () => {
  const { id } = await openMeeting();
  const reader = await signIn(house, 'A');
  await reader.open(`/console/meetings/${id}/list`);
  const marks = `/console/meetings/${id}/list/marks`;
  const marked = await reader.press(marks, { mark: 'present B' });
  expect(marked.text).toContain('Trần Thị Bình: Có mặt.');
  expect(marked.text).toMatch(/Trần Thị Bình Có mặt \d\d:\d\d · đã gửi/);
  expect(marked.text).toContain('1 / 3 có mặt');
  const excused = await reader.press(marks, { mark: 'excused E' });
  expect(excused.text).toMatch(/Phạm Thị Én Vắng có lý do/);
  const undone = await reader.press(marks, { mark: 'none B' });
  expect(undone.text).toContain('0 / 3 có mặt');
  expect((await reader.press(marks, { mark: 'present ZZZ' })).status).toBe(404);
});

test('marks kept without a line: sent twice they are there once, with their true time; an older one is told', async () => {
  const { id, code } = await openMeeting();
  const reader = await signIn(house, 'A');
  const page = await reader.open(`/console/meetings/${id}/list`);
  const formToken = /name="formToken" value="([^"]+)"/.exec(page.html)![1];
  const send = async (marks: object[], token = formToken) =>
    await fetch(`${house.url}/console/meetings/${id}/marks`, {
      method: 'POST',
      headers: { ...reader.headers(), accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ formToken: token, marks }),
    });

  const [early, earlier] = [Date.now() - 60_000, Date.now() - 120_000];
  const mark = { member: 'B', mark: 'late', at: early };
  for (let sent = 0; sent < 2; sent += 1) {
    const answer = (await (await send([mark])).json()) as { rows: object[]; conflicts: object[] };
    expect(answer.conflicts).toEqual([]);
    expect(answer.rows).toContainEqual(expect.objectContaining({ member: 'B', mark: 'late' }));
  }
  const [row] = await house.hub.database.query<{ at: Date }>(
    `select marked_at as at from attendance where meeting_id = $1 and mark = 'late'`,
    [id],
  );
  expect(row!.at.getTime()).toBe(early);

  // E checked in meanwhile: what the list said before does not undo it.
  const { ask } = await chatOf('E');
  const form = await (await ask(checkInPath(id, code))).text();
  const body = new URLSearchParams({ code, formToken: /name="formToken" value="([^"]+)"/.exec(form)![1]! });
  expect(await (await ask(checkInPath(id), { method: 'POST', body })).text()).toContain('Đã điểm danh');
  const conflict = (await (await send([{ member: 'E', mark: 'absent', at: earlier }])).json()) as {
    conflicts: { words: string }[];
  };
  expect(conflict.conflicts[0]!.words).toMatch(
    /Đồng chí Phạm Thị Én: \d\d:\d\d đã tự điểm danh \(Có mặt\); lần đồng chí ghi lúc \d\d:\d\d \(Vắng\) không tính\./,
  );

  expect((await send([mark], 'of another page')).status).toBe(403);
  expect((await send([{ ...mark, mark: 'asleep' }])).status).toBe(400);
});

test('the square leads a member to one button, and a stranger to the chats that take the digits', async () => {
  const { id, code } = await openMeeting();
  const digits = `${code.slice(0, 3)} ${code.slice(3)}`;
  const stranger = await (await fetch(`${house.url}${checkInPath(id, code)}`)).text();
  expect(stranger).toContain(digits);
  expect(stranger).not.toContain('Sinh hoạt');
  expect(stranger).not.toContain('<form');
  const nobody = await fetch(`${house.url}${checkInPath(id)}`, {
    method: 'POST',
    body: new URLSearchParams({ code }),
  });
  expect(nobody.status).toBe(401);

  const { ask } = await chatOf('B');
  const page = await (await ask(checkInPath(id, code))).text();
  expect(page).toContain(`value="${code}"`);
  const formToken = /name="formToken" value="([^"]+)"/.exec(page)![1]!;
  const press = async (typed: string) => {
    const body = new URLSearchParams({ code: typed, formToken });
    return await (await ask(checkInPath(id), { method: 'POST', body })).text();
  };
  const wrong = code === '000000' ? '000001' : '000000';
  expect(await press(wrong)).toContain('Mã chưa đúng hoặc đã đổi');
  // As it is read from the wall.
  expect(await press(digits)).toContain('Đã điểm danh');
  expect(await press(code)).toContain('Đồng chí đã điểm danh rồi');
  const roll = await house.hub.attendance.roll(secretary, id);
  expect(roll.find((row) => row.code === 'B')).toMatchObject({ mark: 'present', road: 'link' });
});

test('two people who check in from one browser are shown to the secretary', async () => {
  const { id, code } = await openMeeting();
  let browser = '';
  for (const member of ['B', 'E']) {
    const { ask, cookie } = await chatOf(member);
    const page = await (await ask(checkInPath(id, code))).text();
    const formToken = /name="formToken" value="([^"]+)"/.exec(page)![1]!;
    const answer = await ask(checkInPath(id), {
      method: 'POST',
      body: new URLSearchParams({ code, formToken }),
      headers: { cookie: [cookie, browser].filter(Boolean).join('; ') },
    });
    browser ||= answer.headers
      .getSetCookie()
      .find((line) => line.startsWith('caunoi_browser='))!
      .split(';')[0]!;
  }
  const reader = await signIn(house, 'A');
  const list = await reader.open(`/console/meetings/${id}/list`);
  expect(list.text).toContain('Điểm danh từ cùng một máy: Phạm Thị Én, Trần Thị Bình.');
});
