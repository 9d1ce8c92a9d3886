import { extname } from 'node:path';
import type { Sql } from '../../platform/database/index.ts';
import { FeedbackInvalid } from '../errors.ts';
import type { FeedbackPartsSealed } from '../feedback.ts';
import { withoutOwnName } from '../files/clean-file.ts';
import type { DraftFile, DraftFiles, FeedbackLevel, GivenFile } from '../port.ts';
import { filesOf } from './words.ts';

export type DraftFileStore = ReturnType<typeof draftFiles>;

const keptMs = 86_400_000;
/** Of one member: what lies there of drafts that were left makes room. */
const mostOfOne = 10;

/**
 * Files that came into a chat before the rest of what is said. They are brought and cleaned at once, so that who sent
 * them learns at once what cannot be taken, and a provider's link may die meanwhile. All are sealed and padded as if
 * they were confidential: how openly it will be said may not be known yet.
 */
export function draftFiles({ database, sealing, clock, transcriber }: FeedbackPartsSealed) {
  async function keep(memberId: string, given: GivenFile, source: string): Promise<DraftFile> {
    const [file] = await filesOf([given], 'named');
    const id = sealing.newId();
    const owner = sealing.draftOwner(memberId);
    const hash = sealing.requestHash(memberId, source);
    const sealed = sealing.sealFile(id, 'confidential', file!);
    return await database.transaction(async (sql) => {
      const kept = await sql.query(insertFile, [id, owner, hash, sealed, clock()]);
      await sql.query(makeRoom, [owner, mostOfOne]);
      return kept.length > 0 ? shown(id, file!) : await earlier(hash, sql);
    }, 30_000);
  }

  async function earlier(source: Buffer, sql: Sql): Promise<DraftFile> {
    const [row] = await sql.query<Row>('select id, content from feedback_draft_file where source = $1', [
      source,
    ]);
    if (!row) throw new FeedbackInvalid('file-gone');
    return shown(row.id, sealing.openFile(row.id, row.content));
  }

  /** In their order. @throws {FeedbackInvalid} `file-gone`: one of them is not there any more */
  async function opened(memberId: string, ids: readonly string[]): Promise<GivenFile[]> {
    if (ids.length === 0) return [];
    const rows = await database.query<Row>(selectFiles, [sealing.draftOwner(memberId), ids]);
    if (rows.length < ids.length) throw new FeedbackInvalid('file-gone');
    return rows.map(({ id, content }) => sealing.openFile(id, content));
  }

  return {
    keep,

    /** As they go with what is said. @throws {FeedbackInvalid} `file-gone`, `voice` */
    async taken(memberId: string, ids: readonly string[], level: FeedbackLevel): Promise<GivenFile[]> {
      const files = await opened(memberId, ids);
      return level === 'named' ? files : files.map(withoutOwnName);
    },

    async drop(ids: readonly string[]): Promise<void> {
      if (ids.length > 0)
        await database.query('delete from feedback_draft_file where id = any ($1::uuid[])', [ids]);
    },

    transcribedBy: transcriber?.host ?? null,

    async transcript(memberId: string, id: string): Promise<string | null> {
      const [file] = await opened(memberId, [id]).catch(unlessGone);
      if (!file || !transcriber) return null;
      // The end of its name tells a server the format; how the sender called it is nobody's business there.
      return await transcriber.transcript({ ...file, name: `voice${extname(file.name)}` });
    },

    async forgetOld(): Promise<void> {
      const before = new Date(clock().getTime() - keptMs);
      await database.query('delete from feedback_draft_file where kept_at < $1', [before]);
    },
  } satisfies DraftFiles & Record<string, unknown>;
}

interface Row {
  id: string;
  content: Uint8Array;
}

function shown(id: string, { name, mediaType, content }: GivenFile): DraftFile {
  const [family] = mediaType.split('/');
  const kind = family === 'image' ? 'photo' : family === 'audio' ? 'voice' : 'file';
  return { id, kind, name, bytes: content.byteLength };
}

function unlessGone(error: unknown): GivenFile[] {
  if (error instanceof FeedbackInvalid) return [];
  throw error;
}

const insertFile = `
  insert into feedback_draft_file (id, owner, source, content, kept_at) values ($1, $2, $3, $4, $5)
  on conflict (source) do nothing returning id`;

const makeRoom = `
  delete from feedback_draft_file where owner = $1 and id not in (
    select id from feedback_draft_file where owner = $1 order by kept_at desc, id limit $2)`;

const selectFiles = `
  select id, content from feedback_draft_file where owner = $1 and id = any ($2::uuid[])
  order by array_position($2::uuid[], id)`;
