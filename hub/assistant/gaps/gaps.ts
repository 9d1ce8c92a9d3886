import { randomUUID } from 'node:crypto';
import { calendarDay, type People } from '../../people/index.ts';
import type { Actor, Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Sql } from '../../platform/database/index.ts';
import { isId } from '../../platform/ids.ts';
import type { Keys } from '../../platform/keys.ts';
import { GapUnknown } from '../errors.ts';
import type { Assistant, Gap } from '../port.ts';
import { sameQuestion, tellingSyllables } from './grouping.ts';
import { knownNames } from './known-names.ts';
import { masked } from './masking.ts';
import { monthOf } from './months.ts';
import { shiftDay } from '../../platform/shift-day.ts';

export interface GapParts {
  database: Database;
  people: Pick<People, 'unitsOf' | 'unitsWithin' | 'requireMay'>;
  audit: Audit;
  keys: Keys;
  clock: Clock;
  committeeOf: (unitId: string) => Promise<string | null>;
}

const mostListed = 100;
const keptDays = 365;
/** Open questions of one committee among which a new one may find its like. */
const mostCompared = 1_000;
/** Fewer words that tell something say of no gap which. */
const fewestTelling = 2;

/** Of sealed questions: each is bound to its row. */
const purpose = 'assistant-gap';

type Verbs = Pick<Assistant['gaps'], 'list' | 'decide'>;

interface SealedQuestion {
  id: string;
  question: Uint8Array;
}

type GapRow = Omit<Gap, 'asked' | 'question'> & SealedQuestion & { asked: number };

/** What the library could not answer, for who can fill it: grouped, and of nobody. */
export function gaps({ database, people, audit, keys, clock, committeeOf }: GapParts) {
  const namesIn = knownNames({ database, clock });
  const open = ({ id, question }: SealedQuestion) => keys.open(purpose, id, question);

  /** Of one that no document answers, what is left without people, under the asker's base committee. */
  async function note(by: Actor, question: string): Promise<void> {
    const [home] = by.memberId === null ? [] : await people.unitsOf(by.memberId);
    if (!home) return;
    const text = masked(question, await namesIn(question, home.id));
    if (text === null || tellingSyllables(text).size < fewestTelling) return;
    const unitId = await committeeOf(home.id);
    if (unitId === null) return;
    await database.transaction(async (sql) => await keep(sql, unitId, text));
  }

  async function keep(sql: Sql, unitId: string, question: string): Promise<void> {
    const month = monthOf(calendarDay(clock()));
    // A question that many ask at once makes one row, whichever processes they ask.
    await sql.query('lock table assistant_gap in share row exclusive mode');
    const rows = await sql.query<SealedQuestion>(selectOpen, [unitId, mostCompared]);
    const known = sameQuestion(
      question,
      rows.map((row) => ({ id: row.id, question: open(row) })),
    );
    if (known) return void (await sql.query(countAgain, [known.id, month]));
    // Version 4: the id says nothing of the moment.
    const id = randomUUID();
    await sql.query(insertGap, [id, unitId, keys.seal(purpose, id, question), month]);
  }

  const list: Verbs['list'] = async (by) => {
    const units = [...(await people.unitsWithin(by, 'library.gaps'))];
    const rows = await database.query<GapRow>(selectGaps, [units, mostListed]);
    return rows.map((row) => ({ ...row, question: open(row), asked: rangeOf(row.asked) }));
  };

  const decide: Verbs['decide'] = async (by, id, state) => {
    const [gap] = isId(id) ? await database.query<{ unitId: string }>(selectUnit, [id]) : [];
    const within = await people.unitsWithin(by, 'library.gaps');
    if (!gap || !within.has(gap.unitId)) throw new GapUnknown();
    await database.transaction(async (sql) => {
      const decided = await sql.query(decideGap, [id, state, clock()]);
      if (decided.length === 0) throw new GapUnknown();
      const about = { unitId: gap.unitId, subjectId: id };
      await audit.record(
        by,
        state === 'filled'
          ? { action: 'assistant.gap-filled', ...about }
          : { action: 'assistant.gap-dismissed', ...about },
        sql,
      );
    });
  };

  /** A year after the month in which it was asked last, decided or not, nobody fills it any more. */
  async function forgetOld(): Promise<void> {
    await database.query('delete from assistant_gap where month < $1::date', [
      monthOf(shiftDay(calendarDay(clock()), -keptDays)),
    ]);
  }

  return { note, list, decide, forgetOld };
}

/** Nobody is to be counted out of it. */
function rangeOf(asked: number): Gap['asked'] {
  if (asked < 5) return '1-4';
  return asked < 10 ? '5-9' : '10+';
}

const selectOpen = `
  select id, question from assistant_gap where unit_id = $1 and state = 'open' order by month desc, id limit $2`;

const countAgain = `update assistant_gap set asked = asked + 1, month = $2::date where id = $1`;

const insertGap = `
  insert into assistant_gap (id, unit_id, question, asked, month, state)
  values ($1, $2, $3, 1, $4::date, 'open')`;

const selectGaps = `
  select g.id, json_build_object('id', u.id, 'code', u.code, 'name', u.name) as unit, g.question, g.asked,
    to_char(g.month, 'YYYY-MM') as month
  from assistant_gap g join unit u on u.id = g.unit_id
  where g.state = 'open' and g.unit_id = any ($1::uuid[])
  order by case when g.asked >= 10 then 0 when g.asked >= 5 then 1 else 2 end, g.month desc, g.id limit $2`;

const selectUnit = `select unit_id as "unitId" from assistant_gap where id = $1 and state = 'open'`;

const decideGap = `
  update assistant_gap set state = $2::gap_state, decided_at = $3 where id = $1 and state = 'open' returning id`;
