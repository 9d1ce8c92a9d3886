import type { Transformer } from 'grammy';
import type { ApiResponse } from 'grammy/types';
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

export interface Transport {
  /** For grammY's API: its calls without files go this way. */
  transformer: Transformer;
  /**
   * One call without files, past grammY: its proxies and its chain of transformers cost as much as the request.
   *
   * @throws {NoAnswer}
   */
  call<Result>(method: string, payload: object): Promise<ApiResponse<Result>>;
  close(): Promise<void>;
}

/**
 * Carries grammY's calls over a pool of kept connections: its own transport opens one per request and is
 * several times slower. Calls with a file go the usual way.
 */
export function pooledTransport(options: {
  apiRoot: string;
  token: string;
  connections: number;
  timeoutMs: number;
}): Transport {
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
    if (Object.values(payload).some((value) => isFile(value))) {
      return await previous(method, payload, signal).catch((error: unknown) => {
        throw asNoAnswer(error);
      });
    }
    return (await call(method, payload, signal as AbortSignal | undefined)) as never;
  };
  return { transformer, call, close: () => pool.destroy() };

  function call<Result>(method: string, payload: object, signal?: AbortSignal): Promise<ApiResponse<Result>> {
    const request = { path: root + method, method: 'POST' as const, headers, body: JSON.stringify(payload) };
    return ask(pool, request, signal) as Promise<ApiResponse<Result>>;
  }
}

/**
 * One request and its whole answer, at undici's lowest level: `request` makes a stream, an abort listener and an
 * async resource for each message, which together cost as much as sending it.
 */
function ask(pool: Pool, request: Dispatcher.DispatchOptions, signal?: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let control: Dispatcher.DispatchController | undefined;
    // Only a question that waits long for its answer brings a signal: a stop must not wait with it.
    const stop = () => control?.abort(new Error('stopped'));
    signal?.addEventListener('abort', stop);
    let status = 0;
    let first: Buffer | null = null;
    let more: Buffer[] | null = null;
    pool.dispatch(request, {
      onRequestStart(controller) {
        control = controller;
        if (signal?.aborted) stop();
      },
      onResponseStart(_, statusCode) {
        status = statusCode;
      },
      onResponseData(_, chunk) {
        if (first === null) first = chunk;
        else (more ??= [first]).push(chunk);
      },
      onResponseEnd() {
        signal?.removeEventListener('abort', stop);
        const envelope = envelopeOf(status, more ? Buffer.concat(more) : first);
        if (envelope instanceof NoAnswer) reject(envelope);
        else resolve(envelope);
      },
      onResponseError(_, error) {
        signal?.removeEventListener('abort', stop);
        reject(asNoAnswer(error));
      },
    });
  });
}

function envelopeOf(status: number, body: Buffer | null): object {
  try {
    const answer = JSON.parse(body?.toString('utf8') ?? '') as { ok?: unknown };
    if (typeof answer?.ok === 'boolean') return answer;
  } catch {
    // Not Telegram's envelope: a gateway in between answered.
  }
  if (status >= 500 && status !== 504)
    return { ok: false, error_code: status, description: `gateway ${status}` };
  return new NoAnswer(`unreadable-${status}`, true);
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
