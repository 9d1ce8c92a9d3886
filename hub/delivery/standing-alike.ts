import type { ChannelName, Standing, Terms } from '../channels/index.ts';
import type { Sql } from '../platform/database/index.ts';
import { groupsUnder, peopleOfGroups } from './group-rows.ts';

/** A query of one column `member_id`, with its values. */
export interface Audience {
  query: string;
  values: readonly unknown[];
}

/** The unit all of whose members are addressed, so that its groups may be reached, on a calendar day. */
export interface GroupsOf {
  unitId: string;
  today: string;
}

/** What a notice is on a channel: in how many parts it goes; null where it cannot be carried. */
export interface Shape {
  parts: number | null;
  /** Absent: anybody may be written to at any time, for nothing. */
  terms?: Terms | undefined;
}

/** People of whom the same is true: on which channels they can be tried, in order, and how they stand on each. */
export interface Alike {
  /** Empty: no channel reaches them. */
  options: { channel: ChannelName; terms: Terms; standing: Standing; parts: number }[];
  count: number;
}

interface Row {
  /** `silence`: how many ends of the channel's window have passed since the person was heard; null: never heard. */
  options: { channel: ChannelName; silence: number | null; instead: boolean | null }[] | null;
  hasPhone: boolean;
  count: number;
}

const unbounded: Terms = {
  window: null,
  templateFor: () => null,
  monthlyQuota: null,
  peopleQuota: null,
  monthlyBudget: Infinity,
};

/** Counts an audience by how its people stand, the largest number first: a few rows, however many people. */
export async function standingAlike(
  sql: Sql,
  {
    audience,
    groupsOf,
    shapes,
    now,
  }: {
    audience: Audience;
    groupsOf: GroupsOf | null;
    shapes: ReadonlyMap<ChannelName, Shape>;
    now: Date;
  },
): Promise<Alike[]> {
  const windows = [...shapes].map(([channel, { terms }]) => ({ channel, window: terms?.window ?? null }));
  const own = [
    now,
    windows.map(({ channel }) => channel),
    windows.map(({ window }) => window?.freeMs ?? null),
    windows.map(({ window }) => window?.paidMs ?? null),
    groupsOf?.unitId ?? null,
    groupsOf?.today ?? null,
  ];
  const before = audience.values.length;
  const query = standings(audience.query, (n) => `$${before + n}`);
  const rows = await sql.query<Row>(query, [...audience.values, ...own]);
  return rows.map(({ options, hasPhone, count }) => ({
    count,
    options: (options ?? []).map(({ channel, silence, instead }) => {
      const { parts, terms = unbounded } = shapes.get(channel)!;
      const heardAt = heardBefore(terms, silence, now);
      // What a channel cannot carry goes to the next one, save that a group's post has no files.
      const group = instead === null || (parts === null && !instead) ? null : { instead };
      const carried = parts === null ? { terms: closed, parts: 1 } : { terms, parts };
      return { channel, standing: { heardAt, hasPhone, group }, ...carried };
    }),
  }));
}

/** A moment at which somebody was heard since when so many ends of the window have passed. */
function heardBefore({ window }: Terms, silence: number | null, now: Date): Date | null {
  if (silence === null) return null;
  const silentMs = [0, window?.freeMs ?? 0, window?.paidMs ?? 0][silence]!;
  return new Date(now.getTime() - silentMs);
}

/** Nobody may be written to. */
const closed: Terms = { ...unbounded, window: { freeMs: 0, paidMs: 0, cost: 0 } };

/**
 * The order is that of expanding and of going on to the next channel: a channel that does not answer last, then as the
 * member's chats stand; on a channel the first of several chats counts.
 */
const standings = (audience: string, value: (n: number) => string) => `
  with ${groupsUnder(`${value(5)}::uuid`, `${value(6)}::date`)},
  recipient as (${audience}),
  terms as (
    select * from unnest(${value(2)}::channel[], ${value(3)}::float8[], ${value(4)}::float8[])
      as terms (channel, free_ms, paid_ms)
  ), best as (
    select distinct on (chat.member_id, chat.channel) chat.member_id, chat.channel, chat.preference, chat.linked_at,
      extract(epoch from ${value(1)}::timestamptz - chat.heard_at) * 1000 as silent_ms
    from recipient join chat using (member_id)
    where chat.state = 'active' and chat.channel = any (${value(2)}::channel[])
    order by chat.member_id, chat.channel, chat.preference, chat.linked_at
  ), grouped as (
    select chat.member_id, open.channel, bool_or(open.mode = 'instead') as instead
    from open join ${peopleOfGroups} group by 1, 2
  ), stood as (
    select best.member_id, jsonb_agg(
      jsonb_build_object('channel', best.channel, 'instead', grouped.instead,
        'silence', case when silent_ms is not null then
          coalesce((silent_ms >= free_ms)::int, 0) + coalesce((silent_ms >= paid_ms)::int, 0) end)
      order by coalesce(health.state <> 'closed', false), best.preference, best.linked_at) as options
    from best join terms using (channel)
    left join grouped on grouped.member_id = best.member_id and grouped.channel = best.channel
    left join channel_health health on health.channel = best.channel
    group by best.member_id
  )
  select stood.options, member.phone is not null as "hasPhone", count(*) as count
  from recipient join member on member.id = recipient.member_id left join stood using (member_id)
  group by 1, 2 order by 3 desc, 1, 2`;
