import type { Actor } from '../../platform/audit.ts';
import { findMeeting, type MeetingRow } from '../row.ts';
import type { PaperKind } from './content.ts';
import { mediaTypes, type FileFormat } from './document.ts';
import { PaperUnknown } from './errors.ts';
import { paperForms } from './forms.ts';
import { findPaper, type PaperRow } from './paper-row.ts';
import type { PapersParts } from './parts.ts';
import { documentOf } from './printing.ts';
import { rendered } from './rendering/rendering.ts';
import type { PaperRights } from './rights.ts';

export interface PaperFile {
  fileName: string;
  mediaType: string;
  content: Uint8Array;
}

export type PaperFiles = ReturnType<typeof paperFiles>;

/** Papers as files. */
export function paperFiles({ database, audit }: PapersParts, rights: PaperRights) {
  /**
   * For who writes it; once it was approved, for who was called to the meeting.
   *
   * @throws {DomainError} `meeting.unknown`, `may.not`, `paper.unknown`
   */
  async function fileOf(
    by: Actor,
    meetingId: string,
    { kind, format }: { kind: PaperKind; format: FileFormat },
  ): Promise<PaperFile> {
    const meeting = await findMeeting(database, meetingId);
    const paper = await readable(by, meeting, kind);
    const file = await made(paper, format);
    const deed = { action: 'paper.downloaded', unitId: meeting.unitId, subjectId: meeting.id };
    await audit.record(by, { ...deed, facts: { kind, format } });
    return file;
  }

  async function readable(by: Actor, meeting: MeetingRow, kind: PaperKind): Promise<PaperRow> {
    const paper = await findPaper(database, meeting.id, kind);
    if (paper?.approvedAt) await rights.requireReader(by, meeting);
    else await rights.requireWriter(by, meeting);
    if (!paper) throw new PaperUnknown();
    return paper;
  }

  /** Without asking anybody. */
  async function made(paper: PaperRow, format: FileFormat): Promise<PaperFile> {
    const { kind, number, content, unitId, changedAt } = paper;
    const [unit] = await database.query<{ cell: boolean }>(
      `select kind = 'cell' as cell from unit where id = $1`,
      [unitId],
    );
    const approved = paper.approvedAt !== null;
    const document = documentOf({ kind, number, content, approved, changedAt, cell: unit?.cell ?? true });
    const { title } = paperForms[kind];
    const name = title[0]! + title.slice(1).toLocaleLowerCase('vi');
    const which = number === null ? `dự thảo ${content.frame.day}` : document.sign.slice(3).replace('/', '-');
    return {
      fileName: `${name} ${which}.${format}`,
      mediaType: mediaTypes[format],
      content: await rendered(document, format),
    };
  }

  return { fileOf, readable, made };
}
