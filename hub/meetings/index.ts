export { meetings, type MeetingsParts } from './meetings.ts';
export { meetingKinds } from './port.ts';
export type * from './port.ts';
