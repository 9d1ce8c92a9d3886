import type { Actor } from '../../platform/audit.ts';
import type { Sql } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { calendarDay } from '../../people/index.ts';
import { chaseSteps } from '../chasing/policy.ts';
import { keepSteps } from '../chasing/steps.ts';
import type { Find } from '../find.ts';
import { refuseClassified } from '../gate.ts';
import { fixAudience, whenToSend, type SendingParts } from '../sending.ts';
import {
  DirectiveCancelled,
  DueInThePast,
  DueLaterThanAbove,
  InstructionTooLong,
  NothingToPassOn,
  NotLevelByLevel,
} from './errors.ts';
import { instructionsOf, type Instruction } from './instructions.ts';
import { audienceOf, openLevel, passOnBy, passOnDays, unitsRightBelow } from './level.ts';
import { partsOfUnits, type UnitsPart } from './part-of-unit.ts';

/** Who passes something on is a member: the notice that goes down is theirs. */
export type Passer = Actor & { memberId: string };

export interface PassOn {
  /** Code of the unit that passes it on. */
  unit: string;
  /** What its committee adds; up to 4,000 characters. */
  instruction?: string | undefined;
  /** Nearer than the date above, or a date where above there is none. Default: the date above. */
  dueAt?: Date | undefined;
}

/** What passing on would do now. */
export interface PassOnPreview extends Omit<UnitsPart, 'committee' | 'cancelledAt'> {
  recipients: number;
  /** The units right below; without those, the members of the unit itself receive it. */
  units: { code: string; name: string }[];
  /** Of these, whose committee has nobody. */
  withoutCommittee: { code: string; name: string }[];
  /** What the levels above have added, the highest first. */
  instructions: Instruction[];
  /** The actor holds no office in the unit: it is done in its stead. */
  inStead: boolean;
}

export interface PassedOn {
  /** The notice that went down. */
  id: string;
  /** The directive it passes on. */
  rootId: string;
  title: string;
  recipients: number;
  units: number;
  /** When it goes: later than now in quiet hours. */
  sendAt: Date;
  /** False where it had been passed on before, and nothing was done. */
  first: boolean;
}

const longestInstruction = 4_000;

