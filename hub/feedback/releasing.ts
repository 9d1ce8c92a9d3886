import type { Day } from '../meetings/index.ts';
import { calendarDay } from '../people/index.ts';
import type { Sql } from '../platform/database/index.ts';
import { drawCode, shownCode } from '../platform/spoken-code.ts';
import { due } from './due.ts';
import type { FeedbackPartsSealed } from './feedback.ts';
import { newItems, type Released } from './new-items.ts';
import { inSlices, onward } from './onward.ts';
import type { StagedConfidential, StagedRow, StagedUnlinkable } from './staging.ts';

/** Confidential rows released in one transaction. Drawn at random: what is left over tells nothing either. */
const mostTogether = 1_000;
const limitMs = 5 * 60_000;

/**
 * Staged items go to their readers: in random order, under new ids, when the day is over and, unlinkable, in company.
 * Whoever meets rows that another worker holds leaves them to it.
 */
export function releasing(parts: FeedbackPartsSealed) {
  const { database, clock, sealing } = parts;
  const { company } = parts.doors;
  const { dueDays } = due(parts);
  const { insert } = newItems(sealing);
  const { passUp, passStagedOn, passItemsOn } = onward(parts);

  async function release(): Promise<void> {
    const today = calendarDay(clock());
    const [waits] = await database.query<Record<'confidential' | 'unlinkable', boolean>>(selectWaits, [
      today,
    ]);
    if (waits!.unlinkable) {
      const rule = await company();
      await passStagedOn(today);
      await passUp(today, rule);
      for (const unitId of await unitsInCompany(today, rule.items)) {
        await database.transaction((sql) => releaseUnit(sql, { unitId, today, items: rule.items }), limitMs);
      }
    }
    if (waits!.confidential)
      while ((await database.transaction((sql) => releaseConfidential(sql, today), limitMs)) > 0);
    // After them: what was said in confidence says to whom only once it is released.
    await passItemsOn();
  }

  async function unitsInCompany(today: Day, items: number): Promise<string[]> {
    const rows = await database.query<{ unitId: string }>(selectUnits, [today, items]);
    return rows.map(({ unitId }) => unitId);
  }

  /** All that wait for the unit since an earlier day; nothing where too few of them can be had. */
  async function releaseUnit(
    sql: Sql,
    { unitId, today, items }: { unitId: string; today: Day; items: number },
  ): Promise<void> {
    const held = await sql.query<{ id: string }>(lockUnit, [unitId, today]);
    if (held.length < items) return;
    await inSlices(sql, held, (rows) => insert(sql, rows.map(unlinkableOf), { on: today, dueDays: noDays }));
  }

  async function releaseConfidential(sql: Sql, today: Day): Promise<number> {
    const held = await sql.query<{ id: string }>(lockConfidential, [today, mostTogether]);
    await inSlices(sql, held, async (rows) => {
      const released = await withFreeNumbers(sql, rows.map(confidentialOf));
      const units = [...new Set(released.map(({ unitId }) => unitId))];
      await insert(sql, released, { on: today, dueDays: await dueDays(units, today, sql) });
    });
    return held.length;
  }

  function confidentialOf({ id, content, author, files }: StagedRow): Released {
    const { kind, topicId, topic, text, unitId, number } = sealing.openStaged<StagedConfidential>(content);
    const memberId = sealing.openAuthor(id, author!);
    return {
      level: 'confidential',
      unitId,
      kind,
      topicId,
      content: { topic, text },
      files,
      number,
      memberId,
      receiptHash: null,
    };
  }

  function unlinkableOf({ unitId, content, files }: StagedRow): Released {
    const { kind, topicId, topic, text, releasedHash } = sealing.openStaged<StagedUnlinkable>(content);
    return {
      level: 'unlinkable',
      unitId: unitId!,
      kind,
      topicId,
      content: { topic, text },
      files,
      number: null,
      memberId: null,
      receiptHash: Buffer.from(releasedHash, 'base64'),
    };
  }

  return { release };
}

const noDays: ReadonlyMap<string, Day> = new Map();

/** A number that another item bears already, once in 10¹¹ times as many as there are items, is drawn anew. */
async function withFreeNumbers(sql: Sql, released: readonly Released[]): Promise<Released[]> {
  const wanted = released.map(({ number }) => number);
  const rows = await sql.query<{ number: string }>(selectNumbers, [wanted]);
  const taken = new Set(rows.map(({ number }) => number));
  return released.map((one) => {
    let number = one.number!;
    while (taken.has(number)) number = shownCode(drawCode());
    taken.add(number);
    return { ...one, number };
  });
}

/** Since an earlier day. */
const selectWaits = `
  select exists (select from feedback_staged where level = 'confidential' and staged_on < $1::date) as confidential,
    exists (select from feedback_staged where level = 'unlinkable' and staged_on < $1::date) as unlinkable`;

const selectUnits = `
  select unit_id as "unitId" from feedback_staged
  where level = 'unlinkable' and staged_on < $1::date group by unit_id having count(*) >= $2`;

const lockUnit = `
  select id from feedback_staged where level = 'unlinkable' and unit_id = $1 and staged_on < $2::date
  for update skip locked`;

const lockConfidential = `
  select id from feedback_staged where level = 'confidential' and staged_on < $1::date
  order by random() limit $2 for update skip locked`;

const selectNumbers = 'select number from feedback_item where number = any ($1::text[])';
