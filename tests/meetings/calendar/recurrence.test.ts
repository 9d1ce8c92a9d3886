import fc from 'fast-check';
import { rrulestr } from 'rrule';
import { describe, expect, test } from 'vitest';
import {
  instantOf,
  minuteOf,
  occurrences,
  readRepeat,
  readRule,
  ruleInWords,
  writeRule,
} from '../../../hub/meetings/calendar/index.ts';
import { movedRule } from '../../../hub/meetings/calendar/moved-rule.ts';
import { openLocales } from '../../../hub/platform/locales.ts';
import { shiftDay } from '../../../hub/platform/shift-day.ts';

const say = openLocales('hub/locales', 'Asia/Ho_Chi_Minh');

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const weekday = fc.constantFrom(...weekdays);
const nthWeekday = fc
  .tuple(fc.constantFrom(1, 2, 3, 4, 5, -1, -2), weekday)
  .map(([nth, name]) => `${nth}${name}`);
const monthDay = fc.oneof(
  fc.integer({ min: 1, max: 28 }),
  fc.constantFrom(29, 30, 31),
  fc.integer({ min: -5, max: -1 }),
);
const several = (each: fc.Arbitrary<string | number>) =>
  fc.uniqueArray(each, { minLength: 1, maxLength: 3 }).map((list) => list.join(','));
const interval = fc.constantFrom('', '', ';INTERVAL=2', ';INTERVAL=3', ';INTERVAL=5');
const end = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 12 }).map((count) => `;COUNT=${count}`),
  fc.constantFrom(';UNTIL=20281231', ';UNTIL=20270228'),
);
const monthly = fc.oneof(
  several(monthDay).map((days) => `;BYMONTHDAY=${days}`),
  several(nthWeekday).map((days) => `;BYDAY=${days}`),
  several(weekday).map((days) => `;BYDAY=${days};BYSETPOS=-1`),
  fc.constantFrom(
    ';BYMONTHDAY=28,29,30,31;BYSETPOS=-1',
    ';BYMONTHDAY=28,29;BYSETPOS=-1',
    ';BYDAY=FR;BYMONTHDAY=13',
    '',
  ),
);
const anyRule = fc.oneof(
  fc.tuple(fc.constant('FREQ=MONTHLY'), interval, monthly, end),
  fc.tuple(
    fc.constant('FREQ=WEEKLY'),
    interval,
    several(weekday).map((days) => `;BYDAY=${days}`),
    end,
  ),
  fc.tuple(
    fc.constant('FREQ=YEARLY'),
    interval,
    fc.constantFrom(';BYMONTH=2;BYMONTHDAY=29', ';BYMONTH=3,9;BYDAY=1TH', ';BYMONTHDAY=31', ''),
    end,
  ),
);
const anyDay = fc.integer({ min: 0, max: 1500 }).map((days) => shiftDay('2026-01-01', days));

test('the days of any rule are those that another library finds', () => {
  fc.assert(
    fc.property(anyRule, anyDay, (parts, startsOn) => {
      const written = parts.join('');
      const stamp = `${startsOn.replaceAll('-', '')}T000000Z`;
      const theirs = rrulestr(`DTSTART:${stamp}\nRRULE:${written}`).all((_, count) => count < 15);
      // Ours looks eight years ahead.
      const horizon = `${Number(startsOn.slice(0, 4)) + 8}-12-31`;
      const expected = theirs.map((day) => day.toISOString().slice(0, 10)).filter((day) => day <= horizon);
      expect(occurrences(readRule(written)!, startsOn).take(15).toArray()).toEqual(expected);
    }),
    { numRuns: 120 },
  );
});

test('a rule is written in one way, and read again it is the same', () => {
  fc.assert(
    fc.property(anyRule, (parts) => {
      const rule = readRule(`RRULE:${parts.join('').toLowerCase()}`)!;
      expect(readRule(writeRule(rule))).toEqual(rule);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['', 'nothing'],
  ['every month', 'no rule'],
  ['FREQ=DAILY', 'every day'],
  ['FREQ=HOURLY;INTERVAL=3', 'by the hour'],
  ['FREQ=MONTHLY;BYHOUR=19', 'an hour of its own'],
  ['FREQ=MONTHLY;BYMONTHDAY=32', 'no such day'],
  ['FREQ=MONTHLY;BYMONTHDAY=0', 'no such day'],
  ['FREQ=MONTHLY;BYDAY=6MO', 'no sixth Monday'],
  ['FREQ=YEARLY;BYDAY=20MO', 'weeks of a year'],
  ['FREQ=MONTHLY;BYSETPOS=1', 'a place in nothing'],
  ['FREQ=MONTHLY;COUNT=2;UNTIL=20270101', 'two ends'],
  ['FREQ=MONTHLY;FREQ=WEEKLY', 'twice the same'],
  [`FREQ=MONTHLY;BYMONTHDAY=${'1,'.repeat(200)}2`, 'endless'],
])('%s is no rule of a cell: %s', (text) => {
  expect(readRule(text)).toBeNull();
});

test('a rule that names no day ends', () => {
  const never = readRule('FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30')!;
  expect(occurrences(never, '2026-12-03').next()).toEqual({ value: undefined, done: true });
});

test('an hour stays the same hour of the day, in every season', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 1439 }), (day, minute) => {
      const instant = instantOf(day, minute);
      expect(minuteOf(instant)).toBe(minute);
      const shown = instant.toLocaleString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
      expect(shown.slice(0, 10)).toBe(day);
    }),
    { numRuns: 100 },
  );
});

