import { createHash } from 'node:crypto';
import { refuseClassified } from '../notices/index.ts';
import type { Actor } from '../platform/audit.ts';
import type { Sql } from '../platform/database/index.ts';
import { isId, newId } from '../platform/ids.ts';
import { DocumentUnknown, MeetingInvalid, MeetingOver } from './errors.ts';
import type { MeetingsParts } from './meetings.ts';
import type { MeetingDocument, NewDocument } from './port.ts';
import type { RequireReading } from './reading-right.ts';
import { findMeeting, lockMeeting, requireGoingOn } from './row.ts';

const largestFile = 20_000_000;
const mostDocuments = 10;

/** Files that people read before and in a meeting. */
export function documents(
  { database, people, audit, clock }: Pick<MeetingsParts, 'database' | 'people' | 'audit' | 'clock'>,
  { requireReading }: { requireReading: RequireReading },
) {
  /** @throws {DomainError} `may.not`, `meeting.unknown`, `meeting.over`, `meeting.invalid`, `notice.classified` */
  async function addDocument(by: Actor, id: string, file: NewDocument): Promise<MeetingDocument> {
    const { unitId } = await findMeeting(database, id);
    await people.requireMay(by, 'meeting.call', unitId);
    const [clean] = await checkedDocuments([file]);
    return await database.transaction(async (sql) => {
      // They also come after the meeting: the finished ones.
      if ((await lockMeeting(sql, id)).cancelledAt) throw new MeetingOver();
      const [{ count } = { count: 0 }] = await sql.query<{ count: number }>(countDocuments, [id]);
      if (count >= mostDocuments) throw new MeetingInvalid('documents');
      const [added] = await keepDocuments(sql, { meetingId: id, files: [clean!], at: clock() });
      await audit.record(by, { action: 'meeting.document-added', unitId, subjectId: id }, sql);
      return added!;
    }, 60_000);
  }

  /** @throws {DomainError} `may.not`, `meeting.unknown`, `meeting.over`, `meeting.document-unknown` */
  async function removeDocument(by: Actor, id: string, documentId: string): Promise<void> {
    const { unitId } = await findMeeting(database, id);
    await people.requireMay(by, 'meeting.call', unitId);
    await database.transaction(async (sql) => {
      requireGoingOn(await lockMeeting(sql, id));
      const gone = isId(documentId)
        ? await sql.query('delete from meeting_document where meeting_id = $1 and id = $2 returning id', [
            id,
            documentId,
          ])
        : [];
      if (gone.length === 0) throw new DocumentUnknown();
      await audit.record(by, { action: 'meeting.document-removed', unitId, subjectId: id }, sql);
    });
  }

  /** For who may read the meeting, or is called to it. @throws {DomainError} `meeting.document-unknown`, `may.not` */
  async function document(
    by: Actor,
    id: string,
    documentId: string,
  ): Promise<MeetingDocument & { content: Uint8Array }> {
    await requireReading(by, await findMeeting(database, id));
    const [found] = isId(documentId)
      ? await database.query<MeetingDocument & { content: Buffer }>(selectDocument, [id, documentId])
      : [];
    if (!found) throw new DocumentUnknown();
    return found;
  }

  return { addDocument, removeDocument, document };
}

/** @throws {MeetingInvalid} `documents`, `document-size` @throws {DomainError} `notice.classified` */
export async function checkedDocuments(files: readonly NewDocument[]): Promise<NewDocument[]> {
  if (files.length > mostDocuments) throw new MeetingInvalid('documents');
  const clean = files.map((file) => {
    const name = file.name
      .normalize('NFC')
      .replaceAll(/[\p{Cc}/\\]+/gu, ' ')
      .trim()
      .slice(0, 200);
    const size = file.content.byteLength;
    if (name === '' || size === 0 || size > largestFile) throw new MeetingInvalid('document-size');
    return { ...file, name };
  });
  await refuseClassified({ title: clean.map(({ name }) => name).join('\n'), body: '', attachments: clean });
  return clean;
}

export async function keepDocuments(
  sql: Sql,
  { meetingId, files, at }: { meetingId: string; files: readonly NewDocument[]; at: Date },
): Promise<MeetingDocument[]> {
  // Ids made within one millisecond are in no order of their own: the files keep the sender's.
  const ids = files.map(() => newId()).toSorted();
  const kept: MeetingDocument[] = [];
  for (const [index, { name, mediaType, content }] of files.entries()) {
    const document = { id: ids[index]!, name, mediaType, size: content.byteLength };
    const sha256 = createHash('sha256').update(content).digest();
    await sql.query(
      `insert into meeting_document (id, meeting_id, name, media_type, size, sha256, content, added_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [document.id, meetingId, name, mediaType, document.size, sha256, Buffer.from(content), at],
    );
    kept.push(document);
  }
  return kept;
}

const countDocuments = 'select count(*)::int as count from meeting_document where meeting_id = $1';

const selectDocument = `
  select id, name, media_type as "mediaType", size, content from meeting_document
  where meeting_id = $1 and id = $2`;
