import { randomUUID } from 'node:crypto';
import type { Sql } from '../platform/database/index.ts';
import { shuffled } from '../platform/shuffled.ts';
import type { Given, Sealing } from './sealing.ts';

/** Up to so many answers, all are laid down anew with the next. */
const mixedAll = 64;
/** Of more, some are: as many as have so many bytes together, within bounds. */
const mixedBytes = 256 * 1024;
const mixedLeast = 12;

interface Laid {
  ownerHash: Uint8Array | null;
  content: Uint8Array;
}

/**
 * Lays answers without a name down among the others: some of those are taken up and laid down with it in random order,
 * under new ids and sealed anew, so that neither their place in the heap nor a number of theirs tells which came when.
 * They go through this process, since an update would leave what is long of them where it lies.
 *
 * The caller holds the consultation, so that nobody else lays any down meanwhile.
 */
export function laying(sealing: Sealing) {
  async function layDown(
    sql: Sql,
    consultationId: string,
    { given, ownerHash, bytes }: { given: Given; ownerHash: Uint8Array | null; bytes: number },
  ): Promise<void> {
    // One's own answer of before is taken up, and not laid down again.
    if (ownerHash) await sql.query('delete from consultation_answer where owner_hash = $1', [ownerHash]);
    const others = (await takeUp(sql, consultationId, bytes)).map(({ ownerHash: owner, content }) => ({
      ownerHash: owner,
      content: sealing.sealGiven(consultationId, sealing.openGiven(consultationId, content), bytes),
    }));
    const own = { ownerHash, content: sealing.sealGiven(consultationId, given, bytes) };
    const rows = shuffled([own, ...others]);
    await sql.query(insertAnswers, [
      consultationId,
      rows.map(() => sealing.newId()),
      rows.map((row) => row.ownerHash),
      rows.map((row) => row.content),
    ]);
  }

  return { layDown };
}

/** Some that lie together by id, which is as good as drawn: ids are drawn anew each time. */
async function takeUp(sql: Sql, consultationId: string, bytes: number): Promise<Laid[]> {
  const [counted] = await sql.query<{ count: number }>(countSome, [consultationId, mixedAll + 1]);
  const isAll = counted!.count <= mixedAll;
  const most = isAll ? mixedAll : Math.min(mixedAll, Math.max(mixedLeast, Math.floor(mixedBytes / bytes)));
  return await sql.query<Laid>(takeSome, [consultationId, randomUUID(), most]);
}

const countSome = `
  select count(*) from (select from consultation_answer where consultation_id = $1 limit $2) lying`;

const takeSome = `
  delete from consultation_answer where consultation_id = $1 and id in (
    select id from (
      (select id from consultation_answer where consultation_id = $1 and id >= $2 order by id limit $3)
      union all
      (select id from consultation_answer where consultation_id = $1 and id < $2 order by id limit $3)
    ) around limit $3)
  returning owner_hash as "ownerHash", content`;

const insertAnswers = `
  insert into consultation_answer (consultation_id, id, owner_hash, content)
  select $1::uuid, * from unnest($2::uuid[], $3::bytea[], $4::bytea[])`;
