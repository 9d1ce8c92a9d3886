import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Person } from '../../bots/telegram/stand-in/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { monday, openMovingHub, thursday, type MovingHub } from './moving-hub.ts';

let house: MovingHub;
beforeAll(async () => (house = await openMovingHub({ QUIET_HOURS: '22:00-06:00' })), 60_000);
beforeEach(async () => {
  await house.clear();
  house.at(monday);
});
afterAll(() => house.close(), 60_000);

/** Of each, what came since the last look: its second line, and its buttons. */
async function came(...persons: Person[]): Promise<string[][]> {
  const all = [];
  for (const person of persons) {
    const fresh = await house.read(person);
    all.push(
      fresh.map(({ text, buttons }) => [text.split('\n')[2], ...buttons.map((one) => one.text)].join(' | ')),
    );
  }
  return all;
}
async function joined(...codes: string[]): Promise<Person[]> {
  const persons = [];
  for (const code of codes) persons.push(await house.join(code));
  await came(...persons);
  return persons;
}
const named = 'Sinh hoạt chi bộ thường kỳ tháng 12 năm 2026';
const short = `Nhắc đồng chí: ${named}`;
const chase = `${short} | Dự họp | Báo vắng`;
const stepsOf = async (id: string) =>
  (await house.hub.meetings.meeting(operator, id)).steps.map(({ kind, minutesBefore, state, people }) =>
    [kind, minutesBefore, state, people].join(' '),
  );

test('the silent are chased, who comes gets the short one but not a day before, who does not is left alone', async () => {
  const [an, binh, en] = (await joined('A', 'B', 'E')) as [Person, Person, Person];
  const id = await house.call();
  await came(an, binh, en);
  await house.answers(id, { A: 'yes', B: 'no' });
  await house.until('2026-11-30T19:29+07:00');
  expect(await came(an, binh, en)).toEqual([[], [], []]);
  await house.until('2026-11-30T19:30+07:00');
  expect(await came(an, binh, en)).toEqual([[short], [], [chase]]);
  await house.until('2026-12-02T19:30+07:00');
  expect(await came(an, binh, en)).toEqual([[], [], [chase]]);
  await house.answers(id, { E: 'yes' });
  await house.until('2026-12-03T17:30+07:00');
  await house.hub.meetings.work();
  const [last] = await house.read(en);
  expect(last!.text).toContain('Thời gian: 19 giờ 30, thứ Năm 03/12/2026.\nĐịa điểm: Nhà văn hóa thôn Một.');
  expect(last!.buttons).toEqual([]);
  expect(await came(an, binh)).toEqual([[short], []]);
  expect(await stepsOf(id)).toEqual([
    'remind 4320 done 2',
    'handbook 1440 needless 0',
    'remind 1440 done 1',
    'remind 120 done 2',
  ]);
});

test('whoever runs it asks the silent once more, and not again within the hour', async () => {
  const id = await house.call();
  house.at('2026-12-01T09:58+07:00');
  const asked = async () => (await house.hub.meetings.chase(operator, id)).told;
  expect(new Set(await Promise.all([asked(), asked()]))).toEqual(new Set([0, 3]));
  house.at('2026-12-01T10:02+07:00');
  expect(await asked()).toBe(0);
  house.at('2026-12-01T10:58:01+07:00');
  expect(await asked()).toBe(3);
});

test('two sweeps at once say everything once', async () => {
  const [en] = (await joined('E')) as [Person];
  await house.call();
  await came(en);
  house.at('2026-11-30T19:30+07:00');
  await Promise.all([house.hub.meetings.work(), house.hub.meetings.work(), house.hub.meetings.work()]);
  expect(await came(en)).toEqual([[chase]]);
});

