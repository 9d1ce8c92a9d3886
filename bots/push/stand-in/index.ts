export { pushStandIn, type PushStandIn, type Trouble } from './push-service.ts';
export type { Push, PushFault, StandInBrowser } from './browser.ts';
