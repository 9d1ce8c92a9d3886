import { setTimeout as pause } from 'node:timers/promises';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { faultScript, type Fault, type FaultKind, type FaultRule } from './faults.ts';
import { methods, type Call, type Plan } from './methods.ts';
import { people } from './people.ts';
import { Refusal } from './refusal.ts';
import { updates } from './updates.ts';

export interface StandInOptions {
  /** 0 (the default) takes any free port, and the same one again after close() and listen(). */
  port?: number;
  token?: string;
  name?: string;
  clock?: () => Date;
  /** People may be written to without having written first. */
  openChats?: boolean;
  /** Milliseconds before every answer to `sendMessage`: the message is shown at once. */
  latencyMs?: number;
  /** Default: that of the free plan, 3,000 messages a month and 50 people. */
  plan?: Partial<Plan>;
}

export type ZaloBotStandIn = ReturnType<typeof zaloBotStandIn>;

type BotRequest = FastifyRequest<{ Params: { token: string; method: string } }>;

/** Zalo's Bot Platform on 127.0.0.1, with people one can play (channels.md 3). */
export function zaloBotStandIn(options: StandInOptions = {}) {
  const { token = '1459232241454765289:StandInOnlyOnThisMachine', name = 'bot.CauNoi' } = options;
  const { openChats = false, latencyMs = 0 } = options;
  const clock = options.clock ?? (() => new Date());
  const plan = { monthly: 3_000, people: 50, ...options.plan };
  const heard = updates();
  const everybody = people({ updates: heard, clock, openChats });
  const known = methods({ people: everybody, updates: heard, plan, name, clock });
  const faults = faultScript();
  /** Calls by method, refused ones included. */
  const calls: Record<string, number> = {};
  /** What people sent, by name. */
  const files = new Map<string, Uint8Array>();
  let { port = 0 } = options;
  let app: FastifyInstance | undefined;

  async function answer(request: BotRequest, reply: FastifyReply): Promise<unknown> {
    const { method: called, token: given } = request.params;
    try {
      if (given !== token) throw new Refusal(401, 'Unauthorized');
      const method = Object.hasOwn(known, called) ? known[called] : undefined;
      if (!method) throw new Refusal(404, 'Not Found');
      calls[called] = (calls[called] ?? 0) + 1;
      const call = callOf(request, reply);
      const fault = faults.strike(called, call.parameters['chat_id']);
      if (fault) return await goWrong(fault, reply, async () => await method(call));
      const result = await method(call);
      if (latencyMs > 0 && called === 'sendMessage') await pause(latencyMs);
      return { ok: true, result };
    } catch (error) {
      return refused(error);
    }
  }

  return {
    token,
    name,
    /** @returns the address for `ZALO_BOT_API_ROOT` */
    async listen(): Promise<{ url: string }> {
      app = fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 500 } });
      app.post('/bot:token/:method', answer);
      app.get<{ Params: { name: string } }>('/files/:name', async ({ params }, reply) => {
        const bytes = files.get(params.name);
        return bytes ? reply.send(Buffer.from(bytes)) : reply.code(404).send();
      });
      const url = await app.listen({ host: '127.0.0.1', port });
      port = Number(new URL(url).port);
      return { url };
    },
    /** Ends every connection; screens and what was not heard stay for a next listen(). */
    async close(): Promise<void> {
      heard.endPolls();
      await app?.close();
      app = undefined;
      await heard.allPosted();
    },
    person: everybody.person,
    /** Something that somebody sends. @returns where it lies, while the stand-in listens */
    lay(name: string, bytes: Uint8Array): string {
      files.set(name, bytes);
      return `http://127.0.0.1:${port}/files/${name}`;
    },
    /** The next update is of no shape we know. */
    garble: () => heard.add({ event_name: 'message.text.received', message: {} }),
    fault: (rule: FaultRule): Fault => faults.add(rule),
    clearFaults: () => faults.clear(),
    calls: calls as Readonly<Record<string, number>>,
    /** Questions for updates that wait for one. */
    polls: heard.polls,
    /** How the webhook answered, in order: a status, or 0 for no answer. */
    webhookAnswers: heard.answers,
  };
}

function callOf(request: BotRequest, reply: FastifyReply): Call {
  return {
    parameters: (request.body ?? {}) as Record<string, unknown>,
    onGone: (listener) => void reply.raw.once('close', listener),
  };
}

async function goWrong(kind: FaultKind, reply: FastifyReply, work: () => Promise<unknown>): Promise<unknown> {
  if ('code' in kind) throw new Refusal(kind.code, kind.description ?? '', kind.retryAfter);
  if ('gateway' in kind) return reply.code(kind.gateway).type('text/html').send('<html></html>');
  // What the platform would refuse stays undone; the caller learns that as little as a success.
  if (kind.deliver) await work().catch(() => {});
  if ('garbage' in kind) return reply.type('text/html').send('<html><body>Bad gateway</body></html>');
  reply.hijack();
  if ('drop' in kind) reply.raw.socket?.destroy();
  return undefined;
}

function refused(error: unknown): object {
  if (!(error instanceof Refusal)) throw error;
  const { code, message: description, retryAfter } = error;
  const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
  return { ok: false, error_code: code, description, ...parameters };
}
