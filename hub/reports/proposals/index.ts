export { making } from './making.ts';
export { proposalReading } from './reading.ts';
export type { GroupOfUnit } from './telling.ts';
