export { consultations, type ConsultationsParts } from './consultations.ts';
export { isAsked, longestComment, longestTexts, longestWritten } from './checked-answers.ts';
export { consultationData } from './personal-data.ts';
export { resultsInWords } from './result-words.ts';
export type * from './port.ts';
