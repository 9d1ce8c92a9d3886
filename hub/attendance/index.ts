export { attendance, type AttendanceParts } from './attendance.ts';
export { codeOfMinute } from './codes.ts';
export { peopleOfMeeting, type PersonOfMeeting } from './people-of-meeting.ts';
export { attendanceData } from './personal-data.ts';
export type * from './port.ts';
export { votesNeeded } from './thresholds.ts';
