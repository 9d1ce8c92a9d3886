import type { Transformer } from 'grammy';
import type { ApiResponse } from 'grammy/types';
import { asNoAnswer, NoAnswer, openLine, type Answer } from '../../hub/platform/line.ts';

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
  const line = openLine(origin, options);
  const headers = { 'content-type': 'application/json' };

  const transformer: Transformer = async (previous, method, payload, signal) => {
    if (Object.values(payload).some((value) => isFile(value))) {
      return await previous(method, payload, signal).catch((error: unknown) => {
        // GrammY wraps what its own transport met.
        throw asNoAnswer((error as { error?: unknown }).error ?? error);
      });
    }
    return (await call(method, payload, signal as AbortSignal | undefined)) as never;
  };
  return { transformer, call, close: line.close };

  async function call<Result>(
    method: string,
    payload: object,
    signal?: AbortSignal,
  ): Promise<ApiResponse<Result>> {
    const request = { path: root + method, method: 'POST' as const, headers, body: JSON.stringify(payload) };
    return envelopeOf<Result>(await line.ask(request, signal));
  }
}

/** @throws {NoAnswer} for what is not Telegram's: a gateway in between answered */
function envelopeOf<Result>({ status, body }: Answer): ApiResponse<Result> {
  try {
    const answer = JSON.parse(body?.toString('utf8') ?? '') as { ok?: unknown };
    if (typeof answer?.ok === 'boolean') return answer as ApiResponse<Result>;
  } catch {
    // Judged by its status below.
  }
  if (status >= 500 && status !== 504)
    return { ok: false, error_code: status, description: `gateway ${status}` };
  throw new NoAnswer({ asked: true, detail: `unreadable-${status}` });
}

function isFile(value: unknown): boolean {
  return typeof value === 'object' && value !== null && value.constructor.name === 'InputFile';
}
