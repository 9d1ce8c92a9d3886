import { calendarDay } from '../../people/index.ts';
import type { Actor } from '../../platform/audit.ts';
import { findMeeting } from '../row.ts';
import type { PaperKind } from './content.ts';
import {
  DraftsLeft,
  MeetingNotClosed,
  PaperChangedMeanwhile,
  PaperFieldMissing,
  PaperNotApproved,
} from './errors.ts';
import { paperForms } from './forms.ts';
import { nextNumber } from './numbering.ts';
import { lockOpenPaper, lockPaper, writeContent } from './paper-row.ts';
import type { PapersParts } from './parts.ts';
import type { PaperRights } from './rights.ts';
import { paragraphsOf } from './texts.ts';

const longestNote = 2_000;

/** The chair's word on a paper: from then on it has its number and stays as it is. */
export function approving(parts: PapersParts, rights: PaperRights) {
  const { database, people, audit, clock } = parts;

  /**
   * @param given.revision as the chair saw it
   * @throws {DomainError} `may.not`, `paper.only-chair`, `paper.unknown`, `paper.approved`, `paper.drafts-left`,
   *   `paper.changed-meanwhile`, `paper.meeting-not-closed`
   */
  async function approve(
    by: Actor,
    meetingId: string,
    { kind, revision }: { kind: PaperKind; revision: number },
  ): Promise<{ number: number }> {
    const meeting = await findMeeting(database, meetingId);
    await rights.requireApprover(by, meeting, await nameOf(meeting.chairId));
    if (!meeting.closedAt) throw new MeetingNotClosed();
    const at = clock();
    const { value } = await people.rule('paper.term', meeting.startsAt);
    const term = String(value);
    return await database.transaction(async (sql) => {
      // Before the paper itself: all who approve take their locks in one order.
      const number = await nextNumber(sql, { unitId: meeting.unitId, kind }, term);
      const paper = await lockOpenPaper(sql, meeting.id, kind);
      if (paper.revision !== revision) throw new PaperChangedMeanwhile(paper.changedByName ?? '');
      const drafts = paper.content.sections.filter(({ draft }) => draft).map(({ key }) => labelOf(kind, key));
      if (drafts.length > 0) throw new DraftsLeft(drafts.join(', '));
      await sql.query(
        'update meeting_paper set number = $2, term = $3, approved_at = $4, approved_by = $5 where id = $1',
        [paper.id, number, term, at, by.memberId],
      );
      const deed = { action: 'paper.approved', unitId: meeting.unitId, subjectId: meeting.id };
      await audit.record(by, { ...deed, facts: { kind, number } }, sql);
      return { number };
    });
  }

  /**
   * A dated correction, printed below the paper, which stays as it was.
   *
   * @throws {DomainError} `may.not`, `paper.unknown`, `paper.not-approved`, `paper.field-missing`, `paper.text-long`
   */
  async function addNote(
    by: Actor,
    meetingId: string,
    { kind, text: written }: { kind: PaperKind; text: string },
  ): Promise<void> {
    const meeting = await findMeeting(database, meetingId);
    await rights.requireWriter(by, meeting);
    const text = paragraphsOf(written, longestNote).replaceAll('\n', ' ');
    if (text === '') throw new PaperFieldMissing('note');
    await database.transaction(async (sql) => {
      const paper = await lockPaper(sql, meeting.id, kind);
      if (!paper.approvedAt) throw new PaperNotApproved();
      const at = clock();
      const note = { at: calendarDay(at), by: by.memberId, text };
      const content = { ...paper.content, notes: [...paper.content.notes, note] };
      await writeContent(sql, paper, { content, at, by: by.memberId });
      const deed = { action: 'paper.noted', unitId: meeting.unitId, subjectId: meeting.id, facts: { kind } };
      await audit.record(by, deed, sql);
    });
  }

  async function nameOf(memberId: string | null): Promise<string | null> {
    const [row] = await database.query<{ fullName: string }>(
      'select full_name as "fullName" from member where id = $1',
      [memberId],
    );
    return row?.fullName ?? null;
  }

  return { approve, addNote };
}

function labelOf(kind: PaperKind, key: string): string {
  return paperForms[kind].parts.find((part) => part.key === key)?.label ?? key;
}
