import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { signIn } from '../console/reader.ts';
import { csv, memberHeader, unitHeader } from '../people/given.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

/** A cell of twelve official members and two on probation; R-01 leads it. */
const size = 12;
const code = (n: number) => `R-${String(n).padStart(2, '0')}`;

let house: TestHub;
let secretary: { memberId: string; via: 'console' };
beforeAll(async () => {
  house = await openTestHub({ roles: ['web'] });
  const { people } = house.hub;
  await people.importUnits(operator, csv(unitHeader, 'R,Chi bộ bản Rừng,cell,X1'));
  const rows = Array.from({ length: size }, (_, index) => {
    const role = index === 0 ? 'secretary' : '';
    return `${code(index + 1)},Lò Văn Số ${index + 1},R,${role},official,,,`;
  });
  await people.importMembers(
    operator,
    csv(memberHeader, ...rows, 'R-20,Tòng Thị Mai,R,,probationary,,,', 'R-21,Vì Văn Sáu,R,,probationary,,,'),
  );
  secretary = { memberId: await idOf(code(1)), via: 'console' };
}, 60_000);
afterAll(() => house.close());
beforeEach(() => house.clear());

const idOf = async (member: string) => (await house.hub.people.memberByCode(member)).id;
const actor = async (member: string) => ({ memberId: await idOf(member), via: 'chat' as const });
const running = () => house.hub.meetings.running;

/** Open, with so many of the official members there. */
async function openMeeting({ there = size } = {}): Promise<string> {
  const { meetings, attendance } = house.hub;
  const startsAt = new Date(Date.now() + 3_600_000);
  const { id } = await meetings.call({ from: code(1), unit: 'R', startsAt, place: 'Nhà văn hóa' });
  await meetings.open(secretary, id);
  const marks = Array.from({ length: there }, (_, index) => {
    return { member: code(index + 1), mark: 'present' as const, at: new Date() };
  });
  await attendance.mark(secretary, id, marks);
  return id;
}

const motion = {
  title: 'Thông qua nghị quyết tháng 12',
  threshold: 'majority',
  against: 0,
  other: 0,
} as const;

describe('a vote by raised card', () => {
  test.each([
    ['majority', 7, true, 7],
    ['majority', 6, false, 7],
    ['two_thirds', 8, true, 8],
    ['two_thirds', 7, false, 8],
  ] as const)(
    'that needs a %s with %i of 12 in favour: passed %s',
    async (threshold, inFavour, passed, required) => {
      const id = await openMeeting();
      await running().recordMotion(secretary, id, { ...motion, threshold, inFavour });
      const [recorded] = await running().motionsOf(secretary, id);
      expect(recorded!.verdict).toMatchObject({ inFavour, base: 12, required, passed });
      expect(recorded!.verdict!.source).toContain('294');
    },
  );

  test('cannot have more votes than there are voters, and is struck out instead of deleted', async () => {
    const id = await openMeeting({ there: 9 });
    const record = (inFavour: number, against: number) =>
      running().recordMotion(secretary, id, { ...motion, inFavour, against });
    await expect(record(8, 2)).rejects.toMatchObject({
      code: 'motion.more-than-present',
      facts: { sum: 10, present: 9 },
    });
    await expect(record(1.5, 0)).rejects.toMatchObject({ code: 'motion.not-a-count' });
    const wrong = await record(9, 0);
    await running().strikeMotion(secretary, id, wrong.id);
    await running().strikeMotion(secretary, id, wrong.id);
    await record(8, 1);
    const [first, second] = await running().motionsOf(secretary, id);
    expect(first).toMatchObject({ struckAt: expect.any(Date), verdict: { inFavour: 9 } });
    expect(second).toMatchObject({ struckAt: null, verdict: { inFavour: 8 } });
    // Counts alone, and one entry for what was struck out twice.
    const written = await house.hub.database.query<{ action: string; facts: object }>(
      `select action, facts from audit_entry where subject_id = $1 and action like 'motion.%' order by at, id`,
      [id],
    );
    expect(written.map(({ action }) => action)).toEqual([
      'motion.recorded',
      'motion.struck',
      'motion.recorded',
    ]);
    expect(written[0]!.facts).toEqual({ inFavour: 9, against: 0, other: 0, base: 12 });
  });
});

