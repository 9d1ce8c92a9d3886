import type { Actor } from '../../platform/audit.ts';
import { isId, newId } from '../../platform/ids.ts';
import { findMeeting, type MeetingRow } from '../row.ts';
import { PaperApproved, TaskInvalid, TaskUnknown } from './errors.ts';
import type { PapersParts } from './parts.ts';
import type { PaperRights } from './rights.ts';
import { lineOf } from './texts.ts';

export interface MeetingTask {
  id: string;
  what: string;
  who: string;
  /** `2026-12-20`; null: no day was set. */
  dueOn: string | null;
  doneAt: Date | null;
}

export interface NewTask {
  /** 1 to 500 characters. */
  what: string;
  /** Names, as they stand in the minutes; 1 to 200 characters. */
  who: string;
  dueOn?: string | undefined;
}

/** Work that a meeting gives somebody: noted with the minutes, ticked off when it is done. */
export function tasks({ database, audit, clock }: PapersParts, rights: PaperRights) {
  /** @throws {DomainError} `may.not`, `meeting.unknown`, `task.invalid`, `paper.approved`: the minutes are */
  async function addTask(by: Actor, meetingId: string, given: NewTask): Promise<{ id: string }> {
    const meeting = await toWrite(by, meetingId);
    const what = lineOf(given.what);
    const who = lineOf(given.who);
    if (what === '' || what.length > 500) throw new TaskInvalid('what');
    if (who === '' || who.length > 200) throw new TaskInvalid('who');
    if (given.dueOn && !/^\d{4}-\d{2}-\d{2}$/.test(given.dueOn)) throw new TaskInvalid('due');
    const id = newId();
    await database.transaction(async (sql) => {
      const values = [id, meeting.id, meeting.unitId, what, who, given.dueOn ?? null, clock()];
      await sql.query(insertTask, values);
      await audit.record(by, { action: 'task.added', ...about(meeting) }, sql);
    });
    return { id };
  }

  /** Unknown: as good as removed. @throws {DomainError} as `addTask` */
  async function removeTask(by: Actor, meetingId: string, taskId: string): Promise<void> {
    const meeting = await toWrite(by, meetingId);
    if (!isId(taskId)) return;
    await database.transaction(async (sql) => {
      const gone = await sql.query(
        'delete from meeting_task where meeting_id = $1 and id = $2 returning id',
        [meeting.id, taskId],
      );
      if (gone.length > 0) await audit.record(by, { action: 'task.removed', ...about(meeting) }, sql);
    });
  }

  /**
   * Done, or not after all; at any time, since work goes on after its meeting.
   *
   * @throws {DomainError} `may.not`, `task.unknown`
   */
  async function markTask(by: Actor, taskId: string, done: boolean): Promise<void> {
    const [task] = isId(taskId)
      ? await database.query<{ meetingId: string }>(
          'select meeting_id as "meetingId" from meeting_task where id = $1',
          [taskId],
        )
      : [];
    if (!task) throw new TaskUnknown();
    const meeting = await findMeeting(database, task.meetingId);
    await rights.requireWriter(by, meeting);
    await database.transaction(async (sql) => {
      const changed = await sql.query(markOne, [taskId, done ? clock() : null, by.memberId]);
      if (changed.length === 0) return;
      const deed = done ? { action: 'task.done' } : { action: 'task.reopened' };
      await audit.record(by, { ...deed, ...about(meeting) }, sql);
    });
  }

  async function tasksOf(meetingId: string): Promise<readonly MeetingTask[]> {
    return await database.query<MeetingTask>(selectTasks, [meetingId]);
  }

  async function toWrite(by: Actor, meetingId: string): Promise<MeetingRow> {
    const meeting = await findMeeting(database, meetingId);
    await rights.requireWriter(by, meeting);
    const [approved] = await database.query(
      `select from meeting_paper where meeting_id = $1 and kind = 'minutes' and approved_at is not null`,
      [meeting.id],
    );
    if (approved) throw new PaperApproved();
    return meeting;
  }

  return { addTask, removeTask, markTask, tasksOf };
}

function about({ unitId, id }: MeetingRow) {
  return { unitId, subjectId: id };
}

const insertTask = `
  insert into meeting_task (id, meeting_id, unit_id, what, who, due_on, created_at)
  values ($1, $2, $3, $4, $5, $6, $7)`;

// The same twice keeps the first moment.
const markOne = `
  update meeting_task set done_at = $2, done_by = case when $2::timestamptz is null then null else $3::uuid end
  where id = $1 and (done_at is null) <> ($2::timestamptz is null) returning id`;

const selectTasks = `
  select id, what, who, due_on::text as "dueOn", done_at as "doneAt" from meeting_task
  where meeting_id = $1 order by created_at, id`;
