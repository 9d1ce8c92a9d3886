import type { Actor } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { DomainError } from '../../platform/errors.ts';
import { isId, newId } from '../../platform/ids.ts';
import type { Keys } from '../../platform/keys.ts';
import { MayNot } from '../errors.ts';
import type { Action } from '../may.ts';
import { clean } from '../text.ts';
import type { ImportKind, ImportOptions, ImportReport } from './import.ts';

/** A file between its preview and the decision to take it in. */
export interface ImportDraft {
  id: string;
  kind: ImportKind;
  fileName: string;
  expiresAt: Date;
}

type Import = (by: Actor, bytes: Uint8Array, options?: ImportOptions) => Promise<ImportReport>;
type Owner = Actor & { memberId: string };

const keptMs = 3_600_000;
const longestFileName = 200;

export function importDrafts({
  database,
  keys,
  clock,
  reach,
  importUnits,
  importMembers,
}: {
  database: Database;
  keys: Keys;
  clock: Clock;
  reach: (memberId: string, action: Action) => Promise<string[]>;
  importUnits: Import;
  importMembers: Import;
}) {
  const importOf = { units: importUnits, members: importMembers } as const;

  /**
   * Keeps a file for an hour, for its owner alone; an earlier one of the same kind is gone. Nothing is read yet.
   *
   * @throws {MayNot}
   */
  async function saveDraft(
    by: Owner,
    kind: ImportKind,
    { fileName, bytes }: { fileName: string; bytes: Uint8Array },
  ): Promise<{ id: string }> {
    const action = kind === 'units' ? 'unit.import' : 'member.import';
    if ((await reach(by.memberId, action)).length === 0) throw new MayNot();
    const id = newId();
    const now = clock();
    const sealed = keys.seal(purpose, id, Buffer.from(bytes).toString('base64'));
    const name = clean(fileName).slice(0, longestFileName);
    await database.transaction(async (sql) => {
      await sql.query(deleteEarlier, [now, by.memberId, kind]);
      await sql.query(insertDraft, [
        id,
        by.memberId,
        kind,
        name,
        sealed,
        now,
        new Date(now.getTime() + keptMs),
      ]);
    });
    return { id };
  }

  /** @throws {DomainError} `import.draft-gone`: expired, taken in, discarded, or somebody else's */
  async function draft(by: Owner, id: string): Promise<ImportDraft> {
    const { content: _content, ...kept } = await find(by, id);
    return kept;
  }

  /** What taking the file in would do, its good lines apart from those with errors. Changes nothing. */
  async function previewDraft(
    by: Owner,
    id: string,
    options: Pick<ImportOptions, 'readmit' | 'language'> = {},
  ): Promise<ImportReport> {
    const kept = await find(by, id);
    return await importOf[kept.kind](by, bytesOf(kept), { ...options, dryRun: true, partial: true });
  }

  /** Takes the file in. The draft goes, unless nothing was taken because of errors. */
  async function applyDraft(
    by: Owner,
    id: string,
    options: Omit<ImportOptions, 'dryRun'> = {},
  ): Promise<ImportReport> {
    const kept = await find(by, id);
    const report = await importOf[kept.kind](by, bytesOf(kept), options);
    if (report.errors.length === 0 || options.partial) await discardDraft(by, id);
    return report;
  }

  /** It is well if it was gone already. */
  async function discardDraft(by: Owner, id: string): Promise<void> {
    if (isId(id)) await database.query(deleteDraft, [id, by.memberId]);
  }

  /** Takes away what nobody decided about within the hour. */
  async function forgetDrafts(): Promise<void> {
    await database.query('delete from import_draft where expires_at <= $1', [clock()]);
  }

  async function find(by: Owner, id: string): Promise<Kept> {
    const [kept] = isId(id) ? await database.query<Kept>(selectDraft, [id, by.memberId, clock()]) : [];
    if (!kept) throw new DomainError('import.draft-gone', { status: 404 });
    return kept;
  }

  function bytesOf({ id, content }: Kept): Buffer {
    return Buffer.from(keys.open(purpose, id, content), 'base64');
  }

  return { saveDraft, draft, previewDraft, applyDraft, discardDraft, forgetDrafts };
}

type Kept = ImportDraft & { content: Uint8Array };

const purpose = 'import-draft';

const deleteEarlier = `
  delete from import_draft where expires_at <= $1::timestamptz or (member_id = $2 and kind = $3)`;

const insertDraft = `
  insert into import_draft (id, member_id, kind, file_name, content, created_at, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7)`;

const selectDraft = `
  select id, kind, file_name as "fileName", content, expires_at as "expiresAt" from import_draft
  where id = $1 and member_id = $2 and expires_at > $3::timestamptz`;

const deleteDraft = 'delete from import_draft where id = $1 and member_id = $2';
