import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { completionReader } from '../../hub/platform/completion-stream.ts';
import { openLanguageModel, type LanguageModel, type Patience } from '../../hub/platform/language-model.ts';
import {
  afterFailures,
  breaksJson,
  breaksOff,
  failsWith,
  floods,
  floodsOneLine,
  refusesStreamOptions,
  saysNothing,
  stalls,
} from '../fakes/openai/behaviours.ts';
import { openAiStandIn, type Behaviour } from '../fakes/openai/stand-in.ts';
import { beginStream, delta, done } from '../fakes/openai/streaming.ts';

// What comes of a server that speaks as OpenAI's does, whatever it does: always a value, within its time.

const server = openAiStandIn();
let root: string;
let model: LanguageModel;
// Only what is waited out is short: a busy machine may be late with everything else.
const patience: Partial<Patience> = {
  turn: 100,
  firstWords: 20_000,
  pause: 700,
  whole: 30_000,
  beforeRetry: 1,
};
const open = (more: { atOnce?: number; patience?: Partial<Patience> } = {}) =>
  openLanguageModel({
    root,
    key: undefined,
    model: 'nho',
    ...more,
    patience: { ...patience, ...more.patience },
  });
beforeAll(async () => {
  root = await server.listen();
});
afterAll(async () => await server.close());
afterEach(async () => await model.close());

const task = { instructions: 'Trả lời ngắn.', given: 'Chi bộ họp khi nào?' };
const says: Behaviour = (_asked, response) => {
  beginStream(response).write(delta('Mỗi tháng '));
  response.end(`${delta('một lần.', 'stop')}${done}`);
};
const answer = 'Mỗi tháng một lần.';

async function written(behaviour: Behaviour, signal?: AbortSignal) {
  model = open();
  server.behaves(behaviour);
  const before = server.asked.length;
  const pieces: string[] = [];
  const outcome = await model.write(task, {
    onText: (added) => void pieces.push(added),
    ...(signal ? { signal } : {}),
  });
  return { ...outcome, pieces, asked: server.asked.length - before };
}

test('what is written comes piece by piece, with what it cost', async () => {
  server.says(answer);
  model = open();
  const pieces: string[] = [];
  const outcome = await model.write(task, { onText: (added) => void pieces.push(added) });
  expect(outcome).toEqual({
    kind: 'written',
    text: answer,
    isWhole: true,
    tokens: { in: 1_000, out: 100, estimated: false },
  });
  expect(pieces).toEqual(['Mỗi ', 'tháng ', 'một ', 'lần.']);
  expect(server.asked.at(-1)).toMatchObject({
    system: task.instructions,
    user: task.given,
    streams: true,
  });
});

test('a server that does not say what it cost is estimated: two tokens a syllable', async () => {
  expect(await written(says)).toMatchObject({
    kind: 'written',
    text: answer,
    tokens: { in: 16, out: 8, estimated: true },
  });
});

test('letters that are cut anywhere, line ends of any kind, comments and a missing end are read all the same', async () => {
  const raw = `: chào\r\n${delta('Mỗi tháng ').replaceAll('\n', '\r\n')}event: x\r${delta('một lần.').replaceAll('\n', '\r')}`;
  const bytes = Buffer.from(raw);
  const byByte: Behaviour = async (_asked, response) => {
    beginStream(response);
    for (let at = 0; at < bytes.length; at += 7) {
      response.write(bytes.subarray(at, at + 7));
      await new Promise((resolve) => setImmediate(resolve));
    }
    response.end();
  };
  expect(await written(byByte)).toMatchObject({ kind: 'written', text: answer, isWhole: false });
});

test('a server that does not stream is heard at once', async () => {
  const whole: Behaviour = (_asked, response) =>
    void response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ choices: [{ message: { content: answer }, finish_reason: 'stop' }] }));
  expect(await written(whole)).toMatchObject({ kind: 'written', text: answer, isWhole: true });
});

test('events that are no JSON are passed over', async () => {
  expect(await written(breaksJson)).toMatchObject({ kind: 'written', text: 'Chi bộ' });
});

test('what breaks off, stalls or is too much is what came until then, and not whole', async () => {
  expect(await written(breaksOff)).toMatchObject({ kind: 'nothing', why: 'no-answer' });
  await model.close();
  expect(await written(stalls)).toMatchObject({
    kind: 'written',
    text: 'Chi bộ họp',
    isWhole: false,
    asked: 1,
  });
  await model.close();
  const flood = await written(floods);
  expect(flood).toMatchObject({ kind: 'written', isWhole: false });
  expect(flood.kind === 'written' && flood.text.length).toBeLessThanOrEqual(20_000);
  await model.close();
  expect(await written(floodsOneLine)).toMatchObject({ kind: 'nothing', why: 'no-answer', asked: 1 });
});

