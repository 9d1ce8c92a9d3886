export { feedback, type FeedbackParts } from './feedback.ts';
export { feedbackData } from './personal-data.ts';
export { feedbackKinds, feedbackStates } from './port.ts';
export { signedDoor } from './saying/signed-door.ts';
export type * from './port.ts';
