export { webchat, type WebChat } from './webchat.ts';
export type { Device, OpenedDevice } from './devices.ts';
export type { Mark, NoteReceipts } from './marks.ts';
export { mostChanges, type Appended, type NewMessage, type WebMessage } from './messages.ts';
export { webChatData } from './personal-data.ts';
