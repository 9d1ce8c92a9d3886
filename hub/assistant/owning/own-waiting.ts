import type { OwnAsked, OwningParts } from './own-answers.ts';

/** Notices that wait for the asker's acknowledgement. */
export function ownWaiting({ notices }: OwningParts) {
  return async ({ memberId, say }: OwnAsked): Promise<string> => {
    const waiting = await notices.waitingFor(memberId);
    if (waiting.length === 0) return say('own-waiting-none');
    return [
      say('own-waiting', { count: waiting.length }),
      ...waiting.map(({ title, number, dueAt }) => {
        const name = number === null ? title : `${number}: ${title}`;
        return dueAt === null ? say('own-waiting-notice', { name }) : say('own-waiting-due', { name, dueAt });
      }),
    ].join('\n');
  };
}
