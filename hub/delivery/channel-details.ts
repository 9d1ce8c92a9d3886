import type { ChannelName, Way } from '../channels/index.ts';
import { calendarDay } from '../people/index.ts';
import type { Actor } from '../platform/audit.ts';
import { DomainError } from '../platform/errors.ts';
import type { DeliveryParts } from './delivery.ts';
import type { ChannelHealth, Health } from './health.ts';

/** People by what their chat on a channel takes; each counts once, by the best of several chats. */
export interface Reachable {
  active: number;
  /** They asked us to stop. */
  stopped: number;
  /** They blocked us, or the provider takes nothing for them. */
  blocked: number;
}

export interface ChannelDetails {
  health: ChannelHealth;
  /** What has gone this month, by way; empty for a channel where nothing is counted. */
  usage: { way: Way; count: number; cost: number }[];
  /** In the units within the reader's reach. */
  reachable: Reachable;
}

/** One channel, for whoever follows notices. */
export function channelDetails(
  { database, people, usage, clock }: DeliveryParts,
  { channelHealth }: { channelHealth: (by: Actor) => Promise<Health> },
) {
  /** @throws {DomainError} `may.not`; `channel.unknown` for one of which nothing is known here */
  async function detailsOf(by: Actor, channel: ChannelName): Promise<ChannelDetails> {
    const { channels } = await channelHealth(by);
    const health = channels.find((one) => one.channel === channel);
    if (!health) throw new DomainError('channel.unknown', { status: 404 });
    return { health, usage: await usage.ofMonth(channel), reachable: await reachableOn(by, channel) };
  }

  async function reachableOn(by: Actor, channel: ChannelName): Promise<Reachable> {
    const tops = by.memberId === null ? null : await people.reach(by.memberId, 'notice.read');
    const values = [tops, channel, calendarDay(clock())];
    const rows = await database.query<{ state: keyof Reachable; count: number }>(countByState, values);
    return { active: 0, stopped: 0, blocked: 0, ...Object.fromEntries(rows.map(byState)) };
  }

  return { channelDetails: detailsOf };
}

const byState = ({ state, count }: { state: keyof Reachable; count: number }) => [state, count];

/** `$1`: the units at the top of the reader's reach, null: everything. */
const countByState = `
  with recursive below as (
    select id from unit where id = any ($1::uuid[])
    union select unit.id from unit join below on unit.parent_id = below.id
  ), best as (
    select distinct on (member_id) member_id, state from chat
    where channel = $2 and state <> 'ended' order by member_id, state
  )
  select state, count(*) as count from best
  where $1::uuid[] is null or exists (
    select from membership where membership.member_id = best.member_id and from_on <= $3::date
      and (to_on is null or to_on > $3::date) and unit_id in (select id from below))
  group by state`;
