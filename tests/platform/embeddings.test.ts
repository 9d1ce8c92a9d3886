import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../hub/config.ts';
import { openEmbeddings, type Embeddings } from '../../hub/platform/embeddings.ts';
import { Secret } from '../../hub/platform/secret.ts';
import { embeddingsStandIn, type EmbeddingsStandIn } from '../support/embeddings-stand-in.ts';

let server: EmbeddingsStandIn;
let root: string;
const opened: Embeddings[] = [];

beforeEach(async () => {
  server = embeddingsStandIn();
  root = await server.listen();
});

afterEach(async () => {
  for (const embeddings of opened.splice(0)) await embeddings.close();
  await server.close();
});

function open(
  options: { withinMs?: number; prefixes?: { question: string; passage: string } } = {},
): Embeddings {
  const embeddings = openEmbeddings({ root, key: new Secret('khoa-rieng'), model: 'nghia', ...options });
  opened.push(embeddings);
  return embeddings;
}

async function vectors(embeddings: Embeddings, texts: readonly string[]): Promise<readonly Float32Array[]> {
  const answer = await embeddings.passages(texts);
  if ('problem' in answer) throw new Error(answer.problem);
  return answer.vectors;
}

describe('what is asked', () => {
  test('names the model, brings the key and wants plain numbers', async () => {
    await open().question('Đảng phí đóng bao nhiêu?');
    expect(server.asked).toEqual([
      {
        model: 'nghia',
        authorization: 'Bearer khoa-rieng',
        encoding: 'float',
        input: ['Đảng phí đóng bao nhiêu?'],
      },
    ]);
  });

  test('carries the prefixes that the model was trained with', async () => {
    const embeddings = open({ prefixes: { question: 'query: ', passage: 'passage: ' } });
    await embeddings.question('một');
    await embeddings.passages(['hai']);
    expect(server.texts()).toEqual(['query: một', 'passage: hai']);
  });

  test('goes out in batches of 64 texts, and fewer where these are long', async () => {
    const embeddings = open();
    const short = Array.from({ length: 130 }, (_, at) => `đoạn ${at}`);
    expect(await vectors(embeddings, short)).toHaveLength(130);
    expect(server.asked.map(({ input }) => input.length)).toEqual([64, 64, 2]);
    await embeddings.passages(Array.from({ length: 4 }, (_, at) => `${at}`.padEnd(9_000, 'a ')));
    expect(server.asked.slice(3).map(({ input }) => input.length)).toEqual([2, 2]);
  });
});

describe('what is answered', () => {
  test('is of length one and in the order of the texts, however the server sorts or encodes it', async () => {
    const embeddings = open();
    const texts = ['đảng phí', 'kết nạp', 'thẻ đảng'];
    const plain = await vectors(embeddings, texts);
    for (const vector of plain) {
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    }
    for (const manner of ['backwards', 'base64'] as const) {
      server.does(manner);
      const others = await vectors(embeddings, texts);
      for (const [at, vector] of others.entries()) {
        expect(vector.every((number, place) => Math.abs(number - plain[at]![place]!) < 1e-5)).toBe(true);
      }
    }
  });

  test.each(['one-too-few', 'mixed-sizes', 'not-numbers', 'zeros', 'no-json'] as const)(
    'is not understood when it is wrong: %s',
    async (manner) => {
      server.does(manner);
      expect(await open().passages(['một', 'hai'])).toEqual({ problem: 'not-understood' });
    },
  );

  test.each([500, 503, 429, 401, 404])('is none at status %i, after a second try', async (status) => {
    server.does(status);
    expect(await open().question('một')).toEqual({ problem: 'no-answer' });
    expect(server.asked).toHaveLength(2);
  });

  test('is a refusal where texts are too long, which is not tried again', async () => {
    server.refusesOver(10);
    expect(await open().passages(['ngắn', 'dài hơn mười chữ cái'])).toEqual({ problem: 'refused' });
    expect(server.asked).toHaveLength(1);
  });

  test('is none where a server says nothing, is not there, or one loses patience', async () => {
    server.does('silent');
    expect(await open({ withinMs: 50 }).question('một')).toEqual({ problem: 'no-answer' });
    const impatient = await open().question('một', AbortSignal.timeout(50));
    expect(impatient).toEqual({ problem: 'no-answer' });
    await server.close();
    expect(await open().question('một')).toEqual({ problem: 'no-answer' });
    server = embeddingsStandIn();
    await server.listen();
  });

  test('comes at the second try where the first was lost', async () => {
    server.does(502);
    const asked = open().question('một');
    await expect.poll(() => server.asked.length).toBe(1);
    server.does('well');
    expect(await asked).toHaveProperty('vectors');
  });
});

test('prefixes are two, with a line between them', () => {
  expect(readConfig({ OPENAI_EMBEDDING_PREFIXES: 'query: |passage: ' }).OPENAI_EMBEDDING_PREFIXES).toEqual({
    question: 'query: ',
    passage: 'passage: ',
  });
  expect(() => readConfig({ OPENAI_EMBEDDING_PREFIXES: 'query: ' })).toThrow('OPENAI_EMBEDDING_PREFIXES');
});
