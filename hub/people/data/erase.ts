import { randomInt } from 'node:crypto';
import type { Actor } from '../../platform/audit.ts';
import type { Sql } from '../../platform/database/index.ts';
import { calendarDay } from '../days.ts';

/** What stands where the name stood: not a word of any language's catalogue, since it is data. */
const erasedName = 'Đã xóa dữ liệu';

const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const codeLength = 10;

/**
 * Holds the member against whoever links a chat or makes an invitation at the same moment: invitations go first,
 * then the row is locked, in the order in which linking takes its own locks. Null for one who is erased already.
 */
export async function lockForErasing(sql: Sql, memberId: string): Promise<Record<string, number> | null> {
  const before = await sql.query('delete from invite where member_id = $1 returning id', [memberId]);
  const [member] = await sql.query('select from member where id = $1 and erased_at is null for update', [
    memberId,
  ]);
  if (!member) return null;
  const meanwhile = await sql.query('delete from invite where member_id = $1 returning id', [memberId]);
  return { invites: before.length + meanwhile.length };
}

/** What people itself keeps; inside the caller's transaction. Returns how many rows went. */
export async function erasePerson(
  sql: Sql,
  { by, memberId, codeHash, now }: { by: Actor; memberId: string; codeHash: Buffer; now: Date },
): Promise<Record<string, number>> {
  const erased: Record<string, number> = {};
  for (const [name, text] of Object.entries(removals)) {
    erased[name] = (await sql.query(`${text} returning 1`, [memberId])).length;
  }
  const today = calendarDay(now);
  for (const table of ['membership', 'role'] as const) {
    await sql.query(`delete from ${table} where member_id = $1 and from_on > $2::date`, [memberId, today]);
    await sql.query(endedWithoutReasons(table), [memberId, today, by.memberId]);
  }
  const [had] = await sql.query<{ contacts: number }>(countContacts, [memberId]);
  const withdrawn = await sql.query(withdrawConsents, [memberId, now]);
  await sql.query(leaveTombstone, [memberId, drawCode(), erasedName, now]);
  const byOther = by.memberId === memberId ? null : by.memberId;
  await sql.query(keepErasure, [memberId, codeHash, now, byOther]);
  return { ...erased, contacts: had?.contacts ?? 0, consentsWithdrawn: withdrawn.length };
}

function drawCode(): string {
  return `X-${Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('')}`;
}

/** Under the words of the report. */
const removals = {
  chats: 'delete from chat where member_id = $1',
  requests: 'delete from member_request where member_id = $1',
  sessions: 'delete from console_session where member_id = $1',
  signInLinks: 'delete from sign_in_link where member_id = $1',
  apiTokens: 'delete from api_token where member_id = $1',
  importDrafts: 'delete from import_draft where member_id = $1',
  statuses: 'delete from member_status where member_id = $1',
};

/** Where somebody was and in which role is part of the unit's record; why is a person's own affair. */
const endedWithoutReasons = (table: 'membership' | 'role') => `
  update ${table} set reason = null, end_reason = null,
    ended_by = case when to_on is null or to_on > $2::date then $3::uuid else ended_by end,
    to_on = greatest(from_on, least(to_on, $2::date))
  where member_id = $1`;

const countContacts = `
  select (phone is not null)::int + (email is not null)::int as contacts from member where id = $1`;

const withdrawConsents = `
  update consent set withdrawn_at = $2 where member_id = $1 and withdrawn_at is null returning id`;

const leaveTombstone = `
  update member set code = $2, full_name = $3, folded_name = '', language = 'vi', joined_on = null,
    phone = null, email = null, updated_at = $4, erased_at = $4
  where id = $1`;

const keepErasure =
  'insert into erasure (member_id, code_hash, erased_at, erased_by) values ($1, $2, $3, $4)';