describe('a secret ballot', () => {
  const ballot = {
    title: 'Giới thiệu bí thư chi bộ',
    threshold: 'majority' as const,
    names: ['Lò Văn Số 1', 'Lò Văn Số 2'],
    countingBoard: ['Lò Văn Số 3', 'Lò Văn Số 4'],
    seats: 1,
  };
  const count = { issued: 12, returned: 12, valid: 11, invalid: 1, votes: [7, 4] };

  test('is counted once, each name over the base', async () => {
    const id = await openMeeting();
    const { id: ballotId } = await running().prepareBallot(secretary, id, ballot);
    await running().recordCount(secretary, id, ballotId, count);
    const [counted] = await running().motionsOf(secretary, id);
    expect(counted).toMatchObject({ verdict: null, ballots: { issued: 12, valid: 11 } });
    expect(counted!.names.map(({ name, votes, verdict }) => [name, votes, verdict?.passed])).toEqual([
      ['Lò Văn Số 1', 7, true],
      ['Lò Văn Số 2', 4, false],
    ]);
    await expect(running().recordCount(secretary, id, ballotId, count)).rejects.toMatchObject({
      code: 'ballot.counted-already',
    });
  });

  test.each([
    ['ballot.issued-too-many', { issued: 13 }],
    ['ballot.returned-too-many', { returned: 13 }],
    ['ballot.sum-wrong', { invalid: 2 }],
    ['ballot.votes-too-many', { votes: [12, 0] }],
    ['ballot.votes-over-seats', { votes: [7, 5] }],
    ['motion.not-a-count', { votes: [7] }],
  ])('is refused as %s, and stays to be counted', async (refusal, wrong) => {
    const id = await openMeeting();
    const { id: ballotId } = await running().prepareBallot(secretary, id, ballot);
    await expect(
      running().recordCount(secretary, id, ballotId, { ...count, ...wrong }),
    ).rejects.toMatchObject({
      code: refusal,
    });
    expect(await running().motionsOf(secretary, id)).toMatchObject([{ recordedAt: null }]);
  });

  test('about the matter itself has two sides; who stands on a ballot does not count it', async () => {
    const id = await openMeeting();
    const plain = { ...ballot, names: [], threshold: 'two_thirds' as const };
    const { id: ballotId } = await running().prepareBallot(secretary, id, plain);
    await running().recordCount(secretary, id, ballotId, { ...count, votes: [8, 2] });
    expect(await running().motionsOf(secretary, id)).toMatchObject([
      { verdict: { inFavour: 8, required: 8, passed: true }, against: 2, other: 1, names: [] },
    ]);
    const onBoth = { ...ballot, countingBoard: ['LÒ  văn số 2'] };
    await expect(running().prepareBallot(secretary, id, onBoth)).rejects.toMatchObject({
      code: 'ballot.board-on-ballot',
      facts: { name: 'Lò Văn Số 2' },
    });
  });
});

test('opinions are noted by item, with an author or without; conclusions replace each other', async () => {
  const id = await openMeeting();
  const [first] = await running().said(secretary, id);
  const item = first!.id!;
  await running().noteOpinion(secretary, id, { item, author: 'R-21', text: ' Đề nghị làm đường ' });
  await running().noteOpinion(secretary, id, { text: 'Nhất trí' });
  const mistake = await running().noteOpinion(secretary, id, { item, text: 'Ghi nhầm' });
  await running().removeOpinion(secretary, id, mistake.id);
  await running().conclude(secretary, id, item, 'Giao tổ 1');
  await running().conclude(secretary, id, item, 'Giao tổ 2');
  const said = await running().said(secretary, id);
  expect(said[0]).toMatchObject({
    conclusion: 'Giao tổ 2',
    opinions: [{ author: { code: 'R-21', fullName: 'Vì Văn Sáu' }, text: 'Đề nghị làm đường' }],
  });
  expect(said.at(-1)).toMatchObject({ id: null, opinions: [{ author: null, text: 'Nhất trí' }] });

  // What was said is told to who said it; erased, it stays in the record and is nobody's.
  const data = await house.hub.people.exportData(operator, 'R-21');
  expect(JSON.stringify(data)).toContain('Đề nghị làm đường');
  const paper = { title: 'Cử đại biểu', threshold: 'majority', countingBoard: ['Lò Văn Số 4'] } as const;
  await running().prepareBallot(secretary, id, { ...paper, names: ['Vì Văn Sáu', 'Lò Văn Số 2'] });
  await running().prepareBallot(secretary, id, { ...paper, names: [], countingBoard: ['Vì Văn Sáu'] });
  await house.hub.people.eraseData(operator, 'R-21');
  expect((await running().said(secretary, id))[0]).toMatchObject({
    opinions: [{ author: null, text: 'Đề nghị làm đường' }],
  });
  const ballots = await running().motionsOf(secretary, id);
  expect(ballots.map(({ names, countingBoard }) => [names[0]?.name, countingBoard])).toEqual([
    ['…', ['Lò Văn Số 4']],
    [undefined, ['…']],
  ]);
});

