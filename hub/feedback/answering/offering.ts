import type { Actor, Deed } from '../../platform/audit.ts';
import type { Sql } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { FeedbackInvalid } from '../errors.ts';
import type { FeedbackPartsSealed } from '../feedback.ts';
import type { Answering } from '../port.ts';
import { answeringUnit } from './holding.ts';
import { replyLength, titleLength, worded, wordedLine } from './text.ts';

/** More than that nobody finds again in a list. */
const mostCannedAnswers = 50;

/** What a unit promises, and what it says often. */
export function offering({
  database,
  people,
  audit,
  clock,
}: Pick<FeedbackPartsSealed, 'database' | 'people' | 'audit' | 'clock'>): Pick<
  Answering,
  'promise' | 'cannedAnswers' | 'saveCannedAnswer' | 'dropCannedAnswer'
> {
  const unitOf = answeringUnit(people);

  async function change(
    by: Actor,
    { unitId, deed, work }: { unitId: string; deed: Deed; work: (sql: Sql) => Promise<unknown> },
  ): Promise<void> {
    await database.transaction(async (sql) => {
      await work(sql);
      await audit.record(by, { ...deed, unitId }, sql);
    });
  }

  /** What is waiting keeps the day it was told. */
  async function promise(by: Actor, unitCode: string, workingDays: number | null): Promise<void> {
    const { id: unitId, kind } = await unitOf(by, unitCode);
    const { value } = await people.rule('feedback.answer-days', clock());
    const longest = (value as Record<string, number>)[kind] ?? 0;
    const fits =
      workingDays === null || (Number.isInteger(workingDays) && workingDays >= 1 && workingDays <= longest);
    if (!fits) throw new FeedbackInvalid('days');
    await change(by, {
      unitId,
      deed: { action: 'feedback.promised', facts: { days: workingDays ?? longest } },
      work: async (sql) =>
        workingDays === null
          ? await sql.query(deletePromise, [unitId])
          : await sql.query(keepPromise, [unitId, workingDays]),
    });
  }

  async function cannedAnswers(by: Actor, unitCode: string) {
    const { id: unitId } = await unitOf(by, unitCode);
    return await database.query<{ id: string; title: string; text: string }>(selectCanned, [unitId]);
  }

  async function saveCannedAnswer(...[by, unitCode, answer]: Parameters<Answering['saveCannedAnswer']>) {
    const { id: unitId } = await unitOf(by, unitCode);
    const title = wordedLine(answer.title, 'title', titleLength);
    const text = worded(answer.text, 'text', replyLength);
    const id = answer.id ?? newId();
    await change(by, {
      unitId,
      deed: { action: 'feedback.canned-answer-saved' },
      async work(sql) {
        const kept = await sql.query(keepCanned, [id, unitId, title, text, mostCannedAnswers]);
        if (kept.length === 0) throw new FeedbackInvalid('title');
      },
    });
  }

  async function dropCannedAnswer(by: Actor, unitCode: string, id: string): Promise<void> {
    const { id: unitId } = await unitOf(by, unitCode);
    await change(by, {
      unitId,
      deed: { action: 'feedback.canned-answer-dropped' },
      work: async (sql) => await sql.query(deleteCanned, [id, unitId]),
    });
  }

  return { promise, cannedAnswers, saveCannedAnswer, dropCannedAnswer };
}

const keepPromise = `
  insert into feedback_promise (unit_id, working_days) values ($1, $2)
  on conflict (unit_id) do update set working_days = excluded.working_days`;

const deletePromise = 'delete from feedback_promise where unit_id = $1';

const selectCanned =
  'select id, title, text from feedback_canned_answer where unit_id = $1 order by title, id';

/** Another unit's is left alone, and so is a list that is full. */
const keepCanned = `
  insert into feedback_canned_answer (id, unit_id, title, text)
  select $1::uuid, $2::uuid, $3, $4
  where exists (select from feedback_canned_answer where id = $1::uuid)
    or (select count(*) from feedback_canned_answer where unit_id = $2::uuid) < $5
  on conflict (id) do update set title = excluded.title, text = excluded.text
    where feedback_canned_answer.unit_id = excluded.unit_id
  returning id`;

const deleteCanned = 'delete from feedback_canned_answer where id::text = $1 and unit_id = $2';
