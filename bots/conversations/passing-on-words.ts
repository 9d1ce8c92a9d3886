import type { PassOnPreview } from '../../hub/notices/index.ts';
import type { Say } from '../../hub/platform/locales.ts';

/** Units that one message names. */
const unitsNamed = 5;

/** To whom a directive goes and with what, before it is passed on. */
export function previewInWords(
  preview: PassOnPreview,
  { instruction, dueAt: ownDueAt }: { instruction?: string; dueAt?: string },
  say: Say,
): string {
  const { title, recipients, units, unitName, withoutCommittee, dueAt, instructions } = preview;
  return [
    say('cascade-chat-preview', { title }),
    say('cascade-chat-to', { units: units.length, recipients, unit: unitName, names: namesOf(units, say) }),
    ...(withoutCommittee.length > 0
      ? [say('cascade-form-without', { units: namesOf(withoutCommittee, say) })]
      : []),
    ...instructions.map(({ unit, text }) => say('cascade-instruction', { unit, text })),
    ...(dueAt ? [say('cascade-chat-due', { dueAt })] : []),
    ...(instruction ? [say('cascade-chat-instruction', { text: instruction })] : []),
    ...(ownDueAt ? [say('cascade-chat-own-due', { dueAt: new Date(ownDueAt) })] : []),
  ].join('\n');
}

function namesOf(units: readonly { name: string }[], say: Say): string {
  const names = units.slice(0, unitsNamed).map(({ name }) => name);
  const rest = units.length - names.length;
  return [...names, ...(rest > 0 ? [say('cascade-chat-others', { count: rest })] : [])].join(', ');
}
