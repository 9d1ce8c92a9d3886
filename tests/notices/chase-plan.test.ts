import { expect, test } from 'vitest';
import { chasePlan, readHours, type ChaseChoice } from '../../hub/notices/chasing/policy.ts';

/** Eight in the morning in Hà Nội. */
const sendAt = new Date('2026-11-20T01:00:00Z');
const hours = (count: number) => new Date(sendAt.getTime() + count * 3_600_000);

function plan(
  choice: ChaseChoice,
  notice: { due?: number; expires?: number; urgent?: boolean; sentAt?: Date } = {},
) {
  const { due, expires, urgent = false, sentAt = sendAt } = notice;
  const steps = chasePlan(choice, {
    sendAt: sentAt,
    dueAt: due === undefined ? null : hours(due),
    expiresAt: expires === undefined ? null : hours(expires),
    urgent,
  });
  return steps.map(({ action, dueAt }) => `${action} ${(dueAt.getTime() - sentAt.getTime()) / 3_600_000}`);
}

test('a day, two, three, and a working week; in hours where it is urgent; once and gently; not at all', () => {
  const usual = ['remind 24', 'remind_elsewhere 48', 'list 72', 'tell_above 120'];
  expect(plan('default')).toEqual(usual);
  expect(plan('default', { due: 30 * 24 })).toEqual(usual);
  expect(plan('default', { urgent: true })).toEqual([
    'remind 1',
    'remind_elsewhere 2',
    'list 4',
    'tell_above 8',
  ]);
  expect(plan('gentle')).toEqual(['remind 48', 'list 120']);
  expect(plan('none')).toEqual([]);
});

test('lists and figures wait for the office, reminders do not', () => {
  // 15:30 in Hà Nội: on the third day the office opens again at eight, 16.5 hours later.
  const sentAt = new Date('2026-11-20T08:30:00Z');
  expect(plan('default', { sentAt })).toEqual([
    'remind 24',
    'remind_elsewhere 48',
    'list 88.5',
    'tell_above 136.5',
  ]);
});

test('a plan shrinks to the due date as a whole, and no ring follows on the heels of another', () => {
  expect(plan('default', { due: 60 })).toEqual([
    'remind 12',
    'remind_elsewhere 24',
    'list 48',
    'tell_above 72',
  ]);
  expect(plan('default', { due: 10 })).toEqual(['remind 2', 'remind_elsewhere 4', 'list 6', 'tell_above 10']);
  expect(plan('default', { due: 1 })).toEqual(['remind_elsewhere 0.4', 'list 0.6', 'tell_above 1']);
  expect(plan('default', { due: 2, urgent: true })).toEqual([
    'remind 0.25',
    'remind_elsewhere 0.5',
    'list 1',
    'tell_above 2',
  ]);
});

test('a due date that is over when the notice goes changes nothing', () => {
  expect(plan('default', { due: -5 })).toEqual(plan('default'));
  expect(plan([24], { due: 0 })).toEqual(['remind 24']);
});

test('nobody is chased about what is stale', () => {
  expect(plan('default', { expires: 48 })).toEqual(['remind 24']);
});

test('own hours are kept as they are given, and refused where they make no sense', () => {
  expect(plan([3, 6.5])).toEqual(['remind 3', 'remind_elsewhere 6.5']);
  expect(plan([3, 6, 30, 50], { due: 10 })).toEqual([
    'remind 3',
    'remind_elsewhere 6',
    'list 30',
    'tell_above 50',
  ]);
  const wrong = [[], [0], [0.1], [5, 5], [5, 5.1], [5, 4], [1, 2, 3, 4, 5], [24 * 91], [Number.NaN]];
  for (const own of wrong) expect(() => plan(own), own.join()).toThrow();
  expect(() => plan([3, 11], { due: 10 })).toThrow();
});

test.each([
  ['24h,48h,72h,120h', [24, 48, 72, 120]],
  ['24, 48', [24, 48]],
  ['1d 2d', [24, 48]],
  ['30m;1h', [0.5, 1]],
  ['2g, 1n', [2, 24]],
  ['', null],
  ['mai', null],
  ['24h,mai', null],
])('hours typed as %s', (text, read) => {
  expect(readHours(text)).toEqual(read);
});
