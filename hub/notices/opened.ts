import type { Actor } from '../platform/audit.ts';
import { AttachmentUnknown } from './errors.ts';
import { instructionsOf, type Instruction } from './cascade/instructions.ts';
import type { Find } from './find.ts';
import type { PartOf } from './part.ts';
import type { SendingParts } from './sending.ts';

/** A notice as its readers in the office see it. */
export interface OpenedNotice {
  id: string;
  kind: 'notice' | 'directive' | 'reminder';
  audience: 'members' | 'secretaries' | 'silent' | 'named';
  title: string;
  body: string;
  number: string | null;
  /** The day on the document, `2026-02-05`. */
  issuedOn: string | null;
  wantsAck: boolean;
  urgent: boolean;
  dueAt: Date | null;
  sendAt: Date;
  expiresAt: Date | null;
  createdAt: Date;
  cancelledAt: Date | null;
  /** When its deliveries were compacted: only who acknowledged is known by name. */
  compactedAt: Date | null;
  /** All of them, also where only a part is within reach. */
  recipients: number;
  remindsId: string | null;
  unitId: string;
  unit: string;
  unitName: string;
  sender: string;
  senderName: string;
  attachments: { id: string; name: string; mediaType: string; size: number }[];
  reminders: { sentAt: Date; recipients: number }[];
  /** Goes level by level; `rootId` is the notice where that began, null for the beginning itself. */
  cascade: boolean;
  rootId: string | null;
  /** What the levels on its way have added, the highest first. */
  instructions: Instruction[];
  /** False where the reader's rights reach only some of the recipients. */
  whole: boolean;
}

export function opened({ database }: SendingParts, find: Find, partOf: PartOf) {
  /** The whole content, who sent it and when; its figures come from `status`. @throws {NoticeUnknown} @throws {MayNot} */
  async function open(by: Actor, id: string): Promise<OpenedNotice> {
    const known = await find(id);
    const whole = (await partOf(by, known, 'notice.read')) === null;
    const [notice] = await database.query<
      Omit<OpenedNotice, 'attachments' | 'reminders' | 'whole' | 'instructions'>
    >(selectNotice, [known.id]);
    const attachments = await database.query<OpenedNotice['attachments'][number]>(
      `select id, name, media_type as "mediaType", size from attachment where notice_id = $1 order by id`,
      [known.rootId ?? known.id],
    );
    const reminders = await database.query<OpenedNotice['reminders'][number]>(
      `select send_at as "sentAt", recipients from notice where reminds_id = $1 order by id`,
      [known.id],
    );
    const instructions = known.cascade ? await instructionsOf(database, known.id) : [];
    return { ...notice!, attachments, reminders, whole, instructions };
  }

  /** A file of the notice, for whoever may read the notice. @throws {AttachmentUnknown} */
  async function attachment(
    by: Actor,
    id: string,
    attachmentId: string,
  ): Promise<{ name: string; mediaType: string; content: Uint8Array }> {
    const notice = await find(id);
    await partOf(by, notice, 'notice.read');
    const [file] = await database.query<{ name: string; mediaType: string; content: Uint8Array }>(
      `select name, media_type as "mediaType", content from attachment where notice_id = $1 and id::text = $2`,
      [notice.rootId ?? notice.id, attachmentId],
    );
    if (!file) throw new AttachmentUnknown();
    return file;
  }

  return { open, attachment };
}

const selectNotice = `
  select notice.id, notice.kind, notice.audience, title,
    coalesce((select root.body from notice root where root.id = notice.root_id), body) as body, cascade,
    root_id as "rootId", number, issued_on as "issuedOn",
    wants_ack as "wantsAck", urgent, due_at as "dueAt", send_at as "sendAt", expires_at as "expiresAt",
    notice.created_at as "createdAt", cancelled_at as "cancelledAt", compacted_at as "compactedAt", recipients, reminds_id as "remindsId",
    unit.id as "unitId", unit.code as unit, unit.name as "unitName",
    member.code as sender, member.full_name as "senderName"
  from notice join unit on unit.id = notice.unit_id join member on member.id = notice.sender_id
  where notice.id = $1`;
