import type { ChannelName, Content, GroupWords, OutgoingFile } from '../channels/index.ts';
import type { Database } from '../platform/database/index.ts';
import { shortId } from '../platform/ids.ts';
import type { Locales, Say } from '../platform/locales.ts';
import { instructionsOf, type Instruction } from './cascade/instructions.ts';
import type { Asks } from './new-notice.ts';

export const acknowledgePrefix = 'ack:';

/** What is said about a notice, whether it is kept yet or not. */
export interface Said {
  id: string;
  kind: 'notice' | 'directive' | 'reminder' | 'digest' | 'meeting';
  title: string;
  body: string;
  number: string | null;
  issuedOn: string | null;
  wantsAck: boolean;
  dueAt: Date | null;
  remindsId: string | null;
  /** Name of the unit that issued it. */
  unit: string;
  /** Name of the unit that passed it on to the readers. */
  passedOnBy?: string | null;
  /** What the levels on its way have added, the highest first. */
  instructions?: readonly Instruction[];
  /** By when the committees among its readers are to pass it on. */
  passOnBy?: Date | null;
  /** Of a word to single persons: what can be pressed, and what is said of pressing and of typing. */
  asks?: Asks | null;
}

/**
 * A reminder speaks of its original: number, date and due date are taken from there. What passes a directive on holds
 * neither its text nor its files: they stay with the notice that began it.
 */
const noticeWithIssuer = `
  select notice.id, notice.kind, notice.title, coalesce(root.body, notice.body) as body, subject.number,
    subject.issued_on as "issuedOn", notice.wants_ack as "wantsAck", subject.due_at as "dueAt",
    notice.reminds_id as "remindsId", notice.asks, coalesce(issuer.name, unit.name) as unit,
    case when root.id is not null then unit.name end as "passedOnBy",
    (select min(due_at) from cascade_unit below where below.notice_id = subject.id) as "passOnBy"
  from notice
  join notice subject on subject.id = coalesce(notice.reminds_id, notice.id)
  join unit on unit.id = notice.unit_id
  left join notice root on root.id = notice.root_id
  left join unit issuer on issuer.id = root.unit_id
  where notice.id = $1`;

/** Of a word to single persons in the one language of its readers; of a notice to many in each. */
type StoredSaid = Omit<Said, 'asks'> & { asks: Asks | Record<string, Asks> | null };

function asksIn(asks: StoredSaid['asks'], language: string): Asks | null {
  if (asks === null || isOfOneLanguage(asks)) return asks;
  return asks[language] ?? null;
}

function isOfOneLanguage(asks: Asks | Record<string, Asks>): asks is Asks {
  return Array.isArray(asks['buttons']);
}

/** What a notice says, in one language, for one channel: the delivery engine asks once and keeps the answer. */
export function noticeContent({ database, locales }: { database: Database; locales: Locales }) {
  return {
    async contentOf(noticeId: string, language: string, channel: ChannelName): Promise<Content | null> {
      const [notice] = await database.query<StoredSaid>(noticeWithIssuer, [noticeId]);
      if (!notice) return null;
      const files = notice.kind === 'reminder' ? [] : await filesOf(database, noticeId, channel);
      const instructions = notice.kind === 'reminder' ? [] : await instructionsOf(database, noticeId);
      const asks = asksIn(notice.asks, language);
      return contentFrom({ ...notice, asks, instructions }, locales(language), files);
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
  // A word to single persons names in its text whom and what it is about.
  const isDigest = notice.kind === 'digest' || notice.kind === 'meeting';
  return {
    greeting: (name) => say('notice-greeting', { name }),
    title: isReminder ? say('notice-reminder-title', { title: notice.title }) : notice.title,
    facts: isDigest ? [] : [...identity(notice, say), notice.unit, ...passedOn(notice, say)],
    body: isReminder ? say('notice-reminder-body') : bodyOf(notice, say),
    tappedAnswer: notice.asks?.tapped ?? (notice.wantsAck ? say('notice-ask-acknowledgement') : ''),
    typedAnswer: notice.asks?.typed ?? (notice.wantsAck ? say('notice-typed-acknowledgement') : ''),
    closing: [
      ...due,
      ...(notice.passOnBy ? [say('cascade-ask-to-pass-on', { passOnBy: notice.passOnBy })] : []),
    ],
    buttons: notice.asks
      ? [...notice.asks.buttons]
      : notice.wantsAck
        ? [{ label: say('button-acknowledge'), payload }]
        : [],
    files,
    filesElsewhere:
      files.length > 0
        ? say('notice-files-elsewhere', {
            count: files.length,
            names: files.map(({ name }) => name).join(', '),
          })
        : '',
    ...(isReminder || isDigest ? {} : { group: groupWords(notice, say, files) }),
    purpose: notice.kind === 'digest' ? 'notice' : notice.kind,
    fields: {
      unit: notice.unit,
      title: notice.title,
      number: notice.number ?? '',
      issuedOn: notice.issuedOn ? say('notice-day', { day: noonOf(notice.issuedOn) }) : '',
      due: notice.dueAt ? say('notice-page-moment', { moment: notice.dueAt }) : '',
    },
  };
}

function groupWords({ wantsAck, asks }: Said, say: Say, files: readonly OutgoingFile[]): GroupWords {
  const names = files.map(({ name }) => name).join(', ');
  return {
    greeting: say('notice-group-greeting'),
    typedAnswer: asks
      ? say('notice-group-answer-apart', { how: asks.typed })
      : wantsAck
        ? say('notice-group-typed-acknowledgement')
        : '',
    files: files.length > 0 ? say('notice-group-files', { count: files.length, names }) : '',
    shortened: say('notice-group-shortened'),
  };
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00+07:00`);
}

function passedOn({ passedOnBy }: Said, say: Say): string[] {
  return passedOnBy ? [say('cascade-passed-on-by', { unit: passedOnBy })] : [];
}

/** What the nearest levels ask for is read first; the directive follows as it was issued. */
function bodyOf({ body, instructions = [] }: Said, say: Say): string {
  const added = instructions.map(({ unit, text }) => say('cascade-instruction', { unit, text }));
  return [...added, body].filter((text) => text !== '').join('\n\n');
}

function identity(notice: Said, say: Say): string[] {
  if (!notice.number) return [];
  return notice.issuedOn
    ? [
        say('notice-number-and-date', {
          number: notice.number,
          issuedOn: noonOf(notice.issuedOn),
        }),
      ]
    : [say('notice-number', { number: notice.number })];
}

async function filesOf(database: Database, noticeId: string, channel: ChannelName): Promise<OutgoingFile[]> {
  const rows = await database.query<{
    id: string;
    name: string;
    mediaType: string;
    bytes: number;
    uploadedAs: string | null;
  }>(
    `select attachment.id, attachment.name, media_type as "mediaType", octet_length(content) as bytes,
       provider_file_id as "uploadedAs"
     from attachment left join attachment_upload on attachment_id = attachment.id and channel = $2
     where notice_id = (select coalesce(root_id, id) from notice where id = $1) order by attachment.id`,
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
