/**
 * The process with the worker that is measured: a hub as the program starts it, with nobody but itself in the
 * process, on a database that is ready. The first order says where and how many, each further one what to do.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../config.ts';
import { start, type RunningHub } from '../../main.ts';
import { operator } from '../../platform/audit.ts';
import type { Environment } from '../installation.ts';
import { answerOrders } from '../part.ts';
import { benchOfficer, benchUnit } from '../recipients.ts';
import { compactLedger } from './compacted.ts';
import { sizeOfLedger } from './growth.ts';

export interface HubOrder {
  environment: Environment;
  recipients: number;
}

/** From `notices.send` to the last outcome that stands in the ledger. */
export interface HubRound {
  seconds: number;
  /** Milliseconds of the epoch at which `send` was called. */
  sentAt: number;
  handedOver: number;
  duplicates: number;
  /** The most the process held so far, in MB. */
  rssMb: number;
  cpuSeconds: number;
}

const pollMs = 10;

async function round({ hub }: RunningHub, wanted: number): Promise<HubRound> {
  const cpu = process.cpuUsage();
  const sentAt = performance.timeOrigin + performance.now();
  const began = performance.now();
  const { id } = await hub.notices.send({
    from: benchOfficer,
    unit: benchUnit,
    title: 'Thông báo đo tốc độ',
    body: 'Nội dung thông báo.',
    wantsAck: true,
  });
  while (await isUnderWay(hub)) await sleep(pollMs);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const { byStatus, duplicates, recipients } = await hub.notices.status(operator, id);
  if (recipients !== wanted) throw new Error(`${recipients} recipients, wanted ${wanted}`);
  return {
    seconds,
    sentAt,
    handedOver: byStatus.handed_over,
    duplicates,
    rssMb: Math.round(process.resourceUsage().maxRSS / 1000),
    cpuSeconds: (user + system) / 1e6,
  };
}

/**
 * Asks small tables only: counting the ledger again and again would be part of what is measured. A row that is
 * asked again has its batch or its moment.
 */
async function isUnderWay({ database }: RunningHub['hub']): Promise<boolean> {
  const [row] = await database.query<{ some: boolean }>(
    `select exists (select from audience_slice) or exists (select from dispatch where not exhausted)
       or exists (select from delivery_batch)
       or exists (select from delivery where next_at is not null and state = 'created') as some`,
  );
  return row?.some ?? false;
}

if (process.argv[2] === 'bench') {
  let recipients = 0;
  let running: RunningHub | undefined;
  answerOrders<HubOrder | 'round' | 'size' | 'compact'>(
    async (order) => {
      if (order === 'round') return await round(running!, recipients);
      if (order === 'compact') return await compactLedger(running!.hub.database, running!.hub.notices);
      if (order === 'size') return await sizeOfLedger(running!.hub.database);
      running = await start(readConfig(order.environment), { roles: ['worker'], migrate: false });
      recipients = order.recipients;
      return 'ready';
    },
    async () => await running?.stop(),
  );
}
