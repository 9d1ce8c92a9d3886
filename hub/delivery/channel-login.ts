import {
  type ChannelName,
  type Login,
  type LoginExchange,
  type LoginProvider,
  type LoginRequests,
  type Logins,
  type TokenPair,
} from '../channels/index.ts';
import { calendarDay, unitStands, type People } from '../people/index.ts';
import type { Actor, Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { DomainError } from '../platform/errors.ts';
import { Secret } from '../platform/secret.ts';

export interface ChannelLoginParts {
  database: Database;
  people: Pick<People, 'requireMay'>;
  audit: Audit;
  clock: Clock;
  logins: Logins;
  loginRequests: LoginRequests;
  /** The channels on which somebody has to agree that we speak for an account. */
  loginProviders: () => ReadonlyMap<ChannelName, LoginProvider>;
  /** Where people reach our pages. */
  publicUrl: () => Promise<string>;
}

/** How we stand with the provider of a channel; without anything with which one could speak for us. */
export interface LoginStanding {
  /** False where the server does not use the channel. */
  on: boolean;
  /** Null: nobody has agreed yet. */
  login: Omit<Login, 'access' | 'generation'> | null;
  /** Where the provider sends back whoever agreed; it has to be told this address beforehand. */
  callbackUrl: string;
}

/** Lets somebody agree that the hub speaks for an account of a provider that changes its tokens (channels.md 1.3). */
export function channelLogin(parts: ChannelLoginParts) {
  const { database, people, audit, clock, logins, loginRequests, loginProviders, publicUrl } = parts;

  /** @throws {MayNot} */
  async function loginStanding(by: Actor, channel: ChannelName): Promise<LoginStanding> {
    await requireKeeper(by);
    const login = await logins.of(channel);
    return {
      on: loginProviders().has(channel),
      login: login && withoutToken(login),
      callbackUrl: await callbackUrl(channel),
    };
  }

  /**
   * Where the actor's browser goes to agree; good for ten minutes, for this actor.
   *
   * @throws {MayNot}
   * @throws {DomainError} `login.off`
   */
  async function askForLogin(by: Actor & { memberId: string }, channel: ChannelName): Promise<string> {
    await requireKeeper(by);
    const provider = providerOf(channel);
    const verifier = provider.newVerifier();
    const state = await loginRequests.open(channel, by.memberId, verifier);
    await audit.record(by, { action: 'channel.login-asked', facts: { channel } });
    return provider.consentUrl({ redirectUri: await callbackUrl(channel), state, verifier });
  }

  /**
   * The provider has sent the actor back.
   *
   * @throws {MayNot}
   * @throws {DomainError} `login.off`, `login.not-asked` for a state that is not this actor's or was used,
   *   `login.refused`, `login.no-answer`
   */
  async function finishLogin(
    by: Actor & { memberId: string },
    channel: ChannelName,
    { state, code }: { state: string; code: string },
  ): Promise<void> {
    await requireKeeper(by);
    const provider = providerOf(channel);
    const verifier = await loginRequests.take(channel, by.memberId, state);
    if (!verifier) throw new DomainError('login.not-asked', { status: 409 });
    const pair = pairIn(await provider.byCode(code, verifier));
    await database.transaction(async (sql) => {
      await logins.begin(channel, pair, sql);
      await audit.record(by, { action: 'channel.login-agreed', facts: { channel } }, sql);
    });
  }

  /**
   * The other way to begin: with a refresh token that an administrator of the account got from the provider by hand.
   *
   * @throws {MayNot}
   * @throws {DomainError} `login.off`, `login.refused`, `login.no-answer`
   */
  async function loginByToken(by: Actor, channel: ChannelName, refreshToken: string): Promise<void> {
    await requireKeeper(by);
    const pair = pairIn(await providerOf(channel).byRefreshToken(new Secret(refreshToken)));
    await database.transaction(async (sql) => {
      await logins.begin(channel, pair, sql);
      await audit.record(by, { action: 'channel.login-pasted', facts: { channel } }, sql);
    });
  }

  /** What a page offers: the right is asked again by whatever it leads to. */
  async function mayLogIn(by: Actor): Promise<boolean> {
    try {
      await requireKeeper(by);
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'may.not') return false;
      throw error;
    }
  }

  /** Channels are everybody's: the right is asked over every unit at the top of a tree. */
  async function requireKeeper(by: Actor): Promise<void> {
    const tops = await database.query<{ id: string }>(selectTops, [calendarDay(clock())]);
    for (const { id } of tops) await people.requireMay(by, 'channel.manage', id);
    if (tops.length === 0 && by.memberId !== null) throw new DomainError('may.not', { status: 403 });
  }

  function providerOf(channel: ChannelName): LoginProvider {
    const provider = loginProviders().get(channel);
    if (!provider) throw new DomainError('login.off', { status: 409 });
    return provider;
  }

  async function callbackUrl(channel: ChannelName): Promise<string> {
    return `${await publicUrl()}/console/channels/${channel}/callback`;
  }

  return { loginStanding, askForLogin, finishLogin, loginByToken, mayLogIn };
}

export type ChannelLogin = ReturnType<typeof channelLogin>;

function pairIn(exchange: LoginExchange): TokenPair {
  switch (exchange.kind) {
    case 'pair':
      return exchange.pair;
    case 'refused':
      throw new DomainError('login.refused', { status: 409, facts: { problem: exchange.problem } });
    case 'no-answer':
      throw new DomainError('login.no-answer', { status: 409 });
  }
}

function withoutToken({ access: _access, generation: _generation, ...rest }: Login) {
  return rest;
}

const selectTops = `select u.id from unit u where u.parent_id is null and ${unitStands('u', '$1::date')}`;
