import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a request said. */
export interface AskedOfModel {
  model: string;
  authorization: string | undefined;
  system: string;
  user: string;
}

export interface OpenAiStandIn {
  /** As `OPENAI_BASE_URL` wants it. */
  listen(): Promise<string>;
  /** Where it listens. */
  readonly root: string;
  /** From now on it says this. A number: that status and no answer; null: it is asked and says nothing. */
  says(answer: string | number | null): void;
  readonly asked: readonly AskedOfModel[];
  close(): Promise<void>;
}

/** A server on this machine that speaks as OpenAI's chat completions do, as far as we ask it. */
export function openAiStandIn(): OpenAiStandIn {
  const asked: AskedOfModel[] = [];
  let answer: string | number | null = '';
  const server: Server = createServer((request, response) => {
    void text(request).then((body) => {
      if (request.method !== 'POST' || request.url !== '/v1/chat/completions')
        return response.writeHead(404).end('{"error":{"message":"unknown url"}}');
      const given = JSON.parse(body) as { model: string; messages: { role: string; content: string }[] };
      const said = (role: string) => given.messages.find((message) => message.role === role)?.content ?? '';
      const { authorization } = request.headers;
      asked.push({ model: given.model, authorization, system: said('system'), user: said('user') });
      if (answer === null) return response;
      if (typeof answer === 'number') return response.writeHead(answer).end('{"error":{"message":"no"}}');
      const message = { role: 'assistant', content: answer };
      const choices = [{ index: 0, message, finish_reason: 'stop' }];
      return response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion', model: given.model, choices }));
    });
  });
  return {
    asked,
    says: (next) => void (answer = next),
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
