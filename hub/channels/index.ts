export {
  channelNames,
  type Button,
  type Channel,
  type ChannelName,
  type FileToSend,
  type Limits,
  type Outgoing,
  type OutgoingFile,
  type SendOutcome,
  type Tap,
  type TemplateToSend,
  type TextToSend,
} from './channel.ts';
export { render, type Content, type RenderedPart } from './render.ts';
export { aboutKey, sendKey, type About } from './send-key.ts';
export { splitText } from './split.ts';
export { earliestSend, type QuietHours } from './quiet-hours.ts';
export { openBudget, type Allowance, type Budget } from './budget.ts';
export type { ChatBudget } from './chat-budget.ts';
export { latestStartMs } from './pace.ts';
export { openInbox, type ConversationState, type Inbound, type Inbox } from './inbox.ts';
export { asideOf, inboundData } from './personal-data.ts';
export { channelInWords } from './words.ts';
export { openBreaker, type Breaker, type ChannelStanding } from './breaker.ts';
export { openAccounts, type Accounts } from './accounts.ts';
export {
  possibleWays,
  purposes,
  ways,
  type Left,
  type PossibleWay,
  type Purpose,
  type Standing,
  type Terms,
  type Way,
} from './ways.ts';
export {
  filled,
  unknownParameters,
  type Template,
  type TemplateFields,
  type TemplateParameter,
} from './templates.ts';
export { openUsage, type Sent, type Usage } from './usage.ts';
