import { randomBytes } from 'node:crypto';
import type { Sql } from '../platform/database/index.ts';
import { shuffled } from '../platform/shuffled.ts';
import { drawSpokenWords } from '../platform/spoken-words.ts';
import type { Sealing } from './sealing.ts';

const madeAtOnce = 2_000;
/** Of the drawn ones, how many are laid down anew with the next. */
const mixedWith = 32;

/**
 * The papers of an unnamed consultation. All lie in the order of their hashes, which is none; one that was drawn is laid
 * down anew together with others that were, so that nothing tells which of them was drawn when.
 */
export function pool(sealing: Sealing) {
  /** As many as are asked. */
  async function fill(sql: Sql, consultationId: string, papers: number): Promise<void> {
    for (let made = 0; made < papers; made += madeAtOnce) {
      const fresh = Array.from({ length: Math.min(madeAtOnce, papers - made) }, () => {
        const words = drawSpokenWords();
        return { hash: sealing.paperHash(words), words: sealing.sealPaper(consultationId, words) };
      }).sort((one, other) => Buffer.compare(one.hash, other.hash));
      await sql.query(insertPapers, [
        consultationId,
        fresh.map(({ hash }) => hash),
        fresh.map(({ words }) => words),
      ]);
    }
  }

  /** One of those that nobody has. The caller holds the consultation. @returns its words, kept nowhere any more */
  async function draw(sql: Sql, consultationId: string): Promise<string> {
    const from = randomBytes(32);
    const [found] =
      (await any(sql, takeFrom, [consultationId, from])) ??
      (await any(sql, takeFirst, [consultationId])) ??
      [];
    if (!found) throw new Error('there are fewer papers than people who may draw one');
    const others = await sql.query<{ hash: Uint8Array }>(takeDrawn, [
      consultationId,
      randomBytes(32),
      mixedWith,
    ]);
    const hashes = shuffled([found, ...others]).map(({ hash }) => hash);
    await sql.query(insertPapers, [consultationId, hashes, hashes.map(() => null)]);
    return sealing.openPaper(consultationId, found.words);
  }

  return { fill, draw };
}

interface Paper {
  hash: Uint8Array;
  words: Uint8Array;
}

async function any(sql: Sql, text: string, values: unknown[]): Promise<Paper[] | null> {
  const rows = await sql.query<Paper>(text, values);
  return rows.length > 0 ? rows : null;
}

const take = (which: string) => `
  delete from consultation_paper where hash = (
    select hash from consultation_paper where consultation_id = $1 and words is not null ${which} order by hash limit 1)
  returning hash, words`;
const takeFrom = take('and hash >= $2');
const takeFirst = take('');

const takeDrawn = `
  delete from consultation_paper where hash in (
    select hash from (
      (select hash from consultation_paper where consultation_id = $1 and words is null and hash >= $2
        order by hash limit $3)
      union all
      (select hash from consultation_paper where consultation_id = $1 and words is null and hash < $2
        order by hash limit $3)
    ) around limit $3)
  returning hash`;

const insertPapers = `
  insert into consultation_paper (consultation_id, hash, words)
  select $1::uuid, hash, words from unnest($2::bytea[], $3::bytea[]) as paper (hash, words)`;
