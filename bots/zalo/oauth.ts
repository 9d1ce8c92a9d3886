import { createHash, randomBytes } from 'node:crypto';
import type { LoginExchange, LoginProvider } from '../../hub/channels/index.ts';
import { NoAnswer, noAnswerIn, openLine, type Answer } from '../../hub/platform/line.ts';
import { Secret } from '../../hub/platform/secret.ts';
import { exchangeError } from './errors.ts';

/** How long a refresh token lives. @source channels.md 1.3 */
const refreshLivesMs = 90 * 86_400_000;
/** An access token that does not say how long it lives is trusted for an hour. */
const leastSeconds = 3_600;

export type ZaloOAuth = LoginProvider & { close(): Promise<void> };

/** The door at which Zalo gives tokens for consents, codes and refresh tokens (OAuth v4). */
export function zaloOAuth(options: {
  root: string;
  appId: string;
  appSecret: Secret;
  /** Where the challenge is saved with the app, and so the same for every consent; else each has one of its own. */
  verifier?: Secret | undefined;
  /** How long an answer is awaited before it is in doubt; default 10,000. */
  timeoutMs?: number;
}): ZaloOAuth {
  const { root, appId, appSecret, verifier: fixed, timeoutMs = 10_000 } = options;
  const line = openLine(root, { connections: 2, timeoutMs });

  async function exchange(fields: Record<string, string>): Promise<LoginExchange> {
    const question = {
      method: 'POST' as const,
      path: '/v4/oa/access_token',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        secret_key: appSecret.reveal(),
      },
      body: new URLSearchParams({ ...fields, app_id: appId }).toString(),
    };
    const answer = await line.ask(question).catch(noAnswerIn);
    if (answer instanceof NoAnswer) {
      return { kind: 'no-answer', asked: answer.asked, detail: answer.detail };
    }
    return exchangeOf(answer);
  }

  return {
    newVerifier: () => fixed ?? new Secret(randomBytes(32).toString('base64url')),
    consentUrl({ redirectUri, state, verifier }) {
      const query = new URLSearchParams({
        app_id: appId,
        redirect_uri: redirectUri,
        code_challenge: challengeOf(verifier),
        state,
      });
      return `${root}/v4/oa/permission?${query.toString()}`;
    },
    byCode: (code, verifier) =>
      exchange({ grant_type: 'authorization_code', code, code_verifier: verifier.reveal() }),
    byRefreshToken: (token) => exchange({ grant_type: 'refresh_token', refresh_token: token.reveal() }),
    close: line.close,
  };
}

/** The raw digest in base64url, without padding. */
function challengeOf(verifier: Secret): string {
  return createHash('sha256').update(verifier.reveal()).digest('base64url');
}

function exchangeOf({ status, body }: Answer): LoginExchange {
  const { access_token: access, refresh_token: refresh, expires_in: seconds, error } = readable(body);
  if (typeof error === 'number' && error !== 0) return { kind: 'refused', ...exchangeError(error) };
  if (isToken(access) && isToken(refresh)) {
    const lives = Number(seconds);
    const accessLivesMs = (lives > 0 ? lives : leastSeconds) * 1000;
    return {
      kind: 'pair',
      pair: { access: new Secret(access), refresh: new Secret(refresh), accessLivesMs, refreshLivesMs },
    };
  }
  // Seen in the wild: a pair of empty strings, with which the one we had is gone.
  if (access === '' || refresh === '') return { kind: 'refused', problem: 'empty-tokens', spent: true };
  return {
    kind: 'no-answer',
    asked: true,
    detail: status >= 500 ? `http-${status}` : `unreadable-${status}`,
  };
}

/** Nothing of what stands in it where it is not an answer of Zalo's. */
function readable(body: Answer['body']): Record<string, unknown> {
  try {
    const answer: unknown = JSON.parse(body?.toString('utf8') ?? '');
    return typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function isToken(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
