export { reports, type ReportsParts } from './reports.ts';
export type * from './port.ts';
