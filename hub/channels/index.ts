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
  type TextToSend,
} from './channel.ts';
export { render, type Content, type RenderedPart } from './render.ts';
export { splitText } from './split.ts';
export { earliestSend, type QuietHours } from './quiet-hours.ts';
export { openBudget, type Allowance, type Budget } from './budget.ts';
export { openInbox, type ConversationState, type Inbound, type Inbox } from './inbox.ts';
export { openAccounts, type Accounts } from './accounts.ts';
