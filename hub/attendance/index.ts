export { attendance, type AttendanceParts } from './attendance.ts';
export type * from './port.ts';
