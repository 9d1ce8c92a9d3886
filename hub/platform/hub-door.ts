import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Clock } from './clock.ts';
import { DomainError, type Facts } from './errors.ts';
import type { App } from './http.ts';
import type { Keys } from './keys.ts';

/**
 * A door of a running hub for commands on its machine: they have its keys. What they ask is signed, for a minute, with a
 * key of its own, and by that nobody else can ask it.
 */

const purpose = 'command';
const signedForMs = 60_000;
const knockMs = 2_000;
/** A model may take minutes. */
const answerMs = 300_000;
const mostBytes = 100_000;

/** What a running hub answers: its result, or what it refused. */
const Answer = z.union([
  z.object({ result: z.unknown() }),
  z.object({
    refused: z.object({
      code: z.string(),
      status: z.int(),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  }),
]);

/** Opens `POST /command/…` for commands. */
export function openHubDoor(app: App, { keys, clock }: { keys: Keys; clock: Clock }) {
  return {
    /**
     * @param path such as `search`: asked at `/command/search`
     * @param Body what a command may ask; anything else is refused with 400
     */
    answer<Asked extends z.ZodType>(
      path: string,
      Body: Asked,
      work: (asked: z.output<Asked>) => Promise<object>,
    ): void {
      const url = `/command/${path}`;
      // Before the body is looked at closely: of what is not signed nothing is told.
      const preValidation = async ({ headers, body }: FastifyRequest) => {
        const token = /^Bearer ([\x21-\x7e]{1,200})$/.exec(headers.authorization ?? '')?.[1] ?? '';
        if (isSigned(keys, clock(), token, url, JSON.stringify(body))) return;
        throw new DomainError('token.wrong', { status: 401 });
      };
      const options = { bodyLimit: mostBytes, preValidation, schema: { body: Body } };
      app.post(url, options, async (request, reply) => {
        void reply.header('cache-control', 'no-store');
        try {
          return { result: await work(request.body as z.output<Asked>) };
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          const { code, status, facts } = error;
          return { refused: { code, status, facts: plain(facts) } };
        }
      });
    },
  };
}

export type HubDoor = ReturnType<typeof openHubDoor>;

/**
 * Asks the hub that runs, if one does.
 *
 * @param addresses where it may listen, the likeliest first
 */
export function hubAsker({
  keys,
  clock,
  addresses,
}: {
  keys: Keys;
  clock: Clock;
  addresses: () => Promise<readonly string[]>;
}) {
  /**
   * What the hub answers at `/command/…`; null where none with a web side answers within two seconds, or it is not ours.
   *
   * @throws {DomainError} what the hub refused
   */
  return async <Result extends object>(path: string, asked: object): Promise<Result | null> => {
    for (const root of new Set(await addresses())) {
      if (!(await isAwake(root))) continue;
      const answered = await post(root, `/command/${path}`, asked);
      if (answered === null) continue;
      if ('refused' in answered) {
        const { code, status, facts } = answered.refused;
        throw new DomainError(code, { status, facts });
      }
      return answered.result as Result;
    }
    return null;
  };

  async function post(root: string, url: string, asked: object) {
    const body = JSON.stringify(asked);
    try {
      const response = await fetch(`${root}${url}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${signed(keys, clock(), url, body)}`,
        },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(answerMs),
      });
      return response.ok ? (Answer.safeParse(await response.json()).data ?? null) : null;
    } catch {
      return null;
    }
  }
}

export type AskHub = ReturnType<typeof hubAsker>;

async function isAwake(root: string): Promise<boolean> {
  try {
    const response = await fetch(`${root}/live`, { signal: AbortSignal.timeout(knockMs), redirect: 'error' });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

function signed(keys: Keys, now: Date, url: string, body: string): string {
  const until = String(now.getTime() + signedForMs);
  return `${until}.${seal(keys, until, url, body).toString('base64url')}`;
}

function isSigned(keys: Keys, now: Date, token: string, url: string, body: string): boolean {
  const [until = '', sealed = ''] = token.split('.');
  const left = Number(until) - now.getTime();
  const given = Buffer.from(sealed, 'base64url');
  const wanted = seal(keys, until, url, body);
  // A day's difference between two clocks is nobody's on one machine.
  return left > 0 && left <= signedForMs && given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Bound to what is asked, so that who overhears it can at most ask the same once more. */
function seal(keys: Keys, until: string, url: string, body: string): Buffer {
  const digest = createHash('sha256').update(body).digest('hex');
  return keys.fingerprint(purpose, `${until} ${url} ${digest}`);
}

function plain(facts: Facts): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, fact instanceof Date ? fact.toISOString() : fact]),
  );
}
