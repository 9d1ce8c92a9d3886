import { isInformed, calendarDay } from '../people/index.ts';
import type { Digest, Notices } from '../notices/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Sql } from '../platform/database/index.ts';
import type { MeetingRow } from './row.ts';

export type WordKind = 'invitation' | 'change' | 'cancellation' | 'reminder' | 'duty' | 'paper';

/** What says all there is to know: older words that have not gone are of no use beside it. */
const newest: readonly WordKind[] = ['invitation', 'change', 'cancellation'];

/** One word about a meeting to some of its people. */
export interface MeetingWord extends Pick<Digest, 'text' | 'asks' | 'memberIds' | 'expiresAt'> {
  kind: WordKind;
  /** The same key of the same meeting says it once. */
  key: string;
  /** Of a change: the fields that it tells. */
  tells?: readonly string[];
}

/**
 * Says words about a meeting, and writes down by which notices it was said. Inside the caller's transaction; the
 * caller rings `deliver` afterwards. Returns how many persons are told.
 */
export async function tell(
  sql: Sql,
  { tellPersons }: Pick<Notices, 'tellPersons'>,
  { meeting, words }: { meeting: MeetingRow; words: readonly MeetingWord[] },
): Promise<number> {
  const spoken = words.filter(({ memberIds }) => memberIds.length > 0);
  if (spoken.length === 0) return 0;
  const said = await tellPersons(
    sql,
    spoken.map(({ kind, key, ...word }) => ({
      ...word,
      about: kind === 'duty' ? 'duties' : 'meeting',
      unitId: meeting.unitId,
      senderId: meeting.calledBy,
      key: keyOf(meeting, key),
      subjectKey: `meeting:${meeting.id}`,
      supersedes: newest.includes(kind),
    })),
  );
  const wordOf = new Map(spoken.map((word) => [keyOf(meeting, word.key), word]));
  for (const { noticeId, key } of said) {
    const { kind, tells = [] } = wordOf.get(key)!;
    await sql.query(insertWord, [meeting.id, noticeId, kind, tells]);
  }
  return said.reduce((sum, { recipients }) => sum + recipients, 0);
}

/** Who is called to a meeting and gets words at all, with what of it they have got so far. */
export async function whomToTell(
  sql: Sql,
  id: string,
  clock: Clock,
): Promise<readonly { memberId: string; invited: boolean }[]> {
  return await sql.query(selectCalled, [id, calendarDay(clock())]);
}

/** Fields of earlier changes that somebody may not have heard of yet. */
export async function notYetHeard(sql: Sql, id: string): Promise<string[]> {
  const rows = await sql.query<{ tells: string[] }>(selectWaiting, [id]);
  return [...new Set(rows.flatMap(({ tells }) => tells))];
}

function keyOf({ id }: MeetingRow, key: string): string {
  return `meeting ${id} ${key}`;
}

const insertWord = `
  insert into meeting_word (meeting_id, notice_id, kind, tells) values ($1, $2, $3::meeting_word_kind, $4)`;

const selectCalled = `
  select called.member_id as "memberId", exists (
      select from meeting_word word join delivery on delivery.notice_id = word.notice_id
      where word.meeting_id = $1 and word.kind = 'invitation' and delivery.member_id = called.member_id
        and delivery.state = 'handed_over'
    ) as invited
  from attendance called
  where called.meeting_id = $1 and called.summoned and ${isInformed('called.member_id', '$2::date')}
  order by called.member_id`;

const selectWaiting = `
  select word.tells from meeting_word word join notice on notice.id = word.notice_id
  where word.meeting_id = $1 and word.kind = 'change' and notice.cancelled_at is null
    and (exists (select from delivery where notice_id = word.notice_id and state = 'created')
      or exists (select from audience_slice where notice_id = word.notice_id))`;
