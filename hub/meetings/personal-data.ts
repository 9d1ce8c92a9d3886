import type { PersonalData } from '../people/index.ts';

/**
 * Which meetings a person called, led or wrote the minutes of. That stays in their record, and says of nobody who it was
 * once the member is a tombstone; as a guest, or somebody who presents an item, a person stands there by name, and
 * goes.
 */
export const meetingData: PersonalData = {
  async tell(sql, { memberId }) {
    return { ledMeetings: await sql.query(selectLed, [memberId]) };
  },

  async erase(sql, { memberId }) {
    const items = await sql.query(unnameItems, [memberId]);
    const series = await sql.query(unnameSeries, [memberId]);
    const guests = await sql.query(unnameGuests, [memberId]);
    return { agendaNames: items.length + series.length, guestNames: guests.length };
  },
};

const selectLed = `
  select title, starts_at as "startsAt", called_by = $1 as called, coalesce(chair_id = $1, false) as chaired,
    coalesce(taker_id = $1, false) as "wroteMinutes"
  from meeting where $1 in (called_by, chair_id, taker_id) order by starts_at, id`;

// A namesake loses the name too: better one name too few than the one that should be gone.
const unnameItems = `
  update meeting_item item set rapporteur = replace(rapporteur, member.full_name, '…') from member
  where member.id = $1 and position(member.full_name in item.rapporteur) > 0 returning item.id`;

const unnameGuests = `
  update meeting set guests = replace(guests, member.full_name, '…') from member
  where member.id = $1 and position(member.full_name in guests) > 0 returning meeting.id`;

const unnameSeries = `
  update meeting_series series set agenda = replace(agenda::text, member.full_name, '…')::jsonb from member
  where member.id = $1 and position(member.full_name in series.agenda::text) > 0 returning series.id`;
