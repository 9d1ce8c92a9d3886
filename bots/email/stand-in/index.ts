export { mailPages } from './mail-pages.ts';
export { mailStandIn, type MailStandIn } from './stand-in.ts';
export type { Fault, Trouble } from './faults.ts';
export type { Mailbox, ReceivedLetter } from './mailbox.ts';
