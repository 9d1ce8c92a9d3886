export { feedback, type FeedbackParts } from './feedback.ts';
export { SignedDoorNeeded } from './errors.ts';
export { feedbackData } from './personal-data.ts';
export { feedbackKinds, feedbackStates } from './port.ts';
export { signedDoor } from './saying/signed-door.ts';
export { asWritten } from './unlinkable/as-written.ts';
export type * from './port.ts';
export type * from './unsealing/port.ts';
