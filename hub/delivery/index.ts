export { acceptAudience, type Acceptance } from './accept.ts';
export { deliveryEngine, type Engine, type EngineParts } from './engine.ts';
export { isHeld } from './held.ts';
export { noteReceipts, type Receipt } from './receipts.ts';
export { reachAgain } from './reach-again.ts';
export { acknowledge, cancelWaiting, statuses, tally, type Status, type Tally } from './ledger.ts';
export {
  reaches,
  recipients,
  sumOf,
  tallyByUnit,
  unitsOfRecipients,
  type PartTally,
  type Recipient,
  type Within,
} from './recipients.ts';
export { tell, untell } from './telling.ts';
export { deliveryData } from './personal-data.ts';
