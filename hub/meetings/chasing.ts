import type { Actor } from '../platform/audit.ts';
import type { Sql } from '../platform/database/index.ts';
import { answersSoFar } from './answers.ts';
import { askWhetherComing } from './invitation.ts';
import type { MeetingsParts } from './meetings.ts';
import type { Meetings } from './port.ts';
import { findMeeting, lockMeeting, requireGoingOn, type MeetingRow } from './row.ts';
import { tell, type MeetingWord } from './telling.ts';
import { chaseInWords } from './words.ts';

/** Who is asked twice within this time is asked once. */
const oncePerMs = 3_600_000;

/** Whoever runs a meeting asks the silent once more, besides the reminders. */
export function chasing({
  database,
  people,
  notices,
  audit,
  queues,
  clock,
  timeZone,
}: Pick<MeetingsParts, 'database' | 'people' | 'notices' | 'audit' | 'queues' | 'clock' | 'timeZone'>): Pick<
  Meetings,
  'chase'
> {
  /** @throws {DomainError} `meeting.unknown`, `may.not`, `meeting.over`, `meeting.not-called` */
  async function chase(by: Actor, id: string): Promise<{ id: string; told: number }> {
    const { unitId } = await findMeeting(database, id);
    await people.requireMay(by, 'meeting.run', unitId);
    const told = await database.transaction(async (sql) => {
      const meeting = await lockMeeting(sql, id);
      requireGoingOn(meeting);
      const now = clock();
      if (meeting.startsAt <= now) return 0;
      const lately = await sql.query(selectChased, [id, new Date(now.getTime() - oncePerMs)]);
      if (lately.length > 0) return 0;
      const words = [wordTo(await silent(sql, meeting), meeting)];
      const persons = await tell(sql, notices, { meeting, words });
      const deed = { action: 'meeting.chased', unitId, subjectId: id, facts: { people: persons } };
      if (persons > 0) await audit.record(by, deed, sql);
      return persons;
    });
    if (told > 0) await queues.ring('deliver');
    return { id, told };
  }

  async function silent(sql: Sql, meeting: MeetingRow): Promise<string[]> {
    const said = await answersSoFar(sql, meeting, clock);
    return said.filter(({ says }) => says === null).map(({ memberId }) => memberId);
  }

  function wordTo(memberIds: readonly string[], meeting: MeetingRow): MeetingWord {
    return {
      kind: 'reminder',
      key: `chase ${clock().getTime()}`,
      memberIds,
      text: (say) => chaseInWords(meeting, { say, timeZone }),
      asks: askWhetherComing(meeting.id),
      expiresAt: meeting.startsAt,
    };
  }

  return { chase };
}

// Reminders that fall due by themselves are another matter.
const selectChased = `
  select from meeting_word word join notice on notice.id = word.notice_id
  where word.meeting_id = $1 and word.kind = 'reminder' and notice.created_at > $2
    and notice.idempotency_key like '% chase %' limit 1`;
