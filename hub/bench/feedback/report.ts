import { operator } from '../../platform/audit.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Reports } from '../../reports/index.ts';
import { ownInstallation, type Environment } from '../installation.ts';
import { quantiles } from '../quantiles.ts';
import { giveRecipients } from '../recipients.ts';

/** What is measured. */
export interface ReportHub {
  database: Database;
  figures: Pick<Reports, 'work' | 'feedback'>;
  close(): Promise<void>;
}

/** How long those who lead wait for figures of everything that was said in a month. */
export interface ReportBench {
  reportMembers: number;
  reportItems: number;
  /** How long the figures of the whole tree take to make, once a month. */
  snapshotMs: number;
  /** Of reading the report of the province, of communes and of cells: 95 of a hundred are read within it. */
  reportMs: number;
  /** The slowest of the province's. */
  reportProvinceMs: number;
}

const readsOfProvince = 20;
const readsBelow = 20;

export async function benchReport(
  items: number,
  { environment, open }: { environment: Environment; open: (environment: Environment) => Promise<ReportHub> },
): Promise<ReportBench> {
  const house = await ownInstallation(environment);
  try {
    const hub = await open(house.environment);
    try {
      // Half of them say something in that month.
      const members = items * 2;
      await giveRecipients(hub.database, members);
      await giveItems(hub.database, items);
      return { reportMembers: members, reportItems: items, ...(await measure(hub)) };
    } finally {
      await hub.close();
    }
  } finally {
    await house.remove();
  }
}

async function measure({ database, figures }: ReportHub) {
  const began = performance.now();
  await figures.work();
  const snapshotMs = Math.round(performance.now() - began);
  const units = await database.query<{ code: string; kind: string }>(selectUnits, [readsBelow]);
  const province = units.find(({ kind }) => kind === 'province')!.code;
  const [ofProvince, below]: number[][] = [[], []];
  for (let read = 0; read < readsOfProvince; read += 1) ofProvince!.push(await readingMs(figures, province));
  for (const { code } of units) below!.push(await readingMs(figures, code));
  return {
    snapshotMs,
    reportMs: quantiles([...ofProvince!, ...below!])(0.95)!,
    reportProvinceMs: quantiles(ofProvince!)(1)!,
  };
}

async function readingMs(figures: ReportHub['figures'], unit: string): Promise<number> {
  const began = performance.now();
  await figures.feedback(operator, unit);
  return performance.now() - began;
}

/** Communes of fifty cells each, with topics of the province's, and what was said in the last month that is settled. */
async function giveItems(database: Database, items: number): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.query(communes);
    await sql.query(hangCells);
    await sql.query(topics);
    await sql.query(insertItems, [items]);
  }, 10 * 60_000);
  await database.query('analyze unit, feedback_item, feedback_topic');
}

const communes = `
  insert into unit (id, code, name, kind, parent_id)
  select gen_random_uuid(), 'XA' || n, 'Đảng bộ xã số ' || n, 'commune', province.id
  from unit province, generate_series(0, (select count(*)::int / 50 from unit where kind = 'cell')) n
  where province.kind = 'province'`;

const hangCells = `
  update unit cell set parent_id = commune.id from unit commune
  where cell.kind = 'cell' and commune.code = 'XA' || substr(cell.code, 2)::int / 50`;

const topics = `
  insert into feedback_topic (id, unit_id, name, position)
  select gen_random_uuid(), unit.id, 'Chủ đề ' || n, n from unit, generate_series(1, 6) n where kind = 'province'`;

/**
 * Of ten, four with a name, five in confidence, one without either; two of three to the own cell, the others to those
 * above. Figures are reckoned from what stands outside of the sealed content: that is one byte here.
 */
const insertItems = `
  with author as (
    select member.id, cell.id as cell_id, commune.id as commune_id, commune.parent_id as province_id,
      row_number() over (order by member.id) as n, (random() * 27)::int as day, random() as lot
    from member join membership on membership.member_id = member.id
    join unit cell on cell.id = membership.unit_id join unit commune on commune.id = cell.parent_id
    order by random() limit $1::int
  ), said as (
    select *, case when n % 10 < 4 then 'named' when n % 10 < 9 then 'confidential' else 'unlinkable' end as level,
      case when n % 3 > 0 then cell_id when n % 4 > 0 then commune_id else province_id end as unit_id,
      (date_trunc('month', now() - interval '3 days') - interval '1 month')::date + day as on_day
    from author
  )
  insert into feedback_item (id, number, unit_id, said_to_id, level, kind, topic_id, content, state, received_on,
    received_at, author_id, author, due_on, answered_on, useful)
  select gen_random_uuid(), case when level <> 'unlinkable' then 'B' || n end, unit_id, unit_id, level::feedback_level,
    (array['question', 'opinion', 'proposal', 'reported'])[1 + n % 4]::feedback_kind,
    (select id from feedback_topic where position = said.n % 7), decode('00', 'hex'),
    (case when lot < 0.6 then 'answered' when lot < 0.8 then 'closed' else 'new' end)::feedback_state, on_day,
    case when level = 'named' then on_day + interval '9 hours' end, case when level = 'named' then id end,
    case when level = 'confidential' then decode('00', 'hex') end,
    case when level <> 'unlinkable' then on_day + 42 end,
    case when lot < 0.8 then on_day + (lot * 60)::int end, case when lot < 0.3 then lot < 0.2 end
  from said`;

const selectUnits = `
  (select code, kind::text from unit where kind = 'province')
  union all (select code, kind::text from unit where code like 'XA%' order by code limit $1)
  union all (select code, kind::text from unit where kind = 'cell' order by code limit $1)`;
