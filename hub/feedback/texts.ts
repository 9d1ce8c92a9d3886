import type { FeedbackPartsSealed } from './feedback.ts';
import type { Feedback } from './port.ts';

const openedAtOnce = 1_000;

/** What was said, for what is made of much of it. */
export function texts({
  database,
  sealing,
}: Pick<FeedbackPartsSealed, 'database' | 'sealing'>): Pick<Feedback, 'textsOf'> {
  return {
    async textsOf(ids) {
      const found = new Map<string, string>();
      for (let from = 0; from < ids.length; from += openedAtOnce) {
        const some = ids.slice(from, from + openedAtOnce);
        const rows = await database.query<{ id: string; content: Uint8Array }>(selectContents, [some]);
        for (const { id, content } of rows) found.set(id, sealing.openContent(id, content).text);
      }
      return found;
    },
  };
}

const selectContents = 'select id, content from feedback_item where id = any ($1::uuid[])';
