import type { Database } from '../../platform/database/index.ts';
import type { Environment } from '../installation.ts';
import { withFanoutHouse } from './house.ts';
import type { Compacted } from './compacted.ts';
import type { HubRound } from './hub-process.ts';

/** What the ledger weighs after some notices in a row and a plain VACUUM. */
export interface GrowthBench extends LedgerSize {
  notices: number;
  recipients: number;
  /** Of the notices, how many deliveries were not handed over. */
  lost: number;
  afterCompaction: Compacted;
  database: 'embedded' | 'postgresql';
}

export interface LedgerSize {
  deliveries: number;
  /** Table and index, with what a vacuum leaves. */
  bytesPerDelivery: number;
  tableBytesPerDelivery: number;
  indexBytesPerDelivery: number;
  /** Share of updates that touched no index; null where the database keeps no such figures. */
  heapOnlyShare: number | null;
}

/** @param recipients of each notice */
export async function benchGrowth(
  recipients: number,
  { environment, notices }: { environment: Environment; notices: number },
): Promise<GrowthBench> {
  return await withFanoutHouse({ environment, recipients }, async ({ hub, database }) => {
    let lost = 0;
    for (let n = 0; n < notices; n += 1) {
      const { handedOver } = await hub.ask<HubRound>('round');
      lost += recipients - handedOver;
    }
    const size = await hub.ask<LedgerSize>('size');
    const afterCompaction = await hub.ask<Compacted>('compact');
    return { notices, recipients, ...size, lost, afterCompaction, database };
  });
}

export async function sizeOfLedger(database: Database): Promise<LedgerSize> {
  await database.query('vacuum delivery');
  const [size] = await database.query<{ deliveries: number; table: number; index: number }>(
    `select count(*) as deliveries, pg_table_size('delivery')::float8 as "table",
       pg_indexes_size('delivery')::float8 as "index" from delivery`,
  );
  const [updates] = await database.query<{ share: number | null }>(
    `select n_tup_hot_upd::float8 / nullif(n_tup_upd, 0) as share from pg_stat_user_tables where relname = 'delivery'`,
  );
  const { deliveries, table, index } = size!;
  const each = (bytes: number) => Math.round(bytes / deliveries);
  return {
    deliveries,
    bytesPerDelivery: each(table + index),
    tableBytesPerDelivery: each(table),
    indexBytesPerDelivery: each(index),
    heapOnlyShare: updates?.share == null ? null : Math.round(updates.share * 10_000) / 10_000,
  };
}