describe('typed in Vietnamese', () => {
  test.each([
    ['ngày 3 hằng tháng', 'FREQ=MONTHLY;BYMONTHDAY=3', ''],
    ['ngay 3 hang thang', 'FREQ=MONTHLY;BYMONTHDAY=3', ''],
    ['ngày 5 hàng tháng lúc 19h30', 'FREQ=MONTHLY;BYMONTHDAY=5', 'lúc 19h30'],
    ['19h30 mùng 3 mỗi tháng tại nhà văn hóa', 'FREQ=MONTHLY;BYMONTHDAY=3', '19h30 tại nhà văn hóa'],
    ['Hằng tháng, vào ngày 10', 'FREQ=MONTHLY;BYMONTHDAY=10', ''],
    ['ngày 31 hằng tháng', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1', ''],
    ['ngày cuối hằng tháng', 'FREQ=MONTHLY;BYMONTHDAY=-1', ''],
    ['thứ Năm tuần đầu hằng tháng', 'FREQ=MONTHLY;BYDAY=1TH', ''],
    ['thứ Năm tuần đầu', 'FREQ=MONTHLY;BYDAY=1TH', ''],
    ['thu 5 dau thang', 'FREQ=MONTHLY;BYDAY=1TH', ''],
    ['thứ năm đầu tiên của mỗi tháng', 'FREQ=MONTHLY;BYDAY=1TH', ''],
    ['chủ nhật cuối tháng', 'FREQ=MONTHLY;BYDAY=-1SU', ''],
    ['T7 tuần thứ hai hằng tháng', 'FREQ=MONTHLY;BYDAY=2SA', ''],
    ['ngày 3, 2 tháng một lần', 'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=3', ''],
    ['ngày 5 hằng quý', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5', ''],
    ['thứ 5 hằng tuần', 'FREQ=WEEKLY;BYDAY=TH', ''],
    ['hằng tháng', 'FREQ=MONTHLY;BYMONTHDAY=4', ''],
  ])('%s', (text, rule, rest) => {
    expect(readRepeat(text, '2026-12-04')).toEqual({ rule, rest });
  });

  test.each([
    'ngày 3/12',
    'thứ 5 tuần này',
    'chủ nhật cuối tháng này',
    'thứ năm đầu tháng 12',
    'ngày 40 hằng tháng',
    'họp mới tháng 12',
    'hop moi thang 12',
    'mời tháng này',
    'thứ 5 hằng tháng',
    'đồng ý',
  ])('%s names no rule', (text) => {
    expect(readRepeat(text, '2026-12-04')).toBeNull();
  });

  test.each([
    ['FREQ=MONTHLY;BYMONTHDAY=3', 'ngày 3 hằng tháng', 'day 3 of each month'],
    ['FREQ=MONTHLY;BYDAY=1TH', 'thứ Năm tuần đầu hằng tháng', 'the first Thursday of each month'],
    ['FREQ=MONTHLY;BYDAY=-1SU', 'Chủ nhật tuần cuối hằng tháng', 'the last Sunday of each month'],
    ['FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1', 'ngày cuối, 2 tháng một lần', 'the last day every 2 months'],
    [
      'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1',
      'ngày 30 (tháng thiếu thì ngày cuối) hằng tháng',
      'day 30 (the last one where the month is shorter) of each month',
    ],
    [
      'FREQ=WEEKLY;BYDAY=TH;UNTIL=20271231',
      'thứ Năm hằng tuần, đến ngày 31/12/2027',
      'Thursday of each week, until 31/12/2027',
    ],
    ['FREQ=MONTHLY;COUNT=6;BYMONTHDAY=3', 'ngày 3 hằng tháng, 6 buổi', 'day 3 of each month, 6 meetings'],
    ['FREQ=YEARLY;BYMONTH=3', 'theo quy tắc FREQ=YEARLY;BYMONTH=3', 'by the rule FREQ=YEARLY;BYMONTH=3'],
  ])('%s in words', (rule, inVietnamese, inEnglish) => {
    expect(ruleInWords(readRule(rule)!, say('vi'))).toBe(inVietnamese);
    expect(ruleInWords(readRule(rule)!, say('en'))).toBe(inEnglish);
  });
});

test.each([
  ['FREQ=MONTHLY;BYMONTHDAY=3', '2027-01-05', 'FREQ=MONTHLY;BYMONTHDAY=5'],
  ['FREQ=MONTHLY', '2027-01-05', 'FREQ=MONTHLY;BYMONTHDAY=5'],
  ['FREQ=MONTHLY;BYMONTHDAY=3', '2027-01-30', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1'],
  ['FREQ=MONTHLY;BYDAY=1SU', '2027-01-08', 'FREQ=MONTHLY;BYDAY=2FR'],
  ['FREQ=MONTHLY;BYDAY=-1SU', '2027-01-30', 'FREQ=MONTHLY;BYDAY=-1SA'],
  ['FREQ=WEEKLY;BYDAY=SU', '2027-01-05', 'FREQ=WEEKLY;BYDAY=TU'],
  ['FREQ=MONTHLY;COUNT=6;BYMONTHDAY=3', '2027-01-05', 'FREQ=MONTHLY;COUNT=5;BYMONTHDAY=5'],
  ['FREQ=MONTHLY;BYDAY=SU,MO', '2027-01-05', null],
])('%s moved to %s', (rule, to, moved) => {
  const found = movedRule(readRule(rule)!, '2026-12-03', { named: '2027-01-03', to });
  expect(found && writeRule(found)).toBe(moved);
});
