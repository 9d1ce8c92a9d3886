import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { shortId } from '../../hub/platform/ids.ts';
import { monday, openMovingHub, thursday, type MovingHub } from './moving-hub.ts';

let house: MovingHub;
beforeAll(async () => (house = await openMovingHub()), 60_000);
beforeEach(async () => {
  await house.clear();
  house.at(monday);
});
afterAll(() => house.close(), 60_000);

const refused = async (work: Promise<unknown>) =>
  await work.then(
    () => 'done',
    ({ code, facts }: { code?: string; facts?: Record<string, unknown> }) =>
      [code, facts?.['field']].filter(Boolean).join(' '),
  );

test('an invitation says when, where, how long and what about, with a button for either answer', async () => {
  const binh = await house.join('B');
  await house.read(binh);
  const id = await house.call({
    link: 'https://hop.example.vn/x1',
    items: [{ title: 'Báo cáo tháng', minutes: 15, rapporteur: 'đồng chí An' }, { title: 'Thảo luận' }],
    documents: [{ name: 'dự thảo.txt', mediaType: 'text/plain', content: Buffer.from('Dự thảo nghị quyết') }],
  });
  const [invitation, ...more] = await house.read(binh);
  expect(more).toEqual([]);
  const calendar = `${house.hub.config.PUBLIC_URL}${house.hub.meetings.calendarPath(id)}`;
  expect(invitation!.text).toBe(
    [
      'Kính gửi đồng chí Bình,',
      '',
      'Mời họp: Sinh hoạt chi bộ thường kỳ tháng 12 năm 2026',
      '',
      'Thời gian: 19 giờ 30, thứ Năm 03/12/2026.',
      'Địa điểm: Nhà văn hóa thôn Một.',
      'Họp trực tuyến: https://hop.example.vn/x1',
      'Thời lượng: 90 phút.',
      '',
      'Chương trình:',
      '1. Báo cáo tháng (đồng chí An trình bày, 15 phút)',
      '2. Thảo luận',
      '',
      'Tài liệu: dự thảo.txt.',
      '',
      `Thêm vào lịch: ${calendar}`,
      '',
      'Đồng chí bấm “Dự họp” hoặc “Báo vắng”, hoặc trả lời “dự”, “vắng vì …”.',
    ].join('\n'),
  );
  expect(invitation!.buttons.map(({ text, data }) => [text, data])).toEqual([
    ['Dự họp', `rsvp:yes:${shortId(id)}`],
    ['Báo vắng', `rsvp:no:${shortId(id)}`],
  ]);
});

test('who calls is invited too, and nobody of another cell', async () => {
  const [an, cuong] = [await house.join('A'), await house.join('C')];
  await house.read(an);
  await house.read(cuong);
  const id = await house.call();
  expect((await house.read(an)).map(({ text }) => text)).toEqual([expect.stringContaining('Mời họp')]);
  expect(await house.read(cuong)).toEqual([]);
  const own = await house.hub.meetings.ofMember((await house.as('A')).memberId);
  expect(own).toEqual([expect.objectContaining({ id, state: 'called', runs: true, rsvp: null })]);
  const plain = await house.hub.meetings.ofMember((await house.as('B')).memberId);
  expect(plain.map((meeting) => meeting.runs)).toEqual([false]);
  expect(await house.hub.meetings.ofMember((await house.as('C')).memberId)).toEqual([]);
});

test('what is left open comes from the rules: length, agenda, reminders, lateness', async () => {
  const id = await house.call({
    kind: 'regular_thematic',
    title: '  Học   tập nghị quyết '.normalize('NFD'),
  });
  const meeting = await house.hub.meetings.meeting(operator, id);
  expect(meeting).toMatchObject({ title: 'Học tập nghị quyết', minutes: 120, lateAfter: 15 });
  expect(meeting.reminders).toEqual([4320, 1440, 120]);
  expect(meeting.items).toHaveLength(10);
  expect(meeting.steps.map(({ kind, minutesBefore, state }) => [kind, minutesBefore, state])).toEqual([
    ['remind', 4320, 'waiting'],
    ['handbook', 1440, 'waiting'],
    ['remind', 1440, 'waiting'],
    ['remind', 120, 'waiting'],
  ]);
});

