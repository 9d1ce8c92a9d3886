import { setTimeout as sleep } from 'node:timers/promises';
import type { Notices } from '../../notices/index.ts';
import { operator } from '../../platform/audit.ts';
import type { Database } from '../../platform/database/index.ts';

/** What the same deliveries weigh once half of them were acknowledged and they were compacted. */
export interface Compacted {
  /** Table, index and archive together, after a plain vacuum. */
  bytesPerDelivery: number;
  /** Of these what is kept for good; the rest the next notices fill. */
  archiveBytesPerDelivery: number;
  seconds: number;
  /** Every notice still has as many recipients of each status as before. */
  addsUp: boolean;
}

const days = 200;
const acknowledgeHalf = `
  update delivery set acknowledged_at = now()
  from (select member_id, row_number() over (order by member_id) as place from delivery where notice_id = $1) ranked
  where delivery.notice_id = $1 and delivery.member_id = ranked.member_id and place % 2 = 0`;

/** Ages all notices there are by 200 days and compacts them. */
export async function compactLedger(database: Database, notices: Notices): Promise<Compacted> {
  const ids = (await database.query<{ id: string }>('select id from notice order by id')).map(({ id }) => id);
  for (const id of ids) await database.query(acknowledgeHalf, [id]);
  // Nobody is to be chased meanwhile: a step that is taken late moves the later ones to tomorrow.
  await database.query(`update chase_step set state = 'done', due_at = due_at - $1 * interval '1 day'`, [
    days,
  ]);
  await database.query(`update notice set send_at = send_at - $1 * interval '1 day'`, [days]);
  // What is finished is closed by the worker's own sweep.
  while ((await database.query('select from dispatch limit 1')).length > 0) await sleep(200);
  const figures = async () => await Promise.all(ids.map((id) => notices.status(operator, id)));
  const before = await figures();
  const began = performance.now();
  const { deliveries } = await notices.compact(operator, { olderThanDays: days - 10 });
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  for (const table of ['delivery', 'delivery_archive']) await database.query(`vacuum ${table}`);
  const [size] = await database.query<{ all: number; archive: number }>(
    `select (pg_total_relation_size('delivery') + pg_total_relation_size('delivery_archive'))::float8 as "all",
       pg_total_relation_size('delivery_archive')::float8 as archive`,
  );
  const after = await figures();
  return {
    bytesPerDelivery: Math.round(size!.all / deliveries),
    archiveBytesPerDelivery: Math.round(size!.archive / deliveries),
    seconds,
    addsUp: after.every(
      ({ byStatus }, n) => JSON.stringify(byStatus) === JSON.stringify(before[n]!.byStatus),
    ),
  };
}
