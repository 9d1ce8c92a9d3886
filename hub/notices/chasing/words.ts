import type { Say } from '../../platform/locales.ts';
import type { SilentInUnit } from './silent.ts';

/** A notice with the units in which somebody is silent. */
export interface SilentNotice {
  title: string;
  noticeDueAt: Date | null;
  units: readonly SilentInUnit[];
}

/** Units that one message tells of one notice; the rest is one figure. */
const unitsNamed = 30;

/** For who leads a unit: whom to meet, by name. */
export function listInWords(notices: readonly SilentNotice[], say: Say): { title: string; body: string } {
  const lines = (unit: SilentInUnit) => [
    say('chase-unit', { unit: unit.unitName, code: unit.unitCode }),
    ...unit.first.map(({ fullName, lost }) =>
      lost ? say('chase-person-lost', { name: fullName }) : say('chase-person', { name: fullName }),
    ),
    ...(unit.silent > unit.first.length
      ? [say('chase-others', { count: unit.silent - unit.first.length })]
      : []),
  ];
  return {
    title: say('chase-list-title'),
    body: [
      say('chase-list-lead', { notices: notices.length }),
      ...notices.map((notice, index) => paragraph(notice, { place: index + 1, lines, say })),
      say('chase-list-closing'),
    ].join('\n\n'),
  };
}

/** For the level above: how many are silent where, and nobody's name. */
export function aboveInWords(notices: readonly SilentNotice[], say: Say): { title: string; body: string } {
  const lines = ({ unitName, unitCode, silent, recipients }: SilentInUnit) => [
    say('chase-figures', { unit: unitName, code: unitCode, silent, recipients }),
  ];
  return {
    title: say('chase-above-title'),
    body: [
      say('chase-above-lead', { notices: notices.length }),
      ...notices.map((notice, index) => paragraph(notice, { place: index + 1, lines, say })),
      say('chase-above-closing'),
    ].join('\n\n'),
  };
}

function paragraph(
  { title, noticeDueAt, units }: SilentNotice,
  { place, lines, say }: { place: number; lines: (unit: SilentInUnit) => string[]; say: Say },
): string {
  const shown = units.slice(0, unitsNamed);
  const rest = units.slice(unitsNamed);
  const silent = rest.reduce((sum, unit) => sum + unit.silent, 0);
  return [
    noticeDueAt
      ? say('chase-notice-due', { place, title, dueAt: noticeDueAt })
      : say('chase-notice', { place, title }),
    ...shown.flatMap(lines),
    ...(rest.length > 0 ? [say('chase-other-units', { units: rest.length, silent })] : []),
  ].join('\n');
}
