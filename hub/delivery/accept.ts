import type { Sql } from '../platform/database/index.ts';

/** Members of one slice: what one statement turns into rows without holding others up. */
const sliceSize = 20_000;
/**
 * The first slice is small, so that its messages are on their way at once, and each of the next ones twice as large:
 * there are always rows to send while more are made.
 */
const sliceEnds = [1_000, 3_000, 7_000, 15_000, 31_000];
const inFirstSlices = sliceEnds.at(-1)!;
const sliceOf = `
  case when place < ${inFirstSlices} then width_bucket(place, array[${sliceEnds.join(', ')}]::bigint[])
    else ${sliceEnds.length} + (place - ${inFirstSlices}) / ${sliceSize} end::int`;

export interface Acceptance {
  noticeId: string;
  /** The unit that sends: units share a channel by turns. */
  unitId: string;
  /** A query of one column `member_id`; evaluated once, here, and never again. */
  audience: { query: string; values: readonly unknown[] };
  sendAt: Date;
  /** When the notice is stale: what has not gone by then is cancelled. */
  expiresAt: Date | null;
  urgent: boolean;
  /** The notice this one reminds of: whoever acknowledges that before this goes is not sent it. */
  follows?: string;
  /** Each on another channel than those on which the notice it follows has gone, where the member has one. */
  otherChannel?: boolean;
}

/**
 * Fixes the audience of a notice inside the caller's transaction and returns how many recipients it has.
 * The rows follow in slices, made by the process that delivers, which alone knows the channels there are;
 * until then a recipient is `created`.
 */
export async function acceptAudience(sql: Sql, acceptance: Acceptance): Promise<number> {
  const { noticeId, unitId, audience, sendAt, expiresAt, urgent, follows, otherChannel } = acceptance;
  const shifted = audience.query.replaceAll(/\$(\d+)/g, (_, number: string) => `$${Number(number) + 7}`);
  const slices = await sql.query<{ recipients: number }>(
    `with recipient as (
       select member_id, ${sliceOf} as slice
       from (select member_id, row_number() over (order by member_id) - 1 as place from (${shifted}) audience) placed
     )
     insert into audience_slice (notice_id, number, expand_at, expires_at, urgent, sender_unit_id, follows_id,
       other_channel, members)
     select $1, slice, $3::timestamptz, $4::timestamptz, $5, $2, $6::uuid, $7::boolean,
       array_agg(member_id order by member_id)
     from recipient group by slice
     returning cardinality(members) as recipients`,
    [noticeId, unitId, sendAt, expiresAt, urgent, follows ?? null, otherChannel ?? false, ...audience.values],
  );
  return slices.reduce((sum, slice) => sum + slice.recipients, 0);
}
