import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AssistantReply, Sentence } from '../../hub/assistant/index.ts';
import { citesForAnInvention, failsWith, honest } from '../fakes/openai/behaviours.ts';
import { openAiStandIn } from '../fakes/openai/stand-in.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { given, newRule, oldRule, ownPlan } from './given-library.ts';

const model = openAiStandIn();
let house: TestHub;
beforeAll(async () => {
  const root = await model.listen();
  house = await openTestHub({
    roles: ['bots'],
    settings: { OPENAI_BASE_URL: root, OPENAI_MODEL: 'small' },
  });
  await given(house.hub, 'cu.md', oldRule);
  await given(house.hub, 'moi.md', newRule);
  await given(house.hub, 'cay.md', ownPlan, 'X1-C');
}, 60_000);
afterAll(async () => {
  await house.close();
  await model.close();
});
let before = 0;
beforeEach(() => (before = model.asked.length));
const timesAsked = () => model.asked.length - before;

test('a model’s sentences come with the places that stand behind them', async () => {
  model.behaves(honest);
  const heard: (readonly Sentence[])[] = [];
  const reply = found(await ask('B', 'Đảng viên vắng mặt phải báo trước bao lâu?', heard));
  expect(reply.mode).toBe('model');
  for (const { citations } of reply.sentences) {
    expect(citations.length).toBeGreaterThan(0);
    for (const place of citations) expect(reply.citations[place]!.document.number).toBe('22-QĐ/TU');
  }
  expect(heard.at(-1)).toEqual(reply.sentences);
  expect(timesAsked()).toBe(1);
});

test('asked again it is not asked for again; by somebody with other eyes it is', async () => {
  model.behaves(honest);
  await ask('B', 'Chi bộ sinh hoạt định kỳ mấy lần mỗi tháng?');
  await ask('E', '  chi bộ sinh hoạt  ĐỊNH KỲ mấy lần mỗi tháng?');
  expect(timesAsked()).toBe(1);
  await ask('D', 'Chi bộ sinh hoạt định kỳ mấy lần mỗi tháng?');
  expect(timesAsked()).toBe(2);
  for (const { user } of model.asked.slice(-1)) expect(user).not.toContain('xoan đào');
});

test('of what the library does not hold no model is asked', async () => {
  model.behaves(honest);
  expect((await ask('B', 'Lệ phí cấp hộ chiếu phổ thông là bao nhiêu?')).kind).toBe('refused');
  expect((await ask('B', 'Ai là bí thư chi bộ tôi?')).kind).toBe('own');
  expect((await ask('B', 'Xin chào')).kind).toBe('talk');
  expect(timesAsked()).toBe(0);
});

test('a server that does not answer is a remark beside a quotation, and asked again next time', async () => {
  model.behaves(failsWith(500));
  const asked = 'Bí thư chi bộ báo cáo kết quả sinh hoạt trước ngày nào hằng tháng?';
  const reply = found(await ask('B', asked));
  expect(reply).toMatchObject({ mode: 'quote', citations: [{ document: { number: '10-QĐ/TU' } }] });
  expect(reply.remarks).toContainEqual({ kind: 'no-model' });
  model.behaves(honest);
  expect(found(await ask('B', asked)).mode).toBe('model');
});

test('what a model makes up is not shown', async () => {
  model.behaves(citesForAnInvention);
  const reply = await ask('E', 'Đảng viên vắng mặt phải báo cáo bí thư chi bộ trước mấy ngày?');
  expect(JSON.stringify(reply)).not.toContain('thưởng tiền');
  if (reply.kind === 'found') expect(reply.mode).toBe('quote');
});

async function ask(code: string, text: string, heard: (readonly Sentence[])[] = []): Promise<AssistantReply> {
  const by = { memberId: (await house.hub.people.memberByCode(code)).id, via: 'chat' } as const;
  const question = { text, language: 'vi', via: 'chat' } as const;
  return await house.hub.assistant.ask(by, question, (soFar) => heard.push(soFar));
}

function found(reply: AssistantReply) {
  if (reply.kind !== 'found') throw new Error(JSON.stringify(reply));
  return reply;
}
