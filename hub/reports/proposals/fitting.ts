import type { FeedbackKind } from '../../feedback/index.ts';
import { together, type UnitFigures } from '../disclosure/index.ts';

/** What the figures of a unit and all below it tell of proposals. */
export interface Told {
  /** Counted as such. */
  proposals: number;
  /** Counted together with other things. */
  mixed: number;
}

/** What is proposed, and what is passed on from people outside: both ask for something to be done. */
export const proposalKinds: readonly FeedbackKind[] = ['proposal', 'reported'];

/** By unit id. */
export function toldBy(
  snapshots: readonly ({ path: readonly string[] } & Pick<UnitFigures, 'cells' | 'pool'>)[],
): Map<string, Told> {
  const told = new Map<string, Told>();
  for (const { path, cells, pool } of snapshots) {
    const counted = (isOf: (kind: string) => boolean) =>
      cells.reduce((sum, { kind, count }) => sum + (isOf(kind) ? (count ?? 0) : 0), 0);
    const proposals = counted((kind) => (proposalKinds as readonly string[]).includes(kind));
    const mixed = counted((kind) => kind === together) + (pool ?? 0);
    for (const id of path) {
      const known = told.get(id) ?? { proposals: 0, mixed: 0 };
      told.set(id, { proposals: known.proposals + proposals, mixed: known.mixed + mixed });
    }
  }
  return told;
}

/**
 * Whether groups of at least so many people say no more of small numbers than the figures beside them do: neither that all
 * who are counted said the same, nor that some few of what is counted together are proposals.
 */
export function fits(people: number, { proposals, mixed }: Told, smallest: number): boolean {
  const beyond = people - proposals;
  return beyond < 0 || (beyond >= smallest && people < proposals + mixed);
}
