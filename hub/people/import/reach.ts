import type { Actor } from '../../platform/audit.ts';
import type { Action } from '../may.ts';

/** Over which units an actor has which right, asked once for a whole file. */
export interface Reach {
  has(action: Action, unitId: string): boolean;
  /** True where the actor has it over no unit at all. */
  hasNone(action: Action): boolean;
  /** Everywhere and beyond: also at the top, where a unit hangs under none. */
  hasAll: boolean;
}

/** The operator has every right everywhere, also over units that do not stand any more. */
export async function reachFor(
  by: Actor,
  actions: readonly Action[],
  unitsWithin: (by: Actor, action: Action) => Promise<ReadonlySet<string>>,
): Promise<Reach> {
  if (by.memberId === null) return { has: () => true, hasNone: () => false, hasAll: true };
  const reached = new Map(
    await Promise.all(actions.map(async (action) => [action, await unitsWithin(by, action)] as const)),
  );
  return {
    has: (action, unitId) => reached.get(action)?.has(unitId) ?? false,
    hasNone: (action) => (reached.get(action)?.size ?? 0) === 0,
    hasAll: false,
  };
}
