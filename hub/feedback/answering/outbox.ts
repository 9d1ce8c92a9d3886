import type { Sql } from '../../platform/database/index.ts';
import type { Say } from '../../platform/locales.ts';
import type { FeedbackPartsSealed } from '../feedback.ts';
import type { FeedbackLevel } from '../port.ts';
import type { ItemRow, WrittenKind } from './row.ts';

const minuteMs = 60_000;
/** What is said of a confidential item comes some time within this after it could. */
const confidentialWithinMs = 30 * minuteMs;
/** Who takes a word and dies is waited for so long. */
const leaseMs = 5 * minuteMs;
/** Between two attempts: at first ten minutes, doubling, at most a day. */
const firstPauseMs = 10 * minuteMs;
const longestPauseMs = 24 * 60 * minuteMs;
/** After some five days it is left to be read under one's own opinions. */
const mostAttempts = 12;
const wordsAtOnce = 50;
/** Of those that may go, so many are looked at for whose moment it is. */
const lookedAt = 1_000;

interface Waiting {
  id: string;
  attempts: number;
  itemId: string;
  number: string;
  level: FeedbackLevel;
  authorId: string | null;
  author: Uint8Array | null;
  kind: WrittenKind;
  text: Uint8Array | null;
  /** Only where it came after its day. */
  lateReason: string | null;
  unit: string;
  toUnit: string | null;
  /** Where two administrators opened the link. */
  unsealing: Opened | null;
}

interface Opened {
  id: string;
  /** In hexadecimal digits. */
  grounds: string;
  agreedAt: string;
  asker: string;
  agreer: string;
  /** The unit whose administrators they are. */
  top: string;
}

export type Outbox = ReturnType<typeof outbox>;

/**
 * What authors are told. Between the answer and the chat stands a row that knows the item and not the member; who it
 * goes to is found out when it goes, and written down nowhere.
 *
 * When a word about a confidential item goes is not written down either: a backup with that moment, and what was said on
 * our page at it, would tell whose item it is. The row has when it could go, and our key draws the rest from its id.
 */