test.each([
  [500, 2],
  [503, 2],
  [429, 2],
  [401, 1],
  [404, 1],
])('status %i: asked %i times, no answer, nothing counted', async (status, asked) => {
  expect(await written(failsWith(status))).toEqual({
    kind: 'nothing',
    why: 'no-answer',
    tokens: { in: 0, out: 0, estimated: false },
    pieces: [],
    asked,
  });
});

test('it is tried once more before anything was written, and a wait that is named is kept if it is short', async () => {
  expect(await written(afterFailures(1, failsWith(500), says))).toMatchObject({ text: answer, asked: 2 });
  await model.close();
  const soon = failsWith(429, { 'retry-after': '0' });
  expect(await written(afterFailures(1, soon, says))).toMatchObject({ text: answer, asked: 2 });
  await model.close();
  const late = failsWith(429, { 'retry-after': '60' });
  expect(await written(afterFailures(1, late, says))).toMatchObject({ kind: 'nothing', asked: 1 });
});

test('a gateway that refuses to tell the cost is asked without, and from then on not again', async () => {
  server.behaves(refusesStreamOptions(says));
  model = open();
  const before = server.asked.length;
  expect(await model.write(task)).toMatchObject({ kind: 'written', text: answer });
  expect(await model.write(task)).toMatchObject({ kind: 'written', text: answer });
  expect(server.asked.slice(before).map(({ wantsUsage }) => wantsUsage)).toEqual([true, false, false]);
});

test('a refusal for another reason is no reason to forget the cost', async () => {
  expect(await written(failsWith(400))).toMatchObject({ kind: 'nothing', asked: 2 });
  server.says(answer);
  expect(await model.write(task)).toMatchObject({ tokens: { in: 1_000, out: 100, estimated: false } });
});

test('an empty answer is none, and costs what was read', async () => {
  expect(await written(saysNothing)).toMatchObject({
    kind: 'nothing',
    why: 'no-answer',
    tokens: { in: 1_000 },
  });
});

test('a server that is not there is no answer', async () => {
  model = openLanguageModel({ root: 'http://127.0.0.1:9/v1', key: undefined, model: 'nho', patience });
  expect(await model.write(task)).toMatchObject({ kind: 'nothing', why: 'no-answer' });
  expect(await model.answer(task)).toBeNull();
});

test('who waits too long for a turn is told that it is busy; the next one is answered', async () => {
  model = open({ atOnce: 1 });
  server.behaves(stalls);
  const first = model.write(task);
  expect(await model.write(task)).toMatchObject({ kind: 'nothing', why: 'busy' });
  await first;
  server.behaves(says);
  expect(await model.write(task)).toMatchObject({ text: answer });
});

test('whoever asked may end it: what was written by then is the answer', async () => {
  const stop = new AbortController();
  const stopping: Behaviour = (_asked, response) => {
    beginStream(response).write(delta('Mỗi'), () => setTimeout(() => stop.abort(), 50));
  };
  expect(await written(stopping, stop.signal)).toMatchObject({ text: 'Mỗi', isWhole: false, asked: 1 });
});

test('however the bytes are cut, the text is the same', () => {
  const words = ['Chi bộ ', 'họp ', 'mỗi ', 'tháng ', 'một ', 'lần ', '🙂'];
  const raw = Buffer.from(words.map((word) => delta(word)).join(': nghỉ\r\n') + done);
  fc.assert(
    fc.property(fc.array(fc.nat(raw.length)), (cuts) => {
      let heard = '';
      const reader = completionReader({
        streams: true,
        mostUnits: 1_000,
        onText: (added) => void (heard += added),
      });
      const places = [0, ...cuts.toSorted((a, b) => a - b), raw.length];
      for (const [index, place] of places.slice(0, -1).entries()) {
        reader.take(raw.subarray(place, places[index + 1]));
      }
      reader.end();
      expect([reader.text, heard, reader.isWhole]).toEqual([words.join(''), words.join(''), true]);
    }),
  );
});

test('whatever the bytes are, nothing throws', () => {
  const piece = fc.oneof(
    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    fc.json().map((json) => Buffer.from(`data: ${json}\n\n`)),
    fc
      .constantFrom('data: {"choices":[null]}\n', 'data: {"choices":[{"delta":null}],"usage":7}\n')
      .map((text) => Buffer.from(text)),
  );
  fc.assert(
    fc.property(fc.array(piece), fc.boolean(), (pieces, streams) => {
      const reader = completionReader({ streams, mostUnits: 10, onText: () => {} });
      for (const one of pieces) reader.take(one);
      reader.end();
      expect(reader.text.length).toBeLessThanOrEqual(10);
    }),
  );
});
