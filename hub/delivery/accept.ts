import type { Sql } from '../platform/database/index.ts';

/** Members of one slice: what one statement turns into rows without holding others up. */
const sliceSize = 20_000;

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
}

/**
 * Fixes the audience of a notice inside the caller's transaction and returns how many recipients it has.
 * The rows follow in slices, made by the process that delivers, which alone knows the channels there are;
 * until then a recipient is `created`.
 */
export async function acceptAudience(sql: Sql, acceptance: Acceptance): Promise<number> {
  const { noticeId, unitId, audience, sendAt, expiresAt, urgent, follows } = acceptance;
  const shifted = audience.query.replaceAll(/\$(\d+)/g, (_, number: string) => `$${Number(number) + 7}`);
  const slices = await sql.query<{ recipients: number }>(
    `with recipient as (
       select member_id, (row_number() over (order by member_id) - 1) / $6::int as slice from (${shifted}) audience
     )
     insert into audience_slice (notice_id, number, expand_at, expires_at, urgent, sender_unit_id, follows_id, members)
     select $1, slice, $3::timestamptz, $4::timestamptz, $5, $2, $7::uuid, array_agg(member_id order by member_id)
     from recipient group by slice
     returning cardinality(members) as recipients`,
    [noticeId, unitId, sendAt, expiresAt, urgent, sliceSize, follows ?? null, ...audience.values],
  );
  return slices.reduce((sum, slice) => sum + slice.recipients, 0);
}
