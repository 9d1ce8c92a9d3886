import { channelNames, whatNeedsPerson, type ChannelName } from '../channels/index.ts';
import type { Actor } from '../platform/audit.ts';
import type { Sql } from '../platform/database/index.ts';
import { DomainError } from '../platform/errors.ts';
import type { DeliveryParts } from './delivery.ts';
import { quotasOf, type Quota } from './quotas.ts';

/** How a channel stands, for whoever keeps it going. */
export interface ChannelHealth {
  channel: ChannelName;
  /** False: not set up in this process, or switched off; what waits for it waits until it is on. */
  on: boolean;
  /** `open`: it does not answer and nobody is asked on it; `half_open`: a few are asked, to see. */
  state: 'closed' | 'open' | 'half_open';
  /** A drill has made it a black hole. */
  blocked: boolean;
  reason: string | null;
  /** It is out, or will be, until somebody acts: why, as a short word. */
  needsPerson: string | null;
  /** Since when it is in this state; null where nothing has ever happened. */
  since: Date | null;
  /** When the next few are asked, while it is open. */
  probeAt: Date | null;
  /** Sends per second; null: no limit of ours. */
  ratePerSecond: number | null;
  /** The provider asked everybody to wait until then. */
  pausedUntil: Date | null;
  /** Recipients whose message has not gone. */
  waiting: number;
  /** How long the oldest of those has waited whose time has come; seconds. */
  oldestSeconds: number;
  /** Of those that wait: asked, and no answer came. */
  inDoubt: number;
  /** Batches that some process is sending right now. */
  inFlight: number;
  /** What the provider's plan limits, and how much of it is used; nothing where the channel is not on here. */
  quotas: Quota[];
}

export interface Health {
  channels: ChannelHealth[];
  /** Recipients of notices whose time has come, not yet put on a channel. */
  toExpand: number;
}

/** The state of all channels: figures of the whole installation, never of a person. */
export function health({ database, people, clock, rates, channels, usage }: DeliveryParts) {
  /** @throws {DomainError} `may.not` for whoever follows no notices anywhere */
  async function channelHealth(by: Actor): Promise<Health> {
    if (by.memberId !== null && (await people.reach(by.memberId, 'notice.read')).length === 0)
      throw new DomainError('may.not', { status: 403 });
    const now = clock();
    const on = channels();
    const known = new Map((await channelFigures(database, now)).map((row) => [row.channel, row]));
    const shown = channelNames.filter((name) => on.has(name) || known.has(name));
    const quotas = new Map<ChannelName, Quota[]>();
    for (const [channel, { terms }] of on) {
      if (terms) quotas.set(channel, await quotasOf({ sql: database, usage }, channel, terms));
    }
    return {
      channels: shown.map((channel) => {
        const rate = rates[channel];
        return {
          ...untouched(channel),
          ...known.get(channel),
          on: on.has(channel),
          ratePerSecond: rate === undefined || rate === Infinity ? null : rate,
          quotas: quotas.get(channel) ?? [],
        };
      }),
      toExpand: await recipientsToExpand(database, now),
    };
  }

  return { channelHealth };
}

/** What the database knows of a channel. */
type ChannelFigures = Omit<ChannelHealth, 'on' | 'ratePerSecond' | 'quotas'>;

function untouched(channel: ChannelName): ChannelFigures {
  return {
    channel,
    state: 'closed',
    blocked: false,
    reason: null,
    needsPerson: null,
    since: null,
    probeAt: null,
    pausedUntil: null,
    waiting: 0,
    oldestSeconds: 0,
    inDoubt: 0,
    inFlight: 0,
  };
}

// Only notices under way have a dispatch: rows of all others are not looked at.
const figures = `
  with open as (
    select delivery.channel, count(*) as waiting, count(*) filter (where in_doubt) as in_doubt,
      max(extract(epoch from $1::timestamptz - next_at)) as due_seconds
    from dispatch join delivery on delivery.notice_id = dispatch.notice_id and delivery.channel = dispatch.channel
    where delivery.state = 'created' and delivery.acknowledged_at is null
    group by 1
  ), turn as (
    select channel, max(extract(epoch from clock_timestamp() - turn_at)) as seconds
    from dispatch where not exhausted group by 1
  ), batch as (
    select channel, count(*) as batches from delivery_batch where lease_until > clock_timestamp() group by 1
  )
  select channel, coalesce(health.state, 'closed') as state, coalesce(health.blocked, false) as blocked, health.reason,
    case when login.state = 'needs_reauthorisation' then 'needs-login' else ${whatNeedsPerson} end as "needsPerson",
    health.changed_at as since, health.probe_at as "probeAt",
    case when budget.paused_until > clock_timestamp() then budget.paused_until end as "pausedUntil",
    coalesce(open.waiting, 0) as waiting,
    greatest(0, open.due_seconds, turn.seconds)::float8 as "oldestSeconds",
    coalesce(open.in_doubt, 0) as "inDoubt", coalesce(batch.batches, 0) as "inFlight"
  from channel_health health full join open using (channel) full join turn using (channel)
  full join batch using (channel) full join send_budget budget using (channel)
  full join channel_login login using (channel)`;

/** Of every channel that anything is known of. */
export async function channelFigures(sql: Sql, now: Date): Promise<ChannelFigures[]> {
  return await sql.query(figures, [now]);
}

async function recipientsToExpand(sql: Sql, now: Date): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    'select coalesce(sum(cardinality(members)), 0) as count from audience_slice where expand_at <= $1',
    [now],
  );
  return row?.count ?? 0;
}
