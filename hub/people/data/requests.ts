import type { Actor, Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { DomainError } from '../../platform/errors.ts';
import { isId, newId } from '../../platform/ids.ts';
import type { Keys } from '../../platform/keys.ts';
import type { Charge } from '../members/charge.ts';
import { calendarDay } from '../days.ts';
import { MayNot, UnknownMember } from '../errors.ts';
import { inForce } from '../in-force.ts';
import type { Action } from '../may.ts';
import { shiftDay } from '../../platform/shift-day.ts';

export type RequestKind = 'correction' | 'other';

/** Something a member asked of those who keep the list. */
export interface OpenRequest {
  id: string;
  /** Code of the member. */
  member: string;
  fullName: string;
  /** Code and name of the unit that keeps the member. */
  unit: string;
  unitName: string;
  kind: RequestKind;
  text: string;
  createdAt: Date;
  /** The last day for an answer. */
  dueOn: string;
  overdue: boolean;
}

/** Says something to a member in chat. False where no chat takes it. */
export type Tell = (memberId: string, text: string) => Promise<boolean>;

const longestText = 2_000;
const answerWithinWorkingDays = 2;

/**
 * Requests of members, such as to correct what is kept about them: written in chat, answered by a person. Texts
 * are sealed.
 *
 * @source Law 91/2025 and Decree 356/2025: an answer within two working days (domain.md 4)
 */
export function requests({
  database,
  keys,
  clock,
  audit,
  unitInCharge,
  reach,
  requireMay,
  tell,
}: {
  database: Database;
  keys: Keys;
  clock: Clock;
  audit: Audit;
  reach: (memberId: string, action: Action) => Promise<string[]>;
  requireMay: (by: Actor, action: Action, unitId: string) => Promise<void>;
  tell: Tell;
} & Pick<Charge, 'unitInCharge'>) {
  /**
   * A text that is too long is cut, since it comes from a chat.
   *
   * @throws {DomainError} `request.empty`
   * @throws {UnknownMember} erased meanwhile
   */
  async function ask(memberId: string, kind: RequestKind, text: string): Promise<{ dueOn: string }> {
    const kept = textIn(text).slice(0, longestText);
    const unit = await unitInCharge(memberId);
    const now = clock();
    const dueOn = workingDaysAfter(calendarDay(now), answerWithinWorkingDays);
    const id = newId();
    await database.transaction(async (sql) => {
      // Whoever is being erased right now is waited for.
      if ((await sql.query(selectLiving, [memberId])).length === 0) throw new UnknownMember(memberId);
      await sql.query(insertRequest, [id, memberId, kind, sealRequest(keys, id, 'text', kept), now, dueOn]);
      const by: Actor = { memberId, via: 'chat' };
      const deed = { unitId: unit?.id ?? null, subjectId: memberId, facts: { kind } };
      await audit.record(by, { action: 'request.made', ...deed }, sql);
    });
    return { dueOn };
  }

  /** Requests that wait for an answer and whose members the actor answers for, the earliest due first. */
  async function openRequests(by: Actor): Promise<OpenRequest[]> {
    const tops = by.memberId === null ? null : await reach(by.memberId, 'member.answer');
    const today = calendarDay(clock());
    const rows = await database.query<Omit<OpenRequest, 'text' | 'overdue'> & { text: Buffer }>(selectOpen, [
      tops,
      today,
    ]);
    return rows.map((row) => ({
      ...row,
      text: openRequest(keys, row.id, 'text', row.text),
      overdue: row.dueOn < today,
    }));
  }

  /** How many wait for this member's answer, and how many of them too long: for the page of today. */
  async function requestsWaiting(memberId: string): Promise<{ waiting: number; overdue: number }> {
    const values = [await reach(memberId, 'member.answer'), calendarDay(clock())];
    const [counts] = await database.query<{ waiting: number; overdue: number }>(countOpen, values);
    return counts ?? { waiting: 0, overdue: 0 };
  }

  /**
   * Answers a request and says so to the member in chat. `told` is false where no chat took it: then somebody
   * must say it in person.
   *
   * @throws {DomainError} `request.unknown`, `request.answered`, `request.empty`
   * @throws {MayNot}
   */
  async function answerRequest(by: Actor, id: string, text: string): Promise<{ told: boolean }> {
    const answer = textIn(text).slice(0, longestText);
    const [request] = isId(id) ? await database.query<{ memberId: string }>(findRequest, [id]) : [];
    if (!request) throw new DomainError('request.unknown', { status: 404 });
    const { memberId } = request;
    const unit = await unitInCharge(memberId);
    if (unit) await requireMay(by, 'member.answer', unit.id);
    else if (by.memberId !== null) throw new MayNot();
    await database.transaction(async (sql) => {
      const sealed = sealRequest(keys, id, 'answer', answer);
      const [answered] = await sql.query(closeRequest, [id, clock(), by.memberId, sealed]);
      if (!answered) throw new DomainError('request.answered', { status: 409 });
      const deed = { unitId: unit?.id ?? null, subjectId: memberId };
      await audit.record(by, { action: 'request.answered', ...deed }, sql);
    });
    return { told: await tell(memberId, answer) };
  }

  return { ask, openRequests, requestsWaiting, answerRequest };
}

/** Sealed to the request: the bytes open in no other row and in no other column. */
function sealRequest(keys: Keys, id: string, field: 'text' | 'answer', text: string): Buffer {
  return keys.seal('request', `${id}:${field}`, text);
}

/** The inverse, also for the member's own copy. */
export function openRequest(keys: Keys, id: string, field: 'text' | 'answer', sealed: Uint8Array): string {
  return keys.open('request', `${id}:${field}`, sealed);
}

/** Paragraphs stay; what cannot be seen goes. @throws {DomainError} `request.empty` */
function textIn(text: string): string {
  const seen = text
    .normalize('NFC')
    .replaceAll(/[^\P{C}\n]/gu, '')
    .trim();
  if (seen === '') throw new DomainError('request.empty', { status: 422 });
  return seen;
}

/** Saturdays and Sundays are skipped. Public holidays are not known here, so an answer is never due too late. */
export function workingDaysAfter(day: string, count: number): string {
  let reached = day;
  for (let left = count; left > 0;) {
    reached = shiftDay(reached, 1);
    const weekday = new Date(`${reached}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return reached;
}

const selectLiving = 'select from member where id = $1 and erased_at is null for key share';

const insertRequest = `
  insert into member_request (id, member_id, kind, text, created_at, due_on) values ($1, $2, $3, $4, $5, $6)`;

// Also through units that do not stand any more: who was last there is still answered.
const within = `
  with recursive within (id) as (
    select unnest($1::uuid[]) union select u.id from unit u join within w on u.parent_id = w.id
  )`;

/** The unit that keeps each member, as in charge.ts. Whoever has never belonged anywhere is the operator's. */
const openWithUnit = `
  member_request r
  left join lateral (
    select h.unit_id from membership h where h.member_id = r.member_id
    order by ${inForce('h', '$2::date')} desc, h.kind, h.from_on desc limit 1) keeper on true
  where r.answered_at is null and ($1::uuid[] is null or keeper.unit_id in (select id from within))`;

const selectOpen = `
  ${within}
  select o.id, m.code as member, m.full_name as "fullName", coalesce(u.code, '') as unit,
    coalesce(u.name, '') as "unitName", o.kind, o.text,
    o.created_at as "createdAt", o.due_on as "dueOn"
  from (select r.*, keeper.unit_id from ${openWithUnit}) o
  join member m on m.id = o.member_id left join unit u on u.id = o.unit_id
  order by o.due_on, o.id`;

const countOpen = `
  ${within}
  select count(*) as waiting, count(*) filter (where r.due_on < $2::date) as overdue from ${openWithUnit}`;

const findRequest = 'select member_id as "memberId" from member_request where id = $1';

const closeRequest = `
  update member_request set answered_at = $2, answered_by = $3, answer = $4
  where id = $1 and answered_at is null returning id`;
