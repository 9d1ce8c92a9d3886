export { meanPlace, rowsApart, showPlaces, showSeveral, showText, tellApart } from './disclosure/index.ts';
export { reportData } from './personal-data.ts';
export { reports, type ReportsParts } from './reports.ts';
export type * from './port.ts';
