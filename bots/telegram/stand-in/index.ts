export { telegramStandIn, type StandInOptions, type TelegramStandIn } from './stand-in.ts';
export type { Profile, ScreenButton, ScreenMessage, Toast } from './chats.ts';
export type { ChatSummary } from './control.ts';
export type { Fault, FaultKind, FaultRule } from './faults.ts';
export type { SentCall } from './journal.ts';
export type { Limits } from './limits.ts';
export type { Person } from './person.ts';
