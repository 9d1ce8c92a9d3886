export { meetings, type MeetingsParts } from './meetings.ts';
export { meetingKinds } from './port.ts';
export { momentInWords } from './moment.ts';
export {
  dayOf,
  instantOf,
  lastOfMonth,
  minuteOf,
  mondayOf,
  occurrences,
  partsOf,
  readCalendar,
  readRepeat,
  readRule,
  ruleInWords,
  weekdayOf,
  weekdays,
  type Calendar,
  type Day,
  type Rule,
  type TypedRepeat,
} from './calendar/index.ts';
export { paperData } from './papers/personal-data.ts';
export { meetingData } from './personal-data.ts';
export { warningInWords } from './warning-words.ts';
export type * from './port.ts';
export { runningData } from './running/personal-data.ts';
export type { RaisedHand } from './running/hands.ts';
export type { Running } from './running/running.ts';
