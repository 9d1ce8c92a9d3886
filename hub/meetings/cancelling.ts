import type { Actor } from '../platform/audit.ts';
import type { Sql } from '../platform/database/index.ts';
import type { Say } from '../platform/locales.ts';
import type { following } from './calendar/index.ts';
import { MeetingInvalid, MeetingOver } from './errors.ts';
import type { MeetingsParts } from './meetings.ts';
import { refuseMarked } from './new-meeting.ts';
import type { Meetings, Scope } from './port.ts';
import { findMeeting, lockMeeting, stateOf } from './row.ts';
import { cancelSteps } from './steps.ts';
import { tell, whomToTell } from './telling.ts';
import { cancellationInWords } from './words.ts';

const longestReason = 300;

/** A meeting does not take place. */
export function cancelling({
  database,
  people,
  notices,
  audit,
  queues,
  clock,
  timeZone,
  endFrom,
}: Pick<MeetingsParts, 'database' | 'people' | 'notices' | 'audit' | 'queues' | 'clock' | 'timeZone'> &
  Pick<ReturnType<typeof following>, 'endFrom'>): Pick<Meetings, 'cancel'> {
  /** Tells all who were called; asked again it tells nobody. With `following` its series ends here, too. */
  async function cancel(by: Actor, id: string, given: { reason?: string; scope?: Scope }) {
    const { unitId } = await findMeeting(database, id);
    await people.requireMay(by, 'meeting.call', unitId);
    const reason = await checkedReason(given.reason);
    const told = await database.transaction(async (sql) => {
      const later = given.scope === 'following' ? await endFrom(sql, by, id) : [];
      let sum = 0;
      for (const each of [{ id }, ...later]) sum += await cancelWithin(sql, by, { id: each.id, reason });
      return sum;
    }, 60_000);
    if (told > 0) await queues.ring('deliver');
    return { id, told };
  }

  /** Inside the caller's transaction, who has asked for the right. Returns how many are told. */
  async function cancelWithin(
    sql: Sql,
    by: Actor,
    { id, reason }: { id: string; reason: string | null },
  ): Promise<number> {
    const meeting = await lockMeeting(sql, id);
    const state = stateOf(meeting);
    if (state === 'cancelled') return 0;
    if (state === 'closed') throw new MeetingOver();
    const now = clock();
    await sql.query(
      'update meeting set cancelled_at = $2, cancel_reason = $3, revision = revision + 1 where id = $1',
      [id, now, reason],
    );
    await cancelSteps(sql, id, now);
    const told = state === 'proposed' ? 0 : await tellEverybody();
    const deed = { action: 'meeting.cancelled', unitId: meeting.unitId, subjectId: id, facts: { told } };
    await audit.record(by, deed, sql);
    return told;

    async function tellEverybody(): Promise<number> {
      const called = await whomToTell(sql, id, clock);
      const word = {
        kind: 'cancellation' as const,
        key: 'cancellation',
        memberIds: called.map(({ memberId }) => memberId),
        text: (say: Say) => cancellationInWords(meeting, reason, { say, timeZone }),
        ...(meeting.startsAt > now ? { expiresAt: meeting.startsAt } : {}),
      };
      return await tell(sql, notices, { meeting, words: [word] });
    }
  }

  return { cancel };
}

/** @throws {MeetingInvalid} `reason` @throws {DomainError} `notice.classified` */
async function checkedReason(text: string | undefined): Promise<string | null> {
  const reason = text?.normalize('NFC').replaceAll(/\s+/g, ' ').trim() ?? '';
  if (reason.length > longestReason) throw new MeetingInvalid('reason');
  await refuseMarked({ title: reason });
  return reason || null;
}
