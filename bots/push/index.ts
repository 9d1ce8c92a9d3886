export { pushChannel, type PushParts } from './channel.ts';
export { pushServices } from './services.ts';
export { newVapidKeys, vapidOf, type Vapid } from './vapid.ts';
