import type { Leaders } from '../../people/index.ts';
import type { SilentInUnit } from './silent.ts';

/** What some readers are to be told in one message. */
export interface Word {
  /** The unit the readers lead. */
  unitId: string;
  memberIds: string[];
  about: SilentInUnit[];
}

/**
 * Who is told of whom. A list goes to the leaders of the very unit, or the nearest above; nobody is sent to meet
 * himself: a secretary who is silent stands on the list one level higher. Figures go to the level above the unit.
 *
 * @param leaders of each unit, from it upwards
 */
export function addressed(
  action: 'list' | 'tell_above',
  silent: readonly SilentInUnit[],
  leaders: ReadonlyMap<string, readonly Leaders[]>,
): Word[] {
  const words = new Map<string, Word>();
  const tell = (readers: Leaders, about: SilentInUnit) => {
    const key = `${readers.unitId} ${readers.memberIds.toSorted().join()}`;
    const word = words.get(key) ?? { unitId: readers.unitId, memberIds: readers.memberIds, about: [] };
    word.about.push(about);
    words.set(key, word);
  };
  for (const unit of silent) {
    const levels = leaders.get(unit.unitId) ?? [];
    if (action === 'tell_above') {
      const above = levels.find(({ depth }) => depth > 0);
      if (above) tell(above, unit);
      continue;
    }
    for (const [level, first] of byReaders(unit, levels)) {
      // Those whose names are not kept are told of by their number, with the rest of the unit.
      const others = level === levels[0] ? unit.silent - unit.first.length : 0;
      tell(level, { ...unit, first, silent: first.length + others });
    }
  }
  return [...words.values()];
}

function byReaders(unit: SilentInUnit, levels: readonly Leaders[]): Map<Leaders, SilentInUnit['first']> {
  const lists = new Map<Leaders, SilentInUnit['first']>();
  for (const person of unit.first) {
    const level = levels.find(({ memberIds }) => !memberIds.includes(person.memberId));
    if (level) lists.set(level, [...(lists.get(level) ?? []), person]);
  }
  return lists;
}
