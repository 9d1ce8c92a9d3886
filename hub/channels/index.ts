export {
  channelNames,
  type Button,
  type Channel,
  type ChannelName,
  type FileToSend,
  type GroupInfo,
  type LetterToSend,
  type Limits,
  type Outgoing,
  type OutgoingFile,
  type SendOutcome,
  type Tap,
  type TemplateToSend,
  type TextToSend,
} from './channel.ts';
export { fileWithinMs, kindOfFile, mostFileBytes, type InboundFile } from './inbound-file.ts';
export { canCarry, render, renderForChat, type Content, type RenderedPart } from './render.ts';
export { aboutKey, sendKey, type About } from './send-key.ts';
export { splitText } from './split.ts';
export { earliestSend, type QuietHours } from './quiet-hours.ts';
export { openBudget, type Allowance, type Budget } from './budget.ts';
export type { ChatBudget } from './chat-budget.ts';
export { latestStartMs } from './pace.ts';
export { openInbox, type ConversationState, type Inbound, type Inbox } from './inbox.ts';
export { asideOf, inboundData } from './personal-data.ts';
export { channelInWords } from './words.ts';
export { openBreaker, whatNeedsPerson, type Breaker, type ChannelStanding } from './breaker.ts';
export { openAccounts, type Accounts } from './accounts.ts';
export {
  possibleWays,
  ways,
  type Left,
  type PossibleWay,
  type Purpose,
  type Situation,
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
export { openIntake, type Intake } from './intake.ts';
export type { Echo, Report } from './report.ts';
export { withoutProviders } from './without-providers.ts';
export { openUsage, type Sent, type Usage } from './usage.ts';
export { renderForGroup, type GroupWords } from './group-text.ts';
export {
  endGroup,
  groupData,
  groupModes,
  moveGroup,
  openGroups,
  type GroupChange,
  type GroupLink,
  type GroupMode,
  type Groups,
} from './groups.ts';
export { openLogins, type ExchangeClaim, type Login, type Logins } from './logins.ts';
export { openLoginRequests, type LoginRequests } from './login-requests.ts';
export type {
  AccountFault,
  LoginExchange,
  LoginProvider,
  ProviderAccount,
  TokenPair,
} from './login-provider.ts';
