export { acceptAudience, type Acceptance } from './accept.ts';
export { deliveryEngine, type Engine, type EngineParts } from './engine.ts';
export { isHeld } from './held.ts';
export { reachAgain } from './reach-again.ts';
export {
  acknowledge,
  cancelWaiting,
  recipients,
  statuses,
  tally,
  tell,
  unitOfRecipient,
  type Recipient,
  type Status,
  type Tally,
} from './ledger.ts';
