import { calendarDay } from '../../people/index.ts';
import type { Sql } from '../../platform/database/index.ts';
import { addEntry } from '../answering/row.ts';
import type { Due } from '../due.ts';
import { AlreadyRead, AlreadyReopened, FeedbackUnknown, NotAnswered } from '../errors.ts';
import type { FeedbackPartsSealed } from '../feedback.ts';
import { mixIn, takeUp, type StagedConfidential } from '../staging.ts';
import { layAnew } from './laying-anew.ts';
import { isAnswered, isUnread, numberOf, ownColumns, stagedOf, type OwnRow } from './own-items.ts';
import { textOf } from './words.ts';

/** How often somebody looks again for a row that is being laid elsewhere just then. */
const looks = 5;

/** What members do about their own items. Of what was said in confidence no audit tells, and the day is all that is kept. */
export function ownDeeds({ database, sealing, clock }: FeedbackPartsSealed, { dueOn }: Due) {
  async function edit(memberId: string, number: string, given: string): Promise<void> {
    const text = await textOf(given);
    await onOwn(memberId, number, {
      async waiting(sql, id, content) {
        const [row] = await takeUp(sql, [id]);
        // Laid down among others like a new one: where it lies does not tell that it was changed.
        await mixIn(sql, [{ ...row!, content: sealing.sealStaged({ ...content, text }) }]);
      },
      async released(sql, item) {
        if (!isUnread(item)) throw new AlreadyRead();
        const { topic } = sealing.openContent(item.id, item.content);
        const content = sealing.sealContent(item.id, item.level, { topic, text });
        await sql.query(updateText, [item.id, content]);
      },
    });
  }

  async function withdraw(memberId: string, number: string): Promise<void> {
    await onOwn(memberId, number, {
      async waiting(sql, id) {
        await sql.query('delete from feedback_staged where id = $1', [id]);
      },
      async released(sql, item) {
        if (!isUnread(item)) throw new AlreadyRead();
        const nothing = sealing.sealContent(item.id, item.level, { topic: null, text: '' });
        await sql.query(updateWithdrawn, [item.id, nothing]);
        await sql.query('delete from feedback_file where item_id = $1', [item.id]);
        await sql.query(deleteWords, [item.id]);
      },
    });
  }

  async function rate(
    memberId: string,
    number: string,
    { useful, why }: { useful: boolean; why?: string | undefined },
  ): Promise<void> {
    const text = why?.trim() ? await textOf(why, 'reason') : null;
    await onAnswered(memberId, number, async (sql, item) => {
      await sql.query('update feedback_item set useful = $2 where id = $1', [item.id, useful]);
      await addEntry(sql, sealing, { item, entry: { kind: 'rated', byId: null, text, on: today() } });
    });
  }

  async function reopen(memberId: string, number: string, why: string): Promise<void> {
    const text = await textOf(why, 'reason');
    await onAnswered(memberId, number, async (sql, item) => {
      if (item.reopenedOn !== null) throw new AlreadyReopened();
      const due = await dueOn({ unitId: item.unitId }, today(), sql);
      await sql.query(updateReopened, [item.id, today(), due]);
      await addEntry(sql, sealing, { item, entry: { kind: 'reopened', byId: null, text, on: today() } });
    });
  }

  async function onAnswered(
    memberId: string,
    number: string,
    work: (sql: Sql, item: OwnRow) => Promise<void>,
  ): Promise<void> {
    const notYet = async () => {
      throw new NotAnswered();
    };
    await onOwn(memberId, number, {
      waiting: notYet,
      async released(sql, item) {
        await (isAnswered(item) ? work(sql, item) : notYet());
      },
    });
  }

  /** @throws {FeedbackUnknown} nobody's, or somebody else's: who asks cannot tell which */
  async function onOwn(
    memberId: string,
    typed: string,
    work: {
      waiting: (sql: Sql, id: string, content: StagedConfidential) => Promise<void>;
      released: (sql: Sql, item: OwnRow) => Promise<void>;
    },
  ): Promise<void> {
    const number = numberOf(typed);
    for (let look = 1; look <= looks; look += 1) {
      const done = await database.transaction(async (sql) => {
        const [item] = await sql.query<OwnRow & Author>(lockItem, [number]);
        if (item && item.state !== 'withdrawn' && isBy(memberId, item)) {
          await work.released(sql, item);
          if (item.level === 'confidential') await layAnew(sql, { id: item.id, today: today() });
          return true;
        }
        for (const id of await stagedOf(sql, sealing, memberId)) {
          const [row] = await sql.query<{ content: Uint8Array }>(lockStaged, [id]);
          const content = row && sealing.openStaged<StagedConfidential>(row.content);
          if (!content) return false;
          if (content.number !== number) continue;
          await work.waiting(sql, id, content);
          return true;
        }
        throw new FeedbackUnknown();
      });
      if (done) return;
    }
    throw new FeedbackUnknown();
  }

  const isBy = (memberId: string, { id, authorId, author }: OwnRow & Author): boolean =>
    author === null ? authorId === memberId : sealing.openAuthor(id, author) === memberId;
  const today = (): string => calendarDay(clock());

  return { edit, withdraw, rate, reopen };
}

interface Author {
  authorId: string | null;
  author: Uint8Array | null;
}

const lockItem = `
  select ${ownColumns}, item.author_id as "authorId", item.author from feedback_item item
  where item.number = $1 for update`;

const lockStaged = 'select content from feedback_staged where id = $1 for update';

const updateText = 'update feedback_item set content = $2, revision = revision + 1 where id = $1';

const updateWithdrawn = `
  update feedback_item set state = 'withdrawn', content = $2, topic_id = null, due_on = null, revision = revision + 1
  where id = $1`;

/** That the link was opened is told all the same. */
const deleteWords = `
  delete from feedback_outbox word using feedback_entry entry
  where word.item_id = $1 and entry.item_id = word.item_id and entry.position = word.position
    and entry.kind <> 'unsealed'`;

const updateReopened = `
  update feedback_item set state = 'reopened', reopened_on = $2::date, due_on = $3::date, taken_by_id = null,
    closed_on = null, late_reason = null, reminded_on = null, escalated_on = null, revision = revision + 1
  where id = $1`;
