import type { Actor } from '../../platform/audit.ts';
import type { Sql } from '../../platform/database/index.ts';
import { isId, newId } from '../../platform/ids.ts';
import { FeedbackInvalid, FeedbackUnknown } from '../errors.ts';
import type { FeedbackPartsSealed } from '../feedback.ts';
import type { Answering, Topic } from '../port.ts';
import { answeringUnit } from './holding.ts';
import { wordedLine } from './text.ts';

const topicLength = 80;
/** A person reads the list before writing. */
const mostTopics = 100;

/** The subjects that a unit offers to who writes to it. */
export function topics({
  database,
  people,
  audit,
  clock,
}: Pick<FeedbackPartsSealed, 'database' | 'people' | 'audit' | 'clock'>): Pick<
  Answering,
  'topics' | 'addTopic' | 'retireTopic'
> {
  const unitOf = answeringUnit(people);

  async function offered(by: Actor, unitCode: string): Promise<Topic[]> {
    const { id } = await unitOf(by, unitCode);
    return await topicsOf(database, id);
  }

  /** One of the same name beside it is that one. */
  async function addTopic(...[by, unitCode, topic]: Parameters<Answering['addTopic']>): Promise<Topic> {
    const { id: unitId } = await unitOf(by, unitCode);
    const name = wordedLine(topic.name, 'topic', topicLength);
    const parentId = topic.parentId ?? null;
    return await database.transaction(async (sql) => {
      // Two who add at once are one after the other.
      await sql.query('select from unit where id = $1 for update', [unitId]);
      const known = await topicsOf(sql, unitId);
      if (parentId !== null && !known.some(({ id }) => id === parentId)) throw new FeedbackUnknown();
      const same = known.find((one) => one.name === name && one.parentId === parentId);
      if (same) return same;
      if (known.length >= mostTopics) throw new FeedbackInvalid('topic');
      const added = { id: newId(), name, parentId };
      await sql.query(insertTopic, [added.id, unitId, parentId, name]);
      await audit.record(by, { action: 'feedback.topic-added', unitId, subjectId: added.id }, sql);
      return added;
    });
  }

  /** With all below it. What was said under it keeps its name. */
  async function retireTopic(by: Actor, unitCode: string, id: string): Promise<void> {
    const { id: unitId } = await unitOf(by, unitCode);
    if (!isId(id)) throw new FeedbackUnknown();
    await database.transaction(async (sql) => {
      const retired = await sql.query(retire, [id, unitId, clock()]);
      if (retired.length === 0) throw new FeedbackUnknown();
      await audit.record(by, { action: 'feedback.topic-retired', unitId, subjectId: id }, sql);
    });
  }

  return { topics: offered, addTopic, retireTopic };
}

async function topicsOf(sql: Sql, unitId: string): Promise<Topic[]> {
  return await sql.query<Topic>(selectTopics, [unitId]);
}

const selectTopics = `
  select id, name, parent_id as "parentId" from feedback_topic
  where unit_id = $1 and retired_at is null order by position, id`;

const insertTopic = `
  insert into feedback_topic (id, unit_id, parent_id, name, position)
  select $1::uuid, $2::uuid, $3::uuid, $4, coalesce(max(position), 0) + 1
  from feedback_topic where unit_id = $2::uuid`;

const retire = `
  with recursive below (id) as (
    select id from feedback_topic where id = $1 and unit_id = $2 and retired_at is null
    union
    select topic.id from feedback_topic topic join below on topic.parent_id = below.id
  )
  update feedback_topic set retired_at = $3 where id in (select id from below) and retired_at is null
  returning id`;
