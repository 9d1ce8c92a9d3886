export { acceptAudience, type Acceptance } from './accept.ts';
export { acceptNamed, type NamedAudience } from './accept-named.ts';
export { deliveryEngine, type Engine, type EngineParts } from './engine.ts';
export { archivedParts, archivedProofs, isAcknowledgementArchived } from './archive.ts';
export { archiveSome, hasRows, nothingOpen } from './compact.ts';
export { channelAlerts } from './channel-alerts.ts';
export { channelLogin, type ChannelLogin } from './channel-login.ts';
export { channelMetrics } from './channel-metrics.ts';
export { delivery, type Delivery } from './delivery.ts';
export { isHeld } from './held.ts';
export { outlook, type Outlook, type Route, type Shortage } from './outlook.ts';
export type { Shape } from './standing-alike.ts';
export { latestInGroup } from './group-answers.ts';
export { noteReceipts, type Receipt } from './receipts.ts';
export { openEchoes, type Echoes } from './echoes.ts';
export { openReports, type Reports } from './reports.ts';
export { reachAgain } from './reach-again.ts';
export { every, type Repeated } from './repeated.ts';
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
export { trials, type Trials } from './trials.ts';
export { deliveryData } from './personal-data.ts';
export { analyzeDeliveries, expandOneSlice } from './expand.ts';
