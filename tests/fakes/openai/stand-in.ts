import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { streamed } from './streaming.ts';

/** What a request said. */
export interface AskedOfModel {
  model: string;
  authorization: string | undefined;
  system: string;
  user: string;
  streams: boolean;
  /** It wants to be told what the answer cost. */
  wantsUsage: boolean;
}

/** Answers one request as it likes: `response` is untouched. */
export type Behaviour = (asked: AskedOfModel, response: ServerResponse) => void | Promise<void>;

/** A recording that was to be written down. */
export interface HeardByModel {
  model: string;
  name: string;
  bytes: number;
}

export interface OpenAiStandIn {
  /** As `OPENAI_BASE_URL` wants it. */
  listen(): Promise<string>;
  /** Where it listens. */
  readonly root: string;
  /** From now on it says this. A number: that status and no answer; null: it is asked and says nothing. */
  says(answer: string | number | null): void;
  /** From now on it does this, until it is told to say something. */
  behaves(behaviour: Behaviour): void;
  readonly asked: readonly AskedOfModel[];
  /** From now on this is what is said in every recording. A number: that status; null: asked, and says nothing. */
  hears(words: string | number | null): void;
  readonly heard: readonly HeardByModel[];
  close(): Promise<void>;
}

/** A server on this machine that speaks as OpenAI's chat completions and transcriptions do, as far as we ask it. */
export function openAiStandIn(): OpenAiStandIn {
  const asked: AskedOfModel[] = [];
  let answer: string | number | null = '';
  let behaviour: Behaviour | null = null;
  const heard: HeardByModel[] = [];
  let words: string | number | null = '';
  const server: Server = createServer((request, response) => {
    void buffer(request).then(async (body) => {
      const { authorization, 'content-type': type = '' } = request.headers;
      const reply = (said: string | number | null, shape: (text: string) => object) => {
        if (said === null) return response;
        if (typeof said === 'number') return response.writeHead(said).end('{"error":{"message":"no"}}');
        return response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify(shape(said)));
      };
      if (request.method === 'POST' && request.url === '/v1/audio/transcriptions') {
        const form = await new Response(new Uint8Array(body), {
          headers: { 'content-type': type },
        }).formData();
        const file = form.get('file') as File;
        heard.push({ model: form.get('model') as string, name: file.name, bytes: file.size });
        return reply(words, (text) => ({ text }));
      }
      if (request.method !== 'POST' || request.url !== '/v1/chat/completions')
        return response.writeHead(404).end('{"error":{"message":"unknown url"}}');
      const given = JSON.parse(body.toString()) as {
        model: string;
        messages: { role: string; content: string }[];
        stream?: boolean;
        stream_options?: { include_usage?: boolean };
      };
      const said = (role: string) => given.messages.find((message) => message.role === role)?.content ?? '';
      const one = {
        model: given.model,
        authorization,
        system: said('system'),
        user: said('user'),
        streams: given.stream === true,
        wantsUsage: given.stream_options?.include_usage === true,
      };
      asked.push(one);
      if (behaviour) return await behaviour(one, response);
      if (one.streams && typeof answer === 'string') return streamed(answer, one, response);
      return reply(answer, (content) => ({
        id: 'chatcmpl-1',
        object: 'chat.completion',
        model: given.model,
        choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
      }));
    });
  });
  return {
    asked,
    says(next) {
      answer = next;
      behaviour = null;
    },
    behaves: (next) => void (behaviour = next),
    heard,
    hears: (next) => void (words = next),
    get root() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    },
    async listen() {
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      return this.root;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
