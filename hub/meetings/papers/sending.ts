import type { Actor } from '../../platform/audit.ts';
import { findMeeting } from '../row.ts';
import type { PaperKind } from './content.ts';
import { PaperNotApproved, PaperUnknown } from './errors.ts';
import type { PaperFiles } from './files.ts';
import { findPaper } from './paper-row.ts';
import type { PapersParts } from './parts.ts';
import { documentOf } from './printing.ts';
import type { PaperRights } from './rights.ts';

type Sender = Actor & { memberId: string };

/** An approved paper goes to the members, who acknowledge it; those who were not there too. */
export function sending(parts: PapersParts, { rights, files }: { rights: PaperRights; files: PaperFiles }) {
  const { database, notices, audit, locales } = parts;

  /**
   * Again: the notice that went the first time.
   *
   * @throws {DomainError} `may.not`, `paper.unknown`, `paper.not-approved`, and what sending a notice throws
   */
  async function sendPaper(
    by: Sender,
    meetingId: string,
    kind: PaperKind,
  ): Promise<{ noticeId: string; recipients: number }> {
    const meeting = await findMeeting(database, meetingId);
    await rights.requireWriter(by, meeting);
    const paper = await findPaper(database, meeting.id, kind);
    if (!paper) throw new PaperUnknown();
    if (!paper.approvedAt) throw new PaperNotApproved();
    if (paper.noticeId) return await sentBefore(paper.noticeId);
    const [names] = await database.query<{ sender: string; unit: string; cell: boolean }>(selectNames, [
      by.memberId,
      meeting.unitId,
    ]);
    const file = await files.made(paper, 'pdf');
    const { kind: title, sign, subject } = documentOf({ ...paper, approved: true, cell: names!.cell });
    const say = locales('vi');
    const number = sign.slice(3);
    const sent = await notices.send(
      {
        from: names!.sender,
        unit: names!.unit,
        title: say('paper-notice-title', {
          title: title[0]! + title.slice(1).toLocaleLowerCase('vi'),
          number,
          subject,
        }),
        body: say('paper-notice-body', { kind, meeting: meeting.title, startsAt: meeting.startsAt }),
        attachments: [{ name: file.fileName, mediaType: file.mediaType, content: file.content }],
        wantsAck: true,
        chase: 'gentle',
        idempotencyKey: `paper-${paper.id}`,
      },
      by.via,
    );
    await database.transaction(async (sql) => {
      const first = await sql.query(noteSent, [paper.id, sent.id]);
      if (first.length === 0) return;
      await sql.query(insertWord, [meeting.id, sent.id]);
      const deed = { action: 'paper.sent', unitId: meeting.unitId, subjectId: meeting.id };
      await audit.record(by, { ...deed, facts: { kind, recipients: sent.recipients } }, sql);
    });
    return { noticeId: sent.id, recipients: sent.recipients };
  }

  async function sentBefore(noticeId: string): Promise<{ noticeId: string; recipients: number }> {
    const [notice] = await database.query<{ recipients: number }>(
      'select recipients from notice where id = $1',
      [noticeId],
    );
    return { noticeId, recipients: notice?.recipients ?? 0 };
  }

  return { sendPaper };
}

const selectNames = `
  select (select code from member where id = $1) as sender, unit.code as unit, unit.kind = 'cell' as cell
  from unit where unit.id = $2`;

const noteSent = 'update meeting_paper set notice_id = $2 where id = $1 and notice_id is null returning id';

const insertWord = `
  insert into meeting_word (meeting_id, notice_id, kind) values ($1, $2, 'paper') on conflict do nothing`;
