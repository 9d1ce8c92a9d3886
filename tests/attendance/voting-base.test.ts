import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forecastOf } from '../../hub/attendance/forecast.ts';
import type { PersonOfMeeting } from '../../hub/attendance/people-of-meeting.ts';
import { votesNeeded } from '../../hub/attendance/thresholds.ts';
import { standingOf, type StatusName } from '../../hub/people/index.ts';
import { openAttendanceHouse, type AttendanceHouse } from './given.ts';

let house: AttendanceHouse;
const startsAt = new Date('2026-11-03T12:30:00Z');

beforeAll(async () => {
  house = await openAttendanceHouse();
}, 60_000);
beforeEach(async () => await house.clear());
afterAll(() => house.database.close());

const numbered = (from: number, to: number, status: string) =>
  Array.from({ length: to - from + 1 }, (_, n) => `M${String(from + n).padStart(2, '0')} ${status}`);

const excused = (...codes: string[]) =>
  codes.map((member) => ({ member, mark: 'excused' as const, at: house.now() }));
const present = (...codes: string[]) =>
  codes.map((member) => ({ member, mark: 'present' as const, at: house.now() }));

describe('the voting base', () => {
  test('of 22 members with 20 official ones of whom three are excused is 20', async () => {
    await house.cell('X1-C', [...numbered(1, 20, 'official'), ...numbered(21, 22, 'probationary')]);
    const id = await house.meeting({ unit: 'X1-C', by: 'M01', startsAt });
    const by = await house.as('M01');
    await house.attendance.mark(by, id, excused('M18', 'M19', 'M20'));
    const base = await house.attendance.base(by, id);
    expect(base).toMatchObject({ base: 20, present: 0, official: 20, canMeet: true });
    expect(base.majority.required).toBe(11);
    expect(base.twoThirds.required).toBe(14);
    expect(base.left).toEqual([
      { name: 'Nguyễn Văn M21', why: 'probationary' },
      { name: 'Nguyễn Văn M22', why: 'probationary' },
    ]);
    expect((await house.attendance.status(by, id)).quorum).toEqual({
      base: 20,
      required: 11,
      present: 0,
      met: false,
      rule: 'quá 1/2 số đảng viên chính thức được triệu tập (294-QĐ/TW, 9.3.2)',
    });
  });

  test('of 17 official members with one exempt and two excused is 16, and 17 once the exempt one comes', async () => {
    await house.cell('X1-C', numbered(1, 17, 'official'));
    await house.status('M17', 'exempt', '2026-01-01');
    const id = await house.meeting({ unit: 'X1-C', by: 'M01', startsAt });
    const by = await house.as('M01');
    await house.attendance.mark(by, id, excused('M15', 'M16'));
    expect(await house.attendance.base(by, id)).toMatchObject({
      base: 16,
      left: [{ name: 'Nguyễn Văn M17', why: 'exempt' }],
    });
    expect(await house.attendance.status(by, id)).toMatchObject({ invited: 16 });
    await house.attendance.mark(by, id, present('M17'));
    const base = await house.attendance.base(by, id);
    expect(base).toMatchObject({ base: 17, present: 1, voters: ['Nguyễn Văn M17'], left: [] });
    // Who was not called is in no figure of those who were.
    expect(await house.attendance.status(by, id)).toMatchObject({
      invited: 16,
      attendance: { present: 0, excused: 2, unknown: 14 },
    });
  });

  test('leaves out who is sent elsewhere, suspended, or here for a time; at a congress also who is excused', async () => {
    await house.cell('X2-C', ['Q official']);
    await house.cell('X1-C', numbered(1, 8, 'official'));
    await house.status('M02', 'suspended', '2026-10-01');
    await house.temporarily('M03', 'X2-C', '2026-10-01', null);
    await house.temporarily('Q', 'X1-C', '2026-10-01', null);
    const by = await house.as('M01');
    const ordinary = await house.meeting({ unit: 'X1-C', by: 'M01', startsAt });
    const congress = await house.meeting({ unit: 'X1-C', by: 'M01', startsAt, kind: 'congress' });
    for (const id of [ordinary, congress]) await house.attendance.mark(by, id, excused('M08'));
    const left = [
      { name: 'Nguyễn Văn M02', why: 'suspended' },
      { name: 'Nguyễn Văn M03', why: 'away' },
    ];
    const visiting = { name: 'Nguyễn Văn Q', why: 'visiting' };
    expect(await house.attendance.base(by, ordinary)).toMatchObject({ base: 6, left: [...left, visiting] });
    const absent = { name: 'Nguyễn Văn M08', why: 'excused-from-congress' };
    expect(await house.attendance.base(by, congress)).toMatchObject({
      base: 5,
      left: [...left, absent, visiting],
    });
    await house.attendance.mark(by, ordinary, present('M03', 'Q', 'M01'));
    const now = await house.attendance.base(by, ordinary);
    expect(now).toMatchObject({ base: 7, present: 2, voters: ['Nguyễn Văn M01', 'Nguyễn Văn M03'] });
  });

  test('stays what it was where somebody is recorded afterwards as having been here', async () => {
    await house.cell('X1-C', ['A official', 'B official', 'C official']);
    const id = await house.meeting({ unit: 'X1-C', by: 'A', startsAt, open: true });
    await house.close(id);
    await house.cell('X1-C', ['D official']);
    await house.database.query(`update membership set from_on = '2026-01-01'`);
    await house.database.query(`update member_status set from_on = '2026-01-01'`);
    const by = await house.as('A');
    expect(await house.attendance.base(by, id)).toMatchObject({ base: 3, left: [] });
    expect(await house.attendance.forecast(by, id)).toMatchObject({ base: 3 });
  });

  test('of two official members says that the cell cannot meet', async () => {
    await house.cell('X1-C', ['A official', 'B official', 'C probationary']);
    const id = await house.meeting({ unit: 'X1-C', by: 'A', startsAt });
    const base = await house.attendance.base(await house.as('A'), id);
    expect(base).toMatchObject({ canMeet: false, official: 2, minimumOfficial: 3 });
  });

  test('is told by name to nobody above the cell', async () => {
    await house.cell('X1', ['V official']);
    await house.cell('X1-C', ['A official', 'B official', 'C official']);
    const id = await house.meeting({ unit: 'X1-C', by: 'A', startsAt });
    const above = await house.as('V');
    await expect(house.attendance.base(above, id)).rejects.toMatchObject({ code: 'may.not' });
    await expect(house.attendance.roll(above, id)).rejects.toMatchObject({ code: 'may.not' });
    expect(await house.attendance.status(above, id)).toMatchObject({ invited: 3, quorum: { base: 3 } });
    expect(await house.attendance.status(await house.as('B'), id)).toMatchObject({ invited: 3 });
  });
});

