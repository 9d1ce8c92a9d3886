import type { Notices } from '../notices/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { expandOneSlice, analyzeDeliveries } from '../delivery/index.ts';
import { ownInstallation, type Environment } from './installation.ts';
import { benchOfficer, benchUnit, giveRecipients } from './recipients.ts';

/** A hub that is open and does nothing by itself. */
export interface Hub {
  database: Database;
  notices: Notices;
  clock: Clock;
  close(): Promise<void>;
}

/** How long it takes to make the rows of a notice out of its audience. */
export interface ExpandBench {
  recipients: number;
  seconds: number;
  perSecond: number;
  /** Until the rows of the first slice can be sent. */
  firstSliceMs: number;
  /** Before that: `notices.send` itself, which fixes who gets it. */
  acceptSeconds: number;
  database: 'embedded' | 'postgresql';
}

/** Nothing is sent: the slices are taken as a worker takes them, one after the other, with the statistics it renews. */
export async function benchExpand(
  recipients: number,
  { environment, open }: { environment: Environment; open: (environment: Environment) => Promise<Hub> },
): Promise<ExpandBench> {
  const house = await ownInstallation(environment);
  try {
    const hub = await open(house.environment);
    try {
      await giveRecipients(hub.database, recipients);
      return { ...(await measure(hub, recipients)), database: house.database };
    } finally {
      await hub.close();
    }
  } finally {
    await house.remove();
  }
}

async function measure(
  { database, notices, clock }: Hub,
  recipients: number,
): Promise<Omit<ExpandBench, 'database'>> {
  const sent = performance.now();
  await notices.send({
    from: benchOfficer,
    unit: benchUnit,
    title: 'Thông báo đo tốc độ',
    body: 'Nội dung thông báo.',
    wantsAck: true,
  });
  const began = performance.now();
  let firstSliceMs = 0;
  let rows = 0;
  for (;;) {
    const made = await expandOneSlice(database, ['telegram'], clock());
    if (made === null) break;
    firstSliceMs ||= performance.now() - began;
    rows += made;
    await analyzeDeliveries(database);
  }
  const seconds = (performance.now() - began) / 1000;
  if (rows !== recipients) throw new Error(`${rows} rows, wanted ${recipients}`);
  return {
    recipients,
    seconds: Math.round(seconds * 100) / 100,
    perSecond: Math.round(recipients / seconds),
    firstSliceMs: Math.round(firstSliceMs),
    acceptSeconds: Math.round((began - sent) / 10) / 100,
  };
}
