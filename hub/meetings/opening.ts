import type { Actor } from '../platform/audit.ts';
import { NotBegun } from './errors.ts';
import type { MeetingsParts } from './meetings.ts';
import type { Meetings } from './port.ts';
import { findMeeting, lockMeeting, requireGoingOn, stateOf } from './row.ts';
import { cancelSteps, keepSteps, stepAfter } from './steps.ts';

/** A meeting begins and ends: in between people check in. */
export function opening({
  database,
  people,
  attendance,
  audit,
  clock,
}: Pick<MeetingsParts, 'database' | 'people' | 'attendance' | 'audit' | 'clock'>): Pick<
  Meetings,
  'open' | 'close'
> {
  /** Asked again it says the code of this minute. Who has joined the unit since is called too. */
  async function open(by: Actor, id: string): Promise<{ id: string; checkInCode: string }> {
    const { unitId } = await findMeeting(database, id);
    await people.requireMay(by, 'meeting.run', unitId);
    await database.transaction(async (sql) => {
      const meeting = await lockMeeting(sql, id);
      requireGoingOn(meeting);
      if (meeting.openedAt) return;
      await attendance.summon(sql, meeting);
      await sql.query('update meeting set opened_at = $2 where id = $1', [id, clock()]);
      await audit.record(by, { action: 'meeting.opened', unitId, subjectId: id }, sql);
    });
    const { code } = await attendance.code(by, id);
    return { id, checkInCode: code };
  }

  /** Settles who was there; asked again it does nothing. @throws {NotBegun} neither opened nor its hour come */
  async function close(by: Actor, id: string): Promise<{ id: string }> {
    const { unitId, kind, startsAt } = await findMeeting(database, id);
    await people.requireMay(by, 'meeting.run', unitId);
    const { value: reportDays } = await people.rule('meeting.report-days', clock());
    await database.transaction(async (sql) => {
      const meeting = await lockMeeting(sql, id);
      if (stateOf(meeting) === 'closed') return;
      requireGoingOn(meeting);
      const now = clock();
      if (!meeting.openedAt && startsAt > now) throw new NotBegun();
      await sql.query('update meeting set closed_at = $2 where id = $1', [id, now]);
      const settled = await attendance.settle(sql, id, now);
      await cancelSteps(sql, id, now);
      // Of a congress more is reported, and by other rules.
      if (kind !== 'congress') {
        await keepSteps(sql, id, { steps: [stepAfter(now, reportDays as number)], now });
      }
      const deed = { action: 'meeting.closed', unitId, subjectId: id, facts: { settled } };
      await audit.record(by, deed, sql);
    });
    return { id };
  }

  return { open, close };
}
