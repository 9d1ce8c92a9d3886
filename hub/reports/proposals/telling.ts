import { closing } from './closing.ts';
import { fits, type Told } from './fitting.ts';
import type { Theme } from './proposal.ts';
import { sizeOf } from './sizes.ts';
import { withPauses } from './with-pauses.ts';
import type { UnitWithMembers } from './units.ts';

/** As it is kept and shown. */
export interface GroupOfUnit {
  /** Number of the group within the month, the same for all units. */
  theme: number;
  label: string;
  /** People, such as `5–9` or `50+`. */
  size: string;
}

/** The most frequent ones: a list of all would be read by nobody. */
const mostGroups = 10;

/** What each unit is told of the themes in it and below: the largest first, those of one size by name. */
export async function telling({
  units,
  themes,
  told,
  smallest,
}: {
  units: readonly UnitWithMembers[];
  themes: readonly Theme[];
  told: ReadonlyMap<string, Told>;
  smallest: number;
}): Promise<Map<string, GroupOfUnit[]>> {
  const close = closing(units, smallest);
  const groups = new Map<string, (GroupOfUnit & { least: number })[]>();
  for await (const [theme, { label, proposals }] of withPauses(themes.entries())) {
    for (const [unitId, people] of close(proposals)) {
      const of = groups.get(unitId) ?? [];
      groups.set(unitId, of);
      of.push({ theme, label, ...sizeOf(people, smallest) });
    }
  }
  return new Map([...groups].map(([unitId, of]) => [unitId, shown(of, told.get(unitId))]));

  /** As many from the top as the figures beside them bear. */
  function shown(of: readonly (GroupOfUnit & { least: number })[], figures: Told | undefined): GroupOfUnit[] {
    const ranked = of.toSorted((a, b) => b.least - a.least || inOrder.compare(a.label, b.label));
    for (let count = Math.min(mostGroups, ranked.length); figures && count > 0; count -= 1) {
      const first = ranked.slice(0, count);
      const people = first.reduce((sum, { least }) => sum + least, 0);
      if (fits(people, figures, smallest))
        return first.map(({ theme, label, size }) => ({ theme, label, size }));
    }
    return [];
  }
}

const inOrder = new Intl.Collator('vi', { numeric: true });
