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
  await done<Result>(house.environment, 'feedback', ...words);
const saying = ['say', '--unit', 'X1-C', '--kind', 'proposal', '--text', 'Đề nghị sửa đường.'];

test('what a member says is listed for the secretary and answered', async () => {
  const { number } = await command<{ number: string }>(...saying, '--as', 'B', '--topic', 'Đường thôn');
  expect(number).toMatch(/\S/);
  await command(...saying, '--as', 'E', '--level', 'confidential');
  const { items } = await command<{ items: { id: string }[] }>('list', '--as', 'A');
  // What was said in confidence waits until its day is over.
  expect(items).toEqual([
    {
      id: expect.any(String),
      unit: 'X1-C',
      level: 'named',
      topic: 'Đường thôn',
      status: 'new',
      text: 'Đề nghị sửa đường.',
      author: 'B',
    },
  ]);
  const { id } = items[0]!;
  expect(await command('reply', id, '--as', 'A', '--text', 'Sẽ làm.')).toEqual({ id, status: 'answered' });
  expect(await command('list', '--as', 'A', '--state', 'open')).toEqual({ items: [] });
  expect(await command('list', '--as', 'B')).toEqual({ items: [] });
}, 120_000);

test.each([
  ['an item of nobody', ['reply', 'không-có', '--as', 'A', '--text', 'x'], 1, 'feedback.unknown'],
  ['a reader who does not answer there', ['list', '--as', 'B', '--unit', 'X1-C'], 1, 'may.not'],
  ['a kind there is not', [...saying, '--as', 'B', '--kind', 'complaint'], 2, 'usage'],
  ['nobody who answers', ['reply', 'x', '--text', 'x'], 2, 'usage'],
])(
  'refuses %s',
  async (_, words, code, reason) => {
    const refused = await caunoi(house.environment, 'feedback', ...words);
    expect([refused.code, (refused.json as { error: { code: string } }).error.code]).toEqual([code, reason]);
  },
  120_000,
);
