import type { FeedbackKind, FeedbackState } from '../../feedback/index.ts';

/** Stands for everything that has no cell of its own: several topics, kinds or states taken together. */
export const together = '*' as const;
export type Together = typeof together;

/** What was withdrawn was read by nobody, and counts nowhere. */
export type CountedState = Exclude<FeedbackState, 'withdrawn'>;

/** One item, exactly as it is: nobody reads these. */
export interface Fact {
  unitId: string;
  /** One of the unit's topics; empty: none. */
  topic: string;
  kind: FeedbackKind;
  state: CountedState;
  /** Null: not named. */
  author: string | null;
  /** Null: not answered, or there was no day for it. */
  answer: { late: boolean; workingDays: number } | null;
  useful: boolean | null;
}

export interface UnitOfTree {
  id: string;
  parentId: string | null;
  /** Under which something can be said to it; the empty one among them. */
  topics: readonly string[];
  /** Who belongs to it or to what is below. */
  members: number;
}

export interface Bounds {
  /** The smallest group that is shown. */
  group: number;
  /** Where fewer belong, those without a name are not taken for different people, and silence would tell of each. */
  eligible: number;
}

/** A group's place; `*` where it is told of no single one. */
export interface Label {
  topic: string;
  kind: FeedbackKind | Together;
  state: CountedState | Together;
}

export interface Cell extends Label {
  /** Null: too few, perhaps none, or part of a group with others. */
  count: number | null;
  /** Of the group, where neither they nor the rest of it are too few. */
  answered: { late: number; inTime: number } | null;
  rated: { useful: number; notUseful: number } | null;
}

/** What may be shown of a unit. Everything that is shown is a sum of these. */
export interface UnitFigures {
  /** What was said to the very unit. */
  cells: Cell[];
  /** A group that lies in several units, this one and those below. */
  pool: number | null;
  /** Of it and of what is below some few are in a group further up, or in none. */
  more: boolean;
  /** In it and below. */
  medianDays: number | null;
}