const majority = { moreThan: [1, 2] } as const;
const twoThirds = { atLeast: [2, 3] } as const;

test('votes needed are the least number that passes, by counting upwards', () => {
  fc.assert(
    fc.property(fc.nat(3_000), (base) => {
      const least = (passes: (votes: number) => boolean) => {
        let votes = 1;
        while (!passes(votes)) votes += 1;
        return votes;
      };
      expect(votesNeeded(majority, base)).toBe(least((votes) => votes * 2 > base));
      expect(votesNeeded(twoThirds, base)).toBe(least((votes) => votes * 3 >= base * 2));
    }),
  );
});

const statuses: readonly StatusName[][] = [
  ['official'],
  ['probationary'],
  ['official', 'exempt'],
  ['official', 'away'],
  ['official', 'suspended'],
];
const marks = [null, null, 'present', 'late', 'excused', 'absent'] as const;
const anybody = fc.record({
  statuses: fc.constantFrom(...statuses),
  kind: fc.constantFrom('home', 'home', 'temporary'),
  rsvp: fc.constantFrom(null, 'yes', 'no'),
  mark: fc.constantFrom(...marks),
  excuse: fc.constantFrom(null, 'accepted'),
} as const);

test('a forecast is what trying out every choice of the silent says', () => {
  fc.assert(
    fc.property(fc.array(anybody, { maxLength: 9 }), fc.boolean(), (given, isCongress) => {
      const kind = isCongress ? ('congress' as const) : ('regular' as const);
      const shares = { majority, twoThirds };
      const forecast = forecastOf(given.map(personOf), { kind }, shares);
      const sure = given.map(comes);
      const outcomes = everyChoice(sure).map((there) => naiveBase(given, there, isCongress));
      for (const [name, passes] of [
        ['majority', (votes: number, base: number) => votes > 0 && votes * 2 > base],
        ['twoThirds', (votes: number, base: number) => votes > 0 && votes * 3 >= base * 2],
      ] as const) {
        const [least] = outcomes;
        const possible = outcomes.some(({ votes, base }) => passes(votes, base));
        const expected = passes(least!.votes, least!.base) ? 'yes' : possible ? 'open' : 'no';
        expect(forecast[name]).toBe(expected);
      }
      expect(forecast.coming + forecast.notComing + forecast.silent).toBe(forecast.base);
      expect(forecast.base).toBe(outcomes[0]!.base);
      expect(forecast.coming).toBe(outcomes[0]!.votes);
    }),
  );
});

type Anybody = Parameters<typeof personOf>[0];

function personOf({
  statuses: held,
  kind,
  rsvp,
  mark,
  excuse,
}: {
  statuses: StatusName[];
  kind: 'home' | 'temporary';
  rsvp: 'yes' | 'no' | null;
  mark: 'present' | 'late' | 'excused' | 'absent' | null;
  excuse: 'accepted' | null;
}): PersonOfMeeting {
  const said = { summoned: true, rsvp, mark, excuse: rsvp === 'no' ? excuse : null };
  return {
    memberId: '',
    code: '',
    fullName: '',
    unit: '',
    belongs: true,
    isHome: kind === 'home',
    statuses: held,
    standing: standingOf(held, kind),
    attendance: {
      ...said,
      lateMinutes: null,
      reason: null,
      markedAt: null,
      road: null,
      markedByName: null,
      device: null,
    },
  };
}

/** True, false, or null: has not said. */
function comes({ mark, rsvp }: Anybody): boolean | null {
  if (mark !== null) return mark === 'present' || mark === 'late';
  return rsvp === null ? null : rsvp === 'yes';
}

/** Every way in which those who have not said may decide; the first one: none of them comes. */
function everyChoice(sure: readonly (boolean | null)[]): boolean[][] {
  return sure.reduce<boolean[][]>(
    (all, one) =>
      (one === null ? [false, true] : [one]).flatMap((there) => all.map((some) => [...some, there])),
    [[]],
  );
}

/** domain.md 2.2, word by word: all official ones who are called, and then take away. */
function naiveBase(
  given: readonly Anybody[],
  there: readonly boolean[],
  isCongress: boolean,
): { base: number; votes: number } {
  let base = 0;
  let votes = 0;
  for (const [index, one] of given.entries()) {
    const is = (status: StatusName) => one.statuses.includes(status);
    if (!is('official') || one.kind === 'temporary' || is('suspended')) continue;
    base += 1;
    if (there[index]) votes += 1;
    else if (is('away') || is('exempt')) base -= 1;
    else if (isCongress && (one.mark === 'excused' || (one.mark === null && one.rsvp === 'no' && one.excuse)))
      base -= 1;
  }
  return { base, votes };
}
