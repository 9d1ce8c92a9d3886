import { expect, test } from 'vitest';
import { openStage, type Damage } from './broadcast.ts';
import { kills } from './process-faults.ts';

const people = 2_000;

// Promise 1 of the product: nobody is skipped, and what arrived twice is counted.
test(`killed four times in a broadcast to ${people}, the hub loses nobody and counts what it repeated`, async () => {
  const stage = await openStage(['telegram'], { people });
  try {
    const [damage] = (await stage.under(kills(4))) as [Damage];
    expect(damage).toMatchObject({ recipients: people, lost: 0 });
    expect(damage.realDuplicates).toBeLessThanOrEqual(damage.ledgerDuplicates);
    expect(damage.ledgerDuplicates).toBeLessThanOrEqual(damage.inFlight);
    // A slow provider gets small batches: what a crash can leave in doubt stays a fraction of the broadcast.
    expect(damage.inFlight).toBeLessThanOrEqual(4 * 512);
    console.info(
      `real duplicates ${damage.realDuplicates} ≤ ledger ${damage.ledgerDuplicates} ≤ in flight ${damage.inFlight}`,
    );
  } finally {
    await stage.close();
  }
}, 240_000);