test('of reminders that were missed the last one goes; after the start none does', async () => {
  const [en] = (await joined('E')) as [Person];
  const id = await house.call();
  await came(en);
  await house.until('2026-12-03T18:00+07:00');
  expect(await came(en)).toEqual([[chase]]);
  expect(await stepsOf(id)).toEqual([
    'remind 4320 needless 0',
    'handbook 1440 needless 0',
    'remind 1440 needless 0',
    'remind 120 done 3',
  ]);
  const late = await house.call({ startsAt: new Date('2026-12-03T20:10+07:00') });
  await came(en);
  await house.until('2026-12-03T20:10+07:00');
  expect(await came(en)).toEqual([[]]);
  expect(await stepsOf(late)).toContain('remind 120 needless 0');
});

test('a reminder in the night that would come too late goes the evening before, else in the morning', async () => {
  const [en] = (await joined('E')) as [Person];
  const early = await house.call({ startsAt: new Date('2026-12-03T05:30+07:00'), remind: [120] });
  const morning = await house.call({ startsAt: new Date('2026-12-05T08:00+07:00'), remind: [180] });
  await came(en);
  const due = async (id: string) =>
    (await house.hub.meetings.meeting(operator, id)).steps.find(({ kind }) => kind === 'remind')!.dueAt;
  expect(await due(early)).toEqual(new Date('2026-12-02T21:30+07:00'));
  expect((await due(morning)).getTime()).toBeGreaterThanOrEqual(Date.parse('2026-12-05T06:00+07:00'));
  expect((await due(morning)).getTime()).toBeLessThan(Date.parse('2026-12-05T06:10+07:00'));
  await house.until('2026-12-02T21:30+07:00');
  expect((await came(en))[0]).toHaveLength(1);
});

test('reminders that are past when the meeting is called do not come with the invitation', async () => {
  const [en] = (await joined('E')) as [Person];
  const id = await house.call({ startsAt: new Date('2026-12-01T08:00+07:00') });
  await came(en);
  expect(await stepsOf(id)).toEqual([
    'remind 4320 needless ',
    'remind 1440 needless ',
    'handbook 1440 needless ',
    'remind 120 waiting ',
  ]);
  await house.hub.meetings.work();
  expect(await came(en)).toEqual([[]]);
});

test('who joins the cell after the call is chased as well, and who has checked in is not', async () => {
  const [an, en] = (await joined('A', 'E')) as [Person, Person];
  const id = await house.call();
  await came(an, en);
  await house.hub.people.importMembers(
    operator,
    Buffer.from('code,full_name,unit_code,status\nN,Lê Thị Nụ,X1-C,official\n'),
  );
  const [nu] = (await joined('N')) as [Person];
  const { checkInCode } = await house.hub.meetings.open(await house.as('A'), id);
  const { memberId } = await house.as('A');
  await house.hub.attendance.checkIn(memberId, checkInCode, { road: 'code', via: 'chat' });
  await house.until('2026-11-30T19:30+07:00');
  expect(await came(an, en, nu)).toEqual([[], [chase], [chase]]);
  expect((await house.hub.attendance.status(operator, id)).invited).toBe(4);
});

test('who called it hears of the handbook where there are documents, and of minutes that are not approved', async () => {
  const [an, en] = (await joined('A', 'E')) as [Person, Person];
  const id = await house.call({ remind: [] });
  await came(an, en);
  await house.hub.meetings.addDocument(await house.as('A'), id, {
    name: 'Dự thảo.txt',
    mediaType: 'text/plain',
    content: Buffer.from('Dự thảo'),
  });
  await house.until('2026-12-02T08:00+07:00');
  expect(await came(an, en)).toEqual([[`Đưa tài liệu lên Sổ tay đảng viên: ${named}`], []]);
  house.at(thursday);
  await house.hub.meetings.open(await house.as('A'), id);
  house.at('2026-12-03T21:00+07:00');
  await house.hub.meetings.close(await house.as('A'), id);
  await house.until('2026-12-05T07:59+07:00');
  expect(await came(an)).toEqual([[]]);
  await house.until('2026-12-05T08:00+07:00');
  const [report] = await house.read(an);
  expect(report!.text).toContain(`Hoàn thiện biên bản: ${named}`);
  expect(report!.text).toContain(`/console/meetings/${id}/papers`);
  expect(await stepsOf(id)).toContain('report -2880 done 1');
});
