export { assistant, type AssistantParts } from './assistant.ts';
export { assistantData } from './personal-data.ts';
export { complaints } from './port.ts';
export type * from './port.ts';
export { quotingAssistant, type Quoted } from './answering.ts';
export { measureAnswers } from './evaluation/answers.ts';
export { libraryFolder } from './evaluation/library-folder.ts';
export type { RefusalSignals } from './refusing/signals.ts';
