import type { Damage } from './broadcast.ts';

/** After the end of a fault. */
export const recoveryLimitSeconds = 10;

/** Which promises of the product were broken, in words that name the figures. */
export function brokenPromises(
  damage: Damage,
  { recoverySeconds: limit = recoveryLimitSeconds }: { recoverySeconds?: number } = {},
): string[] {
  const { lost, realDuplicates, ledgerDuplicates, inFlight, recoverySeconds, hubExits } = damage;
  const broken = [
    lost > 0 && `${lost} lost`,
    realDuplicates > ledgerDuplicates &&
      `${realDuplicates} real duplicates, in the ledger ${ledgerDuplicates}`,
    ledgerDuplicates > inFlight && `${ledgerDuplicates} duplicates of ${inFlight} in flight`,
    (recoverySeconds ?? 0) > limit && `recovery after ${recoverySeconds!.toFixed(1)} s`,
    hubExits > 0 && `${hubExits} exits of the hub`,
  ];
  return broken.filter((each) => each !== false).map((each) => `${damage.channel}, ${damage.fault}: ${each}`);
}
