import { join } from 'node:path';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Sql } from '../../platform/database/index.ts';
import type { Keys } from '../../platform/keys.ts';
import { openLocales, type Language, type Locales } from '../../platform/locales.ts';
import { readTable, type Problem } from './csv.ts';
import { calendarDay } from '../days.ts';
import { checkMembers } from './member-lines.ts';
import { planMembers } from './members.ts';
import type { Checked, Plan } from './plan.ts';
import { checkUnits, planUnits } from './units.ts';
import { memberColumns, unitColumns } from './words.ts';

export interface ImportOptions {
  /** Takes the good lines of a file that has others; otherwise such a file changes nothing. */
  partial?: boolean;
  /** Says what would happen. */
  dryRun?: boolean;
  /** Of the messages; default `vi`. */
  language?: Language;
}

/** Lines by what became of them. Of a file that was refused nothing counts. */
export interface ImportReport {
  created: number;
  updated: number;
  unchanged: number;
  errors: ImportError[];
}

export interface ImportError {
  /** As a spreadsheet numbers it: the header is row 1. */
  row: number;
  /** English name of the column, or `file`. */
  field: string;
  message: string;
}

const limitMs = 10 * 60_000;
/** From here on the planner's idea of the tables is out of date. */
const manyRows = 1_000;

export function imports({
  database,
  keys,
  clock,
  locales,
}: {
  database: Database;
  keys: Keys;
  clock: Clock;
  locales?: Locales | undefined;
}) {
  /** Units of a CSV file: new ones are created, known codes renamed or hung elsewhere. Twice is once. */
  async function importUnits(csv: Uint8Array, options: ImportOptions = {}): Promise<ImportReport> {
    const checked = checkUnits(readTable(csv, unitColumns));
    return await run(checked, (sql) => planUnits(sql, checked, calendarDay(clock())), 'unit', options);
  }

  /**
   * Members of a CSV file. A column that the file does not have changes nothing; an empty cell empties.
   * Members that the file does not name stay as they are. Twice is once.
   */
  async function importMembers(csv: Uint8Array, options: ImportOptions = {}): Promise<ImportReport> {
    const now = clock();
    const today = calendarDay(now);
    const checked = checkMembers(readTable(csv, memberColumns), today);
    const plan = (sql: Sql) => planMembers(sql, checked, { keys, now, today });
    return await run(checked, plan, 'member, membership, member_status, role', options);
  }

  async function run(
    checked: Checked<unknown>,
    planIn: (sql: Sql) => Promise<Plan>,
    tables: string,
    { partial = false, dryRun = false, language = 'vi' }: ImportOptions,
  ): Promise<ImportReport> {
    const nothing = { created: 0, updated: 0, unchanged: 0 };
    if (checked.lines.length === 0) return { ...nothing, errors: inWords(checked.problems, language) };
    const { problems, ...counts } = await database.transaction(async (sql) => {
      const { write, problems: found, ...planned } = await planIn(sql);
      const all = [...checked.problems, ...found];
      if (all.length > 0 && !partial) return { ...nothing, problems: all.filter(isCause) };
      if (!dryRun) await write();
      return { ...planned, problems: all };
    }, limitMs);
    if (!dryRun && counts.created + counts.updated >= manyRows) await database.query(`analyze ${tables}`);
    return { ...counts, errors: inWords(problems, language) };
  }

  function inWords(problems: readonly Problem[], language: Language): ImportError[] {
    if (problems.length === 0) return [];
    const say = (locales ?? ourLocales())(language);
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

function ourLocales(): Locales {
  return openLocales(join(import.meta.dirname, '../../locales'), 'Asia/Ho_Chi_Minh');
}
