import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What it does when it is asked: `well`; a status and nothing else; or one of the ways in which servers go wrong. */
export type Manner =
  | 'well'
  | 'base64'
  | 'backwards'
  | 'silent'
  | 'one-too-few'
  | 'mixed-sizes'
  | 'not-numbers'
  | 'zeros'
  | 'no-json'
  | 'noise'
  | number;

export interface AskedOfEmbeddings {
  model: string;
  authorization: string | undefined;
  encoding: string | undefined;
  input: readonly string[];
}

export interface EmbeddingsStandIn {
  /** As `OPENAI_BASE_URL` wants it. */
  listen(): Promise<string>;
  does(manner: Manner): void;
  /** From now on each vector has so many numbers. */
  gives(dimension: number): void;
  /** From now on a text of more characters is refused, and all that are asked with it. */
  refusesOver(characters: number): void;
  /** After so many further answers it is silent. */
  diesAfter(answers: number): void;
  readonly asked: readonly AskedOfEmbeddings[];
  /** All texts that were asked, prefixes included. */
  texts(): string[];
  close(): Promise<void>;
}

/** Words that mean the same, folded: what a real model has learnt and this one is told. */
const concepts: readonly (readonly string[])[] = [
  ['dom dom', 'con trung phat sang'],
  ['nghi huu', 'huu tri', 've vuon', 'thoi lam viec vi tuoi'],
  ['tien nop hang thang', 'dang phi'],
  ['lay chong', 'lay vo', 'ket hon', 'cuoi'],
];

/** A server on this machine that speaks as OpenAI's embeddings do, as far as we ask it. Texts that share words or concepts are near. */
export function embeddingsStandIn(): EmbeddingsStandIn {
  const asked: AskedOfEmbeddings[] = [];
  let manner: Manner = 'well';
  let dimension = 256;
  let longest = Infinity;
  let answersLeft = Infinity;
  const server: Server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const { authorization } = request.headers;
      if (request.method !== 'POST' || request.url !== '/v1/embeddings')
        return response.writeHead(404).end('{"error":{"message":"unknown url"}}');
      const given = JSON.parse(body.toString()) as {
        model: string;
        encoding_format?: string;
        input: string[];
      };
      asked.push({ model: given.model, authorization, encoding: given.encoding_format, input: given.input });
      if (answersLeft === 0 || manner === 'silent') return response;
      answersLeft -= 1;
      if (typeof manner === 'number') return response.writeHead(manner).end('{"error":{"message":"no"}}');
      if (given.input.some((text) => text.length > longest))
        return response.writeHead(400).end('{"error":{"message":"maximum context length"}}');
      const vectors = given.input.map((text) =>
        manner === 'noise' ? noise(text, dimension) : meaning(text, dimension),
      );
      return response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(manner === 'no-json' ? '{"data":[' : JSON.stringify(answerOf(given.model, vectors, manner)));
    });
  });
  return {
    asked,
    does: (next) => void (manner = next),
    gives: (next) => void (dimension = next),
    refusesOver: (characters) => void (longest = characters),
    diesAfter: (answers) => void (answersLeft = answers),
    texts: () => asked.flatMap(({ input }) => input),
    async listen() {
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function answerOf(model: string, vectors: readonly number[][], manner: Manner): object {
  const data = vectors.map((numbers, index) => ({
    object: 'embedding',
    index,
    embedding: shaped(numbers, index, manner),
  }));
  if (manner === 'one-too-few') data.pop();
  if (manner === 'backwards') data.reverse();
  return { object: 'list', model, data };
}

function shaped(numbers: readonly number[], index: number, manner: Manner): unknown {
  if (manner === 'base64') return Buffer.from(Float32Array.from(numbers).buffer).toString('base64');
  if (manner === 'mixed-sizes' && index === 0) return numbers.slice(1);
  if (manner === 'not-numbers') return numbers.map((number, at) => (at === 3 ? null : number));
  if (manner === 'zeros') return numbers.map(() => 0);
  return numbers;
}

/** Directions of the words and, heavier, of the concepts that a text names, added up. */
function meaning(text: string, dimension: number): number[] {
  const said = ` ${folded(text)} `;
  const sum = Array.from({ length: dimension }, () => 0);
  const add = (name: string, weight: number) => {
    for (const [at, number] of noise(name, dimension).entries()) sum[at]! += weight * number;
  };
  for (const word of new Set(said.trim().split(' '))) add(word, 0.3);
  for (const [place, names] of concepts.entries()) {
    if (names.some((name) => said.includes(` ${name} `))) add(`concept ${place}`, 4);
  }
  return sum;
}

/** The same direction for the same text every time, unlike that of any other. */
function noise(text: string, dimension: number): number[] {
  const numbers: number[] = [];
  for (let block = 0; numbers.length < dimension; block += 1) {
    const bytes = createHash('sha512').update(`${block} ${text}`).digest();
    for (let at = 0; at < 64; at += 2) numbers.push((bytes.readUInt16LE(at) - 32_767.5) / 32_768);
  }
  return numbers.slice(0, dimension);
}

function folded(text: string): string {
  const plain = text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');
  return plain.replaceAll(/[^a-z0-9]+/g, ' ').trim();
}
