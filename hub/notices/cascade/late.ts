import { createHash } from 'node:crypto';
import type { Leaders } from '../../people/index.ts';
import type { Sql } from '../../platform/database/index.ts';
import type { Digest, Digests } from '../digest.ts';
import type { SendingParts } from '../sending.ts';
import { chaseInWords, escalationInWords } from './late-words.ts';

/** A unit that has not passed a directive on. */
export interface LateUnit {
  rootId: string;
  title: string;
  unitId: string;
  unitName: string;
  fromUnitId: string;
  senderId: string;
  urgent: boolean;
  passOnBy: Date;
}

/** Units of one sweep; the next one is seconds away. */
const unitsAtOnce = 1_000;
const limitMs = 60_000;

interface Step {
  column: 'chased_at' | 'escalated_at';
  /** On `part`; `$1` is now. */
  due: string;
  /** Whose leaders hear of it. */
  heardBy: (unit: LateUnit) => string;
  /** From that unit upwards: whether these are near enough. */
  near: (leaders: Leaders) => boolean;
  action: 'notice.cascade-chased' | 'notice.cascade-escalated';
  words: typeof chaseInWords;
}

/** A committee is asked again when a fifth of its time is left. What is of its own is no business of the level above. */
const chase: Step = {
  column: 'chased_at',
  due: 'part.chased_at is null and part.due_at - (part.due_at - part.created_at) / 5 <= $1',
  heardBy: ({ unitId }) => unitId,
  near: ({ depth }) => depth === 0,
  action: 'notice.cascade-chased',
  words: chaseInWords,
};

/**
 * The level above hears of it when the time is over, and not on the heels of the question: a hub that was down asks
 * first, and then gives a day, or a fifth of the time where that is shorter.
 */
const escalate: Step = {
  column: 'escalated_at',
  due: `part.chased_at is not null and part.escalated_at is null and part.due_at <= $1
    and part.chased_at + least(interval '1 day', (part.due_at - part.created_at) / 5) <= $1`,
  heardBy: ({ fromUnitId }) => fromUnitId,
  near: () => true,
  action: 'notice.cascade-escalated',
  words: escalationInWords,
};

/** Units that are late in passing a directive on: asked again, then told of above, by unit and never by person. */
export function late(parts: SendingParts, { sendAll }: Digests) {
  const { database, people, audit, queues, clock } = parts;

  /**
   * Takes every unit whose time has come, once for each step; several processes may sweep at once, and a sweep may run
   * twice. What was passed on or cancelled meanwhile is left alone. Returns for how many units a step was taken.
   */
  async function work(): Promise<number> {
    const acted = (await take(chase)) + (await take(escalate));
    if (acted > 0) await queues.ring('deliver');
    return acted;
  }

  async function take(step: Step): Promise<number> {
    const [due] = await database.query(`select from cascade_unit part where ${isLate(step)} limit 1`, [
      clock(),
    ]);
    return due ? await database.transaction(async (sql) => await takeIn(sql, step), limitMs) : 0;
  }

  async function takeIn(sql: Sql, step: Step): Promise<number> {
    const units = await sql.query<LateUnit>(
      `with taken as (
         select part.root_id, part.unit_id from cascade_unit part
         where ${isLate(step)} order by part.due_at, part.unit_id limit $2 for update skip locked
       ), marked as (
         update cascade_unit part set ${step.column} = $1 from taken
         where part.root_id = taken.root_id and part.unit_id = taken.unit_id returning part.*
       )
       select marked.root_id as "rootId", root.title, marked.unit_id as "unitId", unit.name as "unitName",
         from_unit_id as "fromUnitId", came.sender_id as "senderId", root.urgent, marked.due_at as "passOnBy"
       from marked join notice root on root.id = marked.root_id join notice came on came.id = marked.notice_id
       join unit on unit.id = marked.unit_id order by marked.due_at, unit.code`,
      [clock(), unitsAtOnce],
    );
    const channels = [...parts.channels().keys()];
    const leaders = await people.leadersFrom([...new Set(units.map(step.heardBy))], channels, sql);
    const words = new Map<string, { readers: Leaders; about: LateUnit[] }>();
    for (const unit of units) {
      const readers = leaders.get(step.heardBy(unit))?.find(step.near);
      if (!readers) continue;
      const key = `${readers.unitId} ${readers.memberIds.join()}`;
      const word = words.get(key) ?? { readers, about: [] };
      word.about.push(unit);
      words.set(key, word);
    }
    await sendAll(
      [...words.values()].map(({ readers, about }) => digestOf(step, readers, about)),
      sql,
    );
    for (const [rootId, late] of Map.groupBy(units, (unit) => unit.rootId)) {
      const deed = { action: step.action, unitId: late[0]!.fromUnitId, subjectId: rootId };
      await audit.record({ memberId: null, via: 'system' }, { ...deed, facts: { units: late.length } }, sql);
    }
    return units.length;
  }

  return { work };
}

/** Units to which nobody passes anything any more are left out: the directive was cancelled, or is stale. */
const isLate = ({ due }: Step) => `part.passes_on and part.passed_on_at is null and part.due_at is not null
  and ${due} and not exists (
    select from notice over where over.id in (part.root_id, part.notice_id)
      and (over.cancelled_at is not null or over.expires_at <= $1))`;

function digestOf(step: Step, { unitId, memberIds }: Leaders, about: readonly LateUnit[]): Digest {
  const parts = about.map(({ rootId, unitId: late }) => `${rootId} ${late}`);
  const digest = createHash('sha256').update([step.column, ...memberIds, ...parts].join(' '));
  return {
    unitId,
    memberIds,
    senderId: about[0]!.senderId,
    key: `cascade ${digest.digest('hex')}`,
    text: (say) => step.words(about, say),
    urgent: about.some(({ urgent }) => urgent),
  };
}