/** Passing a directive on to the next level. */
export function passingOn(
  parts: SendingParts,
  {
    find,
    acknowledge,
  }: { find: Find; acknowledge: (memberId: string, noticeId: string) => Promise<unknown> },
) {
  const { database, people, audit, queues, clock } = parts;

  /**
   * Where a directive began, by the id of any notice on its way.
   *
   * @throws {DomainError} `notice.unknown`, `cascade.straight`
   */
  async function rootOf(id: string): Promise<string> {
    const notice = await find(id);
    if (!notice.cascade) throw new NotLevelByLevel(id);
    return notice.rootId ?? notice.id;
  }

  /** @throws {DomainError} `notice.unknown`, `cascade.straight`, `cascade.nothing`, `cascade.cancelled`, `may.not` */
  async function preview(by: Actor, id: string, unitCode: string): Promise<PassOnPreview> {
    const rootId = await rootOf(id);
    const unit = await people.unitByCode(unitCode);
    await people.requireMay(by, 'notice.send', unit.id);
    const now = clock();
    const { committee, cancelledAt: _, ...part } = await openPart(database, { rootId, unit, now });
    const below = await unitsRightBelow(database, unit.id, now);
    const { query, values } = audienceOf({ unitId: unit.id, on: now, without: committee }, below);
    const [count] = await database.query<{ recipients: number }>(
      `select count(*)::int as recipients from (${query}) audience`,
      [...values],
    );
    const named = await database.query<{ id: string; code: string; name: string }>(
      'select id, code, name from unit where id = any ($1::uuid[]) order by code',
      [below.map(({ unitId }) => unitId)],
    );
    const empty = new Set(below.flatMap(({ unitId, members }) => (members.length === 0 ? [unitId] : [])));
    const nameOf = ({ code, name }: { code: string; name: string }) => ({ code, name });
    return {
      ...part,
      recipients: count!.recipients,
      units: named.map(nameOf),
      withoutCommittee: named.filter((each) => empty.has(each.id)).map(nameOf),
      instructions: await instructionsOf(database, part.noticeId),
      inStead: by.memberId !== null && !(await holdsOffice(by.memberId, unit.id)),
    };
  }

  /**
   * Passes a directive on from one unit to those right below it, or to the members of the unit. Asked again it answers
   * the same and does nothing. Whoever passes on what came to them has acknowledged it.
   *
   * @throws {DomainError} as {@link preview}, and `cascade.due-later`, `cascade.due-past`,
   *   `cascade.instruction-long`, `notice.classified`
   */
  async function passOn(by: Passer, id: string, given: PassOn): Promise<PassedOn> {
    const rootId = await rootOf(id);
    const unit = await people.unitByCode(given.unit);
    await people.requireMay(by, 'notice.send', unit.id);
    const instruction = await readInstruction(given.instruction ?? '');
    const days = await passOnDays(people, clock());
    const { passed, cameBy } = await database.transaction(async (sql) => {
      const now = clock();
      // Many may pass on at once; whoever stops the whole is waited for, or waits.
      await sql.query('select from notice where id = $1 for share', [rootId]);
      const earlier = await passedBefore(sql, rootId, unit.id);
      if (earlier) return { passed: earlier, cameBy: null };
      const part = await openPart(sql, { rootId, unit, now });
      const dueAt = dueFrom(part, given.dueAt, now);
      const row = await insert(sql, { part, by, dueAt, instruction });
      const below = await unitsRightBelow(sql, unit.id, now);
      const level = { rootId, noticeId: row.id, unitId: unit.id, at: row.sendAt };
      await openLevel(sql, { ...level, passOnBy: passOnBy(row.sendAt, days, dueAt) }, below);
      const audience = audienceOf({ unitId: unit.id, on: now, without: part.committee }, below);
      const recipients = await fixAudience(sql, row, audience);
      await sql.query(
        `update cascade_unit set passed_on_at = $3, passed_on_by = $4 where root_id = $1 and unit_id = $2`,
        [rootId, unit.id, now, by.memberId],
      );
      const facts = { recipients, units: below.length };
      await audit.record(by, { action: 'notice.passed-on', unitId: unit.id, subjectId: rootId, facts }, sql);
      const passedOn = {
        id: row.id,
        rootId,
        title: part.title,
        recipients,
        units: below.length,
        sendAt: row.sendAt,
      };
      return { passed: { ...passedOn, first: true }, cameBy: part.noticeId };
    }, 60_000);
    if (!cameBy) return passed;
    await acknowledge(by.memberId, cameBy);
    await queues.ring('deliver');
    return passed;
  }

  /**
   * An instruction as it is kept; null where there is none.
   *
   * @throws {DomainError} `cascade.instruction-long`, `notice.classified`
   */
  async function readInstruction(text: string): Promise<string | null> {
    const instruction = text.normalize('NFC').replaceAll('\r\n', '\n').trim();
    if (instruction.length > longestInstruction) throw new InstructionTooLong();
    await refuseClassified({ title: '', body: instruction });
    return instruction || null;
  }

  /** The lock is on the unit's part: of two who press at once the second finds it done. */
  async function passedBefore(sql: Sql, rootId: string, unitId: string): Promise<PassedOn | null> {
    await sql.query('select from cascade_unit where root_id = $1 and unit_id = $2 for update', [
      rootId,
      unitId,
    ]);
    const [earlier] = await sql.query<Omit<PassedOn, 'first'>>(
      `select notice.id, notice.root_id as "rootId", notice.title, notice.recipients, notice.send_at as "sendAt",
         (select count(*)::int from cascade_unit below where below.notice_id = notice.id) as units
       from notice join cascade_unit part on part.root_id = notice.root_id and part.unit_id = notice.unit_id
       where notice.root_id = $1 and notice.unit_id = $2 and notice.cancelled_at is null
         and part.passed_on_at is not null`,
      [rootId, unitId],
    );
    return earlier ? { ...earlier, first: false } : null;
  }

  async function openPart(
    sql: Sql,
    { rootId, unit, now }: { rootId: string; unit: { id: string; code: string }; now: Date },
  ): Promise<UnitsPart> {
    const chosen = 'part.root_id = $1 and part.unit_id = $2';
    const [part] = await partsOfUnits(sql, chosen, [rootId, unit.id]);
    if (part?.cancelledAt) throw new DirectiveCancelled(part.title);
    if (!part || !part.passesOn || part.passedOnAt || part.cameAt > now) throw new NothingToPassOn(unit.code);
    return part;
  }

  async function insert(
    sql: Sql,
    {
      part,
      by,
      dueAt,
      instruction,
    }: { part: UnitsPart; by: Passer; dueAt: Date | null; instruction: string | null },
  ) {
    const { unitId, urgent, expiresAt } = part;
    const sendAt = whenToSend(parts, { urgent, expiresAt: expiresAt ?? undefined }, Math.random());
    const row = { id: newId(), unitId, sendAt, expiresAt, urgent };
    // Text and files stay with the root: a thousand cells are no reason to keep them a thousand times.
    const [root] = await sql.query<{ chased: boolean }>(
      `insert into notice (id, unit_id, sender_id, kind, audience, title, body, number, issued_on, wants_ack, urgent,
         due_at, send_at, expires_at, recipients, created_at, cascade, root_id, passes_on_id, instruction)
       select $1, $2, $3, kind, 'named', title, '', number, issued_on, true, urgent, $4, $5, expires_at, 0, $6, true,
         id, $7, $8
       from notice where id = $9
       returning exists (select from chase_step where notice_id = $9) as chased`,
      [row.id, unitId, by.memberId, dueAt, sendAt, clock(), part.noticeId, instruction, part.rootId],
    );
    const chase = root!.chased ? 'default' : 'none';
    const chased = {
      wantsAck: true,
      chase,
      urgent,
      ...(dueAt && { dueAt }),
      ...(expiresAt && { expiresAt }),
    } as const;
    await keepSteps(sql, row.id, chaseSteps(chased, sendAt));
    return row;
  }

  async function holdsOffice(memberId: string, unitId: string): Promise<boolean> {
    const [held] = await database.query(
      `select from role where member_id = $1 and unit_id = $2 and from_on <= $3::date
         and (to_on is null or to_on > $3::date) limit 1`,
      [memberId, unitId, calendarDay(clock())],
    );
    return held !== undefined;
  }

  return { rootOf, preview, readInstruction, readDue: dueFrom, passOn };
}

/** @throws {DomainError} `cascade.due-later`, `cascade.due-past` */
function dueFrom(
  { dueAt: above }: Pick<UnitsPart, 'dueAt'>,
  wanted: Date | undefined,
  now: Date,
): Date | null {
  if (!wanted) return above;
  if (above && wanted > above) throw new DueLaterThanAbove(above);
  if (wanted <= now) throw new DueInThePast();
  return wanted;
}
