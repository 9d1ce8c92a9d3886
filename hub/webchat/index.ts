export { webchat, type WebChat } from './webchat.ts';
export type { Device, OpenedDevice } from './devices.ts';
export type { Mark, NoteReceipts } from './marks.ts';
export { mostChanges, type Appended, type NewMessage, type WebMessage } from './messages.ts';
export { webChatData } from './personal-data.ts';
export {
  openAlerts,
  subscriptionIn,
  type AlertBrowser,
  type Alerts,
  type AlertState,
  type HandedIn,
} from './alerts.ts';
export {
  pushSubscriptions,
  type PushSubscription,
  type PushSubscriptions,
  type PushWishes,
  type Wakeable,
  type WokenBrowser,
} from './push.ts';
