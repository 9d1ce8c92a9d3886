import type { Sql } from '../platform/database/index.ts';

/** A notice for persons who are named one by one: few enough for one slice. */
export interface NamedAudience {
  noticeId: string;
  /** The unit that sends: units share a channel by turns. */
  unitId: string;
  /** Each once, at least one. */
  memberIds: readonly string[];
  sendAt: Date;
  expiresAt: Date | null;
  urgent: boolean;
}

/** Fixes the audiences of many small notices inside the caller's transaction, all in one statement. */
export async function acceptNamed(sql: Sql, audiences: readonly NamedAudience[]): Promise<void> {
  await sql.query(
    `insert into audience_slice (notice_id, number, expand_at, expires_at, urgent, sender_unit_id, members)
     select "noticeId", 0, "sendAt", "expiresAt", urgent, "unitId",
       array(select id::uuid from jsonb_array_elements_text("memberIds") as member (id) order by id::uuid)
     from jsonb_to_recordset($1::jsonb) as audience ("noticeId" uuid, "unitId" uuid, "memberIds" jsonb,
       "sendAt" timestamptz, "expiresAt" timestamptz, urgent boolean)`,
    [JSON.stringify(audiences)],
  );
}
