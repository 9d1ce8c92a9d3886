import type { OwnAsked, OwningParts } from './own-answers.ts';

const shown = 5;

/** How far one's own opinions have come. What they say is not repeated: some were said in confidence. */
export function ownOpinions({ feedback }: OwningParts) {
  return async ({ memberId, say }: OwnAsked): Promise<string> => {
    const own = await feedback.saying.own(memberId);
    if (own.length === 0) return say('own-opinions-none');
    return [
      say('own-opinions', { count: own.length }),
      ...own.slice(0, shown).map(({ number, state, receivedOn, unit, dueOn }) => {
        const facts = { number, state, on: dayOf(receivedOn), unit: unit.name };
        const isOpen = state === 'new' || state === 'taken' || state === 'reopened';
        return dueOn !== null && isOpen
          ? say('own-opinion-due', { ...facts, dueOn: dayOf(dueOn) })
          : say('own-opinion', facts);
      }),
      ...(own.length > shown ? [say('own-opinions-more', { count: own.length - shown })] : []),
    ].join('\n');
  };
}

function dayOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
