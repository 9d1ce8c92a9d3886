import type { Say } from '../../platform/locales.ts';
import type { AttendanceMark, MarkConflict, RollRow } from '../port.ts';

export const marks = ['present', 'late', 'excused', 'absent'] as const satisfies readonly AttendanceMark[];

/** A mark in a word or two; null: nothing was marked. */
export function markInWords(mark: AttendanceMark | null, say: Say): string {
  if (mark === null) return say('roll-unmarked');
  const words = {
    present: () => say('roll-present'),
    late: () => say('roll-late'),
    excused: () => say('roll-excused'),
    absent: () => say('roll-absent'),
  };
  return words[mark]();
}

/** What the hub knows of a person: the mark, since when, and from whom. @param reader who looks at it */
export function rowInWords(row: RollRow, reader: string, say: Say): string {
  const mark = markInWords(row.mark, say);
  if (row.mark === null || row.markedAt === null) return mark;
  const at = row.markedAt;
  if (row.road === 'settled') return say('roll-settled', { mark });
  if (row.road !== 'list') return say('roll-by-self', { mark, at });
  if (row.markedByName === null || row.markedByName === reader) return say('roll-sent', { mark, at });
  return say('roll-by-other', { mark, at, name: row.markedByName });
}

/** A mark that was not taken because a later one stands. */
export function conflictInWords({ kept, refused }: MarkConflict, fullName: string, say: Say): string {
  const facts = {
    name: fullName,
    at: kept.at,
    refusedAt: refused.at,
    refused: markInWords(refused.mark, say),
  };
  if (kept.byName === null) return say('roll-conflict-self', { ...facts, kept: markInWords(kept.mark, say) });
  return say('roll-conflict-other', { ...facts, kept: markInWords(kept.mark, say), other: kept.byName });
}

/** Pairs who checked in from one browser, each once. */
export function sharedDevices(rows: readonly RollRow[]): { names: string }[] {
  const groups = new Set(
    rows
      .filter(({ sharesDeviceWith }) => sharesDeviceWith.length > 0)
      .map(({ fullName, sharesDeviceWith }) => [fullName, ...sharesDeviceWith].toSorted().join(', ')),
  );
  return [...groups].map((names) => ({ names }));
}
