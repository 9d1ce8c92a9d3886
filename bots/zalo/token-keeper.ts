import { setTimeout as sleep } from 'node:timers/promises';
import type {
  ChannelName,
  ExchangeClaim,
  Login,
  LoginProvider,
  Logins,
  TokenPair,
} from '../../hub/channels/index.ts';
import type { Clock } from '../../hub/platform/clock.ts';
import type { Secret } from '../../hub/platform/secret.ts';

export type TokenState =
  /** `generation` tells this token from the next. */
  | { kind: 'token'; token: Secret; generation: number }
  /** Only a person can help: nobody has agreed yet, or the provider gives no more tokens for what we hold. */
  | { kind: 'needs-login' }
  /** There may be a token in a while. */
  | { kind: 'no-answer'; detail: string };

/**
 * Holds the access token for whoever calls Zalo, and changes it in time. The refresh token behind it is good once, and
 * using it kills the access token of its pair, so that of all callers in all processes one exchanges it, and nobody is
 * given the new pair before it is written down.
 */
export interface TokenKeeper {
  current(): Promise<TokenState>;
  /** Zalo says that the token of this generation is dead: the next one. */
  refresh(staleGeneration: number): Promise<TokenState>;
  /** For one process at a time: begins with the configured refresh token, and refreshes before the access token dies. */
  keepFresh(signal: AbortSignal): Promise<void>;
  /** Waits for no other process any more; what was asked of the provider is still awaited and written down. */
  close(): Promise<void>;
}

const channel: ChannelName = 'zalo';
/** An access token with less left is changed: what is sent with it must still arrive. */
const lastMs = 60_000;
/** The process that keeps it fresh changes it with this much left, and looks this often. */
const freshWithinMs = 2 * 3_600_000;
const betweenLooksMs = 30 * 60_000;
const afterFailureMs = 60_000;
/** Longer than the question, its answer and the writing down of it. */
const usualLeaseMs = 30_000;
/** How often the row is looked at while another process exchanges. */
const lookAgainMs = 100;
/** After an exchange without an answer none is tried for so long: every waiting send would. */
const usualPauseMs = 2_000;
const beforeWritingAgainMs = 500;
const closeWithinMs = 5_000;

