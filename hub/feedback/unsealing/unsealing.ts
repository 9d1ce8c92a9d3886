import { calendarDay } from '../../people/index.ts';
import type { Actor } from '../../platform/audit.ts';
import type { Sql } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Outbox } from '../answering/outbox.ts';
import { addEntry, lockItem } from '../answering/row.ts';
import { wordedLine } from '../answering/text.ts';
import { FeedbackInvalid } from '../errors.ts';
import type { FeedbackPartsSealed } from '../feedback.ts';
import type { Grounds } from '../sealing.ts';
import { administrators } from './administrators.ts';
import { NotUnsealed } from './errors.ts';
import type { Unsealing, UnsealingAsked, UnsealingState, UnsealingVerbs } from './port.ts';
import {
  lockUnsealing,
  shown,
  stateOf,
  unsealingOf,
  unsealingsOf,
  unsealingsOfItem,
  type UnsealingRow,
} from './rows.ts';

const reasonLength = { least: 20, most: 500 };
const basisLength = { least: 5, most: 200 };

/**
 * The one door to a sealed link: two administrators, a written reason, an author who is told before anybody sees, and an
 * audit that stays. Made to be heavy: whoever speaks in confidence was promised that it is.
 */
export function unsealing(parts: FeedbackPartsSealed, { put }: Pick<Outbox, 'put'>): UnsealingVerbs {
  const { database, audit, clock, sealing } = parts;
  const { topsOf, requireAdministrator, requireApart, requireIndependent, answeredBy, linked, authorOf } =
    administrators(parts);

  async function list(by: Actor): Promise<Unsealing[]> {
    const rows = await rowsFor(await requireAdministrator(by));
    return rows.map((row) => shown(row, { sealing, now: clock() }));
  }

  async function waitingFor(memberId: string): Promise<number> {
    const tops = await topsOf(memberId);
    const rows = tops.length === 0 ? [] : await rowsFor({ memberId, tops });
    return rows.filter((row) => row.askedBy.id !== memberId && stateOf(row, clock()) === 'asked').length;
  }

  /** Of what one answers those alone in which one has a part already. */
  async function rowsFor({ memberId, tops }: { memberId: string; tops: readonly string[] }) {
    const rows = await unsealingsOf(database, tops);
    const answered = await answeredBy(
      memberId,
      rows.map(({ itemId }) => itemId),
    );
    return rows.filter((row) => isPartOf(row, memberId) || !answered.has(row.itemId));
  }

  async function ask(by: Actor, asked: UnsealingAsked): Promise<Unsealing> {
    const administrator = await requireAdministrator(by);
    const grounds = groundsIn(asked);
    const item = await linked(asked.item, administrator);
    const id = newId();
    await database.transaction(async (sql) => {
      await lockItem(sql, item.id);
      const before = await unsealingsOfItem(sql, item.id);
      if (before.some((row) => isOpen(stateOf(row, clock())))) throw new NotUnsealed('open');
      const { memberId } = administrator;
      const values = [id, item.id, item.topId, memberId, clock(), sealing.sealGrounds(id, grounds)];
      await sql.query(insertUnsealing, values);
      await record(by, { action: 'feedback.unsealing-asked', id, itemId: item.id, topId: item.topId }, sql);
    });
    return await view(id, administrator.tops);
  }

  async function agree(by: Actor, id: string): Promise<Unsealing> {
    const { memberId, tops, item: asked } = await apartFrom(by, id);
    await database.transaction(async (sql) => {
      // The item first, as everybody who holds both does.
      const item = await lockItem(sql, (await unsealingOf(sql, id, tops)).itemId);
      const row = await lockUnsealing(sql, id, tops);
      if (row.askedBy.id === memberId) throw new NotUnsealed('own');
      requireState(row, 'asked');
      await requireIndependent(sql, { memberId, askerId: row.askedBy.id, topId: row.topId });
      await authorOf(asked, sql);
      const on = calendarDay(clock());
      const position = await addEntry(sql, sealing, { item, entry: { kind: 'unsealed', byId: null, on } });
      await put(sql, item, position);
      await sql.query(updateAgreed, [id, memberId, clock(), position]);
      await record(by, { action: 'feedback.unsealing-agreed', ...row }, sql);
    });
    return await view(id, tops);
  }

  async function end(by: Actor, id: string): Promise<Unsealing> {
    const { memberId, tops } = await requireAdministrator(by);
    const before = await unsealingOf(database, id, tops);
    if (!isPartOf(before, memberId)) await requireApart(before.itemId, memberId);
    await database.transaction(async (sql) => {
      const row = await lockUnsealing(sql, id, tops);
      const state = stateOf(row, clock());
      if (state !== 'asked' && !(state === 'agreed' && isPartOf(row, memberId)))
        throw new NotUnsealed('over');
      await sql.query(updateEnded, [id, memberId, clock()]);
      if (row.askedBy.id === memberId)
        await record(by, { action: 'feedback.unsealing-withdrawn', ...row }, sql);
      else await record(by, { action: 'feedback.unsealing-refused', ...row }, sql);
    });
    return await view(id, tops);
  }

  async function see(...[by, id]: Parameters<UnsealingVerbs['see']>) {
    const { memberId, tops, item } = await apartFrom(by, id);
    return await database.transaction(async (sql) => {
      const row = await lockUnsealing(sql, id, tops);
      if (row.askedBy.id !== memberId) throw new NotUnsealed('not-own');
      requireState(row, 'agreed');
      if (!row.told) throw new NotUnsealed('untold');
      const author = await authorOf(item, sql);
      await sql.query(updateSeen, [id, clock()]);
      await record(by, { action: 'feedback.unsealing-seen', ...row }, sql);
      return { number: item.number, author };
    });
  }

  /** Two who sign in are two persons; two names typed at one command line may be one. @throws {NotUnsealed} */
  async function apartFrom(by: Actor, id: string) {
    const administrator = await requireAdministrator(by);
    const { itemId } = await unsealingOf(database, id, administrator.tops);
    if (by.via === 'command') throw new NotUnsealed('command');
    return { ...administrator, item: await linked(itemId, administrator) };
  }

  function requireState(row: UnsealingRow, state: UnsealingState): void {
    if (stateOf(row, clock()) !== state) throw new NotUnsealed('over');
  }

  /** For ever, by ids: who decided about which item. The author is nobody of these. */
  async function record(
    by: Actor,
    { action, id, itemId, topId }: { action: string; id: string; itemId: string; topId: string },
    sql: Sql,
  ): Promise<void> {
    await audit.record(by, { action, unitId: topId, subjectId: id, facts: { item: itemId } }, sql);
  }

  async function view(id: string, tops: readonly string[]): Promise<Unsealing> {
    return shown(await unsealingOf(database, id, tops), { sealing, now: clock() });
  }

  return { list, waitingFor, ask, agree, end, see };
}

/** One of the two who decide. */
const isPartOf = ({ askedBy, agreedBy }: UnsealingRow, memberId: string): boolean =>
  memberId === askedBy.id || memberId === agreedBy?.id;

const isOpen = (state: UnsealingState): boolean => state === 'asked' || state === 'agreed';

/** @throws {FeedbackInvalid} `grounds`, `basis` */
function groundsIn(asked: Grounds): Grounds {
  const reason = wordedLine(asked.reason, 'grounds', reasonLength.most);
  const basis = wordedLine(asked.basis, 'basis', basisLength.most);
  if (reason.length < reasonLength.least) throw new FeedbackInvalid('grounds');
  if (basis.length < basisLength.least) throw new FeedbackInvalid('basis');
  return { reason, basis };
}

const insertUnsealing = `
  insert into feedback_unsealing (id, item_id, top_id, asked_by_id, asked_at, grounds) values ($1, $2, $3, $4, $5, $6)`;

const updateAgreed = `
  update feedback_unsealing set agreed_by_id = $2, agreed_at = $3, position = $4 where id = $1`;

const updateEnded = 'update feedback_unsealing set ended_by_id = $2, ended_at = $3 where id = $1';

const updateSeen = 'update feedback_unsealing set seen_at = $2 where id = $1';
