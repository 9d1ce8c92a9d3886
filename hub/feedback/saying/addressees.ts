import { calendarDay, inForce, isInformed, unitStands } from '../../people/index.ts';
import { batched } from '../../platform/batched.ts';
import type { Sql } from '../../platform/database/index.ts';
import { DomainError } from '../../platform/errors.ts';
import type { Due } from '../due.ts';
import { FeedbackInvalid } from '../errors.ts';
import type { FeedbackPartsSealed } from '../feedback.ts';
import type { Addressee, Topic, UnitName } from '../port.ts';

/** To whom somebody can turn, and what these offer to turn to them about. */
export function addressees(parts: FeedbackPartsSealed, { answerDays }: Due) {
  const { database, people, clock } = parts;

  async function all(memberId: string): Promise<Addressee[]> {
    const today = calendarDay(clock());
    const units = await unitsAbove(database, memberId, today);
    const days = await answerDays(
      units.map(({ id }) => id),
      today,
      database,
    );
    const found: Addressee[] = [];
    for (const { distance, ...unit } of units) {
      const open = await parts.doors.isOpen(unit.id);
      const unlinkablePath = open ? `/gop-y/${encodeURIComponent(unit.code)}` : null;
      found.push({ unit, distance, unlinkablePath, answerDays: days.get(unit.id)! });
    }
    return found;
  }

  const find = batched(findAll);

  /** @throws {DomainError} `unit.unknown`, `may.not` where it is not above the member */
  async function one(memberId: string, unitCode: string): Promise<UnitName> {
    const { id, code, name, isAbove } = await find({ memberId, unitCode: unitCode.trim().normalize('NFC') });
    if (id === null) throw new DomainError('unit.unknown', { status: 404, facts: { code: unitCode } });
    if (!isAbove) throw new DomainError('may.not', { status: 403 });
    return { id, code, name };
  }

  async function findAll(asked: readonly { memberId: string; unitCode: string }[]): Promise<Asked[]> {
    return await database.query<Asked>(selectAsked, [
      asked.map(({ memberId }) => memberId),
      asked.map(({ unitCode }) => unitCode),
      calendarDay(clock()),
    ]);
  }

  async function topicsFor(unitCode: string): Promise<Topic[]> {
    const { id } = await people.unitByCode(unitCode);
    return await topicsOf(database, id);
  }

  return { all, one, topicsFor };
}

/** What the unit offers, or the nearest above it that offers any; each topic after what it hangs under. */
async function topicsOf(sql: Sql, unitId: string): Promise<Topic[]> {
  return await sql.query<Topic>(selectTopics, [unitId]);
}

/** @throws {FeedbackInvalid} `topic`: not offered there */
export async function offeredTopic(sql: Sql, unitId: string, topicId: string | null): Promise<string | null> {
  if (topicId === null) return null;
  const topics = await topicsOf(sql, unitId);
  if (!topics.some(({ id }) => id === topicId)) throw new FeedbackInvalid('topic');
  return topicId;
}

type Above = UnitName & { distance: number };
/** Without an id where no unit bears the code. */
type Asked = (UnitName | { id: null; code: string; name: string }) & { isAbove: boolean };

/** None for whoever is suspended or gone: what such a person has to say goes by another door. */
async function unitsAbove(sql: Sql, memberId: string, today: string): Promise<Above[]> {
  return await sql.query<Above>(selectAbove, [memberId, today]);
}

/** One row for each pair of member and code, in their order. */
const selectAsked = `
  with recursive asked as (
    select * from unnest($1::uuid[], $2::text[]) with ordinality as asked (member_id, code, place)
  ), up (member_id, id, parent_id) as (
    select m.member_id, u.id, u.parent_id
    from (select distinct member_id from asked) speaker
    join membership m on m.member_id = speaker.member_id join unit u on u.id = m.unit_id
    where ${inForce('m', '$3::date')} and ${isInformed('m.member_id', '$3::date')}
    union
    select up.member_id, u.id, u.parent_id from unit u join up on u.id = up.parent_id
  )
  select u.id, u.code, u.name,
    coalesce(${unitStands('u', '$3::date')} and up.id is not null, false) as "isAbove"
  from asked left join unit u on u.code = asked.code
  left join up on up.member_id = asked.member_id and up.id = u.id
  order by asked.place`;

const selectAbove = `
  with recursive up (id, parent_id, distance, home) as (
    select u.id, u.parent_id, 0, m.kind = 'home'
    from membership m join unit u on u.id = m.unit_id
    where m.member_id = $1 and ${inForce('m', '$2::date')} and ${isInformed('m.member_id', '$2::date')}
    union
    select u.id, u.parent_id, up.distance + 1, up.home from unit u join up on u.id = up.parent_id
  )
  select u.id, u.code, u.name, min(up.distance)::int as distance
  from up join unit u on u.id = up.id where ${unitStands('u', '$2::date')}
  group by u.id order by min(up.distance), bool_or(up.home) desc, u.code`;

const selectTopics = `
  with recursive up (id, parent_id, distance) as (
    select id, parent_id, 0 from unit where id = $1::uuid
    union all
    select u.id, u.parent_id, up.distance + 1 from unit u join up on u.id = up.parent_id
  ), offered as (
    select t.*, up.distance from feedback_topic t join up on up.id = t.unit_id where t.retired_at is null
  ), nearest as (
    select * from offered where distance = (select min(distance) from offered)
  ), tree as (
    select id, name, parent_id, array[position::int] as place from nearest top
    where not exists (select from nearest parent where parent.id = top.parent_id)
    union all
    select n.id, n.name, n.parent_id, tree.place || n.position::int from nearest n join tree on n.parent_id = tree.id
  )
  select id, name, case when array_length(place, 1) > 1 then parent_id end as "parentId" from tree order by place, name`;