test('who runs it from above is told neither who said something nor who wants to speak', async () => {
  const id = await openMeeting();
  await running().noteOpinion(secretary, id, { author: code(5), text: 'Nhất trí' });
  await running().raiseHandFor(secretary, id, code(5));
  const officer = await actor('V');
  expect((await running().said(officer, id)).at(-1)!.opinions).toMatchObject([
    { author: null, text: 'Nhất trí' },
  ]);
  expect(await running().raisedHands(officer, id)).toEqual([]);
  expect(await running().raisedHands(secretary, id)).toHaveLength(1);
});

test('where nobody votes nothing passes', async () => {
  const startsAt = new Date(Date.now() + 3_600_000);
  const { id } = await house.hub.meetings.call({ from: 'V', unit: 'X1-B-C', startsAt });
  await house.hub.meetings.open(operator, id);
  await running().recordMotion(operator, id, { ...motion, threshold: 'two_thirds', inFavour: 0 });
  const [none] = await running().motionsOf(operator, id);
  expect(none!.verdict).toMatchObject({ base: 0, required: 1, passed: false });
});

test('hands go up once, in their order, and only those of the meeting while it is open', async () => {
  const id = await openMeeting();
  expect(await running().raiseHand(await actor(code(3)), id)).toEqual({ place: 1 });
  expect(await running().raiseHand(await actor(code(2)), id)).toEqual({ place: 2 });
  expect(await running().raiseHand(await actor(code(3)), id)).toEqual({ place: 1 });
  await expect(running().raiseHand(await actor('D'), id)).rejects.toMatchObject({ code: 'may.not' });
  const [hand] = await running().raisedHands(secretary, id);
  await running().lowerHandOf(secretary, id, hand!.id, true);
  expect(await running().raisedHands(secretary, id)).toMatchObject([{ member: code(2) }]);
  expect(await running().lowerHand(await actor(code(2)), id)).toBe(true);
  expect(await running().lowerHand(await actor(code(2)), id)).toBe(false);
  await house.hub.meetings.close(secretary, id);
  await expect(running().raiseHand(await actor(code(2)), id)).rejects.toMatchObject({ code: 'run.not-open' });
});

test('nothing is noted of a meeting that has not begun, nor by who does not run it', async () => {
  const { meetings } = house.hub;
  const { id } = await meetings.call({
    from: code(1),
    unit: 'R',
    startsAt: new Date(Date.now() + 3_600_000),
  });
  await expect(running().noteOpinion(secretary, id, { text: 'Sớm quá' })).rejects.toMatchObject({
    code: 'run.not-begun',
  });
  await meetings.open(secretary, id);
  const plain = await actor(code(2));
  await expect(running().noteOpinion(plain, id, { text: 'Không được' })).rejects.toMatchObject({
    code: 'may.not',
  });
  await expect(running().motionsOf(plain, id)).rejects.toMatchObject({ code: 'may.not' });
});

test('on the page: an opinion, a vote that is worded, a wrong count that comes back with what was typed', async () => {
  const id = await openMeeting();
  const reader = await signIn(house, code(1));
  await reader.open(`/console/meetings/${id}/run`);
  const noted = await reader.press(`/console/meetings/${id}/run/opinions`, {
    author: code(4),
    text: 'Cần sửa nhà văn hóa',
  });
  expect(noted.text).toContain('Đã ghi ý kiến.');
  expect(noted.text).toContain('Đồng chí Lò Văn Số 4: Cần sửa nhà văn hóa');

  await reader.open(`/console/meetings/${id}/run?part=motions`);
  const vote = {
    title: 'Thông qua nghị quyết',
    threshold: 'majority',
    inFavour: '13',
    against: '',
    other: '',
  };
  const refused = await reader.press(`/console/meetings/${id}/run/motions`, vote);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Tổng 13 phiếu nhiều hơn 12 đồng chí có quyền biểu quyết đang có mặt');
  expect(refused.html).toContain('value="13"');
  const recorded = await reader.press(`/console/meetings/${id}/run/motions`, { ...vote, inFavour: '11' });
  expect(recorded.text).toContain('11/12 đồng ý: đạt quá 1/2');
  expect(recorded.text).toContain('12 đồng chí tính vào số biểu quyết');
  expect(recorded.text).toContain('Tòng Thị Mai: đảng viên dự bị');
});
