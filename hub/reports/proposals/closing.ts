import { speakersOf } from './uses.ts';
import type { Proposal } from './proposal.ts';
import type { UnitWithMembers } from './units.ts';

interface Closed {
  /** In groups of their own within the unit: what may be told of it. */
  shown: readonly Proposal[];
  /** Too few where they stand. */
  rest: readonly Proposal[];
  /** So many people at most may have spoken in units that are not told of, each of them with too few. */
  room: number;
}

/**
 * How many people speak of one theme in each unit and below it, as far as it may be told. From below: a unit of its own
 * where enough spoke; of what is left several together, where neither of them can be told from it, also not by somebody
 * who knows all that was said to one of them. All that is told is sums of these, so that parent less child is again one
 * or more of them, or nothing.
 *
 * @returns ids of units with the people of whom is told
 */
export function closing(units: readonly UnitWithMembers[], smallest: number) {
  const known = new Map(units.map((unit) => [unit.id, unit]));
  const below = Map.groupBy(units, ({ parentId }) => (parentId && known.has(parentId) ? parentId : null));
  const most = smallest - 1;
  const own = ({ members }: UnitWithMembers) => Math.min(most, members);
  const rooms = new Map<string, number>();
  for (const root of below.get(null) ?? []) roomOf(root);

  return (proposals: readonly Proposal[]): Map<string, number> => {
    const said = Map.groupBy(proposals, ({ unitId }) => unitId);
    const heard = new Set([...said.keys()].flatMap(upwards));
    const told = new Map<string, number>();
    for (const root of below.get(null) ?? []) close(root);
    return told;

    function close(unit: UnitWithMembers): Closed {
      if (!heard.has(unit.id)) return { shown: [], rest: [], room: rooms.get(unit.id)! };
      const children = (below.get(unit.id) ?? []).map(close);
      const here = together(children, said.get(unit.id) ?? [], own(unit));
      const closed = isTellable(here) ? { shown: [...here.shown, ...here.rest], rest: [], room: 0 } : here;
      if (closed.shown.length > 0) told.set(unit.id, speakersOf(closed.shown));
      return closed;
    }
  };

  function together(children: readonly Closed[], said: readonly Proposal[], room: number): Closed {
    const alone = speakersOf(said) >= smallest;
    return {
      shown: [...children.flatMap(({ shown }) => shown), ...(alone ? said : [])],
      rest: [...children.flatMap(({ rest }) => rest), ...(alone ? [] : said)],
      room: children.reduce((sum, child) => sum + child.room, alone ? 0 : room),
    };
  }

  /**
   * Whoever knows one of the units must find enough people in the others, and each of these could still be silent: so the
   * people have room in all units but two, and where the fullest of those is left out there is room for a group.
   */
  function isTellable({ rest, room }: Closed): boolean {
    const people = speakersOf(rest);
    const heard = new Set(rest.map(({ unitId }) => unitId));
    return (
      people >= smallest &&
      people <= room - 2 * most &&
      room - 3 * most >= smallest &&
      [...heard].every((id) => speakersOf(rest.filter(({ unitId }) => unitId !== id)) >= smallest)
    );
  }

  function upwards(id: string): string[] {
    const unit = known.get(id);
    return unit ? [unit.id, ...(unit.parentId === null ? [] : upwards(unit.parentId))] : [];
  }

  /** Of a unit in which nobody said anything about it. */
  function roomOf(unit: UnitWithMembers): number {
    const room = (below.get(unit.id) ?? []).reduce((sum, child) => sum + roomOf(child), own(unit));
    rooms.set(unit.id, room);
    return room;
  }
}
