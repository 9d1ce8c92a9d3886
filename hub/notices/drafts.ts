import type { Actor } from '../platform/audit.ts';
import { newId } from '../platform/ids.ts';
import { DraftGone } from './errors.ts';
import type { NewAttachment } from './new-notice.ts';
import type { SendingParts } from './sending.ts';

/** A notice between its form and its preview: what was typed, and the files, so that nobody chooses them twice. */
export interface Draft {
  id: string;
  fields: Record<string, string>;
  files: (NewAttachment & { id: string })[];
}

type Writer = Actor & { memberId: string };

const keptForMs = 3_600_000;

/** Drafts belong to who writes them and to nobody else; they go when the notice is sent, or after an hour. */
export function drafts({ database, clock }: Pick<SendingParts, 'database' | 'clock'>) {
  /** What is kept under an id takes the place of what was. `keep`: files of it that stay. */
  async function saveDraft(
    by: Writer,
    draft: {
      id: string | null;
      fields: Record<string, string>;
      keep: readonly string[];
      files: readonly NewAttachment[];
    },
  ): Promise<string> {
    const now = clock();
    const id = draft.id ?? newId();
    await database.transaction(async (sql) => {
      await sql.query('delete from notice_draft where expires_at <= $1', [now]);
      const kept = await sql.query(
        `insert into notice_draft (id, member_id, fields, created_at, expires_at) values ($1, $2, $3, $4, $5)
         on conflict (id) do update set fields = excluded.fields, expires_at = excluded.expires_at
           where notice_draft.member_id = excluded.member_id
         returning id`,
        [id, by.memberId, JSON.stringify(draft.fields), now, new Date(now.getTime() + keptForMs)],
      );
      if (kept.length === 0) throw new DraftGone();
      await sql.query('delete from notice_draft_file where draft_id = $1 and not id::text = any ($2)', [
        id,
        draft.keep,
      ]);
      // Ids made within one millisecond are in no order of their own: the files keep the sender's.
      const ids = draft.files.map(() => newId()).sort();
      for (const [index, { name, mediaType, content }] of draft.files.entries()) {
        await sql.query(
          'insert into notice_draft_file (id, draft_id, name, media_type, content) values ($1, $2, $3, $4, $5)',
          [ids[index], id, name, mediaType, Buffer.from(content)],
        );
      }
    });
    return id;
  }

  /** @throws {DraftGone} also for somebody else's */
  async function openDraft(by: Writer, id: string): Promise<Draft> {
    const [draft] = await database.query<{ id: string; fields: Record<string, string> }>(
      'select id, fields from notice_draft where id::text = $1 and member_id = $2 and expires_at > $3',
      [id, by.memberId, clock()],
    );
    if (!draft) throw new DraftGone();
    const files = await database.query<Draft['files'][number]>(
      `select id, name, media_type as "mediaType", content from notice_draft_file where draft_id = $1 order by id`,
      [draft.id],
    );
    return { ...draft, files };
  }

  async function discardDraft(by: Writer, id: string): Promise<void> {
    await database.query('delete from notice_draft where id::text = $1 and member_id = $2', [
      id,
      by.memberId,
    ]);
  }

  /** The notice that was sent by this person under an idempotency key; null where there is none. */
  async function sentUnder(by: Writer, key: string): Promise<{ id: string; recipients: number } | null> {
    const [sent] = await database.query<{ id: string; recipients: number }>(
      'select id, recipients from notice where sender_id = $1 and idempotency_key = $2',
      [by.memberId, key],
    );
    return sent ?? null;
  }

  /** Takes away what nobody sent within the hour. */
  async function forgetDrafts(): Promise<void> {
    await database.query('delete from notice_draft where expires_at <= $1', [clock()]);
  }

  return { saveDraft, openDraft, discardDraft, forgetDrafts, sentUnder };
}
