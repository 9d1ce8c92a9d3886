import type { Channel, ChannelName, Sent, Usage } from '../channels/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Sql } from '../platform/database/index.ts';

/** A send in doubt that waits for its next try. */
export interface Doubt {
  channel: ChannelName;
  address: string;
  /** When the person was last heard in this chat. */
  heardAt: Date | null;
  noticeId: string;
  memberId: string;
  fullName: string;
  language: string;
  partsSent: number;
}

/** The provider showed it after all. */
export interface SettledDoubt extends Doubt {
  providerId: string;
  shownAt: Date;
  isLastPart: boolean;
}

export interface DoubtsParts {
  database: Database;
  channels: () => ReadonlyMap<ChannelName, Pick<Channel, 'terms'>>;
  usage: Usage;
  clock: Clock;
}

/** Sends in doubt to people of these addresses; a channel stands beside each address. */
export async function doubtsAt(
  sql: Sql,
  channels: readonly ChannelName[],
  addresses: readonly string[],
): Promise<Doubt[]> {
  return await sql.query(inDoubt, [channels, addresses]);
}

/**
 * Writes down what an answer would have said, had it come, and counts what the provider did. Whatever is being asked
 * again at this moment is left to its own outcome.
 */
export async function settleDoubts(
  { database, channels, usage, clock }: DoubtsParts,
  settled: readonly SettledDoubt[],
): Promise<void> {
  for (const [channel, doubts] of Map.groupBy(settled, (doubt) => doubt.channel)) {
    const window = channels().get(channel)?.terms?.window;
    await database.transaction(async (sql) => {
      const places = await sql.query<{ place: number }>(handOver, [channel, ...columns(doubts), clock()]);
      if (!window) return;
      const gone = places.map(({ place }) => goneBy(doubts[place - 1]!, window));
      await usage.add(channel, gone, sql);
    });
  }
}

function columns(doubts: readonly SettledDoubt[]): unknown[] {
  return [
    doubts.map(({ noticeId }) => noticeId),
    doubts.map(({ memberId }) => memberId),
    doubts.map(({ partsSent }) => partsSent),
    doubts.map(({ isLastPart }) => isLastPart),
    doubts.map(({ providerId }) => providerId),
  ];
}

/** Without the provider's own word on it, by when the person was heard. */
function goneBy(
  { heardAt, shownAt }: SettledDoubt,
  { freeMs, cost }: { freeMs: number; cost: number },
): Sent {
  const isPaid = heardAt !== null && shownAt.getTime() - heardAt.getTime() >= freeMs;
  return isPaid ? { way: 'paid', cost, count: 1 } : { way: 'free', cost: 0, count: 1 };
}

/** Only what waits for its next try: what is being asked again has an outcome of its own soon. */
const inDoubt = `
  select delivery.channel, chat.address, chat.heard_at as "heardAt", delivery.notice_id as "noticeId",
    delivery.member_id as "memberId", member.full_name as "fullName", member.language,
    delivery.parts_sent as "partsSent"
  from delivery
  join chat on chat.member_id = delivery.member_id and chat.channel = delivery.channel
  join member on member.id = delivery.member_id
  where delivery.channel = any ($1::channel[]) and delivery.next_at is not null and delivery.in_doubt
    and delivery.state = 'created' and delivery.acknowledged_at is null
    and (chat.channel, chat.address) in (select * from unnest($1::channel[], $2::text[]))
  order by delivery.notice_id, delivery.member_id`;

const handOver = `
  with shown as (
    select * from unnest($2::uuid[], $3::uuid[], $4::int[], $5::boolean[], $6::text[]) with ordinality
      as shown (notice_id, member_id, parts_sent, is_last, provider_id, place)
  ), settled as (
    update delivery set
      state = case when shown.is_last then 'handed_over' else 'created' end::delivery_state,
      handed_over_at = case when shown.is_last then $7::timestamptz end,
      next_at = case when not shown.is_last then $7::timestamptz end,
      provider_id = shown.provider_id, parts_sent = delivery.parts_sent + 1, in_doubt = false, reason = null
    from shown
    where delivery.notice_id = shown.notice_id and delivery.member_id = shown.member_id
      and delivery.channel = $1 and delivery.state = 'created' and delivery.in_doubt
      and delivery.next_at is not null and delivery.parts_sent = shown.parts_sent
    returning shown.*
  ), kept as (
    insert into sent_message (channel, provider_id, notice_id, member_id, sent_at)
    select $1, provider_id, notice_id, member_id, $7 from settled where is_last on conflict do nothing
  )
  select place::int as place from settled`;
