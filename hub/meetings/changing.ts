import type { Actor } from '../platform/audit.ts';
import type { Sql } from '../platform/database/index.ts';
import type { Announcing, Prepared } from './announcing.ts';
import type { following } from './calendar/index.ts';
import { MeetingOver, MeetingRuns } from './errors.ts';
import { askWhetherComing } from './invitation.ts';
import type { MeetingsParts } from './meetings.ts';
import { requireOfMeeting } from './naming.ts';
import { cleanText } from './new-meeting.ts';
import { titleAfter } from './planning.ts';
import type { MeetingChange, Meetings, Scope } from './port.ts';
import {
  changedFields,
  isOfTheRecord,
  isTold,
  resolveChange,
  type ResolvedChange,
} from './resolved-change.ts';
import { findMeeting, lockMeeting, stateOf, type MeetingRow } from './row.ts';
import { dropReminders } from './steps.ts';
import { notYetHeard, tell, whomToTell } from './telling.ts';
import { changeInWords } from './words.ts';

/** What of a meeting becomes otherwise, and who is told of it. */
export function changing(
  parts: Pick<
    MeetingsParts,
    'database' | 'people' | 'notices' | 'attendance' | 'audit' | 'queues' | 'clock' | 'timeZone' | 'locales'
  > & { announcing: Announcing } & Pick<ReturnType<typeof following>, 'changeFrom'>,
): Pick<Meetings, 'change'> {
  const { database, people, notices, attendance, audit, queues, clock, timeZone } = parts;
  const { locales, announcing, changeFrom } = parts;

  /**
   * Those who have the invitation are told only what is otherwise; those whom it has not reached yet get the meeting as
   * it is now, and the older word goes no more. Nobody is told where nothing is otherwise that concerns members.
   */
  async function change(by: Actor, id: string, wanted: MeetingChange, scope: Scope = 'one') {
    const { unitId, startsAt } = await findMeeting(database, id);
    await people.requireMay(by, 'meeting.call', unitId);
    const resolved = await resolveChange(wanted, { people, now: clock() });
    const prepared = await announcing.prepare(resolved.startsAt ?? startsAt);
    const leads = by.memberId === null || (await people.may(by.memberId, 'attendance.people', unitId));
    const told = await database.transaction(async (sql) => {
      const later =
        scope === 'one' ? [] : await changeFrom(sql, by, { meetingId: id, change: cleanText(wanted) });
      let sum = await changeWithin(sql, by, { id, change: resolved, prepared, leads });
      // Each later one keeps its own title, and has a time of its own.
      const { title: _, startsAt: moved, ...same } = resolved;
      for (const each of later) {
        const own = moved ? { ...same, startsAt: each.startsAt } : same;
        sum += await changeWithin(sql, by, { id: each.id, change: own, prepared, leads });
      }
      return sum;
    }, 60_000);
    if (told > 0) await queues.ring('deliver');
    return { id, told };
  }

  /** Inside the caller's transaction, who has asked for the right. Returns how many are told. */
  async function changeWithin(
    sql: Sql,
    by: Actor,
    {
      id,
      change: wanted,
      prepared,
      leads,
    }: { id: string; change: ResolvedChange; prepared: Prepared; leads: boolean },
  ): Promise<number> {
    const before = await lockMeeting(sql, id);
    const state = stateOf(before);
    if (state === 'cancelled' || (state === 'closed' && !isOfTheRecord(wanted))) throw new MeetingOver();
    const change = { title: await titleAfter(sql, before, { wanted, say: locales('vi') }), ...wanted };
    const changed = changedFields(before, change);
    if (changed.length === 0) return 0;
    if (state === 'open' && changed.includes('startsAt')) throw new MeetingRuns();
    if (!leads) await requireOfMeeting(sql, before, wanted);
    const meeting = { ...before, ...change };
    const tells = changed.filter((field) => isTold(field));
    await write(sql, meeting, { moved: changed.includes('startsAt'), told: tells.length > 0 });
    if (changed.includes('reminders')) await dropReminders(sql, id, meeting.reminders);
    let told = 0;
    if (state === 'called' || state === 'open') {
      if (changed.includes('startsAt') || changed.includes('reminders')) {
        await attendance.summon(sql, meeting);
        await announcing.planSteps(sql, meeting, prepared.rules);
      }
      if (tells.length > 0) told = await tellChange(sql, { id, tells, prepared });
    }
    const facts = { fields: changed.join(' '), told };
    await audit.record(by, { action: 'meeting.changed', unitId: before.unitId, subjectId: id, facts }, sql);
    return told;
  }

  async function tellChange(
    sql: Sql,
    { id, tells, prepared }: { id: string; tells: readonly string[]; prepared: Prepared },
  ): Promise<number> {
    const meeting = await lockMeeting(sql, id);
    const called = await whomToTell(sql, id, clock);
    const withInvitation = called.filter(({ invited }) => invited).map(({ memberId }) => memberId);
    const without = called.filter(({ invited }) => !invited).map(({ memberId }) => memberId);
    // A change that somebody has not heard of yet is superseded by this one, which therefore tells it too.
    const all = new Set([...tells, ...(await notYetHeard(sql, id))]);
    const invitation = await announcing.invitation(sql, { meeting, prepared, memberIds: without });
    return await tell(sql, notices, {
      meeting,
      words: [
        { ...invitation, expiresAt: endOf(meeting) },
        {
          kind: 'change',
          key: `change ${meeting.revision}`,
          memberIds: withInvitation,
          tells: [...all],
          text: (say) => changeInWords(meeting, all, { say, timeZone }),
          ...(all.has('startsAt') ? { asks: askWhetherComing(id) } : {}),
          expiresAt: endOf(meeting),
        },
      ],
    });
  }

  async function write(
    sql: Sql,
    meeting: MeetingRow,
    { moved, told }: { moved: boolean; told: boolean },
  ): Promise<void> {
    await sql.query(updateMeeting, [
      meeting.id,
      meeting.title,
      meeting.kind,
      meeting.startsAt,
      meeting.minutes,
      meeting.place,
      meeting.link,
      meeting.lateAfter,
      meeting.reminders,
      meeting.guests,
      meeting.chairId,
      meeting.takerId,
      told ? 1 : 0,
      moved ? clock() : meeting.movedAt,
    ]);
  }

  return { change };
}

/** A change is news until the meeting is over. */
function endOf({ startsAt, minutes }: MeetingRow): Date {
  return new Date(startsAt.getTime() + minutes * 60_000);
}

const updateMeeting = `
  update meeting set title = $2, kind = $3::meeting_kind, starts_at = $4, minutes = $5, place = $6, link = $7,
    late_after = $8, reminders = $9, guests = $10, chair_id = $11, taker_id = $12, revision = revision + $13,
    moved_at = $14
  where id = $1`;
