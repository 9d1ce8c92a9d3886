import type { UnitKind } from '../../people/index.ts';

/** How far a unit has come; never rounded up. `seen` and `delivered` only where a channel has said so. */
export const stands = [
  'issued',
  'passed_on',
  'acknowledged',
  'seen',
  'delivered',
  'handed_over',
  'waiting',
  'nobody',
] as const;
export type Stand = (typeof stands)[number];

export interface CascadeFigures {
  units: number;
  /** Of these, whose committee has acknowledged. */
  acknowledged: number;
  /** Of these, which have somebody to pass it on to. */
  toPassOn: number;
  passedOn: number;
  /** Past their time and not passed on. */
  late: number;
  /** Nobody received it for the unit. */
  nobody: number;
}

/** One unit with what hangs below it. */
export interface Branch {
  code: string;
  name: string;
  kind: UnitKind;
  stand: Stand;
  late: boolean;
  /** When it came, when its committee acknowledged, when it was passed on. */
  cameAt: Date;
  acknowledgedAt: Date | null;
  passedOnAt: Date | null;
  /** From coming to being passed on; null before that. */
  tookMs: number | null;
  passOnBy: Date | null;
  chasedAt: Date | null;
  escalatedAt: Date | null;
  /** Passed on by somebody who holds no office in the unit: who. Null else. */
  inSteadBy: string | null;
  /** The notice by which it went on: to how many persons, and how many of them have acknowledged. */
  noticeId: string | null;
  recipients: number;
  acknowledged: number;
  /** Of the units below, at every depth. */
  figures: CascadeFigures;
  below: Branch[];
}

export interface UnitRow {
  unitId: string;
  code: string;
  name: string;
  kind: UnitKind;
  /** Null for the unit that issued it. */
  fromUnitId: string | null;
  passesOn: boolean | null;
  passOnBy: Date | null;
  cameAt: Date;
  passedOnAt: Date | null;
  chasedAt: Date | null;
  escalatedAt: Date | null;
  inStead: boolean;
  passedOnBy: string | null;
  nobody: boolean;
  acknowledgedAt: Date | null;
  seenAt: Date | null;
  deliveredAt: Date | null;
  handedOverAt: Date | null;
  noticeId: string | null;
  recipients: number;
  acknowledged: number;
}

/** The rows as a tree below the units `tops`; siblings by code. A directive that is over makes nobody late. */
export function branchesOf(
  rows: readonly UnitRow[],
  { tops, issuerId, now, over }: { tops: readonly string[]; issuerId: string; now: Date; over: boolean },
): { branches: Branch[]; figures: CascadeFigures } {
  const byCode = new Intl.Collator('vi', { numeric: true });
  const sorted = rows.toSorted((one, other) => byCode.compare(one.code, other.code));
  const below = Map.groupBy(sorted, ({ fromUnitId }) => fromUnitId);
  const isLate = ({ passesOn, passedOnAt, passOnBy }: UnitRow) =>
    !over && passesOn === true && !passedOnAt && passOnBy !== null && passOnBy < now;

  const build = (row: UnitRow): Branch => {
    const children = (below.get(row.unitId) ?? []).map(build);
    const { code, name, kind, cameAt, acknowledgedAt, passedOnAt, passOnBy } = row;
    const { chasedAt, escalatedAt, noticeId, recipients, acknowledged } = row;
    const issued = row.unitId === issuerId;
    return {
      code,
      name,
      kind,
      stand: issued ? 'issued' : standOf(row),
      late: isLate(row),
      cameAt,
      acknowledgedAt,
      passedOnAt: issued ? null : passedOnAt,
      tookMs: issued || !passedOnAt ? null : Math.max(0, passedOnAt.getTime() - cameAt.getTime()),
      passOnBy,
      chasedAt,
      escalatedAt,
      inSteadBy: row.inStead ? row.passedOnBy : null,
      noticeId,
      recipients,
      acknowledged,
      figures: sum(children.map((child) => sum([child.figures, own(child)]))),
      below: children,
    };
  };

  // One of the tops may hang below another: it stands there.
  const shown = new Set(rows.map(({ unitId }) => unitId));
  const branches = sorted
    .filter(({ unitId, fromUnitId }) => tops.includes(unitId) && !(fromUnitId && shown.has(fromUnitId)))
    .map(build);
  return { branches, figures: sum(branches.map((branch) => sum([branch.figures, own(branch)]))) };

  function own(branch: Branch): CascadeFigures {
    if (branch.stand === 'issued') return none;
    return {
      units: 1,
      acknowledged: branch.acknowledgedAt ? 1 : 0,
      toPassOn: branch.passOnBy ? 1 : 0,
      passedOn: branch.passedOnAt ? 1 : 0,
      late: branch.late ? 1 : 0,
      nobody: branch.stand === 'nobody' ? 1 : 0,
    };
  }
}

function standOf(row: UnitRow): Stand {
  if (row.passedOnAt) return 'passed_on';
  if (row.acknowledgedAt) return 'acknowledged';
  if (row.seenAt) return 'seen';
  if (row.deliveredAt) return 'delivered';
  if (row.handedOverAt) return 'handed_over';
  return row.nobody ? 'nobody' : 'waiting';
}

const none: CascadeFigures = { units: 0, acknowledged: 0, toPassOn: 0, passedOn: 0, late: 0, nobody: 0 };

function sum(all: readonly CascadeFigures[]): CascadeFigures {
  return all.reduce(
    (total, each) => ({
      units: total.units + each.units,
      acknowledged: total.acknowledged + each.acknowledged,
      toPassOn: total.toPassOn + each.toPassOn,
      passedOn: total.passedOn + each.passedOn,
      late: total.late + each.late,
      nobody: total.nobody + each.nobody,
    }),
    none,
  );
}
