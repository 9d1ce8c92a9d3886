import { createHmac } from 'node:crypto';
import type { Dispatcher } from 'undici';
import { NoAnswer, noAnswerIn, openLine, type Answer } from '../../hub/platform/line.ts';
import type { Secret } from '../../hub/platform/secret.ts';
import { httpError, zaloError, type ZaloError, type ZaloHost } from './errors.ts';
import type { TokenKeeper, TokenState } from './token-keeper.ts';

export interface ZaloClient {
  /**
   * One call with the access token of now; where Zalo says that it is dead, once more with a fresh one. Never throws
   * for what Zalo or the line does.
   */
  call<Data>(request: ZaloRequest): Promise<ZaloAnswer<Data>>;
  close(): Promise<void>;
}

export interface ZaloRequest {
  /** Default `oa`: the host of the Official Account; `business` is that of templates by telephone number. */
  host?: ZaloHost;
  /** Default GET, or POST where there is something to post. */
  method?: 'GET' | 'POST';
  /** Such as `/v3.0/oa/message/cs`. */
  path: string;
  /** On the host of the account it travels as JSON in one parameter, as Zalo wants it. */
  query?: object;
  body?: object;
  form?: FormData;
}

export type ZaloAnswer<Data> =
  | { kind: 'ok'; data: Data; remaining: number | null }
  /** `remaining`: calls that are left in this minute, where Zalo said so. */
  | { kind: 'refused'; error: ZaloError; remaining: number | null }
  /** `asked` is false where it cannot have reached Zalo. */
  | { kind: 'no-answer'; asked: boolean; detail: string }
  /** Nobody has agreed that we speak for the account, or no more. */
  | { kind: 'needs-login' };

export function zaloClient(options: {
  apiRoot: string;
  businessRoot: string;
  tokens: Pick<TokenKeeper, 'current' | 'refresh'>;
  /** Given where the app demands that calls be signed with it. */
  appSecret?: Secret | undefined;
  /** How long an answer is awaited before it is in doubt; default 10,000. */
  timeoutMs?: number;
  /** What Zalo says of the account's calls in this minute. */
  onPace?: (remaining: number, limit: number) => void;
}): ZaloClient {
  const { apiRoot, businessRoot, tokens, appSecret, timeoutMs = 10_000, onPace } = options;
  const lines = {
    oa: openLine(apiRoot, { connections: 64, timeoutMs }),
    business: openLine(businessRoot, { connections: 64, timeoutMs }),
  };

  async function ask<Data>(request: ZaloRequest, token: Secret): Promise<ZaloAnswer<Data>> {
    const { host = 'oa' } = request;
    const question = await questionOf(request, host);
    const headers = { ...question.headers, access_token: token.reveal(), ...signature(token) };
    const answer = await lines[host].ask({ ...question, headers }).catch(noAnswerIn);
    if (answer instanceof NoAnswer) return noAnswer(answer);
    const pace = paceOf(answer);
    if (pace) onPace?.(pace.remaining, pace.limit);
    return answerOf(host, answer, pace?.remaining ?? null);
  }

  function signature(token: Secret): Record<string, string> {
    if (!appSecret) return {};
    return {
      appsecret_proof: createHmac('sha256', appSecret.reveal()).update(token.reveal()).digest('hex'),
    };
  }

  return {
    async call<Data>(request: ZaloRequest) {
      const held = await tokens.current();
      if (held.kind !== 'token') return withoutToken(held);
      const answer = await ask<Data>(request, held.token);
      if (answer.kind !== 'refused' || answer.error.class !== 'token') return answer;
      const fresh = await tokens.refresh(held.generation);
      return fresh.kind === 'token' ? await ask<Data>(request, fresh.token) : withoutToken(fresh);
    },
    async close() {
      await Promise.all([lines.oa.close(), lines.business.close()]);
    },
  };
}

function noAnswer({ asked, detail }: NoAnswer) {
  return { kind: 'no-answer', asked, detail } as const;
}

/** Without a token nothing was asked of the host of messages, whatever became of the question for a token. */
function withoutToken(state: Exclude<TokenState, { kind: 'token' }>) {
  return state.kind === 'needs-login'
    ? ({ kind: 'needs-login' } as const)
    : ({ kind: 'no-answer', asked: false, detail: `token-${state.detail}` } as const);
}

interface Question extends Pick<Dispatcher.DispatchOptions, 'method' | 'path' | 'body'> {
  headers: Record<string, string>;
}

async function questionOf(
  { method, path, query, body, form }: ZaloRequest,
  host: ZaloHost,
): Promise<Question> {
  const address = query ? `${path}?${queryOf(query, host)}` : path;
  if (form) {
    const encoded = new Response(form);
    return {
      method: 'POST',
      path: address,
      headers: { 'content-type': encoded.headers.get('content-type')! },
      body: Buffer.from(await encoded.arrayBuffer()),
    };
  }
  if (!body) return { method: method ?? 'GET', path: address, headers: {} };
  return {
    method: 'POST',
    path: address,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

function queryOf(query: object, host: ZaloHost): string {
  const parameters = host === 'oa' ? { data: JSON.stringify(query) } : (query as Record<string, string>);
  return new URLSearchParams(parameters).toString();
}

function paceOf({ headers }: Answer): { remaining: number; limit: number } | null {
  const [remaining, limit] = ['x-ratelimit-remain', 'x-ratelimit-limit'].map((name) => Number(headers[name]));
  if (!Number.isInteger(remaining) || !Number.isInteger(limit)) return null;
  return { remaining: remaining!, limit: limit! };
}

/** Failures come with HTTP 200 as a rule: the envelope decides where there is one. */
function answerOf<Data>(
  host: ZaloHost,
  { status, body }: Answer,
  remaining: number | null,
): ZaloAnswer<Data> {
  const envelope = envelopeOf(body);
  if (envelope && (envelope.error !== 0 || status < 300)) {
    if (envelope.error === 0) return { kind: 'ok', data: (envelope.data ?? {}) as Data, remaining };
    return { kind: 'refused', error: zaloError(host, envelope.error), remaining };
  }
  if (status === 401 || status === 429 || (status >= 500 && status !== 504)) {
    return { kind: 'refused', error: httpError(status), remaining };
  }
  return { kind: 'no-answer', asked: true, detail: `unreadable-${status}` };
}

function envelopeOf(body: Buffer | null): { error: number; data?: unknown } | null {
  try {
    const answer = JSON.parse(body?.toString('utf8') ?? '') as { error?: unknown; data?: unknown } | null;
    return typeof answer?.error === 'number' ? { error: answer.error, data: answer.data } : null;
  } catch {
    return null;
  }
}
