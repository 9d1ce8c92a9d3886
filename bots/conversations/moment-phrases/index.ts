export { readDuration } from './duration.ts';
export { readMoment } from './read-moment.ts';
export type { Doubt, MomentReading, ReadingContext } from './reading.ts';
