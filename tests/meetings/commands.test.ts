import { afterAll, beforeAll, expect, test } from 'vitest';
import { cellProcess } from '../support/cell-process.ts';
import { caunoi, done, type Installation } from '../support/process.ts';

let house: Installation;
let end = async () => {};
beforeAll(async () => {
  ({ house, end } = await cellProcess());
});
afterAll(() => end());

const command = async <Result>(...words: string[]) =>
  await done<Result>(house.environment, 'meeting', ...words);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const create = ['create', '--from', 'A', '--unit', 'X1-C', '--title', 'Họp chi bộ'];

test('a meeting from its call to its end', async () => {
  const words = [
    '--starts-at',
    inDays(4),
    '--minutes',
    '90',
    '--place',
    'Nhà văn hóa',
    '--remind',
    '3d,1d,2h',
  ];
  const { id } = await command<{ id: string }>(...create, ...words);
  expect(await command('status', id)).toEqual({
    id,
    invited: 3,
    rsvp: { yes: 0, no: 0, unknown: 3 },
    attendance: { present: 0, late: 0, excused: 0, absent: 0, unknown: 3 },
    quorum: { base: 3, required: 2, present: 0, met: false, rule: expect.stringContaining('294-QĐ/TW') },
  });
  const opened = await command<{ id: string; checkInCode: string }>('open', id);
  expect(opened).toEqual({ id, checkInCode: expect.stringMatching(/^\d{6}$/) });
  expect(await command('close', id)).toEqual({ id });
  expect(await command('status', id)).toMatchObject({ attendance: { absent: 3, unknown: 0 } });
}, 120_000);

test('a meeting that comes again, and one that does not take place', async () => {
  const words = ['--starts-at', inDays(3), '--repeat', 'FREQ=MONTHLY;BYMONTHDAY=3', '--remind', 'none'];
  const { id } = await command<{ id: string }>(...create, ...words);
  expect(await command('cancel', id, '--reason', 'bão', '--scope', 'following')).toEqual({ id, told: 3 });
  const { json, code } = await caunoi(house.environment, 'meeting', 'open', id);
  expect([code, json]).toEqual([1, { error: { code: 'meeting.over', message: expect.any(String) } }]);
}, 120_000);

test.each([
  ['no such meeting', ['status', 'không-có'], 1, 'meeting.unknown'],
  ['an hour that is over', [...create, '--starts-at', inDays(-1)], 1, 'meeting.past'],
  ['a sixth reminder', [...create, '--starts-at', inDays(1), '--remind', '6d,5d,4d,3d,2d,1d'], 2, 'usage'],
  ['no rule', [...create, '--starts-at', inDays(1), '--repeat', 'FREQ=HOURLY'], 1, 'meeting.invalid'],
])('%s is refused', async (_, words, exit, problem) => {
  const { code, json } = await caunoi(house.environment, 'meeting', ...words);
  expect([code, (json as { error: { code: string } }).error.code]).toEqual([exit, problem]);
});
