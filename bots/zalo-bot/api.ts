import { NoAnswer, openLine, type Answer } from '../../hub/platform/line.ts';
import type { Secret } from '../../hub/platform/secret.ts';

/** What the Bot Platform answers. `ok` decides, not the status of HTTP. */
export type Envelope<Result> =
  | { ok: true; result: Result }
  | { ok: false; code: number; description: string; retryAfterSeconds?: number };

export interface ZaloBotApi {
  /** @throws {NoAnswer} */
  call<Result>(method: string, parameters?: object, signal?: AbortSignal): Promise<Envelope<Result>>;
  close(): Promise<void>;
}

/** Calls over kept connections. The token stands in the path, so that no address ever gets into an error. */
export function zaloBotApi(options: {
  apiRoot: string;
  token: Secret;
  connections: number;
  timeoutMs: number;
}): ZaloBotApi {
  const line = openLine(options.apiRoot, options);
  const above = `/bot${options.token.reveal()}/`;
  const headers = { 'content-type': 'application/json' };
  return {
    async call<Result>(method: string, parameters: object = {}, signal?: AbortSignal) {
      const body = JSON.stringify(parameters);
      const request = { path: above + method, method: 'POST' as const, headers, body };
      return envelopeOf<Result>(await line.ask(request, signal));
    },
    close: line.close,
  };
}

interface Said {
  ok?: unknown;
  result?: unknown;
  error_code?: unknown;
  description?: unknown;
  /** Not seen yet; the envelope is Telegram's, which names a wait here. */
  parameters?: { retry_after?: unknown };
}

/** @throws {NoAnswer} for what is not the platform's: a gateway in between answered */
function envelopeOf<Result>({ status, body }: Answer): Envelope<Result> {
  const said = readJson(body);
  if (typeof said?.ok !== 'boolean') {
    if (status >= 500 && status !== 504) return { ok: false, code: status, description: '' };
    throw new NoAnswer({ asked: true, detail: `unreadable-${status}` });
  }
  if (said.ok) return { ok: true, result: said.result as Result };
  const seconds = said.parameters?.retry_after;
  return {
    ok: false,
    code: typeof said.error_code === 'number' ? said.error_code : status,
    description: typeof said.description === 'string' ? said.description : '',
    ...(typeof seconds === 'number' && seconds > 0 ? { retryAfterSeconds: seconds } : {}),
  };
}

function readJson(body: Buffer | null): Said | null {
  try {
    return JSON.parse(body?.toString('utf8') ?? '') as Said | null;
  } catch {
    return null;
  }
}
