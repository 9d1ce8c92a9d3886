import { expect, test } from 'vitest';
import { noticeFrom, readDay, readTime } from '../../hub/notices/pages/form.ts';

/** A quarter to one at night in Hà Nội; in UTC it is still the day before. */
const now = new Date('2026-11-23T17:45:00Z');

test.each([
  ['25/11/2026', '2026-11-25'],
  [' 5-2-2027 ', '2027-02-05'],
  ['5.2.27', '2027-02-05'],
  ['2026-11-25', '2026-11-25'],
  ['24/11', '2026-11-24'],
  ['23/11', '2027-11-23'],
  ['29/2/2028', '2028-02-29'],
  ['29/2/2027', null],
  ['11/25/2026', null],
  ['32/1', null],
  ['mai', null],
])('the day %s', (text, day) => {
  expect(readDay(text, now)).toBe(day);
});

test.each([
  ['17:00', '17:00'],
  ['17h30', '17:30'],
  ['7g', '07:00'],
  ['19 giờ 30', '19:30'],
  ['8', '08:00'],
  ['24:00', null],
  ['17:75', null],
  ['tối', null],
])('the time %s', (text, time) => {
  expect(readTime(text)).toBe(time);
});

test('what is typed becomes the notice, and what cannot be is named by its field', () => {
  const say = (id: string) => id;
  const typed = {
    unit: 'C1',
    title: 'Họp',
    ack: 'yes',
    dueDay: '25/11',
    when: 'at',
    sendDay: '24/11',
    sendTime: '8h',
  };
  expect(noticeFrom(typed, { from: 'S', now, say })).toMatchObject({
    faults: {},
    notice: {
      from: 'S',
      wantsAck: true,
      sendAt: new Date('2026-11-24T01:00:00Z'),
      dueAt: new Date('2026-11-25T16:59:00Z'),
    },
  });
  const wrong = { dueDay: '24/11', dueTime: '0h', when: 'at', sendTime: '25h', issuedOn: 'x' };
  expect(noticeFrom(wrong, { from: 'S', now, say }).faults).toEqual({
    issuedOn: 'compose-day-wrong',
    dueDay: 'compose-due-before',
    sendDay: 'compose-day-missing',
    title: 'compose-title-missing',
    unit: 'compose-unit-missing',
  });
});
