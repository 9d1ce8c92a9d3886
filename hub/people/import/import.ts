import type { Actor, Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Sql } from '../../platform/database/index.ts';
import type { Keys } from '../../platform/keys.ts';
import type { Language, Locales } from '../../platform/locales.ts';
import { calendarDay } from '../days.ts';
import { MayNot } from '../errors.ts';
import type { Action } from '../may.ts';
import { auditImport } from './audited.ts';
import { checkMembers } from './member-lines.ts';
import { planMembers } from './members.ts';
import type { Change, Checked, Plan } from './plan.ts';
import type { Problem } from './problems.ts';
import { reachFor, type Reach } from './reach.ts';
import { readTable } from './table.ts';
import { checkUnits, planUnits } from './units.ts';
import { memberColumns, unitColumns } from './words.ts';

export interface ImportOptions {
  /** Takes the good lines of a file that has others; otherwise such a file changes nothing. */
  partial?: boolean;
  /** Says what would happen, line by line. */
  dryRun?: boolean;
  /** Takes members in again whose data was erased: somebody who left and came back. */
  readmit?: boolean;
  /** Of the messages; default `vi`. */
  language?: Language;
}

/** Lines by what became of them. Of a file that was refused nothing counts. */
export interface ImportReport {
  created: number;
  updated: number;
  unchanged: number;
  errors: ImportError[];
  /** Of a dry run: what would change, the first 500 lines in their order. */
  changes?: Change[];
  /** How many lines more would change. */
  moreChanges?: number;
  /** Of a dry run: how many lines name somebody whose data was erased; `readmit` would take them. */
  erased?: number;
}

export interface ImportError {
  /** As a spreadsheet numbers it. */
  row: number;
  /** English name of the column, or `file`. */
  field: string;
  message: string;
}

export type ImportKind = 'units' | 'members';

const limitMs = 10 * 60_000;
/** From here on the planner's idea of the tables is out of date. */
const manyRows = 1_000;
const mostChanges = 500;

/** The right without which nobody imports, and those that single lines may ask for. */
const rights = {
  units: ['unit.import'],
  members: ['member.import', 'member.move', 'role.give', 'role.give-admin'],
} as const satisfies Record<ImportKind, readonly Action[]>;

const tables: Readonly<Record<ImportKind, string>> = {
  units: 'unit',
  members: 'member, membership, member_status, role',
};

export function imports({
  database,
  keys,
  clock,
  audit,
  locales,
  unitsWithin,
  reach,
}: {
  database: Database;
  keys: Keys;
  clock: Clock;
  audit: Audit;
  locales: Locales;
  unitsWithin: (by: Actor, action: Action) => Promise<ReadonlySet<string>>;
  reach: (memberId: string, action: Action) => Promise<string[]>;
}) {
  /**
   * Units of a spreadsheet: new ones are created, known codes renamed or hung elsewhere. Twice is once. Lines about
   * units beyond the actor's reach are refused.
   *
   * @throws {MayNot} who may import no unit anywhere
   */
  async function importUnits(
    by: Actor,
    file: Uint8Array,
    options: ImportOptions = {},
  ): Promise<ImportReport> {
    return await run(by, 'units', options, async (within) => {
      const checked = checkUnits(await readTable(file, unitColumns));
      const today = calendarDay(clock());
      return { checked, plan: (sql) => planUnits(sql, checked, { by, reach: within, audit, today }) };
    });
  }

  /**
   * Members of a spreadsheet. A column that the file does not have changes nothing; an empty cell empties. Members
   * that the file does not name stay as they are. Twice is once. Lines about members or units beyond the actor's
   * reach are refused, and so are those who had their data erased, unless they are to be readmitted.
   *
   * @throws {MayNot} who may import members of no unit
   * @throws {DomainError} `role.last`: nobody would be left at the top who can give roles
   */
  async function importMembers(
    by: Actor,
    file: Uint8Array,
    options: ImportOptions = {},
  ): Promise<ImportReport> {
    return await run(by, 'members', options, async (within) => {
      const now = clock();
      const today = calendarDay(now);
      const { readmit = false } = options;
      const checked = checkMembers(await readTable(file, memberColumns), today);
      const context = { by, reach: within, readmit, keys, now, today };
      return { checked, plan: (sql) => planMembers(sql, checked, context) };
    });
  }

  async function run(
    by: Actor,
    kind: ImportKind,
    { partial = false, dryRun = false, language = 'vi' }: ImportOptions,
    prepare: (within: Reach) => Promise<{ checked: Checked<unknown>; plan: (sql: Sql) => Promise<Plan> }>,
  ): Promise<ImportReport> {
    const [right] = rights[kind];
    const within = await reachFor(by, rights[kind], unitsWithin);
    if (within.hasNone(right)) throw new MayNot();
    const held = by.memberId === null ? null : await reach(by.memberId, right);
    const { checked, plan: planIn } = await prepare(within);

    const nothing = { created: 0, updated: 0, unchanged: 0, changes: [] };
    const outcome = await database.transaction(async (sql) => {
      if (checked.lines.length === 0) return { ...nothing, problems: checked.problems };
      const { write, touched, problems: found, ...planned } = await planIn(sql);
      const all = [...checked.problems, ...found];
      if (all.length > 0 && !partial) return { ...nothing, problems: all.filter(isCause) };
      if (!dryRun) {
        await write();
        await auditImport(sql, audit, { by, kind, touched, held });
      }
      return { ...planned, problems: all };
    }, limitMs);
    const { problems, changes, ...counts } = outcome;
    if (!dryRun && counts.created + counts.updated >= manyRows)
      await database.query(`analyze ${tables[kind]}`);
    return { ...counts, errors: inWords(problems, language), ...(dryRun ? preview(changes, problems) : {}) };
  }

  function inWords(problems: readonly Problem[], language: Language): ImportError[] {
    const say = locales(language);
    return problems
      .toSorted((a, b) => a.row - b.row)
      .map(({ row, field, code, facts }) => ({ row, field, message: say(`import-${code}`, facts) }));
  }

  return { importUnits, importMembers };
}

/** One wrong committee would be reported again for each of its ninety cells. */
function isCause({ code }: Problem): boolean {
  return code !== 'parent-refused';
}

function preview(
  changes: readonly Change[],
  problems: readonly Problem[],
): Pick<ImportReport, 'changes' | 'moreChanges' | 'erased'> {
  const inOrder = changes.toSorted((a, b) => a.row - b.row);
  return {
    changes: inOrder.slice(0, mostChanges),
    moreChanges: Math.max(0, inOrder.length - mostChanges),
    erased: problems.filter(({ code }) => code === 'code-erased').length,
  };
}
