import type { Sql } from '../../platform/database/index.ts';
import { numberAndSign } from './forms.ts';
import type { LastMeeting } from '../port.ts';

/**
 * The unit's last meeting that was closed before this moment: what it decided, and the work that is due of it; work of
 * earlier ones too as long as it is not done. Null: there was none.
 */
export async function lastMeeting(sql: Sql, unitId: string, before: Date): Promise<LastMeeting | null> {
  const [meeting] = await sql.query<Pick<LastMeeting, 'id' | 'title' | 'startsAt'> & { cell: boolean }>(
    selectLast,
    [unitId, before],
  );
  if (!meeting) return null;
  const { cell, ...last } = meeting;
  const papers = await sql.query<{ kind: 'resolution' | 'conclusion'; title: string; number: number }>(
    selectDecided,
    [meeting.id],
  );
  const tasks = await sql.query<LastMeeting['tasks'][number]>(selectDue, [
    unitId,
    meeting.id,
    meeting.startsAt,
  ]);
  return {
    ...last,
    decided: papers.map(({ kind, title, number }) => ({
      kind,
      title,
      number: numberAndSign(number, kind, issuerSign(cell)),
    })),
    tasks,
  };
}

/** `CB` of a cell, `ĐU` of the committee of anything larger. */
export function issuerSign(cell: boolean): string {
  return cell ? 'CB' : 'ĐU';
}

const selectLast = `
  select meeting.id, meeting.title, meeting.starts_at as "startsAt", unit.kind = 'cell' as cell
  from meeting join unit on unit.id = meeting.unit_id
  where meeting.unit_id = $1 and meeting.closed_at is not null and meeting.cancelled_at is null
    and meeting.starts_at < $2
  order by meeting.starts_at desc limit 1`;

const selectDecided = `
  select kind, content #>> '{frame,subject}' as title, number from meeting_paper
  where meeting_id = $1 and kind in ('resolution', 'conclusion') and approved_at is not null order by kind`;

const selectDue = `
  select task.id, task.what, task.who, task.due_on::text as "dueOn", task.done_at is not null as done
  from meeting_task task join meeting on meeting.id = task.meeting_id
  where task.unit_id = $1 and (meeting.id = $2 or (task.done_at is null and meeting.starts_at < $3))
  order by task.due_on nulls last, task.created_at, task.id`;
