export { pushStandIn, type PushStandIn } from './push-service.ts';
export type { Push, PushFault, StandInBrowser } from './browser.ts';
