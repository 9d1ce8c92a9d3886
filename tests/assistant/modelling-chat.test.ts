import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../../bots/telegram/stand-in/index.ts';
import { citesForAnInvention, passagesIn, stalls } from '../fakes/openai/behaviours.ts';
import { openAiStandIn, type Behaviour } from '../fakes/openai/stand-in.ts';
import { beginStream, delta, done } from '../fakes/openai/streaming.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { given, newRule } from './given-library.ts';

// A question in the chat, with a model behind it: what is on the telephone, while it is written and in the end.

const model = openAiStandIn();
let house: TestHub;
let binh: Person;
beforeAll(async () => {
  const root = await model.listen();
  house = await openTestHub({
    roles: ['bots', 'worker'],
    settings: { OPENAI_BASE_URL: root, OPENAI_MODEL: 'nho' },
  });
  await given(house.hub, 'moi.md', newRule);
  binh = await house.join('B');
}, 60_000);
afterAll(async () => {
  await house.close();
  await model.close();
});

const quick = { timeout: 15_000 };
const last = () => binh.inbox.at(-1)!;

test('an answer grows in one message, which becomes the finished answer with its sources and buttons', async () => {
  let goOn = () => {};
  const hold = new Promise<void>((resolve) => (goOn = resolve));
  const slow: Behaviour = async (asked, response) => {
    const number = passagesIn(asked).find(({ text }) => text.includes('90 phút'))!.number;
    const line = (sentence: string) => `${sentence} [${number}] "${sentence.slice(0, -1)}"\n`;
    beginStream(response).write(delta(line('Chi bộ sinh hoạt định kỳ mỗi tháng một lần.')));
    await hold;
    response.write(delta(line('thời gian sinh hoạt không dưới 90 phút.').replace('t', 'T')));
    response.end(`${delta('', 'stop')}${done}`);
  };
  model.behaves(slow);
  const before = binh.inbox.length;
  binh.say('Chi bộ sinh hoạt định kỳ mấy lần một tháng?');
  await expect.poll(() => last().text, quick).toBe('Chi bộ sinh hoạt định kỳ mỗi tháng một lần. [1]');
  expect(last().buttons).toEqual([]);
  goOn();
  await expect.poll(() => last().buttons.length, quick).toBeGreaterThan(0);
  expect(last().text).toMatch(
    /^Chi bộ sinh hoạt định kỳ mỗi tháng một lần. \[1\] Thời gian sinh hoạt không dưới 90 phút/,
  );
  expect(last().text).toContain('22-QĐ/TU');
  expect(binh.inbox).toHaveLength(before + 1);
});

test('what a model makes up is never on the screen: the library is quoted, and says so', async () => {
  model.behaves(citesForAnInvention);
  binh.say('Đảng viên vắng mặt phải báo cáo bí thư trước mấy ngày?');
  await expect.poll(() => last().text, quick).toContain('trước khi họp ít nhất 01 ngày');
  expect(last().text).toContain('Lúc này trợ lý chỉ trích nguyên văn');
  expect(binh.inbox.map(({ text }) => text).join()).not.toContain('thưởng');
});

test('who asks while a model is silent is answered all the same', async () => {
  model.behaves(stalls);
  binh.say('Thời gian sinh hoạt chi bộ tối thiểu bao nhiêu phút?');
  await expect.poll(() => last().text, { timeout: 40_000 }).toContain('không dưới 90 phút');
}, 60_000);
