import type { ChannelName, Usage, Way } from '../channels/index.ts';
import type { Database, Sql } from '../platform/database/index.ts';
import type { Batch } from './claim.ts';

/** What became of one row of a batch, as the ledger takes it in. */
export type Outcome =
  | { kind: 'sent'; providerId: string; gone?: Gone }
  /** A part has gone and more follow. */
  | { kind: 'part'; nextAt: Date; gone?: Gone }
  /** The provider said no for now; `counts` when it uses up one of the attempts. */
  | { kind: 'retry'; nextAt: Date; counts: boolean; reason: string }
  | { kind: 'doubt'; nextAt: Date; reason: string }
  /** Never asked: somebody else may, at once. */
  | { kind: 'released'; nextAt: Date }
  /** It reaches the person by a group's post; `nextAt`: when to look again should nobody say what became of that. */
  | { kind: 'in-group'; groupId: string; nextAt: Date }
  /** This channel is out: the next one, or the end. */
  | { kind: 'reroute'; end: 'failed' | 'unreachable' | 'cancelled'; reason: string };

/** By which way it went, where the channel's provider counts or charges. */
export interface Gone {
  way: Way;
  /** In đồng. */
  cost: number;
}

/** Of a row: it waits for what becomes of a group's post. */
export const waitsForGroup = 'waits-for-group';

/**
 * The key range of the batch stands beside its keys: without it the whole notice was read for each batch.
 * All outcomes of a batch in one statement, which also ends its lease. A row whose notice was cancelled while
 * it was being asked is not asked again: what did go is recorded as gone, and what nobody knows of is given up
 * as failed, since "cancelled" would say that it did not arrive. What was claimed as a repeat and never asked is none.
 */
export const recordOutcomes = `
  with ended as (delete from delivery_batch where id = $1),
  outcome as (
    select * from unnest($4::uuid[], $5::text[], $6::text[], $7::timestamptz[], $8::text[], $9::int[])
      as outcome (member_id, kind, provider_id, next_at, reason, attempt)
  ),
  open as (select exists (select from dispatch where notice_id = $2 and channel = $3) as open)
  update delivery set
    state = case
      when kind = 'sent' then 'handed_over'
      when open.open then delivery.state::text
      when kind = 'doubt' then 'failed'
      else 'cancelled' end::delivery_state,
    provider_id = case when kind in ('sent', 'part') then outcome.provider_id else delivery.provider_id end,
    handed_over_at = case when kind = 'sent' then $10 else handed_over_at end,
    parts_sent = parts_sent + (kind in ('sent', 'part'))::int,
    in_doubt = kind = 'doubt' or in_doubt and kind in ('retry', 'released'),
    attempts = attempts + outcome.attempt,
    repeats = greatest(0, repeats - (kind = 'released' and in_doubt)::int),
    next_at = case when open.open and delivery.acknowledged_at is null then outcome.next_at end,
    reason = case when kind = 'doubt' and not open.open then 'in-doubt-and-cancelled' else outcome.reason end
  from outcome, open
  where delivery.notice_id = $2 and delivery.member_id = outcome.member_id
    and delivery.member_id between $11 and $12
    and delivery.state in ('created', 'cancelled')`;

const reroute = `
  with outcome as (select * from unnest($3::uuid[], $4::text[], $5::text[]) as outcome (member_id, final, reason))
  update delivery set
    tried = array_append(delivery.tried, $2::channel),
    channel = coalesce(best.channel, delivery.channel),
    state = case
      when not exists (select from dispatch where notice_id = $1 and dispatch.channel = $2) then 'cancelled'
      when best.channel is null then outcome.final
      else 'created' end::delivery_state,
    next_at = case when best.channel is not null and delivery.acknowledged_at is null then $6::timestamptz end,
    in_doubt = false, attempts = 0, parts_sent = 0, reason = outcome.reason
  from outcome left join lateral (
    select chat.channel from chat
    join delivery current on current.notice_id = $1 and current.member_id = outcome.member_id
    where chat.member_id = outcome.member_id and chat.state = 'active' and chat.channel = any($7::channel[])
      and chat.channel <> $2 and chat.channel <> all(current.tried)
    order by chat.channel = any($8::channel[]), chat.preference, chat.linked_at limit 1) best on true
  where delivery.notice_id = $1 and delivery.member_id = outcome.member_id and delivery.state = 'created'`;

const openDispatches = `
  insert into dispatch (notice_id, channel, unit_id, cursor, exhausted, expires_at, turn_at)
  select distinct $1::uuid, delivery.channel, dispatch.unit_id, dispatch.cursor, true, dispatch.expires_at, dispatch.turn_at
  from delivery join dispatch on dispatch.notice_id = $1 and dispatch.channel = $2
  where delivery.notice_id = $1 and delivery.member_id = any($3::uuid[]) and delivery.state = 'created'
  on conflict (notice_id, channel) do update set turn_at = clock_timestamp()`;

/** The same where every row was sent, which is nearly always: two columns instead of six, and nothing to decide. */
export const recordSent = `
  with ended as (delete from delivery_batch where id = $1),
  outcome as (select * from unnest($3::uuid[], $4::text[]) as outcome (member_id, provider_id))
  update delivery set
    state = 'handed_over', provider_id = outcome.provider_id, handed_over_at = $5, parts_sent = parts_sent + 1,
    in_doubt = false, next_at = null, reason = null
  from outcome
  where delivery.notice_id = $2 and delivery.member_id = outcome.member_id
    and delivery.member_id between $6 and $7
    and delivery.state in ('created', 'cancelled')`;

