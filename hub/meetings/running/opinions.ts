import type { People } from '../../people/index.ts';
import type { Actor, Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Sql } from '../../platform/database/index.ts';
import { DomainError } from '../../platform/errors.ts';
import { isId, newId } from '../../platform/ids.ts';
import { about, type MeetingsInHand } from './meeting-in-hand.ts';
import { textOf } from './texts.ts';

export interface NewOpinion {
  /** Id of the agenda's item; absent: about none of them. */
  item?: string | undefined;
  /** Member code; absent: noted without a name. */
  author?: string | undefined;
  /** 1 to 4,000 characters. */
  text: string;
}

export interface Opinion {
  id: string;
  author: { code: string; fullName: string } | null;
  text: string;
  notedAt: Date;
}

/** An item of the agenda with what was said about it. */
export interface ItemRecord {
  /** Null: what belongs to no item. */
  id: string | null;
  position: number;
  title: string;
  conclusion: string;
  opinions: readonly Opinion[];
}

const longestText = 4_000;

/** What was said about each item, as the secretary notes it, and what the chair concluded. */
export function opinions(parts: {
  database: Database;
  people: Pick<People, 'memberByCode'>;
  audit: Audit;
  clock: Clock;
  inHand: MeetingsInHand;
}) {
  const { database, people, audit, clock, inHand } = parts;

  /** @throws {DomainError} `may.not`, `run.not-begun`, `run.approved`, `run.text-missing`, `run.text-long`, `run.no-such-item`, `member.unknown` */
  async function noteOpinion(by: Actor, meetingId: string, given: NewOpinion): Promise<{ id: string }> {
    const meeting = await inHand.toRecord(by, meetingId);
    const text = textOf(given.text, longestText);
    const author = given.author ? await people.memberByCode(given.author) : null;
    const id = newId();
    await database.transaction(async (sql) => {
      const item = given.item ? await itemOf(sql, meeting, given.item) : null;
      const values = [id, meeting.id, item, author?.id ?? null, text, clock(), by.memberId];
      await sql.query(insertOpinion, values);
      await audit.record(by, { action: 'opinion.noted', ...about(meeting) }, sql);
    });
    return { id };
  }

  /** What was noted by mistake. Unknown: as good as removed. @throws {DomainError} as `noteOpinion` */
  async function removeOpinion(by: Actor, meetingId: string, opinionId: string): Promise<void> {
    const meeting = await inHand.toRecord(by, meetingId);
    if (!isId(opinionId)) return;
    await database.transaction(async (sql) => {
      const gone = await sql.query(
        'delete from meeting_opinion where meeting_id = $1 and id = $2 returning id',
        [meeting.id, opinionId],
      );
      if (gone.length > 0) await audit.record(by, { action: 'opinion.removed', ...about(meeting) }, sql);
    });
  }

  /** Replaces what was concluded on an item; empty: nothing was. @throws {DomainError} as `noteOpinion` */
  async function conclude(by: Actor, meetingId: string, itemId: string, text: string): Promise<void> {
    const meeting = await inHand.toRecord(by, meetingId);
    const conclusion = text.trim() === '' ? '' : textOf(text, longestText);
    await database.transaction(async (sql) => {
      const item = await itemOf(sql, meeting, itemId);
      await sql.query('update meeting_item set conclusion = $2 where id = $1', [item, conclusion]);
      await audit.record(by, { action: 'item.concluded', ...about(meeting) }, sql);
    });
  }

  /**
   * The agenda with opinions and conclusions, in its order; last what belongs to no item. Their authors are named only
   * to who sees people.
   *
   * @throws {DomainError} `may.not`
   */
  async function said(by: Actor, meetingId: string): Promise<readonly ItemRecord[]> {
    const meeting = await inHand.toRead(by, meetingId);
    const items = await database.query<Omit<ItemRecord, 'opinions'>>(selectItems, [meeting.id]);
    const noted = await database.query<OpinionRow>(selectOpinions, [meeting.id]);
    const named = await inHand.seesPeople(by, meeting);
    const opinionOf = (row: OpinionRow) => (named ? opinionFrom(row) : { ...opinionFrom(row), author: null });
    const none = { id: null, position: items.length + 1, title: '', conclusion: '' };
    return [...items, none].map((item) => ({
      ...item,
      opinions: noted.filter(({ itemId }) => itemId === item.id).map(opinionOf),
    }));
  }

  return { noteOpinion, removeOpinion, conclude, said };
}

/** @throws {DomainError} `run.no-such-item` */
export async function itemOf(sql: Sql, meeting: { id: string }, itemId: string): Promise<string> {
  const [item] = isId(itemId)
    ? await sql.query<{ id: string }>('select id from meeting_item where id = $1 and meeting_id = $2', [
        itemId,
        meeting.id,
      ])
    : [];
  if (!item) throw new DomainError('run.no-such-item', { status: 404 });
  return item.id;
}

interface OpinionRow {
  id: string;
  itemId: string | null;
  text: string;
  notedAt: Date;
  authorCode: string | null;
  authorName: string | null;
}

function opinionFrom({ id, text, notedAt, authorCode, authorName }: OpinionRow): Opinion {
  const author = authorCode && authorName ? { code: authorCode, fullName: authorName } : null;
  return { id, text, notedAt, author };
}

const insertOpinion = `
  insert into meeting_opinion (id, meeting_id, item_id, author_id, text, noted_at, noted_by)
  values ($1, $2, $3, $4, $5, $6, coalesce($7, (select called_by from meeting where id = $2)))`;

const selectItems =
  'select id, position, title, conclusion from meeting_item where meeting_id = $1 order by position';

const selectOpinions = `
  select opinion.id, opinion.item_id as "itemId", opinion.text, opinion.noted_at as "notedAt",
    member.code as "authorCode", member.full_name as "authorName"
  from meeting_opinion opinion left join member on member.id = opinion.author_id
  where opinion.meeting_id = $1 order by opinion.noted_at, opinion.id`;
