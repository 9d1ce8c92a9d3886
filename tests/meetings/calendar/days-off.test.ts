import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instantOf, readCalendar, type Calendar } from '../../../hub/meetings/calendar/index.ts';
import { dayWarning } from '../../../hub/meetings/calendar/warning.ts';
import type { Database } from '../../../hub/platform/database/index.ts';
import { testDatabase } from '../../support/database.ts';
import { shiftDay } from '../../../hub/platform/shift-day.ts';

let database: Database;
let calendar: Calendar;
beforeAll(async () => {
  database = await testDatabase();
  calendar = await readCalendar(database);
}, 60_000);
afterAll(() => database.close());

describe('the moon', () => {
  test.each([
    ['Tết Bính Ngọ', '2026-02-17', { day: 1, month: 1, year: 2026 }],
    ['Tết Đinh Mùi', '2027-02-06', { day: 1, month: 1, year: 2027 }],
    ['Giỗ Tổ', '2026-04-26', { day: 10, month: 3, year: 2026 }],
    ['Giỗ Tổ', '2027-04-16', { day: 10, month: 3, year: 2027 }],
    ['Vu Lan', '2026-08-27', { day: 15, month: 7, year: 2026 }],
    ['Vu Lan', '2027-08-16', { day: 15, month: 7, year: 2027 }],
    ['Trung thu', '2026-09-25', { day: 15, month: 8, year: 2026 }],
    ['Trung thu', '2027-09-15', { day: 15, month: 8, year: 2027 }],
    ['ông Công ông Táo', '2027-01-30', { day: 23, month: 12, year: 2026 }],
  ])('%s is on %s', (_, day, lunar) => {
    expect(calendar.solarOf(lunar)).toBe(day);
    expect(calendar.lunarOf(day)).toEqual({ ...lunar, leap: false });
  });

  test('the table has no gap and no month of another length', () => {
    for (let day = '2025-12-20'; day < '2030-02-02'; day = shiftDay(day, 1)) {
      const lunar = calendar.lunarOf(day);
      expect(lunar && calendar.solarOf(lunar)).toBe(day);
    }
    expect(calendar.lunarOf('2025-12-19')).toBeNull();
    expect(calendar.lunarOf('2030-02-02')).toBeNull();
    expect(calendar.solarOf({ day: 30, month: 12, year: 2026 })).toBeNull();
    expect(calendar.solarOf({ day: 1, month: 5, year: 2028, leap: true })).toBe('2028-06-23');
    expect(calendar.nextLunar({ day: 15, month: 8 }, '2026-09-26')).toBe('2027-09-15');
  });

  test('it differs from the Chinese calendar of this machine only where that reckons roughly', () => {
    const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'numeric',
    });
    const different: string[] = [];
    for (let day = '2025-12-20'; day < '2030-02-02'; day = shiftDay(day, 1)) {
      const lunar = calendar.lunarOf(day)!;
      if (lunar.day !== 1) continue;
      const theirs = chinese.format(new Date(`${day}T12:00:00Z`));
      if (theirs !== `${lunar.month}${lunar.leap ? 'bis' : ''}/1`) different.push(day);
    }
    // New moon of 6 February 2027 at 22:56 in Hà Nội: the day of Tết in both countries, a day late in some tables.
    expect(['2027-02-06']).toEqual(expect.arrayContaining(different));
  });
});

describe('days off', () => {
  test.each([
    ['2026-01-01', 'Tết Dương lịch', false],
    ['2026-02-17', 'Mùng 1 Tết Nguyên đán', false],
    ['2026-04-27', 'Nghỉ bù Giỗ Tổ Hùng Vương', false],
    ['2026-09-02', 'Quốc khánh 2/9', false],
    ['2027-04-30', 'Ngày Chiến thắng 30/4', false],
    ['2027-09-03', 'Nghỉ Quốc khánh', true],
    ['2029-04-30', 'Ngày Chiến thắng 30/4', false],
    ['2028-04-04', 'Giỗ Tổ Hùng Vương', false],
  ])('%s: %s', (day, name, expected) => {
    expect(calendar.dayOff(day)).toEqual({ name, expected, source: 'Bộ luật Lao động 2019, Điều 112' });
  });

  test('what is kept without being off, or is not law yet, is no day off', () => {
    for (const day of ['2026-02-03', '2026-05-19', '2026-09-25', '2026-11-24', '2027-11-24'])
      expect(calendar.dayOff(day)).toBeNull();
  });

  test('nobody meets from the 23rd of the twelfth month to the 6th of the first', () => {
    const edges = ['2026-02-09', '2026-02-10', '2026-02-22', '2026-02-23'];
    expect(edges.map((day) => calendar.avoided(day) !== null)).toEqual([false, true, true, false]);
    const next = ['2027-01-29', '2027-01-30', '2027-02-11', '2027-02-12'];
    expect(next.map((day) => calendar.avoided(day) !== null)).toEqual([false, true, true, false]);
  });

  test('the next working day is past weekends and holidays', () => {
    expect(calendar.nextWorkingDay('2026-04-25')).toBe('2026-04-28');
    expect(calendar.nextWorkingDay('2026-04-29')).toBe('2026-05-04');
    expect(calendar.nextWorkingDay('2026-12-03')).toBe('2026-12-04');
  });

  test.each([
    ['an evening goes to the next free day, a Saturday too', '2027-01-01', 19 * 60 + 30, '2027-01-02'],
    ['office hours go past the weekend', '2027-01-01', 8 * 60, '2027-01-04'],
    ['a Sunday morning may go to a weekend', '2026-04-26', 8 * 60, '2026-04-28'],
    ['past the whole of Tết', '2027-02-03', 19 * 60 + 30, '2027-02-12'],
    ['no month is left without its meeting', '2027-01-31', 19 * 60 + 30, '2027-01-29'],
  ])('%s', (_, day, minute, better) => {
    expect(calendar.better(day, minute, '2026-11-30')).toBe(better);
  });

  test('nothing is moved to a day that is over', () => {
    expect(calendar.better('2027-01-31', 19 * 60 + 30, '2027-01-29')).toBe('2027-02-12');
  });

  test('who calls a meeting for such a day is warned, with the source and a better day', async () => {
    const now = new Date('2026-11-30T09:00+07:00');
    expect(await dayWarning(database, instantOf('2027-09-02', 19 * 60 + 30), now)).toEqual({
      kind: 'day-off',
      name: 'Quốc khánh 2/9',
      source: 'Bộ luật Lao động 2019, Điều 112',
      better: new Date('2027-09-04T19:30+07:00'),
    });
    expect(await dayWarning(database, instantOf('2026-12-03', 19 * 60 + 30), now)).toBeNull();
  });
});