test('a preview warns of what is short, off, too small or doubled, and calls nobody', async () => {
  await house.call();
  const given = { from: 'A', unit: 'X1-C', startsAt: thursday, minutes: 45 };
  const evening = await house.hub.meetings.preview(await house.as('A'), given);
  expect(evening.invited).toBe(3);
  expect(evening.reminders.map((at) => at.toISOString())).toEqual([
    '2026-11-30T12:30:00.000Z',
    '2026-12-02T12:30:00.000Z',
    '2026-12-03T10:30:00.000Z',
  ]);
  expect(evening.words.title).toBe('Mời họp: Sinh hoạt chi bộ thường kỳ tháng 12 năm 2026');
  expect(evening.warnings).toEqual([
    { kind: 'short', minutes: 45, least: 90, source: '42-HD/BTCTW (28/10/2025)' },
    { kind: 'clash', title: 'Sinh hoạt chi bộ thường kỳ tháng 12 năm 2026', startsAt: thursday },
  ]);
  const newYear = new Date('2027-01-01T19:30+07:00');
  const small = await house.hub.meetings.preview(operator, {
    from: 'V',
    unit: 'X2-C',
    startsAt: newYear,
  });
  expect(small.warnings).toEqual([
    { kind: 'day-off', name: expect.any(String), source: expect.any(String), better: expect.any(Date) },
    { kind: 'too-few-official', official: 1, least: 3, source: expect.stringContaining('Điều 24') },
  ]);
  expect(await house.hub.meetings.ofUnit(operator, 'X2-C')).toEqual([]);
});

test('the same key calls once, also when it is asked twice at the same moment', async () => {
  const given = { from: 'A', unit: 'X1-C', startsAt: thursday, idempotencyKey: 'thang-12' };
  const [one, other] = await Promise.all([house.hub.meetings.call(given), house.hub.meetings.call(given)]);
  expect(other.id).toBe(one.id);
  expect(other.invited).toBe(3);
  expect(await house.hub.meetings.ofUnit(operator, 'X1-C')).toHaveLength(1);
  expect(await refused(house.hub.meetings.call({ ...given, place: 'Nơi khác' }))).toMatch(
    /^meeting\.idempotency-conflict/,
  );
});

test('what cannot be called is refused, and nothing of it is kept', async () => {
  const call = async (given: Parameters<MovingHub['call']>[0]) => await refused(house.call(given));
  expect(await call({ startsAt: monday })).toBe('meeting.past');
  expect(await call({ startsAt: new Date('2030-01-01') })).toBe('meeting.invalid starts-at');
  expect(await call({ link: 'javascript:alert(1)' })).toBe('meeting.invalid link');
  expect(await call({ remind: [1, 2, 3, 4, 5, 6] })).toBe('meeting.invalid reminders');
  expect(await call({ minutes: 0 })).toBe('meeting.invalid minutes');
  expect(await call({ items: [{ title: ' ' }] })).toBe('meeting.invalid items');
  expect(await call({ repeat: 'hôm nào cũng được' })).toBe('meeting.invalid repeat');
  expect(await call({ from: 'B' })).toBe('may.not');
  expect(await call({ unit: 'X1-C', from: 'C' })).toBe('may.not');
  expect(await call({ unit: 'X9' })).toBe('unit.unknown');
  expect(await call({ place: 'TUYỆT MẬT: hầm số 2' })).toBe('notice.classified');
  const secret = {
    name: 'a.txt',
    mediaType: 'text/plain',
    content: Buffer.from('Độ mật: TỐI MẬT\nNội dung'),
  };
  expect(await call({ documents: [secret] })).toBe('notice.classified');
  expect(await house.hub.meetings.ofUnit(operator, 'X1-C')).toEqual([]);
});

test('a congress is called in words of its own', async () => {
  const binh = await house.join('B');
  await house.read(binh);
  await house.call({ kind: 'congress', place: 'Hội trường' });
  const [call] = await house.read(binh);
  expect(call!.text).toContain('Triệu tập: Đại hội chi bộ năm 2026');
  expect(call!.text).toContain('Bầu cử (bỏ phiếu kín trên giấy)');
});

test('who is erased stands in no agenda by name any more, and was told before which meetings were theirs', async () => {
  const people = house.hub.people;
  const line = 'code,full_name,unit_code,role,status\nN,Lê Thị Nụ,X1-C,deputy,official\n';
  await people.importMembers(operator, Buffer.from(line));
  const items = [{ title: 'Báo cáo', rapporteur: 'đồng chí Lê Thị Nụ' }];
  const id = await house.call({ from: 'N', items });
  await house.hub.meetings.change(operator, id, { guests: 'đồng chí Lê Thị Nụ, khách xã' });
  expect(await people.exportData(operator, 'N')).toMatchObject({
    ledMeetings: [{ startsAt: thursday, called: true, chaired: false }],
  });
  const { erased } = await people.eraseData(operator, 'N');
  expect(erased).toMatchObject({ agendaNames: 1, guestNames: 1 });
  const { items: kept, guests } = await house.hub.meetings.meeting(operator, id);
  expect([kept[0]!.rapporteur, guests]).toEqual(['đồng chí …', 'đồng chí …, khách xã']);
});
