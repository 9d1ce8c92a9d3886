import type { Clock } from '../platform/clock.ts';
import type { Database, Sql } from '../platform/database/index.ts';
import type { Keys } from '../platform/keys.ts';
import { Secret } from '../platform/secret.ts';
import type { ChannelName } from './channel.ts';
import type { ProviderAccount, TokenPair } from './login-provider.ts';

/** How we stand with a provider that changes its tokens. */
export interface Login {
  state: 'connected' | 'needs_reauthorisation';
  /** Rises with each pair: whoever holds an older one reads again. */
  generation: number;
  access: Secret | null;
  accessExpiresAt: Date | null;
  refreshExpiresAt: Date | null;
  /** Why it needs a person, as a short word. */
  problem: string | null;
  /** Since when the state is what it is. */
  changedAt: Date;
  /** What the provider said of the account when it was last asked. */
  account: ProviderAccount | null;
}

/** The right to exchange the refresh token, held by one process for a while. */
export interface ExchangeClaim {
  refresh: Secret;
  generation: number;
  /** Until when; tells this claim from a later one. */
  until: Date;
  /** Somebody began an exchange before and never wrote down how it ended: the token may be used up. */
  begunBefore: boolean;
}

/** The tokens of channels whose provider changes them, shared by all processes; sealed at rest. */
export interface Logins {
  of(channel: ChannelName): Promise<Login | null>;
  /**
   * Lets this process alone exchange the refresh token of this generation, until it says how that ended or the lease
   * runs out (database clock). Null: another is at it, or the login has changed.
   */
  claim(channel: ChannelName, generation: number, leaseMs: number): Promise<ExchangeClaim | null>;
  /** The exchange was not answered: the next may try at once; where it may have arrived, knowing that it was begun. */
  letGo(channel: ChannelName, claim: ExchangeClaim, ended: { arrived: boolean }): Promise<void>;
  /** The next pair. False where the login has changed since: then this pair is worth nothing. */
  renew(channel: ChannelName, generation: number, pair: TokenPair): Promise<boolean>;
  /** The provider will not give another pair for what we hold. False where the login has changed since. */
  end(channel: ChannelName, generation: number, problem: string): Promise<boolean>;
  /** The first pair, or another instead of what was there: somebody has agreed. */
  begin(channel: ChannelName, pair: TokenPair, sql?: Sql): Promise<void>;
  /** There was no way to begin. A refresh token that is good for nothing any more is kept, so that it is not tried again. */
  refuse(channel: ChannelName, problem: string, spent: Secret | null): Promise<void>;
  /** Is this the refresh token that was refused last? */
  wasRefused(channel: ChannelName, token: Secret): Promise<boolean>;
  /** What the provider says of the account. */
  describe(channel: ChannelName, account: ProviderAccount): Promise<void>;
}

interface Row extends Omit<Login, 'access'> {
  access: Buffer | null;
}

interface ClaimRow extends Pick<ExchangeClaim, 'until' | 'begunBefore'> {
  refresh: Buffer;
}

