import type { PersonalData } from '../people/index.ts';
import type { Keys } from '../platform/keys.ts';
import type { Sql } from '../platform/database/index.ts';
import { shuffled } from '../platform/shuffled.ts';
import { linkedEver, stagedOf } from './saying/own-items.ts';
import { sealing as sealingOf } from './sealing.ts';
import type { StagedConfidential } from './staging.ts';

/** What stands where the text stood: not a word of any language's catalogue, since it is data. */
const erasedText = '(đã xóa theo yêu cầu)';
/** Whom a link leads to that leads to nobody. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** So many links of others, drawn at random, change with those of somebody who is erased. */
const sealedAnewWith = 1_000;

/**
 * What a member has said by name is told, and wiped. What was said in confidence is told to its author alone; of it the
 * link goes, and the text stays where its readers have it: were it to go on the day on which somebody is erased, they
 * would know who it was. What nobody has read goes altogether.
 */
export function feedbackData(keys: Keys): PersonalData {
  const sealing = sealingOf(keys);

  return {
    async tell(sql, { memberId }, reader) {
      const ours = reader === 'member';
      const linked = ours ? await linkedEver(sql, sealing, memberId) : [];
      const items = await sql.query<ItemRow>(selectItems, [memberId, linked]);
      const entries = await sql.query<EntryRow>(selectEntries, [items.map(({ id }) => id)]);
      const byItem = Map.groupBy(entries, ({ itemId }) => itemId);
      return {
        feedback: items.map(({ id, content, ...item }) => ({
          ...item,
          // The office that makes the copy for somebody answers for another unit, perhaps.
          ...(ours ? sealing.openContent(id, content) : { topic: null, text: null }),
          entries: ours
            ? (byItem.get(id) ?? []).map(({ kind, on, text }) => ({
                kind,
                on,
                text: text && sealing.openEntry(id, text),
              }))
            : [],
        })),
        waitingFeedback: ours ? await waiting(sql, memberId) : [],
      };
    },

    async erase(sql, { memberId }) {
      const named = await sql.query<{ id: string }>(selectNamed, [memberId]);
      for (const { id } of named) {
        const content = sealing.sealContent(id, 'named', { topic: null, text: erasedText });
        await sql.query(wipeItem, [id, content]);
      }
      const ids = named.map(({ id }) => id);
      await sql.query('delete from feedback_file where item_id = any ($1::uuid[])', [ids]);
      await sql.query(wipeEntries, [ids]);
      const linked = await linkedEver(sql, sealing, memberId);
      await cutLinks(sql, memberId, linked);
      await sql.query('delete from feedback_outbox where item_id = any ($1::uuid[])', [[...ids, ...linked]]);
      const staged = await stagedOf(sql, sealing, memberId);
      await sql.query('delete from feedback_staged where id = any ($1::uuid[])', [staged]);
      await sql.query('delete from feedback_draft_file where owner = $1', [sealing.draftOwner(memberId)]);
      // Into the audit go the named ones alone: how many others there were is nobody's to know.
      return { feedback: named.length };
    },
  };

  /** Links of others are sealed anew with these, in random order: which ones changed is not to tell whose they were. */
  async function cutLinks(sql: Sql, memberId: string, linked: readonly string[]): Promise<void> {
    const links = await sql.query<{ id: string; author: Uint8Array }>(lockLinks, [linked, sealedAnewWith]);
    const anew = shuffled(links).map(({ id, author }) => {
      const owner = sealing.openAuthor(id, author);
      return { id, author: sealing.sealAuthor(id, owner === memberId ? nobody : owner) };
    });
    await sql.query(updateLinks, [anew.map(({ id }) => id), anew.map(({ author }) => author)]);
  }

  async function waiting(sql: Sql, memberId: string) {
    const rows = await sql.query<{ stagedOn: string; content: Uint8Array }>(selectStaged, [
      await stagedOf(sql, sealing, memberId),
    ]);
    return rows.map(({ stagedOn, content }) => {
      const { kind, topic, text, number } = sealing.openStaged<StagedConfidential>(content);
      return { saidOn: stagedOn, level: 'confidential', kind, topic, text, number };
    });
  }
}

interface ItemRow {
  id: string;
  content: Uint8Array;
}

interface EntryRow {
  itemId: string;
  kind: string;
  on: string;
  text: Uint8Array | null;
}

const selectItems = `
  select item.id, item.number, item.level, item.kind, unit.name as unit, item.state, item.received_on as "receivedOn",
    item.received_at as "receivedAt", item.useful, item.content
  from feedback_item item join unit on unit.id = item.said_to_id
  where item.author_id = $1 or item.id = any ($2::uuid[])
  order by item.received_on, item.received_at, item.number`;

/** What went between them and who answered; what those said among themselves is not the member's. */
const selectEntries = `
  select item_id as "itemId", kind, done_on as "on", text from feedback_entry
  where item_id = any ($1::uuid[]) and kind in ('reply', 'closed', 'reopened', 'rated', 'unsealed')
  order by item_id, position`;

const selectStaged =
  'select staged_on as "stagedOn", content from feedback_staged where id = any ($1::uuid[])';

const lockLinks = `
  select id, author from feedback_item where id = any ($1::uuid[]) or id in (
    select id from feedback_item where level = 'confidential' order by random() limit $2)
  order by id for update`;

const updateLinks = `
  update feedback_item item set author = given.author
  from (select * from unnest($1::uuid[], $2::bytea[]) as given (id, author)) given where item.id = given.id`;

const selectNamed = 'select id from feedback_item where author_id = $1 for update';

const wipeItem = 'update feedback_item set content = $2, topic_id = null, request_hash = null where id = $1';

/** What the member wrote beside them. */
const wipeEntries = `
  update feedback_entry set text = null where item_id = any ($1::uuid[]) and kind in ('reopened', 'rated')`;
