import { createHash } from 'node:crypto';
import { cleanText } from './new-meeting.ts';
import type { NewMeeting } from './port.ts';

/** The same content has the same hash: two requests under one key are compared by it. */
export function hashOf(given: NewMeeting): Buffer {
  const { idempotencyKey: _, documents = [], ...content } = cleanText(given);
  const files = documents.map((file) => [file.name, createHash('sha256').update(file.content).digest('hex')]);
  const inOneOrder = Object.entries(content)
    .filter(([, value]) => value !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([inOneOrder, files]))
    .digest();
}
