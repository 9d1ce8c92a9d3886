import type { Actor } from '../../platform/audit.ts';
import { findMeeting, stateOf } from '../row.ts';
import type { MeetingState } from '../port.ts';
import { canFollow, edited, newsFor, type PaperFrame, type PaperKind, type PaperNote } from './content.ts';
import { PaperUnknown } from './errors.ts';
import { numberAndSign, paperForms } from './forms.ts';
import { issuerSign } from './last-meeting.ts';
import { findPaper, papersOf, type PaperRow } from './paper-row.ts';
import type { PapersParts } from './parts.ts';
import type { Prefilling } from './prefilling.ts';
import type { MeetingTask } from './tasks.ts';

/** A paper in a list. */
export interface PaperLine {
  kind: PaperKind;
  /** `Số 07-BB/CB`; null until it is approved. */
  number: string | null;
  subject: string;
  approvedAt: Date | null;
  changedAt: Date;
  /** By which members got it. */
  noticeId: string | null;
}

/** All that was written down of a meeting. */
export interface PapersOfMeeting {
  meeting: MeetingLineOfPapers;
  papers: readonly PaperLine[];
  tasks: readonly MeetingTask[];
  quality: { total: number } | null;
  /** May write, or only read what was approved. */
  writes: boolean;
  /** Who approves where that is not who asks; null where anybody who writes does. */
  chair: string | null;
}

export interface MeetingLineOfPapers {
  id: string;
  title: string;
  startsAt: Date;
  state: MeetingState;
}

/** A part as its form shows it. */
export interface PartView {
  key: string;
  label: string;
  text: string;
  /** A person has written in it. */
  edited: boolean;
  draft: boolean;
  /** What the hub knows and this part does not say. */
  news: readonly string[];
}

export interface PaperView extends PaperLine {
  meeting: MeetingLineOfPapers;
  revision: number;
  frame: PaperFrame;
  parts: readonly PartView[];
  notes: readonly PaperNote[];
  changedByName: string | null;
  approvedByName: string | null;
  writes: boolean;
  approves: boolean;
  chair: string | null;
  /** Parts in which nobody has written and that could follow what is known now. */
  canFollow: number;
}

export function reading(
  { database }: PapersParts,
  {
    prefill,
    rights,
    tasksOf,
  }: Prefilling & { tasksOf: (meetingId: string) => Promise<readonly MeetingTask[]> },
) {
  /** @throws {DomainError} `meeting.unknown`, `may.not` */
  async function papersOfMeeting(by: Actor, meetingId: string): Promise<PapersOfMeeting> {
    const meeting = await findMeeting(database, meetingId);
    const writes = await rights.writes(by, meeting);
    if (!writes) await rights.requireReader(by, meeting);
    const [rows, signs, tasks, [quality]] = await Promise.all([
      papersOf(database, meeting.id),
      signOf(meeting.unitId),
      tasksOf(meeting.id),
      database.query<{ total: number }>('select total from meeting_quality where meeting_id = $1', [
        meeting.id,
      ]),
    ]);
    return {
      meeting: lineOf(meeting),
      papers: rows.filter((row) => writes || row.approvedAt).map((row) => paperLine(row, signs)),
      tasks,
      quality: quality ?? null,
      writes,
      chair: await chairOf(meeting.chairId),
    };
  }

  /** @throws {DomainError} `meeting.unknown`, `may.not`, `paper.unknown` */
  async function paperOf(by: Actor, meetingId: string, kind: PaperKind): Promise<PaperView> {
    const meeting = await findMeeting(database, meetingId);
    const row = await findPaper(database, meeting.id, kind);
    const writes = await rights.writes(by, meeting);
    if (row?.approvedAt) await rights.requireReader(by, meeting);
    else await rights.requireWriter(by, meeting);
    if (!row) throw new PaperUnknown();
    const now = writes && !row.approvedAt ? (await prefill(by, meeting, kind)).now : [];
    const { frame, sections, notes } = row.content;
    return {
      ...paperLine(row, await signOf(meeting.unitId)),
      meeting: lineOf(meeting),
      revision: row.revision,
      frame,
      notes,
      changedByName: row.changedByName,
      approvedByName: row.approvedByName,
      writes,
      approves: await rights.approves(by, meeting),
      chair: await chairOf(meeting.chairId),
      canFollow: sections.filter((section) => canFollow(section, now)).length,
      parts: sections.map((section) => ({
        key: section.key,
        label: paperForms[kind].parts.find(({ key }) => key === section.key)?.label ?? section.key,
        text: section.text,
        edited: edited(section),
        draft: section.draft,
        news: edited(section) || section.draft ? newsFor(section, now) : [],
      })),
    };
  }

  async function signOf(unitId: string): Promise<string> {
    const [unit] = await database.query<{ cell: boolean }>(
      `select kind = 'cell' as cell from unit where id = $1`,
      [unitId],
    );
    return issuerSign(unit?.cell ?? true);
  }

  async function chairOf(chairId: string | null): Promise<string | null> {
    const [chair] = await database.query<{ name: string }>(
      'select full_name as name from member where id = $1',
      [chairId],
    );
    return chair?.name ?? null;
  }

  return { papersOfMeeting, paperOf };
}

function lineOf(
  meeting: Parameters<typeof stateOf>[0] & Omit<MeetingLineOfPapers, 'state'>,
): MeetingLineOfPapers {
  const { id, title, startsAt } = meeting;
  return { id, title, startsAt, state: stateOf(meeting) };
}

function paperLine(
  { kind, number, content, approvedAt, changedAt, noticeId }: PaperRow,
  sign: string,
): PaperLine {
  return {
    kind,
    number: number === null ? null : numberAndSign(number, kind, sign),
    subject: content.frame.subject,
    approvedAt,
    changedAt,
    noticeId,
  };
}
