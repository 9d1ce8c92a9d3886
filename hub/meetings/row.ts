import type { Sql } from '../platform/database/index.ts';
import { isId } from '../platform/ids.ts';
import { MeetingOver, MeetingUnknown, NotCalledYet } from './errors.ts';
import type { MeetingKind, MeetingState } from './port.ts';

/** A meeting as the feature's own verbs need it. */
export interface MeetingRow extends Moments {
  id: string;
  unitId: string;
  seriesId: string | null;
  kind: MeetingKind;
  title: string;
  startsAt: Date;
  minutes: number;
  place: string | null;
  link: string | null;
  lateAfter: number;
  reminders: number[];
  calledBy: string;
  chairId: string | null;
  takerId: string | null;
  guests: string;
  revision: number;
  movedAt: Date | null;
  cancelReason: string | null;
}

/** What its state follows from. */
export interface Moments {
  calledAt: Date | null;
  openedAt: Date | null;
  closedAt: Date | null;
  cancelledAt: Date | null;
}

/** Columns of the table under the alias `meeting`. */
export const meetingColumns = `meeting.id, meeting.unit_id as "unitId", meeting.series_id as "seriesId", meeting.kind,
  meeting.title, meeting.starts_at as "startsAt", meeting.minutes, meeting.place, meeting.link,
  meeting.late_after as "lateAfter", meeting.reminders, meeting.called_by as "calledBy",
  meeting.chair_id as "chairId", meeting.taker_id as "takerId", meeting.guests, meeting.revision,
  meeting.moved_at as "movedAt", meeting.called_at as "calledAt", meeting.opened_at as "openedAt",
  meeting.closed_at as "closedAt", meeting.cancelled_at as "cancelledAt", meeting.cancel_reason as "cancelReason"`;

export function stateOf({ calledAt, openedAt, closedAt, cancelledAt }: Moments): MeetingState {
  if (cancelledAt) return 'cancelled';
  if (closedAt) return 'closed';
  if (openedAt) return 'open';
  return calledAt ? 'called' : 'proposed';
}

/** @throws {MeetingUnknown} also for what is no id at all */
export async function findMeeting(sql: Sql, id: string): Promise<MeetingRow> {
  return await found(sql, id, '');
}

/** The same, held against everybody else until the transaction ends. */
export async function lockMeeting(sql: Sql, id: string): Promise<MeetingRow> {
  return await found(sql, id, 'for update');
}

/** @throws {MeetingOver} closed or cancelled @throws {NotCalledYet} only proposed */
export function requireGoingOn(meeting: Moments): void {
  const state = stateOf(meeting);
  if (state === 'closed' || state === 'cancelled') throw new MeetingOver();
  if (state === 'proposed') throw new NotCalledYet();
}

async function found(sql: Sql, id: string, lock: '' | 'for update'): Promise<MeetingRow> {
  const [row] = isId(id)
    ? await sql.query<MeetingRow>(`select ${meetingColumns} from meeting where id = $1 ${lock}`, [id])
    : [];
  if (!row) throw new MeetingUnknown(id);
  return row;
}
