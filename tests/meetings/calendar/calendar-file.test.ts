import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { writeCalendarFile, type CalendarMeeting } from '../../../hub/meetings/calendar/calendar-file.ts';

const meeting: CalendarMeeting = {
  id: '01990d3e-7c1a-7b54-9d6a-3f0c8a51e2b7',
  title: 'Sinh hoạt chi bộ thường kỳ tháng 12 năm 2026; chuyên đề: học tập, làm theo tư tưởng Hồ Chí Minh',
  unit: 'Chi bộ thôn Một',
  startsAt: new Date('2026-12-03T19:30+07:00'),
  minutes: 90,
  place: 'Nhà văn hóa, thôn Một',
  link: 'https://meet.example/a?b=1',
  revision: 2,
  cancelledAt: null,
};
const now = new Date('2026-11-30T09:00+07:00');

const eventIn = (file: string) => {
  const calendar = new ICAL.Component(ICAL.parse(file));
  return { calendar, event: calendar.getFirstSubcomponent('vevent')! };
};

test('a calendar reads where and when, in the time of Vietnam', () => {
  const { calendar, event } = eventIn(writeCalendarFile(meeting, now));
  const value = (name: string) => String(event.getFirstPropertyValue(name));
  expect(value('uid')).toBe(`${meeting.id}@caunoi`);
  expect(value('sequence')).toBe('2');
  expect(value('summary')).toBe(meeting.title);
  expect(value('location')).toBe(meeting.place);
  expect(value('url')).toBe(meeting.link);
  expect(value('status')).toBe('CONFIRMED');
  const start = event.getFirstProperty('dtstart')!;
  expect(start.getParameter('tzid')).toBe('Asia/Ho_Chi_Minh');
  expect(String(start.getFirstValue())).toBe('2026-12-03T19:30:00');
  expect(value('dtend')).toBe('2026-12-03T21:00:00');
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!);
  const local = new ICAL.Time({ year: 2026, month: 7, day: 1, hour: 12, isDate: false }, zone);
  expect(zone.utcOffset(local)).toBe(7 * 3600);
});

test('one that was cancelled says so, under the same id', () => {
  const { event } = eventIn(writeCalendarFile({ ...meeting, cancelledAt: now }, now));
  expect(event.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(event.getFirstPropertyValue('uid')).toBe(`${meeting.id}@caunoi`);
});

test('whatever stands in a title, lines are short, end as they should, and say the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
      const title = `Họp ${typed.replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ')}`;
      const file = writeCalendarFile({ ...meeting, title, place: null, link: null }, now);
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(eventIn(file).event.getFirstPropertyValue('summary')).toBe(title);
    }),
    { numRuns: 60 },
  );
});