export function tokenKeeper(options: {
  logins: Logins;
  provider: Pick<LoginProvider, 'byRefreshToken'>;
  clock: Clock;
  /** The refresh token to begin with where there is no login that works. */
  configured?: Secret | undefined;
  /** The login has ended: somebody must agree again. Told once, by the process that met it. */
  onNeedsLogin: (problem: string) => void;
  onProblem: (error: unknown) => void;
  leaseMs?: number;
  pauseMs?: number;
}): TokenKeeper {
  const { logins, provider, clock, configured, onNeedsLogin, onProblem } = options;
  const { leaseMs = usualLeaseMs, pauseMs = usualPauseMs } = options;
  const closing = new AbortController();
  let held: { token: Secret; generation: number; expiresAt: Date } | null = null;
  let exchanging: Promise<TokenState> | null = null;
  let silentUntil = -Infinity;

  async function current(): Promise<TokenState> {
    if (held && lastsFor(held.expiresAt, lastMs)) return tokenOf(held);
    return await refresh(held?.generation ?? -1);
  }

  /** Who comes while another looks waits for that, and looks again where it brought only what he had. */
  async function refresh(staleGeneration: number): Promise<TokenState> {
    while (exchanging) {
      const state = await exchanging;
      if (state.kind !== 'token' || state.generation !== staleGeneration) return state;
    }
    exchanging = next(staleGeneration)
      .catch((error: unknown) => {
        onProblem(error);
        return { kind: 'no-answer', detail: 'unreadable' } as const;
      })
      .finally(() => {
        exchanging = null;
      });
    return await exchanging;
  }

  /** Reads what is written down first: another process may have been here before. */
  async function next(staleGeneration: number): Promise<TokenState> {
    const until = performance.now() + leaseMs;
    while (!closing.signal.aborted && performance.now() < until) {
      const login = await logins.of(channel);
      if (login?.state !== 'connected') return forget({ kind: 'needs-login' });
      if (login.generation !== staleGeneration && hold(login)) return tokenOf(held!);
      if (performance.now() < silentUntil) return { kind: 'no-answer', detail: 'waiting' };
      const claim = await logins.claim(channel, login.generation, leaseMs);
      if (claim) return await exchange(claim);
      await sleep(lookAgainMs, undefined, { signal: closing.signal }).catch(() => {});
    }
    return { kind: 'no-answer', detail: 'busy' };
  }

  async function exchange(claim: ExchangeClaim): Promise<TokenState> {
    const { refresh: token, generation, begunBefore } = claim;
    const answer = await provider.byRefreshToken(token);
    if (answer.kind === 'pair') return await writeDown(generation, answer.pair);
    if (answer.kind === 'refused') {
      // The provider had changed the token and nobody heard: that, and no theft, is why it is used up.
      const problem = begunBefore && answer.spent ? 'answer-lost' : answer.problem;
      if (await logins.end(channel, generation, problem)) onNeedsLogin(problem);
      return await next(generation);
    }
    const again = answer.asked && !begunBefore;
    if (!again) silentUntil = performance.now() + pauseMs;
    await logins.letGo(channel, claim, { arrived: answer.asked || begunBefore });
    return again ? await next(generation) : { kind: 'no-answer', detail: answer.detail };
  }

  /** Without it the login is lost, so that it is tried until it is done; nobody gets the token before. */
  async function writeDown(generation: number, pair: TokenPair): Promise<TokenState> {
    for (;;) {
      try {
        await logins.renew(channel, generation, pair);
        return await next(generation);
      } catch (error) {
        onProblem(error);
        if (closing.signal.aborted) return { kind: 'no-answer', detail: 'stopping' };
        await sleep(beforeWritingAgainMs, undefined, { signal: closing.signal }).catch(() => {});
      }
    }
  }

  /** The login's access token, where it has one that lasts. */
  function hold({ access, accessExpiresAt, generation }: Login): boolean {
    if (!access || !accessExpiresAt || !lastsFor(accessExpiresAt, lastMs)) return false;
    held = { token: access, generation, expiresAt: accessExpiresAt };
    return true;
  }

  function forget<State extends TokenState>(state: State): State {
    held = null;
    return state;
  }

  function lastsFor(expiresAt: Date, ms: number): boolean {
    return expiresAt.getTime() - clock().getTime() > ms;
  }

  return {
    current,
    refresh,
    async keepFresh(signal) {
      while (!signal.aborted) {
        const done = await keep().catch((error: unknown) => {
          onProblem(error);
          return false;
        });
        await sleep(done ? betweenLooksMs : afterFailureMs, undefined, { signal }).catch(() => {});
      }
    },
    async close() {
      closing.abort();
      await Promise.race([exchanging, sleep(closeWithinMs, undefined, { ref: false })]);
    },
  };

  /** True where nothing is left to do for a while. */
  async function keep(): Promise<boolean> {
    const login = await logins.of(channel);
    if (login?.state !== 'connected') return await beginAsConfigured(login);
    if (login.accessExpiresAt && lastsFor(login.accessExpiresAt, freshWithinMs)) return true;
    return (await refresh(login.generation)).kind !== 'no-answer';
  }

  async function beginAsConfigured(login: Login | null): Promise<boolean> {
    if (!configured || (await logins.wasRefused(channel, configured))) return true;
    const answer = await provider.byRefreshToken(configured);
    if (answer.kind === 'no-answer') return false;
    if (answer.kind === 'pair') await logins.begin(channel, answer.pair);
    else {
      await logins.refuse(channel, answer.problem, answer.spent ? configured : null);
      if (!login) onNeedsLogin(answer.problem);
    }
    return true;
  }
}

function tokenOf({ token, generation }: { token: Secret; generation: number }): TokenState {
  return { kind: 'token', token, generation };
}
