export { calendarFiles } from './calendar-file.ts';
export {
  dayOf,
  instantOf,
  lastOfMonth,
  minuteOf,
  mondayOf,
  partsOf,
  shiftDay,
  weekdayOf,
  type Day,
} from './day.ts';
export { readCalendar, type Calendar, type Unfit } from './days-off.ts';
export { occurrences } from './occurrences.ts';
export { readRule, writeRule, type Rule } from './rule.ts';
export { dayWarning } from './warning.ts';
export { series, type SeriesParts } from './series.ts';
export { proposing } from './proposing.ts';
export { ruleInWords } from './rule-words.ts';
export { following, type LaterMeeting } from './following.ts';
export { readRepeat, weekdays, type TypedRepeat } from './rule-phrases.ts';
