import type { Actor } from '../platform/audit.ts';
import type { Announcing } from './announcing.ts';
import { MeetingOver, MeetingRuns } from './errors.ts';
import type { MeetingsParts } from './meetings.ts';
import { requireComing, titleAfter } from './planning.ts';
import type { Meetings } from './port.ts';
import { findMeeting, lockMeeting, stateOf } from './row.ts';

/** What a series proposes becomes a meeting when somebody says so. */
export function confirming({
  database,
  people,
  queues,
  clock,
  locales,
  announcing,
}: Pick<MeetingsParts, 'database' | 'people' | 'queues' | 'clock' | 'locales'> & {
  announcing: Announcing;
}): Pick<Meetings, 'confirm'> {
  /** Who confirms it calls it. Asked again for the same time it calls nobody twice. */
  async function confirm(by: Actor, id: string, { startsAt }: { startsAt?: Date } = {}) {
    const { unitId, startsAt: proposed } = await findMeeting(database, id);
    await people.requireMay(by, 'meeting.call', unitId);
    const wanted = startsAt ?? proposed;
    const prepared = await announcing.prepare(wanted);
    const answer = await database.transaction(async (sql) => {
      const meeting = await lockMeeting(sql, id);
      const state = stateOf(meeting);
      if (state === 'cancelled' || state === 'closed') throw new MeetingOver();
      if (state !== 'proposed') {
        if (meeting.startsAt.getTime() !== wanted.getTime()) throw new MeetingRuns();
        const [row] = await sql.query<{ invited: number }>(countCalled, [id]);
        return { id, invited: row!.invited };
      }
      requireComing(wanted, clock());
      const title = await titleAfter(sql, meeting, { wanted: { startsAt: wanted }, say: locales('vi') });
      await sql.query(takeUp, [id, wanted, by.memberId, title]);
      const invited = await announcing.announce(sql, by, { meeting: await lockMeeting(sql, id), prepared });
      return { id, invited };
    }, 60_000);
    await queues.ring('deliver');
    return answer;
  }

  return { confirm };
}

const takeUp = `
  update meeting set starts_at = $2, called_by = coalesce($3, called_by), title = $4 where id = $1`;

const countCalled = `select count(*)::int as invited from attendance where meeting_id = $1 and summoned`;
