import { describe, expect, test } from 'vitest';
import { earliestSend, type QuietHours } from '../../hub/channels/index.ts';

const night: QuietHours = { fromMinute: 22 * 60, toMinute: 6 * 60 };
const noon: QuietHours = { fromMinute: 11 * 60 + 30, toMinute: 13 * 60 + 30 };

/** A moment of December 2026 in Viet Nam, such as `5 22:30`. */
function at(text: string): Date {
  const [day, time] = text.split(' ') as [string, string];
  return new Date(`2026-12-${day.padStart(2, '0')}T${time.length === 5 ? `${time}:00` : time}+07:00`);
}

function shown(moment: Date): string {
  const local = new Date(moment.getTime() + 7 * 3_600_000).toISOString();
  const seconds = local.slice(17, 23) === '00.000' ? '' : local.slice(16, 23);
  return `${Number(local.slice(8, 10))} ${local.slice(11, 16)}${seconds}`;
}

interface Case {
  wanted: string;
  now?: string;
  deadline?: string | null;
  quiet?: QuietHours | null;
  random?: number;
  timeZone?: string;
}

function goes({
  wanted,
  now = wanted,
  deadline = null,
  quiet = night,
  random = 0,
  timeZone = 'Asia/Ho_Chi_Minh',
}: Case) {
  const moment = earliestSend({
    wanted: at(wanted),
    now: at(now),
    deadline: deadline === null ? null : at(deadline),
    quiet,
    timeZone,
    random,
  });
  return shown(moment);
}

describe('an ordinary notice', () => {
  test.each<[string, Case, string]>([
    ['by day goes at once', { wanted: '5 09:15' }, '5 09:15'],
    ['just before quiet hours goes at once', { wanted: '5 21:59:59' }, '5 21:59:59.000'],
    ['at their first minute waits for the morning', { wanted: '5 22:00' }, '6 06:00'],
    ['before midnight waits for the next morning', { wanted: '5 23:59' }, '6 06:00'],
    ['at midnight waits for the same morning', { wanted: '6 00:00' }, '6 06:00'],
    ['after midnight waits for the same morning', { wanted: '6 00:30' }, '6 06:00'],
    ['in their last minute waits that minute', { wanted: '6 05:59:40' }, '6 06:00'],
    ['at their end goes at once', { wanted: '6 06:00' }, '6 06:00'],
    ['over the end of a month and a year', { wanted: '31 23:00' }, '1 06:00'],
    ['in quiet hours at noon', { wanted: '5 12:00', quiet: noon }, '5 13:30'],
    ['by night where only noon is quiet', { wanted: '5 23:00', quiet: noon }, '5 23:00'],
    ['without quiet hours goes at any time', { wanted: '5 03:00', quiet: null }, '5 03:00'],
    [
      'with quiet hours of no length goes at any time',
      { wanted: '5 03:00', quiet: { fromMinute: 180, toMinute: 180 } },
      '5 03:00',
    ],
    ['planned for a night to come', { wanted: '9 23:00', now: '5 10:00' }, '10 06:00'],
  ])('%s', (_, given, expected) => {
    expect(goes(given)).toBe(expected);
  });

  test.each([
    [0, '6 06:00'],
    [0.5, '6 06:05'],
    [0.999999, '6 06:09:59.999'],
  ])('comes in the morning with some delay of its own (%d)', (random, expected) => {
    expect(goes({ wanted: '5 23:00', random })).toBe(expected);
  });

  test('follows the clock on the wall, not UTC', () => {
    // 16:00 UTC is 23:00 in Viet Nam.
    expect(goes({ wanted: '5 23:00', timeZone: 'UTC' })).toBe('5 23:00');
    expect(goes({ wanted: '5 06:30', timeZone: 'UTC' })).toBe('5 13:00');
  });
});

describe('a notice that would be too late in the morning', () => {
  test.each<[string, Case, string]>([
    [
      'goes the evening before at 21:30',
      { wanted: '6 05:00', now: '5 10:00', deadline: '6 06:00' },
      '5 21:30',
    ],
    [
      'also where it was meant for the evening',
      { wanted: '5 23:30', now: '5 10:00', deadline: '6 05:30' },
      '5 21:30',
    ],
    [
      'at once where that evening hour is past',
      { wanted: '5 23:30', now: '5 22:10', deadline: '6 05:30' },
      '5 22:10',
    ],
    ['at once where it is night already', { wanted: '6 01:00', deadline: '6 05:30' }, '6 01:00'],
    [
      'stays in the morning where it is still in time',
      { wanted: '6 05:00', now: '5 10:00', deadline: '6 06:01' },
      '6 06:00',
    ],
    [
      'counts its own delay',
      { wanted: '6 05:00', now: '5 10:00', deadline: '6 06:05', random: 0.9 },
      '5 21:30',
    ],
    ['by day is not concerned', { wanted: '5 10:00', deadline: '5 10:05' }, '5 10:00'],
  ])('%s', (_, given, expected) => {
    expect(goes(given)).toBe(expected);
  });
});