export function outbox({
  database,
  keys,
  sealing,
  clock,
  locales,
  tell,
  onProblem,
}: Pick<FeedbackPartsSealed, 'database' | 'keys' | 'sealing' | 'clock' | 'locales' | 'tell' | 'onProblem'>) {
  /** The author of an item that is held will hear of this entry; nobody does where nobody is known. */
  async function put(sql: Sql, { id, level }: ItemRow, position: number): Promise<void> {
    if (level === 'unlinkable') return;
    await sql.query(insertWord, [sealing.newId(), id, position, clock()]);
  }

  /** Tells whatever is due. A word is told once, or again where a process dies just after telling it. */
  async function bring(): Promise<void> {
    for (;;) {
      const now = clock();
      const ripe = await ripeAt(now);
      if (ripe.length === 0) return;
      const leased = new Date(now.getTime() + leaseMs);
      const taken = await database.query<{ id: string }>(takeDue, [now, leased, ripe]);
      // Another worker has them.
      if (taken.length === 0) return;
      const words = await database.query<Waiting>(selectWords, [taken.map(({ id }) => id)]);
      for (const word of words) {
        const isOver = await bringOne(word).catch((error: unknown) => {
          // The others are not to wait for what is wrong with one.
          onProblem(error);
          return false;
        });
        if (isOver || isLeft(word)) await database.query(deleteWord, [word.id]);
        else await database.query(putOff, [word.id, nextAttempt(word.attempts)]);
      }
    }
  }

  async function ripeAt(now: Date): Promise<string[]> {
    const due = await database.query<{ id: string; dueAt: Date; level: FeedbackLevel }>(selectDue, [
      now,
      lookedAt,
    ]);
    return due
      .filter(({ id, dueAt, level }) => level === 'named' || dueAt.getTime() + lotOf(id) <= now.getTime())
      .slice(0, wordsAtOnce)
      .map(({ id }) => id);
  }

  const lotOf = (id: string): number =>
    keys.fingerprint('feedback-outbox', id).readUIntBE(0, 6) % confidentialWithinMs;

  /** That the link was opened is tried until it is told. */
  const isLeft = ({ kind, attempts }: Waiting): boolean => attempts >= mostAttempts && kind !== 'unsealed';

  /** True also where nobody is there any more: who was erased left the link to nobody. */
  async function bringOne(word: Waiting): Promise<boolean> {
    const memberId = word.author ? sealing.openAuthor(word.itemId, word.author) : word.authorId!;
    const [reader] = await database.query<{ language: string }>(selectReader, [memberId]);
    return reader === undefined || (await tell(memberId, wordsFor(word, locales(reader.language))));
  }

  function nextAttempt(attempts: number): Date {
    const pauseMs = Math.min(firstPauseMs * 2 ** (attempts - 1), longestPauseMs);
    return new Date(clock().getTime() + pauseMs);
  }

  function wordsFor({ itemId, number, kind, text: sealed, ...word }: Waiting, say: Say): string {
    const text = sealed ? sealing.openEntry(itemId, sealed) : '';
    const facts = { number, unit: word.unit, text };
    if (kind === 'forwarded') return say('feedback-told-forwarded', { ...facts, unit: word.toUnit ?? '' });
    if (kind === 'succeeded') return say('feedback-told-succeeded', { ...facts, to: word.toUnit ?? '' });
    if (word.unsealing) return unsealedWords(number, word.unsealing, say);
    if (kind === 'closed') return say('feedback-told-closed', facts);
    const late = word.lateReason ? say('feedback-told-late', { reason: word.lateReason }) : '';
    const lines = [say('feedback-told-reply', facts), late, say('feedback-told-next')];
    return lines.filter((line) => line !== '').join('\n\n');
  }

  /** Who decided, why and when: everything that was written down of it. */
  function unsealedWords(number: string, { id, grounds, agreedAt, ...names }: Opened, say: Say): string {
    const why = sealing.openGrounds(id, Buffer.from(grounds, 'hex'));
    return say('feedback-told-unsealed', { number, ...names, ...why, at: new Date(agreedAt) });
  }

  return { put, bring };
}

const insertWord = 'insert into feedback_outbox (id, item_id, position, due_at) values ($1, $2, $3, $4)';

const selectDue = `
  select word.id, word.due_at as "dueAt", item.level
  from feedback_outbox word join feedback_item item on item.id = word.item_id
  where word.due_at <= $1 order by word.due_at, word.id limit $2`;

const takeDue = `
  update feedback_outbox set attempts = attempts + 1, due_at = $2
  where id in (
    select id from feedback_outbox where due_at <= $1 and id = any ($3::uuid[]) for update skip locked)
  returning id`;

const opened = `(
  select jsonb_build_object('id', opened.id, 'grounds', encode(opened.grounds, 'hex'), 'agreedAt', opened.agreed_at,
    'asker', asker.full_name, 'agreer', agreer.full_name, 'top', top.name)
  from feedback_unsealing opened join member asker on asker.id = opened.asked_by_id
  join member agreer on agreer.id = opened.agreed_by_id join unit top on top.id = opened.top_id
  where opened.item_id = word.item_id and opened.position = word.position)`;

const selectWords = `
  select word.id, word.attempts, item.id as "itemId", item.number, item.level, item.author_id as "authorId",
    item.author, entry.kind, entry.text, unit.name as unit, above.name as "toUnit",
    case when entry.done_on > item.due_on then item.late_reason end as "lateReason", ${opened} as unsealing
  from feedback_outbox word
  join feedback_item item on item.id = word.item_id
  join feedback_entry entry on entry.item_id = word.item_id and entry.position = word.position
  join unit on unit.id = entry.unit_id
  left join unit above on above.id = entry.to_unit_id
  where word.id = any ($1::uuid[]) order by word.item_id, word.position`;

const selectReader = 'select language from member where id = $1 and erased_at is null';

const deleteWord = 'delete from feedback_outbox where id = $1';

const putOff = 'update feedback_outbox set due_at = $2 where id = $1';
