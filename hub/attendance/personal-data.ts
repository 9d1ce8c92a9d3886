import type { PersonalData } from '../people/index.ts';
import type { Keys } from '../platform/keys.ts';
import { openReasons } from './reasons.ts';

/**
 * Where a person was and what he or she said of it. Marks stay in the record of their meetings; why, by which browser
 * and what was typed wrongly goes.
 */
export function attendanceData(keys: Keys): PersonalData {
  const reasons = openReasons(keys);
  return {
    async tell(sql, { memberId }, reader) {
      // The office that makes the copy for somebody is not told what he or she has said to the bot.
      const told = ({ meetingId, reason, ...row }: SealedRow) => ({
        ...row,
        reason: reader === 'member' ? reasons.open(meetingId, memberId, reason) : null,
      });
      const rows = await sql.query<SealedRow>(selectRows, [memberId]);
      const corrected = await sql.query<SealedRow>(selectCorrections, [memberId]);
      return {
        attendance: rows.map(told),
        attendanceCorrections: corrected.map(told),
        wrongCheckIns: await sql.query(selectTries, [memberId]),
      };
    },

    async erase(sql, { memberId }) {
      const wiped = await sql.query(wipeReasons, [memberId]);
      const corrections = await sql.query(wipeCorrections, [memberId]);
      await sql.query('delete from check_in_try where member_id = $1', [memberId]);
      return { absenceReasons: wiped.length + corrections.length };
    },
  };
}

interface SealedRow {
  meetingId: string;
  reason: Buffer | null;
}

const selectRows = `
  select a.meeting_id as "meetingId", g.title, unit.name as unit, g.starts_at as "startsAt", a.rsvp, a.rsvp_at as "rsvpAt",
    a.late_minutes as "lateMinutes", a.reason, a.excuse, a.mark, a.marked_at as "markedAt", a.road
  from attendance a join meeting g on g.id = a.meeting_id join unit on unit.id = g.unit_id
  where a.member_id = $1 order by g.starts_at, g.id`;

const selectCorrections = `
  select c.meeting_id as "meetingId", g.title, c.before, c.after, c.reason, c.corrected_at as "correctedAt"
  from attendance_correction c join meeting g on g.id = c.meeting_id
  where c.member_id = $1 order by c.corrected_at, c.id`;

const selectTries = 'select tried_at as "triedAt" from check_in_try where member_id = $1 order by tried_at';

const wipeReasons = `
  update attendance set reason = null, device = null
  where member_id = $1 and (reason is not null or device is not null) returning meeting_id`;

const wipeCorrections = `
  update attendance_correction set reason = ''::bytea where member_id = $1 and reason <> ''::bytea returning id`;
