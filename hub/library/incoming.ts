import type { People } from '../people/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { adding } from './adding.ts';
import { checkedReaders } from './checked.ts';
import { LibraryBusy } from './errors.ts';
import { isMarkedName } from './marked-name.ts';
import type { Added, GivenFile, Incoming, Keeping, Readers } from './port.ts';
import { plainName } from './taking.ts';

/** Files that wait are in the memory of this process alone. */
const mostWaitingBytes = 200_000_000;
const beatMs = 1_000;
const silentMs = 30_000;
const forgottenMs = 86_400_000;

type Member = Parameters<Keeping['receive']>[0];

/** Files that are read while whoever gave them does something else. */
export function incoming({
  database,
  people,
  clock,
  take,
  onProblem,
}: {
  database: Database;
  people: People;
  clock: Clock;
  take: ReturnType<typeof adding>['take'];
  onProblem: (error: unknown) => void;
}) {
  let waitingBytes = 0;

  const receive: Keeping['receive'] = async (by, files, { unit, readers }) => {
    const { id: unitId } = await people.unitByCode(unit);
    await people.requireMay(by, 'library.keep', unitId);
    const who = checkedReaders(readers);
    const bytes = files.reduce((sum, { content }) => sum + content.byteLength, 0);
    if (waitingBytes + bytes > mostWaitingBytes) throw new LibraryBusy();
    waitingBytes += bytes;
    const begun = files.map((file) => ({ id: newId(), file: { ...file, name: plainName(file.name) } }));
    try {
      const rows = begun.map(({ id, file }) => ({
        id,
        name: keptName(file.name),
        bytes: file.content.byteLength,
      }));
      await database.query(insertIncoming, [by.memberId, unitId, clock(), JSON.stringify(rows)]);
    } catch (error) {
      waitingBytes -= bytes;
      throw error;
    }
    for (const { id, file } of begun) void readOne(by, id, file, { unitId, readers: who });
    return { ids: begun.map(({ id }) => id) };
  };

  /** Ends in the row of the file, whatever happens. Never throws. */
  async function readOne(
    by: Member,
    id: string,
    file: GivenFile,
    place: { unitId: string; readers: Readers },
  ): Promise<void> {
    let pages = { done: 0, total: 0 };
    let told = Promise.resolve();
    const beat = setInterval(() => {
      const values = [id, pages.done, pages.total, clock()];
      told = database.query(updateProgress, values).then(ignore, onProblem);
    }, beatMs);
    try {
      const added = await take(by, file, { ...place, release: false }, (done, total) => {
        pages = { done, total };
      });
      clearInterval(beat);
      await told;
      await database.query(endIncoming, [id, ...endOf(added), pages.done, pages.total, clock()]);
    } catch (error) {
      clearInterval(beat);
      await told;
      onProblem(error);
      await database
        .query(endIncoming, [id, 'failed', 'interrupted', null, pages.done, pages.total, clock()])
        .catch(onProblem);
    } finally {
      waitingBytes -= file.content.byteLength;
    }
  }

  const list: Keeping['incoming'] = async ({ memberId }) =>
    await database.query<Incoming>(selectIncoming, [memberId, new Date(clock().getTime() - forgottenMs)]);

  /** What a process left unread has failed; what is a day old is forgotten. */
  async function sweep(): Promise<void> {
    const now = clock();
    await database.query(failSilent, [new Date(now.getTime() - silentMs), now]);
    await database.query('delete from library_incoming where started_at < $1', [
      new Date(now.getTime() - forgottenMs),
    ]);
  }

  return { receive, list, sweep };
}

function ignore(): void {}

/** A secret paper's name may say what it is about: one that says it is secret is never written down. */
function keptName(name: string): string {
  return isMarkedName(name) ? (/\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '') : name;
}

function endOf({
  status,
  reason,
  document,
}: Added): [state: string, reason: string | null, id: string | null] {
  if (status === 'refused') return ['refused', reason ?? null, null];
  return ['done', status === 'unchanged' ? 'unchanged' : null, document?.id ?? null];
}

const insertIncoming = `
  insert into library_incoming (id, member_id, unit_id, file_name, bytes, state, done, total, started_at, seen_at)
  select f.id, $1, $2, f.name, f.bytes, 'reading', 0, 0, $3, $3
  from jsonb_to_recordset($4::jsonb) as f (id uuid, name text, bytes int)`;

const updateProgress = `
  update library_incoming set done = $2, total = $3, seen_at = $4 where id = $1 and state = 'reading'`;

/** A secret paper's name may say what it is about. */
const endIncoming = `
  update library_incoming set state = $2::library_incoming_state, reason = $3, document_id = $4, done = $5, total = $6,
    seen_at = $7,
    file_name = case when $3 = 'classified' then coalesce(substring(file_name from '\\.[A-Za-z0-9]{1,8}$'), '') else file_name end
  where id = $1`;

const selectIncoming = `
  select id, file_name as "fileName", bytes, state, reason, done, total, document_id as "documentId",
    started_at as "startedAt"
  from library_incoming where member_id = $1 and started_at >= $2 order by started_at desc, id desc`;

const failSilent = `
  update library_incoming set state = 'failed', reason = 'interrupted', seen_at = $2
  where state = 'reading' and seen_at < $1`;