export function openLogins({
  database,
  keys,
  clock,
}: {
  database: Database;
  keys: Keys;
  clock: Clock;
}): Logins {
  const seal = (channel: ChannelName, which: 'access' | 'refresh', token: Secret) =>
    keys.seal('channel-login', `${channel}:${which}`, token.reveal());
  const open = (channel: ChannelName, which: 'access' | 'refresh', sealed: Buffer) =>
    new Secret(keys.open('channel-login', `${channel}:${which}`, sealed));

  /** The values of a pair, in the order in which the statements below name them. */
  function sealedPair(channel: ChannelName, pair: TokenPair): unknown[] {
    const now = clock();
    return [
      seal(channel, 'access', pair.access),
      seal(channel, 'refresh', pair.refresh),
      new Date(now.getTime() + pair.accessLivesMs),
      new Date(now.getTime() + pair.refreshLivesMs),
      now,
    ];
  }

  async function changes(statement: string, values: unknown[], sql: Sql = database): Promise<boolean> {
    return (await sql.query(`${statement} returning channel`, values)).length > 0;
  }

  return {
    async of(channel) {
      const [row] = await database.query<Row>(readLogin, [channel]);
      return row ? { ...row, access: row.access && open(channel, 'access', row.access) } : null;
    },

    async claim(channel, generation, leaseMs) {
      const values = [channel, generation, leaseMs];
      const [claimed] = await database.query<ClaimRow>(claimExchange, values);
      return claimed ? { ...claimed, refresh: open(channel, 'refresh', claimed.refresh), generation } : null;
    },

    async letGo(channel, { generation, until }, { arrived }) {
      await database.query(letGoOfExchange, [channel, generation, until, arrived]);
    },

    renew: (channel, generation, pair) =>
      changes(renewLogin, [channel, ...sealedPair(channel, pair), generation]),

    end: (channel, generation, problem) => changes(endLogin, [channel, generation, problem, clock()]),

    async begin(channel, pair, sql) {
      await changes(beginLogin, [channel, ...sealedPair(channel, pair)], sql);
    },

    async refuse(channel, problem, spent) {
      await changes(refuseLogin, [channel, spent && seal(channel, 'refresh', spent), problem, clock()]);
    },

    async wasRefused(channel, token) {
      const [row] = await database.query<{ refresh: Buffer }>(
        `select refresh from channel_login
         where channel = $1 and state = 'needs_reauthorisation' and refresh is not null`,
        [channel],
      );
      return row !== undefined && open(channel, 'refresh', row.refresh).reveal() === token.reveal();
    },

    async describe(channel, account) {
      await database.query('update channel_login set account = $2 where channel = $1', [
        channel,
        JSON.stringify(account),
      ]);
    },
  };
}

const readLogin = `
  select state, generation, access, access_expires_at as "accessExpiresAt",
    refresh_expires_at as "refreshExpiresAt", problem, changed_at as "changedAt", account
  from channel_login where channel = $1`;

/** The lease is taken on the row as it was: what it held before tells whether an exchange was left without an end. */
const claimExchange = `
  with held as (
    select refreshing_until from channel_login
    where channel = $1 and generation = $2 and state = 'connected' and refresh is not null
      and (refreshing_until is null or refreshing_until <= clock_timestamp())
    for update
  )
  update channel_login l set refreshing_until = clock_timestamp() + $3 * interval '1 millisecond'
  from held where l.channel = $1
  returning l.refresh, l.refreshing_until as until, held.refreshing_until is not null as "begunBefore"`;

const letGoOfExchange = `
  update channel_login set refreshing_until = case when $4::boolean then clock_timestamp() end
  where channel = $1 and generation = $2 and refreshing_until = $3`;

/** Also from `needs_reauthorisation`: another process may have met the old token while we could not write. */
const renewLogin = `
  update channel_login set state = 'connected', access = $2, refresh = $3, access_expires_at = $4,
    refresh_expires_at = $5, generation = generation + 1, refreshing_until = null, problem = null,
    changed_at = case when state = 'connected' then changed_at else $6 end
  where channel = $1 and generation = $7`;

const endLogin = `
  update channel_login set state = 'needs_reauthorisation', problem = $3, access = null, access_expires_at = null,
    refreshing_until = null, changed_at = $4
  where channel = $1 and generation = $2 and state = 'connected'`;

const beginLogin = `
  insert into channel_login as l
    (channel, state, access, refresh, access_expires_at, refresh_expires_at, generation, changed_at)
  values ($1, 'connected', $2, $3, $4, $5, 1, $6)
  on conflict (channel) do update set state = 'connected', access = excluded.access, refresh = excluded.refresh,
    access_expires_at = excluded.access_expires_at, refresh_expires_at = excluded.refresh_expires_at,
    generation = l.generation + 1, refreshing_until = null, problem = null, changed_at = excluded.changed_at,
    account = null`;

/** A login that once worked keeps the reason for which it ended. */
const refuseLogin = `
  insert into channel_login as l (channel, state, refresh, problem, changed_at)
  values ($1, 'needs_reauthorisation', $2, $3, $4)
  on conflict (channel) do update set refresh = coalesce(excluded.refresh, l.refresh),
    problem = case when l.refresh is null then excluded.problem else l.problem end
  where l.state = 'needs_reauthorisation'`;
