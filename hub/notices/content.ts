import type { ChannelName, Content, OutgoingFile } from '../channels/index.ts';
import type { Database } from '../platform/database/index.ts';
import { shortId } from '../platform/ids.ts';
import type { Locales, Say } from '../platform/locales.ts';

export const acknowledgePrefix = 'ack:';

/** What is said about a notice, whether it is kept yet or not. */
export interface Said {
  id: string;
  kind: 'notice' | 'directive' | 'reminder';
  title: string;
  body: string;
  number: string | null;
  issuedOn: string | null;
  wantsAck: boolean;
  dueAt: Date | null;
  remindsId: string | null;
  unit: string;
}

/** A reminder speaks of its original: number, date and due date are taken from there. */
const noticeWithIssuer = `
  select notice.id, notice.kind, notice.title, notice.body, subject.number, subject.issued_on as "issuedOn",
    notice.wants_ack as "wantsAck", subject.due_at as "dueAt", notice.reminds_id as "remindsId", unit.name as unit
  from notice
  join notice subject on subject.id = coalesce(notice.reminds_id, notice.id)
  join unit on unit.id = notice.unit_id
  where notice.id = $1`;

/** What a notice says, in one language, for one channel: the delivery engine asks once and keeps the answer. */
export function noticeContent({ database, locales }: { database: Database; locales: Locales }) {
  return {
    async contentOf(noticeId: string, language: string, channel: ChannelName): Promise<Content | null> {
      const [notice] = await database.query<Said>(noticeWithIssuer, [noticeId]);
      if (!notice) return null;
      const files = notice.kind === 'reminder' ? [] : await filesOf(database, noticeId, channel);
      return contentFrom(notice, locales(language), files);
    },

    /** A file goes up once per channel. */
    async fileUploaded(fileId: string, channel: ChannelName, providerFileId: string): Promise<void> {
      await database.query(
        `insert into attachment_upload (attachment_id, channel, provider_file_id) values ($1, $2, $3)
         on conflict (attachment_id, channel) do update set provider_file_id = excluded.provider_file_id`,
        [fileId, channel, providerFileId],
      );
    },
  };
}

/** The message of a notice in one language. */
export function contentFrom(notice: Said, say: Say, files: readonly OutgoingFile[]): Content {
  const payload = `${acknowledgePrefix}${shortId(notice.remindsId ?? notice.id)}`;
  const due = notice.dueAt ? [say('notice-due', { dueAt: notice.dueAt })] : [];
  const isReminder = notice.kind === 'reminder';
  return {
    greeting: (name) => say('notice-greeting', { name }),
    title: isReminder ? say('notice-reminder-title', { title: notice.title }) : notice.title,
    facts: [...identity(notice, say), notice.unit],
    body: isReminder ? say('notice-reminder-body') : notice.body,
    closing: notice.wantsAck ? [say('notice-ask-acknowledgement'), ...due] : due,
    buttons: notice.wantsAck ? [{ label: say('button-acknowledge'), payload }] : [],
    typedAnswer: notice.wantsAck ? say('notice-typed-acknowledgement') : '',
    files,
  };
}

function identity(notice: Said, say: Say): string[] {
  if (!notice.number) return [];
  return notice.issuedOn
    ? [
        say('notice-number-and-date', {
          number: notice.number,
          issuedOn: new Date(`${notice.issuedOn}T12:00:00+07:00`),
        }),
      ]
    : [say('notice-number', { number: notice.number })];
}

async function filesOf(database: Database, noticeId: string, channel: ChannelName): Promise<OutgoingFile[]> {
  const rows = await database.query<{
    id: string;
    name: string;
    mediaType: string;
    uploadedAs: string | null;
  }>(
    `select attachment.id, attachment.name, media_type as "mediaType", provider_file_id as "uploadedAs"
     from attachment left join attachment_upload on attachment_id = attachment.id and channel = $2
     where notice_id = $1 order by attachment.id`,
    [noticeId, channel],
  );
  return rows.map((row) => ({
    ...row,
    async content() {
      const [file] = await database.query<{ content: Buffer }>(
        'select content from attachment where id = $1',
        [row.id],
      );
      if (!file) throw new Error('the attachment is gone');
      return file.content;
    },
  }));
}
