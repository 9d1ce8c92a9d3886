import type { Sql } from '../platform/database/index.ts';
import { answersSoFar } from './answers.ts';
import { askWhetherComing } from './invitation.ts';
import type { MeetingsParts } from './meetings.ts';
import { meetingColumns, stateOf, type MeetingRow } from './row.ts';
import { markStep, type StepKind } from './steps.ts';
import { tell, type MeetingWord } from './telling.ts';
import { chaseInWords, dutyInWords, shortReminder } from './words.ts';

/** Meetings of one sweep; the next one is seconds away. */
const meetingsAtOnce = 200;
const limitMs = 60_000;
/** Who comes is not reminded a day before: only the silent are chased then. */
const silentOnlyMinutes = 1_440;

interface DueStep {
  kind: StepKind;
  minutesBefore: number;
  dueAt: Date;
}

/** What falls due around meetings: members are reminded, secretaries told of their duties. */
export function reminding({
  database,
  people,
  notices,
  attendance,
  audit,
  queues,
  clock,
  timeZone,
  publicUrl,
  onProblem,
}: Pick<
  MeetingsParts,
  | 'database'
  | 'people'
  | 'notices'
  | 'attendance'
  | 'audit'
  | 'queues'
  | 'clock'
  | 'timeZone'
  | 'publicUrl'
  | 'onProblem'
>) {
  /**
   * Takes every step whose time has come; several processes may sweep at once, and a sweep may run twice. Returns how
   * many persons were told.
   */
  async function remind(): Promise<number> {
    const due = await database.query<{ id: string }>(selectDue, [clock(), meetingsAtOnce]);
    if (due.length === 0) return 0;
    const [address, rule] = [await publicUrl(), await people.rule('meeting.report-days', clock())];
    let told = 0;
    for (const { id } of due) {
      try {
        const known = { address, reportDays: rule.value as number };
        told += await database.transaction(async (sql) => await act(sql, id, known), limitMs);
      } catch (error) {
        // The others are not to wait for what is wrong with one.
        onProblem(error);
      }
    }
    if (told > 0) await queues.ring('deliver');
    return told;
  }

  async function act(sql: Sql, id: string, known: { address: string; reportDays: number }): Promise<number> {
    const now = clock();
    const [meeting] = await sql.query<MeetingRow>(takeMeeting, [id]);
    if (!meeting) return 0;
    const due = await sql.query<DueStep>(takeSteps, [id, now]);
    const reminders = due.filter(({ kind }) => kind === 'remind');
    let told = 0;
    for (const step of due) {
      // Of several reminders that were missed the last one goes, for all.
      const missed = step.kind === 'remind' && step !== reminders.at(-1);
      const words = missed ? [] : await wordsOf(sql, { meeting, step, known });
      const persons = await tell(sql, notices, { meeting, words });
      const state = persons > 0 ? ('done' as const) : ('needless' as const);
      await markStep(sql, id, { step, state, at: now, people: persons });
      told += persons;
      if (persons > 0) await note(sql, meeting, step, persons);
    }
    return told;
  }

  /** A step looks at the world first: where there is nothing to say any more it says nothing. */
  async function wordsOf(
    sql: Sql,
    {
      meeting,
      step,
      known,
    }: { meeting: MeetingRow; step: DueStep; known: { address: string; reportDays: number } },
  ): Promise<MeetingWord[]> {
    const state = stateOf(meeting);
    if (step.kind === 'report') return state === 'closed' ? await reportDue(sql, meeting, known) : [];
    if ((state !== 'called' && state !== 'open') || meeting.startsAt <= clock()) return [];
    return step.kind === 'remind'
      ? await reminders(sql, meeting, step)
      : await handbookDue(sql, meeting, known.address);
  }

  async function reminders(
    sql: Sql,
    meeting: MeetingRow,
    { minutesBefore }: DueStep,
  ): Promise<MeetingWord[]> {
    await attendance.summon(sql, meeting);
    const called = await answersSoFar(sql, meeting, clock);
    const who = (says: 'yes' | null) =>
      called.filter((one) => one.says === says).map(({ memberId }) => memberId);
    const key = `remind ${minutesBefore} ${meeting.startsAt.getTime()}`;
    const expiresAt = await goodUntil(sql, meeting, minutesBefore);
    const chase: MeetingWord = {
      kind: 'reminder',
      key: `${key} silent`,
      memberIds: who(null),
      text: (say) => chaseInWords(meeting, { say, timeZone }),
      asks: askWhetherComing(meeting.id),
      expiresAt,
    };
    if (minutesBefore === silentOnlyMinutes) return [chase];
    const short: MeetingWord = {
      kind: 'reminder',
      key: `${key} coming`,
      memberIds: who('yes'),
      text: (say) => shortReminder(meeting, { say, timeZone }),
      expiresAt,
    };
    return [chase, short];
  }

  /** A reminder that has not gone when the next one is due would only double it. */
  async function goodUntil(sql: Sql, { id, startsAt }: MeetingRow, minutesBefore: number): Promise<Date> {
    const [next] = await sql.query<{ dueAt: Date | null }>(selectNext, [id, minutesBefore]);
    return next?.dueAt && next.dueAt < startsAt ? next.dueAt : startsAt;
  }

  async function handbookDue(sql: Sql, meeting: MeetingRow, address: string): Promise<MeetingWord[]> {
    const documents = await sql.query<{ name: string }>(selectDocuments, [meeting.id]);
    if (documents.length === 0) return [];
    const names = documents.map(({ name }) => name).join(', ');
    return [
      duty(meeting, 'handbook', { documents: names, address: `${address}/console/meetings/${meeting.id}` }),
    ];
  }

  async function reportDue(
    sql: Sql,
    meeting: MeetingRow,
    { address, reportDays }: { address: string; reportDays: number },
  ): Promise<MeetingWord[]> {
    const approved = await sql.query(selectApproved, [meeting.id]);
    if (approved.length > 0) return [];
    const page = `${address}/console/meetings/${meeting.id}/papers`;
    return [duty(meeting, 'report', { days: reportDays, address: page })];
  }

  function duty(
    meeting: MeetingRow,
    which: 'handbook' | 'report',
    facts: Record<string, string | number>,
  ): MeetingWord {
    return {
      kind: 'duty',
      key: `${which} ${meeting.startsAt.getTime()}`,
      memberIds: [meeting.calledBy],
      text: (say) => dutyInWords(meeting, { which, facts }, { say, timeZone }),
      ...(which === 'handbook' ? { expiresAt: meeting.startsAt } : {}),
    };
  }

  async function note(
    sql: Sql,
    { id, unitId }: MeetingRow,
    { kind, minutesBefore }: DueStep,
    persons: number,
  ) {
    const deed = { action: 'meeting.reminded', unitId, subjectId: id };
    const facts = { step: kind, minutesBefore, people: persons };
    await audit.record({ memberId: null, via: 'system' }, { ...deed, facts }, sql);
  }

  return { remind };
}

const selectDue = `
  select meeting_id as id from meeting_step where state = 'waiting' and due_at <= $1
  group by meeting_id order by min(due_at), meeting_id limit $2`;

const takeMeeting = `select ${meetingColumns} from meeting where id = $1 for update skip locked`;

const takeSteps = `
  select kind, minutes_before as "minutesBefore", due_at as "dueAt" from meeting_step
  where meeting_id = $1 and state = 'waiting' and due_at <= $2 order by minutes_before desc for update`;

const selectNext = `
  select min(due_at) as "dueAt" from meeting_step
  where meeting_id = $1 and kind = 'remind' and state = 'waiting' and minutes_before < $2`;

const selectDocuments = 'select name from meeting_document where meeting_id = $1 order by id';

const selectApproved = `
  select from meeting_paper where meeting_id = $1 and kind = 'minutes' and approved_at is not null`;
