import type { OwnAsked, OwningParts } from './own-answers.ts';
import { unitsAbove } from './units-above.ts';

/** Where one belongs: the cell, what it hangs under, and where one takes part for a time. */
export function ownUnit(parts: OwningParts) {
  return async ({ memberId, say }: OwnAsked): Promise<string> => {
    const belongs = await parts.people.unitsOf(memberId);
    const [home, ...others] = belongs;
    if (!home) return say('own-no-unit');
    const [, ...above] = await unitsAbove(parts, memberId);
    const lines = [
      above.length === 0
        ? say('own-unit', { unit: home.name })
        : say('own-unit-below', { unit: home.name, above: above.map(({ name }) => name).join(', ') }),
      ...others.map(({ name }) => say('own-unit-too', { unit: name })),
    ];
    return lines.join('\n');
  };
}
