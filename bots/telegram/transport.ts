import type { Transformer } from 'grammy';
import { Pool, type Dispatcher } from 'undici';

/**
 * The request did not bring an answer. `asked` is false where it cannot have reached the provider. Carries no
 * URL: Telegram's holds the token.
 */
export class NoAnswer extends Error {
  readonly asked: boolean;
  readonly detail: string;

  constructor(detail: string, asked: boolean) {
    super(`no answer from Telegram: ${detail}`);
    this.name = 'NoAnswer';
    this.detail = detail;
    this.asked = asked;
  }
}

const neverArrived = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Carries grammY's calls over a pool of kept connections: its own transport opens one per request and is
 * several times slower. Calls with a file go the usual way.
 */
export function pooledTransport(options: {
  apiRoot: string;
  token: string;
  connections: number;
  timeoutMs: number;
}): {
  transformer: Transformer;
  close(): Promise<void>;
} {
  const { origin, pathname } = new URL(options.apiRoot);
  const root = `${pathname.replace(/\/$/, '')}/bot${options.token}/`;
  const pool = new Pool(origin, {
    connections: options.connections,
    connectTimeout: 5_000,
    headersTimeout: options.timeoutMs,
    bodyTimeout: options.timeoutMs,
  });
  const headers = { 'content-type': 'application/json' };

  const transformer: Transformer = async (previous, method, payload, signal) => {
    const abort = signal as AbortSignal | undefined;
    if (Object.values(payload).some((value) => isFile(value))) {
      return await previous(method, payload, signal).catch((error: unknown) => {
        throw asNoAnswer(error);
      });
    }
    const request: Dispatcher.RequestOptions = {
      path: root + method,
      method: 'POST',
      headers,
      body: JSON.stringify(payload),
      ...(abort ? { signal: abort } : {}),
    };
    return (await ask(pool, request)) as never;
  };
  return { transformer, close: () => pool.destroy() };
}

async function ask(pool: Pool, request: Dispatcher.RequestOptions): Promise<unknown> {
  let status = 0;
  let text: string;
  try {
    const response = await pool.request(request);
    status = response.statusCode;
    text = await response.body.text();
  } catch (error) {
    throw asNoAnswer(error);
  }
  try {
    const answer = JSON.parse(text) as { ok?: unknown };
    if (typeof answer?.ok === 'boolean') return answer;
  } catch {
    // Not Telegram's envelope: a gateway in between answered.
  }
  if (status >= 500 && status !== 504)
    return { ok: false, error_code: status, description: `gateway ${status}` };
  throw new NoAnswer(`unreadable-${status}`, true);
}

function asNoAnswer(error: unknown): NoAnswer {
  const code = codeOf(error) ?? codeOf((error as { error?: unknown }).error) ?? 'no-answer';
  return new NoAnswer(code, !neverArrived.has(code));
}

function codeOf(error: unknown): string | undefined {
  const { code, errors, cause } = (error ?? {}) as { code?: unknown; errors?: unknown[]; cause?: unknown };
  if (typeof code === 'string') return code;
  const inner = errors?.[0] ?? cause;
  return inner === undefined ? undefined : codeOf(inner);
}

function isFile(value: unknown): boolean {
  return typeof value === 'object' && value !== null && value.constructor.name === 'InputFile';
}
