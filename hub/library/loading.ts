import { setTimeout as sleep } from 'node:timers/promises';
import { calendarDay } from '../people/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Signals } from '../platform/signals.ts';
import { libraryTopic } from './changing.ts';
import { readFrontMatter } from './reading/front-matter.ts';
import type { IndexState, KnownDocument } from './port.ts';
import type { LivingIndex } from './search/living-index.ts';
import { nameOf, type SummaryRow } from './row.ts';
import { standingsOf } from './status.ts';
import { passagesOf } from './structure/passages.ts';

/** Signals may be lost: so often one looks by oneself. */
const lookMs = 2_000;
/** Texts of so many passages, some two megabytes, are in hand at once. */
const batchPassages = 2_000;

/** Who follows the index of this process with something of its own. */
export interface Follower {
  put(documents: readonly KnownDocument[]): void;
  remove(ids: readonly string[]): void;
}

/** Keeps an index of all released documents up with what changes. */
export function loading({
  database,
  clock,
  signals,
  index,
  followers,
  onProblem,
}: {
  database: Database;
  clock: Clock;
  signals: Signals;
  index: LivingIndex<KnownDocument>;
  followers: readonly Follower[];
  onProblem: (error: unknown) => void;
}) {
  let held = false;
  let building = false;
  let version = 0;
  let total = 0;
  let day = '';
  let waiting: { version: number; resolve: () => void }[] = [];

  function state(): IndexState {
    return { held, building, version, total: building ? total : 0, ...index.size };
  }

  function isReady(): boolean {
    return held && !building;
  }

  async function until(wanted: number): Promise<void> {
    if (isReady() && version >= wanted) return;
    await new Promise<void>((resolve) => waiting.push({ version: wanted, resolve }));
  }

  function hold() {
    const stopping = new AbortController();
    const { signal } = stopping;
    let look = new AbortController();
    held = true;
    building = true;
    const leave = signals.subscribe(libraryTopic, () => look.abort());
    const following = follow();
    return {
      async stop() {
        leave();
        stopping.abort();
        look.abort();
        index.close();
        held = false;
        await following;
      },
    };

    async function follow(): Promise<void> {
      while (!signal.aborted) {
        try {
          look = new AbortController();
          await catchUp(signal);
        } catch (error) {
          if (!signal.aborted) onProblem(error);
        }
        await sleep(lookMs, undefined, { signal: AbortSignal.any([signal, look.signal]) }).catch(() => {});
      }
    }
  }

  /** Reads what changed since it last looked; what fails is read again the next time. */
  async function catchUp(signal: AbortSignal): Promise<void> {
    const today = calendarDay(clock());
    const [now] = await database.query<{ version: number }>(
      'select version from library_version where id = 1',
    );
    const reached = now?.version ?? 0;
    if (!building && reached === version && today === day) return;
    const changed = await database.query<ChangedRow>(selectChanged, [version, day || today, today]);
    const gone = changed.filter(({ released }) => !released).map(({ id }) => id);
    const known = changed.filter(({ released }) => released);
    total = known.reduce((sum, { passages }) => sum + passages, 0);
    await index.remove(gone);
    for (const follower of followers) follower.remove(gone);
    for (const batch of batchesOf(known)) {
      if (signal.aborted) return;
      await take(batch, today, signal);
    }
    if (signal.aborted) return;
    version = reached;
    day = today;
    building = false;
    const ready = waiting.filter((one) => one.version <= version);
    waiting = waiting.filter((one) => one.version > version);
    for (const { resolve } of ready) resolve();
  }

  async function take(ids: readonly string[], today: string, signal: AbortSignal): Promise<void> {
    const rows = await database.query<KnownRow>(selectKnown, [ids]);
    const standings = await standingsOf(database, rows, today);
    const documents: KnownDocument[] = [];
    for (const row of rows) {
      const { status, replacedBy } = standings.get(row.id)!;
      documents.push({
        ...nameOf(row),
        text: row.text,
        passages: passagesOf(row.text, readFrontMatter(row.text).bodyStart),
        inForce: status === 'in_force',
        unitId: row.unitId,
        readers: { who: row.who, roles: row.roles },
        status,
        replacedBy,
      });
      // Others have their turn between two documents.
      await new Promise<void>((resolve) => void setImmediate(resolve));
      if (signal.aborted) return;
    }
    await index.put(documents);
    for (const follower of followers) follower.put(documents);
  }

  return { hold, state, isReady, until };
}

interface ChangedRow {
  id: string;
  passages: number;
  released: boolean;
}

type KnownRow = SummaryRow &
  Pick<KnownDocument, 'text'> & { who: 'members' | 'roles'; roles: KnownDocument['readers']['roles'] };

function batchesOf(rows: readonly ChangedRow[]): string[][] {
  const batches: string[][] = [];
  let passages = batchPassages;
  for (const row of rows) {
    if (passages >= batchPassages) {
      batches.push([]);
      passages = 0;
    }
    batches.at(-1)!.push(row.id);
    passages += row.passages;
  }
  return batches;
}

/** Also those whose last day has passed since. */
const selectChanged = `
  select id, passages, state = 'released' as released from library_document
  where version > $1 or (state = 'released' and expires_on > $2::date and expires_on <= $3::date)
  order by version, id`;

const selectKnown = `
  select d.id, d.number, d.kind, d.issuer, d.issued_on as date, d.title, d.unit_id as "unitId",
    d.expires_on as expires, d.said_status as "saidStatus", d.says_expired as "saysExpired", d.described, d.text,
    d.readers as who, d.reader_roles::text[] as roles
  from library_document d where d.id = any ($1::uuid[]) and d.state = 'released' order by d.version, d.id`;
