import { calendarDay, inForce } from '../../people/index.ts';
import type { Actor } from '../../platform/audit.ts';
import type { Sql } from '../../platform/database/index.ts';
import { DomainError } from '../../platform/errors.ts';
import { isId } from '../../platform/ids.ts';
import { readCode, shownCode } from '../../platform/spoken-code.ts';
import { FeedbackUnknown } from '../errors.ts';
import type { FeedbackPartsSealed } from '../feedback.ts';
import type { FeedbackLevel } from '../port.ts';
import { NotUnsealed } from './errors.ts';

/** An item whose link is asked for, with the unit at the top of its tree. */
export interface Linked {
  id: string;
  number: string;
  level: FeedbackLevel;
  topId: string;
  author: Uint8Array;
}

interface Hand {
  itemId: string;
  unitId: string;
  byId: string | null;
}

/** Who decides about a link, and whether there is one. */
export function administrators({
  database,
  people,
  sealing,
  clock,
}: Pick<FeedbackPartsSealed, 'database' | 'people' | 'sealing' | 'clock'>) {
  const today = () => calendarDay(clock());

  /** Units at the top of a tree of which the member is an administrator. */
  async function topsOf(memberId: string): Promise<string[]> {
    const held = await people.unitsHeld(memberId, 'feedback.unseal');
    const tops = await database.query<{ id: string }>(selectTops, [held.map(({ id }) => id)]);
    return tops.map(({ id }) => id);
  }

  /** @throws {DomainError} `may.not`, also for the operator: behind one screen two persons are not two */
  async function requireAdministrator({ memberId }: Actor): Promise<{ memberId: string; tops: string[] }> {
    const tops = memberId === null ? [] : await topsOf(memberId);
    if (memberId === null || tops.length === 0) throw new DomainError('may.not', { status: 403 });
    return { memberId, tops };
  }

  /**
   * The item with a link, of which this administrator knows nothing else.
   *
   * @param item its number or its id
   * @throws {FeedbackUnknown} @throws {NotUnsealed}
   */
  async function linked(item: string, by: { memberId: string; tops: readonly string[] }): Promise<Linked> {
    const number = readCode(item);
    const values = [isId(item) ? item : null, number ? shownCode(number) : null, by.tops];
    const [found] = await database.query<Linked>(selectLinked, values);
    if (!found) throw new FeedbackUnknown();
    if (found.level !== 'confidential') throw new NotUnsealed(found.level);
    await requireApart(found.id, by.memberId);
    return found;
  }

  /** @throws {NotUnsealed} one answers for it */
  async function requireApart(itemId: string, memberId: string): Promise<void> {
    if ((await answeredBy(memberId, [itemId])).has(itemId)) throw new NotUnsealed('answers');
  }

  /** @throws {NotUnsealed} whoever asks would decide alone, by means of somebody they put there */
  async function requireIndependent(
    sql: Sql,
    { memberId, askerId, topId }: { memberId: string; askerId: string; topId: string },
  ): Promise<void> {
    const held = await sql.query<object>(selectOwnStanding, [memberId, topId, askerId, today()]);
    if (held.length === 0) throw new NotUnsealed('appointed');
  }

  /**
   * Which of these items the member answers, answered before they went elsewhere, or did anything about. Of who wrote
   * them the member learns nothing, nor that anybody asked.
   */
  async function answeredBy(memberId: string, itemIds: readonly string[]): Promise<ReadonlySet<string>> {
    const hands = await database.query<Hand>(selectHands, [itemIds]);
    const own = new Set<string>();
    for (const unitId of new Set(hands.map((hand) => hand.unitId)))
      if (await people.may(memberId, 'feedback.answer', unitId)) own.add(unitId);
    const held = hands.filter(({ unitId, byId }) => byId === memberId || own.has(unitId));
    return new Set(held.map(({ itemId }) => itemId));
  }

  /**
   * For two who decided together: whoever could find out alone that a link is gone would know, after somebody was
   * erased, what that person had said.
   *
   * @throws {NotUnsealed} the author was erased, and the link with them
   */
  async function authorOf({ id, author }: Pick<Linked, 'id' | 'author'>, sql: Sql) {
    const [found] = await sql.query<{ code: string; fullName: string }>(selectAuthor, [
      sealing.openAuthor(id, author),
    ]);
    if (!found) throw new NotUnsealed('erased');
    return found;
  }

  return { topsOf, requireAdministrator, requireApart, requireIndependent, answeredBy, linked, authorOf };
}

const selectTops = 'select id from unit where id = any ($1::uuid[]) and parent_id is null';

const selectLinked = `
  with recursive up (item_id, id, parent_id) as (
    select item.id, unit.id, unit.parent_id from feedback_item item join unit on unit.id = item.unit_id
    where (item.id = $1::uuid or item.number = $2) and item.state <> 'withdrawn'
    union
    select up.item_id, unit.id, unit.parent_id from up join unit on unit.id = up.parent_id
  )
  select item.id, item.number, item.level, up.id as "topId", item.author
  from up join feedback_item item on item.id = up.item_id
  where up.parent_id is null and up.id = any ($3::uuid[])`;

/** As an administrator there whom somebody else made one. */
const selectOwnStanding = `
  select 1 as held from role held
  where member_id = $1 and unit_id = $2 and role = 'admin' and recorded_by is distinct from $3::uuid
    and ${inForce('held', '$4::date')}`;

/** Units that answer or answered for it, and who did something about it. */
const selectHands = `
  select id as "itemId", unit_id as "unitId", null::uuid as "byId" from feedback_item where id = any ($1::uuid[])
  union select id, said_to_id, null from feedback_item where id = any ($1::uuid[])
  union select item_id, unit_id, by_id from feedback_entry where item_id = any ($1::uuid[])`;

const selectAuthor = `
  select code, full_name as "fullName" from member where id = $1 and erased_at is null`;
