import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requireApi, type Account } from './account.ts';
import { recipientOf, type Call, type Done, type Methods } from './call.ts';
import type { FaultKind, FaultScript } from './faults.ts';
import type { Journal, SentCall } from './journal.ts';
import type { MinuteLimit } from './limits.ts';
import { objectOf } from './message-content.ts';
import { invalid, Refusal } from './refusal.ts';
import type { Tokens } from './tokens.ts';

type Deps = {
  app: { secret: string };
  account: Account;
  tokens: Tokens;
  limit: MinuteLimit;
  faults: FaultScript;
  journal: Journal;
  /** By host: that of the account, and that of templates by telephone number. */
  methods: Readonly<Record<'openapi' | 'business', Methods>>;
  requireProof: () => boolean;
  /** Milliseconds added to every answer: what was asked is done at once. */
  latencyMs: number;
};

/** The two hosts that take calls with an access token, each under the path of its name. */
export function hostRoutes(server: FastifyInstance, deps: Deps): void {
  const { account, tokens, limit, faults, journal, methods } = deps;

  for (const host of ['openapi', 'business'] as const) {
    server.all(`/${host}/*`, async (request, reply) => {
      const path = `/${(request.params as { '*': string })['*']}`;
      journal.count(path);
      return await answer(host, path, request, reply);
    });
  }

  async function answer(
    host: 'openapi' | 'business',
    path: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<unknown> {
    try {
      const call = await callOf(host, path, request);
      const fault = faults.strike(path, recipientOf(call));
      if (fault && !('delayMs' in fault)) return await disrupt(fault, host, call, request, reply);
      const { done, entry } = await run(host, call, request);
      const waitMs = deps.latencyMs + (fault?.delayMs ?? 0);
      if (waitMs > 0) await pause(waitMs);
      if (entry && !reply.raw.destroyed) entry.answered = true;
      return await send(host, reply, { data: done.data, error: 0, message: 'Success' });
    } catch (error) {
      return await send(host, reply, refusalOf(error));
    }
  }

  /** What was asked is done, if it may be. @throws {Refusal} */
  async function run(
    host: 'openapi' | 'business',
    call: Call,
    request: FastifyRequest,
  ): Promise<{ done: Done; entry: SentCall | null }> {
    const method = methods[host][`${request.method} ${call.path}`];
    if (!method) throw new Refusal(-404, 'empty api');
    checkCaller(host, call);
    if (host === 'openapi') limit.spend();
    if (host === 'openapi' && !call.path.endsWith('/getoa')) requireApi(account);
    if (host === 'business' && !account.verified) throw new Refusal(-135, 'Official Account may not send');
    const done = await method(call);
    return { done, entry: done.sent ? journal.accepted({ ...done.sent, path: call.path }) : null };
  }

  function checkCaller(host: 'openapi' | 'business', { headers }: Call): void {
    const token = headers['access_token'];
    try {
      tokens.check(token);
    } catch (error) {
      throw host === 'business' ? new Refusal(-124, 'Access token is invalid') : error;
    }
    if (!deps.requireProof()) return;
    const proof = createHmac('sha256', deps.app.secret).update(String(token)).digest('hex');
    if (headers['appsecret_proof'] !== proof) throw new Refusal(-242, 'appsecret_proof is invalid');
  }

  async function disrupt(
    fault: Exclude<FaultKind, { delayMs: number }>,
    host: 'openapi' | 'business',
    call: Call,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<unknown> {
    if ('status' in fault) return await reply.code(fault.status).type('text/html').send('<html></html>');
    if ('error' in fault) throw new Refusal(fault.error, fault.message ?? 'Scripted');
    // What Zalo would refuse stays undone; the caller learns that as little as a success.
    if ('deliver' in fault && fault.deliver) await run(host, call, request).catch(() => {});
    return await fallSilent(fault, reply);
  }

  async function send(host: string, reply: FastifyReply, body: object): Promise<FastifyReply> {
    const headers = host === 'openapi' ? limit.headers() : {};
    return await reply.headers(headers).send(body);
  }
}

/** No answer, or none that can be read. */
export async function fallSilent(fault: FaultKind, reply: FastifyReply): Promise<unknown> {
  if ('garbage' in fault) return await reply.type('text/html').send('<html><body>Bad gateway</body></html>');
  reply.hijack();
  if ('drop' in fault) reply.raw.socket?.destroy();
  return undefined;
}

function refusalOf(error: unknown): { error: number; message: string } {
  const { code, message } = error instanceof Refusal ? error : new Refusal(-200, `Unknown: ${String(error)}`);
  return { error: code, message };
}

async function callOf(host: 'openapi' | 'business', path: string, request: FastifyRequest): Promise<Call> {
  const { headers } = request;
  const type = headers['content-type'] ?? '';
  const body = request.body as Buffer | undefined;
  if (type.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(body ?? []), { headers: { 'content-type': type } })
      .formData()
      .catch(() => null);
    return { path, headers, form, parameters: {} };
  }
  if (request.method === 'POST') {
    return { path, headers, form: null, parameters: body?.length ? parsed(body.toString(), 'body') : {} };
  }
  const query = request.query as Record<string, string>;
  if (host === 'business') return { path, headers, form: null, parameters: query };
  const { data } = query;
  return { path, headers, form: null, parameters: data === undefined ? {} : parsed(data, 'data') };
}

function parsed(json: string, field: string): Record<string, unknown> {
  try {
    return objectOf(JSON.parse(json), field);
  } catch {
    throw invalid(field);
  }
}
