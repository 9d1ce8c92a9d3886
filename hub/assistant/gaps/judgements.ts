import { randomUUID } from 'node:crypto';
import { calendarDay, type People } from '../../people/index.ts';
import type { Actor } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { AlreadyJudged, AnswerUnknown } from '../errors.ts';
import type { KeptAnswers } from '../keeping/kept-answers.ts';
import { complaints, type Assistant, type Complaint } from '../port.ts';
import { monthOf } from './months.ts';
import { shiftDay } from '../../platform/shift-day.ts';

export interface JudgementParts {
  database: Database;
  people: Pick<People, 'unitsOf' | 'unitsWithin'>;
  clock: Clock;
  kept: KeptAnswers;
  committeeOf: (unitId: string) => Promise<string | null>;
}

/** Twelve months and the one that runs. */
const keptDays = 366;

interface Row {
  month: string;
  helped: boolean;
  reason: Complaint | null;
  count: number;
}

/** What was made of answers: said once, kept without who said it and what was asked. */
export function judgements({ database, people, clock, kept, committeeOf }: JudgementParts) {
  const judge: Assistant['judge'] = async (by, id, { helped, reason }) => {
    const { reply } = await kept.own(by.memberId, id);
    if (reply.kind !== 'found' && reply.kind !== 'refused') throw new AnswerUnknown();
    const [home] = await people.unitsOf(by.memberId);
    const unitId = home ? await committeeOf(home.id) : null;
    const month = monthOf(calendarDay(clock()));
    const mode = reply.kind === 'found' ? reply.mode : 'quote';
    await database.transaction(async (sql) => {
      const marked = await sql.query(markJudged, [id, by.memberId]);
      if (marked.length === 0) throw new AlreadyJudged();
      if (unitId === null) return;
      const why = helped ? null : (reason ?? 'other');
      await sql.query(insertJudgement, [randomUUID(), unitId, month, helped, why, mode]);
    });
  };

  const byMonth: Assistant['gaps']['judgements'] = async (by: Actor) => {
    const units = [...(await people.unitsWithin(by, 'library.gaps'))];
    const rows = await database.query<Row>(selectJudgements, [units]);
    return [...Map.groupBy(rows, ({ month }) => month)].map(([month, those]) => ({
      month,
      helped: sum(those.filter((row) => row.helped)),
      not: Object.fromEntries(
        complaints.map((reason) => [
          reason,
          sum(those.filter((row) => !row.helped && row.reason === reason)),
        ]),
      ) as Record<Complaint, number>,
    }));
  };

  /** Twelve months are shown. */
  async function forgetOld(): Promise<void> {
    await database.query('delete from assistant_judgement where month < $1::date', [
      monthOf(shiftDay(calendarDay(clock()), -keptDays)),
    ]);
  }

  return { judge, byMonth, forgetOld };
}

function sum(rows: readonly Row[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}

const markJudged = `
  update assistant_answer set judged = true where id = $1 and member_id = $2 and not judged returning id`;

const insertJudgement = `
  insert into assistant_judgement (id, unit_id, month, helped, reason, mode)
  values ($1, $2, $3::date, $4, $5, $6)`;

/** The last twelve months that have any, the latest first. */
const selectJudgements = `
  with counted as (
    select to_char(month, 'YYYY-MM') as month, helped, reason, count(*)::int as count
    from assistant_judgement where unit_id = any ($1::uuid[]) group by 1, 2, 3
  )
  select * from counted
  where month in (select distinct month from counted order by month desc limit 12) order by month desc`;
