export { quotingAssistant, type Quoted } from './answering.ts';
export { measureAnswers } from './evaluation/answers.ts';
export { libraryFolder } from './evaluation/library-folder.ts';
export type { RefusalSignals } from './refusing/signals.ts';
