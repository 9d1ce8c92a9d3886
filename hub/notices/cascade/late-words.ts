import type { Say } from '../../platform/locales.ts';
import type { LateUnit } from './late.ts';

/** Units of which one message tells of one directive; the rest is a figure. */
const unitsNamed = 30;

/** For the committee that has not passed something on. */
export function chaseInWords(about: readonly LateUnit[], say: Say): { title: string; body: string } {
  const lines = about.map(({ title, unitName, passOnBy }) =>
    say('cascade-chase-line', { title, unit: unitName, passOnBy }),
  );
  return {
    title: say('cascade-chase-title'),
    body: [say('cascade-chase-lead'), lines.join('\n'), say('cascade-chase-closing')].join('\n\n'),
  };
}

/** For the level above: which units are late, and nobody's name. */
export function escalationInWords(about: readonly LateUnit[], say: Say): { title: string; body: string } {
  const paragraphs = [...Map.groupBy(about, ({ rootId }) => rootId).values()].map((units) => {
    const rest = units.length - unitsNamed;
    return [
      say('cascade-escalation-notice', { title: units[0]!.title, units: units.length }),
      ...units
        .slice(0, unitsNamed)
        .map(({ unitName, passOnBy }) => say('cascade-escalation-unit', { unit: unitName, passOnBy })),
      ...(rest > 0 ? [say('cascade-escalation-others', { units: rest })] : []),
    ].join('\n');
  });
  return {
    title: say('cascade-escalation-title'),
    body: [say('cascade-escalation-lead'), ...paragraphs, say('cascade-escalation-closing')].join('\n\n'),
  };
}
