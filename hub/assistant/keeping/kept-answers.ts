import type { Clock } from '../../platform/clock.ts';
import type { Database, Sql } from '../../platform/database/index.ts';
import { isId } from '../../platform/ids.ts';
import type { Keys } from '../../platform/keys.ts';
import { AnswerUnknown } from '../errors.ts';
import { sealing, type KeptContent } from '../sealing.ts';

const dayMs = 86_400_000;
/** Days for which an answer can be looked at again. */
const keptDays = 30;

export interface KeptAnswer extends KeptContent {
  id: string;
  askedAt: Date;
}

export type KeptAnswers = ReturnType<typeof keptAnswers>;

/** Answers as their askers find them again, sealed, for thirty days. */
export function keptAnswers({ database, keys, clock }: { database: Database; keys: Keys; clock: Clock }) {
  const { seal, open } = sealing(keys);

  async function keep(memberId: string, id: string, content: KeptContent): Promise<void> {
    await database.query(insertAnswer, [id, memberId, clock(), seal(id, content)]);
  }

  /** Null: there is none, it is somebody else's, or too old. */
  async function find(memberId: string, id: string, sql: Sql = database): Promise<KeptAnswer | null> {
    if (!isId(id)) return null;
    const [row] = await sql.query<{ askedAt: Date; content: Uint8Array }>(selectAnswer, [
      id,
      memberId,
      oldest(),
    ]);
    return row ? { id, askedAt: row.askedAt, ...open(id, row.content) } : null;
  }

  /** @throws {AnswerUnknown} */
  async function own(memberId: string, id: string): Promise<KeptAnswer> {
    const found = await find(memberId, id);
    if (!found) throw new AnswerUnknown();
    return found;
  }

  async function wipeOld(): Promise<void> {
    await database.query('delete from assistant_answer where asked_at < $1', [oldest()]);
  }

  function oldest(): Date {
    return new Date(clock().getTime() - keptDays * dayMs);
  }

  return { keep, find, own, wipeOld };
}

const insertAnswer = `
  insert into assistant_answer (id, member_id, asked_at, content) values ($1, $2, $3, $4)`;

const selectAnswer = `
  select asked_at as "askedAt", content from assistant_answer
  where id = $1 and member_id = $2 and asked_at >= $3`;
