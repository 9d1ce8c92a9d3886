import { setImmediate as turn } from 'node:timers/promises';
import { calendarDay, withUnitsAboveMember } from '../../people/index.ts';
import type { Sql } from '../../platform/database/index.ts';
import { readCode, shownCode } from '../../platform/spoken-code.ts';
import type { Due } from '../due.ts';
import { FeedbackUnknown } from '../errors.ts';
import type { FeedbackPartsSealed } from '../feedback.ts';
import type { FeedbackKind, FeedbackState, OwnItem, UnitName } from '../port.ts';
import type { Sealing } from '../sealing.ts';
import type { StagedConfidential } from '../staging.ts';
import { shiftDay } from '../../platform/shift-day.ts';

/** One of the member's own, released. */
export interface OwnRow {
  id: string;
  number: string;
  level: 'named' | 'confidential';
  kind: FeedbackKind;
  unitId: string;
  content: Uint8Array;
  state: FeedbackState;
  receivedOn: string;
  dueOn: string | null;
  takenById: string | null;
  useful: boolean | null;
  reopenedOn: string | null;
}

const mostListed = 50;
const daysLinked = 365;
/** Links opened before others have their turn: a few milliseconds. */
const openedAtOnce = 1_000;
const over: readonly FeedbackState[] = ['closed'];

/** What a member has said. Of what was said in confidence the links are opened for it, here and nowhere else for that. */
export function ownItems({ database, sealing, clock }: FeedbackPartsSealed, due: Due) {
  async function list(memberId: string): Promise<OwnItem[]> {
    const yearAgo = shiftDay(calendarDay(clock()), -daysLinked);
    const linked = await linkedAbove(database, sealing, memberId, yearAgo);
    const staged = await stagedOf(database, sealing, memberId);
    const items = await database.query<OwnRow & Shown>(selectItems, [memberId, linked, mostListed]);
    const replies = await database.query<ReplyRow>(selectReplies, [items.map(({ id }) => id)]);
    const byItem = Map.groupBy(replies, ({ itemId }) => itemId);
    const released = items.map((row) => shownItem(sealing, row, byItem.get(row.id) ?? []));
    return [...(await waiting(staged)), ...released]
      .toSorted(
        (a, b) =>
          Number(over.includes(a.state)) - Number(over.includes(b.state)) ||
          b.receivedOn.localeCompare(a.receivedOn),
      )
      .slice(0, mostListed);
  }

  async function one(memberId: string, number: string): Promise<OwnItem> {
    const found = (await list(memberId)).find((item) => item.number === numberOf(number));
    if (!found) throw new FeedbackUnknown();
    return found;
  }

  async function waiting(ids: readonly string[]): Promise<OwnItem[]> {
    const rows = await database.query<StagedRow>(selectStaged, [ids]);
    const opened = rows.map(({ content, ...row }) => ({
      ...row,
      ...sealing.openStaged<StagedConfidential>(content),
    }));
    const unitIds = [...new Set(opened.map(({ unitId }) => unitId))];
    const units = await database.query<UnitName>(
      'select id, code, name from unit where id = any ($1::uuid[])',
      [unitIds],
    );
    const days = new Map<string, ReadonlyMap<string, string>>();
    for (const { stagedOn } of opened)
      if (!days.has(stagedOn))
        days.set(stagedOn, await due.dueDays(unitIds, shiftDay(stagedOn, 1), database));
    return opened.map(({ number, kind, unitId, text, stagedOn }) => ({
      number,
      level: 'confidential',
      kind,
      unit: units.find(({ id }) => id === unitId)!,
      text,
      state: 'new',
      receivedOn: stagedOn,
      dueOn: days.get(stagedOn)!.get(unitId) ?? null,
      replies: [],
      useful: null,
      canEdit: true,
      canReopen: false,
    }));
  }

  return { list, one };
}

/** As it is kept, however it was typed. @throws {FeedbackUnknown} it can be none */
export function numberOf(typed: string): string {
  const code = readCode(typed);
  if (!code) throw new FeedbackUnknown();
  return shownCode(code);
}

