import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { badRequest, integer, Refusal, text, type Call } from './calls.ts';
import type { ChatBook } from './chats.ts';
import { faultDescriptions, type Disruption, type FaultScript } from './faults.ts';
import type { FileStore } from './files.ts';
import type { Journal, SentCall } from './journal.ts';
import type { Methods } from './methods.ts';
import { parseMultipart } from './multipart.ts';

type Silence = Extract<Disruption, { deliver?: boolean }>;
type Deps = {
  token: string;
  methods: Methods;
  book: ChatBook;
  files: FileStore;
  faults: FaultScript;
  journal: Journal;
  /** Milliseconds added to every answer but those of getUpdates; asked anew for each call. */
  latencyMs: () => number;
};
type BotRequest = FastifyRequest<{ Params: { token: string; method: string } }>;

/** The addresses under /bot<TOKEN> and /file/bot<TOKEN>. */
export function botApiRoutes(app: FastifyInstance, deps: Deps): void {
  const { token, methods, book, files, faults, journal, latencyMs } = deps;

  app.route({ method: ['GET', 'POST'], url: '/bot:token/:method', handler: answerCall });
  app.get('/file/bot:token/*', sendFile);

  async function answerCall(request: BotRequest, reply: FastifyReply): Promise<unknown> {
    journal.received();
    try {
      const method = methodFor(request);
      const call = readCall(request, reply);
      journal.count(method.name);
      return await answerOrFail(call, method, reply);
    } catch (error) {
      return refuse(error, reply);
    }
  }

  function methodFor({ params }: BotRequest) {
    if (params.token !== token) throw new Refusal(401, 'Unauthorized');
    const method = methods.find(params.method.toLowerCase());
    if (!method) throw new Refusal(404, 'Not Found');
    return method;
  }

  type Found = ReturnType<typeof methodFor>;

  async function answerOrFail(call: Call, method: Found, reply: FastifyReply): Promise<unknown> {
    const chat = concernedChat(call);
    const { kind, delayMs } = faults.strike(call.method, chat);
    const waitMs = delayMs + (call.method === 'getupdates' ? 0 : latencyMs());
    try {
      if (kind && isSilence(kind)) return await fallSilent(kind, call, method, chat, reply);
      if (kind) throw scripted(kind);
      const { result, entry } = await run(call, method, chat);
      if (waitMs > 0) await pause(waitMs);
      return send(reply, 200, { ok: true, result }, entry);
    } catch (error) {
      if (waitMs > 0) await pause(waitMs);
      throw error;
    }
  }

  async function run(call: Call, { name, method }: Found, chat: number | undefined) {
    const result = await method(call);
    return { result, entry: journal.accepted(name, call, chat, result) };
  }

  async function fallSilent(
    kind: Silence,
    call: Call,
    method: Found,
    chat: number | undefined,
    reply: FastifyReply,
  ): Promise<unknown> {
    // What Telegram would refuse stays undone; the caller learns that as little as a success.
    if (kind.deliver) await run(call, method, chat).catch(() => {});
    if ('garbage' in kind) return reply.type('text/html').send('<html><body>Bad gateway</body></html>');
    reply.hijack();
    if ('drop' in kind) reply.raw.socket?.destroy();
    return undefined;
  }

  function scripted(kind: Exclude<Disruption, Silence>): Refusal {
    if ('migrateTo' in kind) {
      book.chat(kind.migrateTo).open = true;
      const parameters = { migrate_to_chat_id: kind.migrateTo };
      return new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', parameters);
    }
    if (kind.status === 429) {
      const seconds = kind.retryAfter;
      return new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
    }
    return new Refusal(
      kind.status,
      kind.description ?? faultDescriptions[kind.status] ?? 'Internal Server Error',
    );
  }

  function concernedChat(call: Call): number | undefined {
    if (call.method !== 'answercallbackquery') return integer(call, 'chat_id');
    return book.queries.get(text(call, 'callback_query_id') ?? '')?.chat.id;
  }

  function refuse(error: unknown, reply: FastifyReply): unknown {
    const { status, message, parameters } =
      error instanceof Refusal ? error : new Refusal(500, `Internal Server Error: ${String(error)}`);
    const body = { ok: false, error_code: status, description: message, ...(parameters && { parameters }) };
    return send(reply, status, body);
  }

  function send(reply: FastifyReply, status: number, body: object, entry?: SentCall): FastifyReply {
    if (!reply.raw.destroyed) journal.answered(entry);
    return reply.code(status).send(body);
  }

  async function sendFile(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const { token: given, '*': path } = request.params as { token: string; '*': string };
    const file = given === token ? files.atPath(path) : undefined;
    if (!file)
      return refuse(
        given === token ? new Refusal(404, 'Not Found') : new Refusal(401, 'Unauthorized'),
        reply,
      );
    return reply.type('application/octet-stream').send(file.bytes);
  }
}

function isSilence(kind: Disruption): kind is Silence {
  return 'hang' in kind || 'drop' in kind || 'garbage' in kind;
}

function readCall(request: BotRequest, reply: FastifyReply): Call {
  const { fields, files } = readBody(request);
  const query = request.query as Record<string, unknown>;
  return {
    method: request.params.method.toLowerCase(),
    parameters: { ...query, ...fields },
    files,
    onGone: (listener) => void reply.raw.once('close', listener),
  };
}

function readBody(request: FastifyRequest): { fields: Record<string, unknown>; files: Call['files'] } {
  const body = request.body as Buffer | undefined;
  const type = request.headers['content-type'] ?? '';
  if (!body || body.length === 0) return { fields: {}, files: noFiles };
  if (type.startsWith('multipart/form-data')) {
    const form = parseMultipart(body, type);
    if (!form) throw badRequest("can't parse multipart form");
    return form;
  }
  if (type.startsWith('application/json')) return { fields: parseJson(body), files: noFiles };
  if (!type.startsWith('application/x-www-form-urlencoded')) return { fields: {}, files: noFiles };
  return { fields: Object.fromEntries(new URLSearchParams(body.toString())), files: noFiles };
}

const noFiles: Call['files'] = new Map();

function parseJson(body: Buffer): Record<string, unknown> {
  try {
    return JSON.parse(body.toString()) as Record<string, unknown>;
  } catch {
    throw badRequest("can't parse JSON object");
  }
}