/** By what the provider will name these messages when it reports on them. */
const keepProviderIds = `
  insert into sent_message (channel, provider_id, notice_id, member_id, sent_at)
  select $1, provider_id, $2, member_id, $5 from unnest($3::text[], $4::uuid[]) as sent (provider_id, member_id)
  on conflict do nothing`;

export interface RecordOptions {
  /** All channels that are on: where a refused row may still go. */
  channels: readonly ChannelName[];
  /** Those of them that do not answer: the last resort. */
  sick: readonly ChannelName[];
  now: Date;
  /** The provider will report on what was sent. */
  hasReceipts?: boolean;
  usage?: Usage;
}

/** @param outcomes one for each row of the batch, in their order */
export async function record(
  database: Database,
  batch: Batch,
  outcomes: readonly Outcome[],
  { channels, sick, now, hasReceipts = false, usage }: RecordOptions,
): Promise<void> {
  const gone = outcomes.flatMap((outcome) => ('gone' in outcome && outcome.gone ? [outcome.gone] : []));
  const sent = hasReceipts || gone.length > 0 ? null : sentOnly(batch, outcomes);
  if (sent) {
    const range = [batch.rows[0]!.memberId, batch.rows.at(-1)!.memberId];
    await database.query(recordSent, [batch.id, batch.noticeId, ...sent, now, ...range]);
    return;
  }
  const all = batch.rows.map(({ memberId }, index): [string, Outcome] => [memberId, outcomes[index]!]);
  const rerouted = all.filter(([, outcome]) => outcome.kind === 'reroute');
  const ordinary = all.filter(([, outcome]) => outcome.kind !== 'reroute');
  const range = [ordinary[0]?.[0] ?? null, ordinary.at(-1)?.[0] ?? null];
  const values = [batch.id, batch.noticeId, batch.channel, ...columns(ordinary), now, ...range];
  const ids = hasReceipts
    ? all.flatMap(([memberId, one]) => (one.kind === 'sent' ? [[one.providerId, memberId]] : []))
    : [];
  if (rerouted.length === 0 && ids.length === 0 && gone.length === 0) {
    await database.query(recordOutcomes, values);
    return;
  }
  await database.transaction(async (sql) => {
    // Counted with the batch's end and only by it: written down twice, after an answer that got lost, it counts once.
    if (gone.length > 0 && (await sql.query(endBatch, [batch.id])).length > 0)
      await usage?.add(
        batch.channel,
        gone.map((one) => ({ ...one, count: 1 })),
        sql,
      );
    await sql.query(recordOutcomes, values);
    if (ids.length > 0) {
      const columnsOfIds = [ids.map(([id]) => id), ids.map(([, memberId]) => memberId)];
      await sql.query(keepProviderIds, [batch.channel, batch.noticeId, ...columnsOfIds, now]);
    }
    if (rerouted.length === 0) return;
    await rerouteRows(sql, batch, rerouted as [string, Outcome & { kind: 'reroute' }][], {
      channels,
      sick,
      now,
    });
  });
}

const endBatch = 'delete from delivery_batch where id = $1 returning id';

/**
 * Members and provider ids as array literals; null where some row was not sent, or an id would need care. The
 * driver would look at every character of every id again.
 */
function sentOnly({ rows }: Batch, outcomes: readonly Outcome[]): [members: string, ids: string] | null {
  const ids: string[] = [];
  for (const outcome of outcomes) {
    if (outcome.kind !== 'sent' || /["\\]/.test(outcome.providerId)) return null;
    ids.push(outcome.providerId);
  }
  return [`{${rows.map(({ memberId }) => memberId).join(',')}}`, `{"${ids.join('","')}"}`];
}

async function rerouteRows(
  sql: Sql,
  batch: Batch,
  rows: [memberId: string, outcome: Outcome & { kind: 'reroute' }][],
  { channels, sick, now }: { channels: readonly ChannelName[]; sick: readonly ChannelName[]; now: Date },
): Promise<void> {
  const members = rows.map(([memberId]) => memberId);
  const ends = rows.map(([, outcome]) => outcome.end);
  const reasons = rows.map(([, outcome]) => outcome.reason);
  await sql.query(reroute, [batch.noticeId, batch.channel, members, ends, reasons, now, channels, sick]);
  await sql.query(openDispatches, [batch.noticeId, batch.channel, members]);
}

function columns(outcomes: [memberId: string, outcome: Outcome][]): unknown[] {
  return [
    outcomes.map(([memberId]) => memberId),
    outcomes.map(([, outcome]) => outcome.kind),
    outcomes.map(([, outcome]) => ('providerId' in outcome ? outcome.providerId : null)),
    outcomes.map(([, outcome]) => ('nextAt' in outcome ? outcome.nextAt : null)),
    outcomes.map(([, outcome]) => {
      if (outcome.kind === 'in-group') return waitsForGroup;
      return 'reason' in outcome ? outcome.reason : null;
    }),
    outcomes.map(([, outcome]) =>
      outcome.kind === 'doubt' || (outcome.kind === 'retry' && outcome.counts) ? 1 : 0,
    ),
  ];
}