/** Ids of confidential items of this member since a day, of all that were said to any unit above. */
async function linkedAbove(sql: Sql, sealing: Sealing, memberId: string, since: string): Promise<string[]> {
  return await thoseOf(await sql.query<Link>(selectLinks, [memberId, since]), sealing, memberId);
}

/** Ids of all confidential items of this member, wherever units have hung since: each link there is, is opened. */
export async function linkedEver(sql: Sql, sealing: Sealing, memberId: string): Promise<string[]> {
  return await thoseOf(await sql.query<Link>(selectAllLinks), sealing, memberId);
}

/** Ids of what of this member waits. */
export async function stagedOf(sql: Sql, sealing: Sealing, memberId: string): Promise<string[]> {
  return await thoseOf(await sql.query<Link>(selectStagedLinks), sealing, memberId);
}

async function thoseOf(rows: readonly Link[], sealing: Sealing, memberId: string): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, { id, author }] of rows.entries()) {
    if (index % openedAtOnce === openedAtOnce - 1) await turn();
    if (sealing.openAuthor(id, author) === memberId) ids.push(id);
  }
  return ids;
}

function shownItem(sealing: Sealing, row: OwnRow & Shown, replies: readonly ReplyRow[]): OwnItem {
  const { id, number, level, kind, unitId, unitCode, unitName, state, receivedOn, dueOn, useful } = row;
  return {
    number,
    level,
    kind,
    unit: { id: unitId, code: unitCode, name: unitName },
    text: sealing.openContent(id, row.content).text,
    state,
    receivedOn,
    dueOn,
    replies: replies.map(({ text, on, unitId: from, unitCode: code, unitName: name }) => ({
      text: sealing.openEntry(id, text),
      on,
      from: { id: from, code, name },
    })),
    useful,
    canEdit: isUnread(row),
    canReopen: isAnswered(row) && row.reopenedOn === null,
  };
}

/** Nobody has taken it up. */
export const isUnread = ({ state, takenById }: OwnRow): boolean => state === 'new' && takenById === null;
export const isAnswered = ({ state }: OwnRow): boolean => state === 'answered' || state === 'closed';

interface Link {
  id: string;
  author: Uint8Array;
}

interface Shown {
  unitCode: string;
  unitName: string;
}

interface StagedRow {
  id: string;
  stagedOn: string;
  content: Uint8Array;
}

interface ReplyRow extends Shown {
  itemId: string;
  unitId: string;
  text: Uint8Array;
  on: string;
}

/** It may have been sent on since: the unit it was said to stays. */
const selectLinks = `
  ${withUnitsAboveMember}
  select id, author from feedback_item
  where level = 'confidential' and said_to_id in (select id from above) and state <> 'withdrawn'
    and received_on >= $2::date`;

const selectAllLinks = `select id, author from feedback_item where level = 'confidential'`;

const selectStagedLinks = `select id, author from feedback_staged where level = 'confidential'`;

const selectStaged = `
  select id, staged_on as "stagedOn", content from feedback_staged where id = any ($1::uuid[])`;

export const ownColumns = `item.id, item.number, item.level, item.kind, item.unit_id as "unitId", item.content, item.state,
  item.received_on as "receivedOn", item.due_on as "dueOn", item.taken_by_id as "takenById", item.useful,
  item.reopened_on as "reopenedOn"`;

const selectItems = `
  select ${ownColumns}, unit.code as "unitCode", unit.name as "unitName"
  from feedback_item item join unit on unit.id = item.unit_id
  where (item.author_id = $1 or item.id = any ($2::uuid[])) and item.state <> 'withdrawn'
  order by item.state = 'closed', item.received_on desc, item.received_at desc nulls last, item.number limit $3`;

const selectReplies = `
  select entry.item_id as "itemId", entry.text, entry.done_on as "on", entry.unit_id as "unitId", unit.code as "unitCode",
    unit.name as "unitName"
  from feedback_entry entry join unit on unit.id = entry.unit_id
  where entry.item_id = any ($1::uuid[]) and entry.kind = 'reply' and entry.text is not null
  order by entry.item_id, entry.position`;
