import type { Actor } from '../platform/audit.ts';
import type { Sql } from '../platform/database/index.ts';
import { isId, newId } from '../platform/ids.ts';
import { MeetingInvalid, MeetingOver } from './errors.ts';
import type { MeetingsParts } from './meetings.ts';
import { cleanItems, refuseMarked } from './new-meeting.ts';
import type { Meetings, NewItem } from './port.ts';
import { findMeeting, lockMeeting } from './row.ts';

/** The agenda: what is spoken of, in which order. */
export function agenda({
  database,
  people,
  audit,
}: Pick<MeetingsParts, 'database' | 'people' | 'audit'>): Pick<Meetings, 'setItems'> {
  /** Also while the meeting goes on: an item may be added, and what was noted stays with its item. */
  async function setItems(by: Actor, id: string, items: readonly (NewItem & { id?: string | undefined })[]) {
    const { unitId } = await findMeeting(database, id);
    await people.requireMay(by, 'meeting.call', unitId);
    const clean = cleanItems(items);
    await refuseMarked({ items: clean });
    await database.transaction(async (sql) => {
      const { closedAt, cancelledAt } = await lockMeeting(sql, id);
      if (closedAt ?? cancelledAt) throw new MeetingOver();
      await keepItems(sql, id, clean);
      const deed = { action: 'meeting.agenda-set', unitId, subjectId: id, facts: { items: clean.length } };
      await audit.record(by, deed, sql);
    });
  }

  return { setItems };
}

/**
 * The items as they are from here on; those that are named by their id keep what hangs on them.
 *
 * @throws {MeetingInvalid} `items`: an id of another meeting's
 */
export async function keepItems(
  sql: Sql,
  meetingId: string,
  items: readonly (NewItem & { id?: string | undefined })[],
): Promise<void> {
  const known = items.flatMap(({ id }) => (id && isId(id) ? [id] : []));
  await sql.query('delete from meeting_item where meeting_id = $1 and not (id = any ($2::uuid[]))', [
    meetingId,
    known,
  ]);
  // No two may stand at one place, not even for the time of one statement.
  await sql.query('update meeting_item set position = -position where meeting_id = $1', [meetingId]);
  const rows = items.map(({ id, title, minutes, rapporteur }, index) => ({
    id: id && isId(id) ? id : newId(),
    position: index + 1,
    title,
    minutes: minutes ?? null,
    rapporteur: rapporteur ?? null,
  }));
  const kept = await sql.query(upsertItems, [meetingId, JSON.stringify(rows)]);
  if (kept.length < rows.length) throw new MeetingInvalid('items');
}

/** An item of another meeting is left alone, and the answer is shorter. */
const upsertItems = `
  insert into meeting_item (id, meeting_id, position, title, minutes, rapporteur)
  select item.id, $1, item.position, item.title, item.minutes, item.rapporteur
  from jsonb_to_recordset($2::jsonb) as item (id uuid, position smallint, title text, minutes smallint, rapporteur text)
  on conflict (id) do update set position = excluded.position, title = excluded.title, minutes = excluded.minutes,
    rapporteur = excluded.rapporteur
  where meeting_item.meeting_id = excluded.meeting_id
  returning id`;
