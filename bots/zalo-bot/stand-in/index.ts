export { zaloBotStandIn, type StandInOptions, type ZaloBotStandIn } from './stand-in.ts';
export type { Fault, FaultKind, FaultRule } from './faults.ts';
export type { Person, ScreenMessage } from './people.ts';
