import type { Actor } from '../platform/audit.ts';
import {
  recipients,
  sumOf,
  tally,
  tallyByUnit,
  type PartTally,
  type Recipient,
  type Status,
  type Tally,
  type Within,
} from '../delivery/index.ts';
import { calendarDay, type Action, type UnitKind } from '../people/index.ts';
import type { Find, NoticeRow } from './find.ts';
import { watching } from './watching.ts';
import { inTreeOrder, unitsInTree, type UnitInTree } from './tree-order.ts';
import type { PartOf } from './part.ts';
import type { SendingParts } from './sending.ts';

export interface NoticeStatus extends Tally {
  id: string;
  recipients: number;
  /** False where the figures are those of the units within reach alone. */
  whole: boolean;
  /** Codes of members whom no channel reaches, for the secretary; at most 1,000. */
  unreachable: string[];
  /** Codes of members given up after all attempts; at most 1,000. */
  failed: string[];
}

/** A unit's recipients of a notice. What was cancelled before it was anybody's stands under no unit. */
export interface UnitLine extends PartTally {
  unit: { id: string; code: string; name: string; kind: UnitKind } | null;
}

export interface RecipientFilter {
  only?: readonly Status[] | undefined;
  /** Code of a unit: those who receive the notice under this very unit. */
  unit?: string | undefined;
  /** Those who have not acknowledged and could still. */
  notYet?: boolean | undefined;
  after?: string | undefined;
  /** Default 1,000; null: all. */
  limit?: number | null | undefined;
}

/** How far a notice has come, for whoever may see it: all of it, or the part of the units within reach. */
export function following({ database, people, clock, onProblem }: SendingParts, find: Find, partOf: PartOf) {
  const today = () => calendarDay(clock());
  const { watch } = watching<PartTally>(onProblem);

  /** The notice as it stands, in honest words; adds up to `recipients`. @throws {NoticeUnknown} @throws {MayNot} */
  async function status(by: Actor, id: string): Promise<NoticeStatus> {
    const notice = await find(id);
    const within = await partOf(by, notice, 'notice.read');
    const figures = await figuresOf(notice, within);
    const options = { only: ['unreachable', 'failed'] as const, day: today(), within };
    const lost = await recipients(database, notice.id, options);
    const codesOf = (wanted: Status) => lost.filter((row) => row.status === wanted).map((row) => row.member);
    return {
      id: notice.id,
      ...figures,
      whole: within === null,
      unreachable: codesOf('unreachable'),
      failed: codesOf('failed'),
    };
  }

  /** The figures alone: cheap enough to be asked every second. */
  async function figures(by: Actor, id: string): Promise<PartTally> {
    const notice = await find(id);
    return await figuresOf(notice, await partOf(by, notice, 'notice.read'));
  }

  async function figuresOf(notice: NoticeRow, within: Within): Promise<PartTally> {
    if (within)
      return sumOf([...(await tallyByUnit(database, notice.id, { day: today(), within })).values()]);
    const { recipients: count, cancelledAt } = notice;
    const counts = await tally(database, notice.id, { recipients: count, cancelled: cancelledAt !== null });
    return { recipients: count, ...counts };
  }

  /** The recipients by unit, in the order of the tree; adds up to those of the notice, or of the part. */
  async function byUnit(by: Actor, id: string): Promise<UnitLine[]> {
    const notice = await find(id);
    const within = await partOf(by, notice, 'notice.read');
    const tallies = await tallyByUnit(database, notice.id, { day: today(), within });
    const units = await database.query<UnitInTree>(unitsInTree, [[...tallies.keys()]]);
    const lines: UnitLine[] = units.toSorted(inTreeOrder).map(({ id: unitId, code, name, kind }) => ({
      unit: { id: unitId, code, name, kind },
      ...tallies.get(unitId)!,
    }));
    const listed = sumOf(lines).recipients;
    if (within || listed === notice.recipients) return lines;
    const rest = sumOf([]);
    rest.recipients = notice.recipients - listed;
    rest.byStatus[notice.cancelledAt ? 'cancelled' : 'created'] = rest.recipients;
    return [...lines, { unit: null, ...rest }];
  }

  /** Recipients by name, in the order of their codes, up to `limit` after `after`. */
  async function recipientsOf(by: Actor, id: string, filter: RecipientFilter = {}): Promise<Recipient[]> {
    return await recipientsFor(by, id, filter, 'notice.read');
  }

  async function recipientsFor(
    by: Actor,
    id: string,
    { unit, ...options }: RecipientFilter,
    action: Action,
  ): Promise<Recipient[]> {
    const notice = await find(id);
    const part = await partOf(by, notice, action);
    const only = unit === undefined ? null : (await people.unitByCode(unit)).id;
    const within = only === null ? part : !part || part.includes(only) ? [only] : [];
    return await recipients(database, notice.id, { ...options, day: today(), within });
  }

  /**
   * Tells the figures to `listener` now and whenever they have changed, until the answer is called. However many
   * look at one notice, the database is asked once a second, and less often where the answer takes long.
   */
  async function follow(by: Actor, id: string, listener: (figures: PartTally) => void): Promise<() => void> {
    const notice = await find(id);
    const within = await partOf(by, notice, 'notice.read');
    return watch(
      `${notice.id} ${within?.join() ?? ''}`,
      async () => await figuresOf(await find(id), within),
      listener,
    );
  }

  return { status, figures, follow, byUnit, recipientsOf, recipientsFor };
}

export type Following = ReturnType<typeof following>;
