import { expect, test } from 'vitest';
import { answerCache } from '../../hub/assistant/answer-cache.ts';

test('what was answered is not worked out again, under its very key alone', async () => {
  const cache = answerCache<string, string>(() => true);
  let worked = 0;
  const work = async () => `answer ${(worked += 1)}`;
  expect(await cache.answer('one', work)).toBe('answer 1');
  expect(await cache.answer('one', work)).toBe('answer 1');
  expect(await cache.answer('another', work)).toBe('answer 2');
});

test('the same at once is worked out once, and all hear what comes', async () => {
  const cache = answerCache<string, string>(() => true);
  let worked = 0;
  let say: (heard: string) => void = () => {};
  let finish: (answer: string) => void = () => {};
  const work = async (onHeard: (heard: string) => void) => {
    worked += 1;
    say = onHeard;
    return await new Promise<string>((resolve) => (finish = resolve));
  };
  const heard: string[] = [];
  const first = cache.answer('one', work, (soFar) => heard.push(`first ${soFar}`));
  say('so far');
  const second = cache.answer('one', work, (soFar) => heard.push(`second ${soFar}`));
  say('further');
  finish('done');
  expect(await Promise.all([first, second])).toEqual(['done', 'done']);
  expect(worked).toBe(1);
  expect(heard).toEqual(['first so far', 'second so far', 'first further', 'second further']);
});

test('what does not last and what failed is worked out anew', async () => {
  const cache = answerCache<string, string>((answer) => answer !== 'for now');
  const answers = ['for now', 'for good'];
  const work = async () => answers.shift() ?? 'none';
  expect(await cache.answer('one', work)).toBe('for now');
  expect(await cache.answer('one', work)).toBe('for good');
  expect(await cache.answer('one', work)).toBe('for good');
  const fail = async () => await Promise.reject(new Error('broken'));
  await expect(cache.answer('two', fail)).rejects.toThrow('broken');
  expect(await cache.answer('two', async () => 'mended')).toBe('mended');
});

test('the oldest goes first', async () => {
  const cache = answerCache<number, never>(() => true);
  let worked = 0;
  const work = async () => (worked += 1);
  for (let key = 0; key < 501; key += 1) await cache.answer(String(key), work);
  expect(await cache.answer('500', work)).toBe(501);
  expect(await cache.answer('0', work)).toBe(502);
});
