import type { FeedbackKind } from '../feedback/index.ts';
import type { Actor } from '../platform/audit.ts';
import type { CountedState, Together } from './disclosure/index.ts';

/**
 * A group of items, or one that is not shown. No item is in two of them, and what is not listed at all is nothing. A
 * null `count`: fewer than the smallest group, perhaps none, or part of a group with others.
 */
export interface ReportCell {
  /** Code of the unit that answers. `X1/*`: a group that lies in several units, X1 and those below it. */
  unit: string;
  /** Name of the topic; empty: none. `*`, here and in the others: everything that has no cell of its own. */
  topic: string;
  kind: FeedbackKind | Together;
  state: CountedState | Together;
  count: number | null;
}

/** Of items in a table's row; null: none that may be shown. `*`: of those that are not told apart by it. */
export interface FeedbackReport {
  /** Code and name of what was asked about; it speaks of the unit and all below. */
  unit: string;
  name: string;
  /** `2026-11`. */
  period: string;
  /** The smallest group that is shown. */
  smallest: number;
  cells: readonly ReportCell[];
  /** All that is shown; each of the tables below adds up to it. Null where nothing may be. */
  total: number | null;
  /** A few more, or perhaps none, are counted in no group here. */
  more: boolean;
  /** The very unit first, then those directly under it with all below them. */
  byUnit: readonly { unit: string; name: string; count: number | null }[];
  byTopic: readonly { topic: string; count: number | null }[];
  byKind: readonly { kind: FeedbackKind | Together; count: number | null }[];
  byState: readonly { state: CountedState | Together; count: number | null }[];
  /** Of groups in which neither part is too small: working days in the middle, and how many were late or of use. */
  answering: {
    medianDays: number | null;
    late: number | null;
    inTime: number | null;
    useful: number | null;
    notUseful: number | null;
  };
  /**
   * What was proposed or passed on most often, the largest first; empty where it is not yet grouped. Groups of fewer people
   * are not told of.
   */
  proposals: readonly ProposalGroup[];
}

/** What was proposed about the same thing to a unit and all below it. */
export interface ProposalGroup {
  /** Code of the unit that was asked about. */
  unit: string;
  /** Words that at least so many people used as make a group, as most of them wrote them. */
  label: string;
  /** People, such as `5–9` or `50+`: never a figure that could be subtracted. */
  size: string;
}

/** An item of a group, for who may open it. */
export interface GroupedItem {
  id: string;
  /** Null: it was said without a name. */
  number: string | null;
  receivedOn: string;
  /** Words of it that stand for the group. */
  quote: string | null;
}

export type ExportFormat = 'xlsx' | 'docx';

export interface Reports {
  /** Months that are closed and have figures, newest first: `2026-11`. */
  months(by: Actor, unitCode: string): Promise<string[]>;
  /**
   * Needs `feedback.report` over the unit.
   *
   * @param month default: the last one that has figures. One in which nothing was said has none, and no cells
   * @throws {DomainError} `report.open-month`: it is not over, or not yet settled; `report.no-month`
   */
  feedback(by: Actor, unitCode: string, month?: string): Promise<FeedbackReport>;
  /**
   * By a group's words the items of the very unit that the reader answers for and may open now; none for all others. Needs
   * `feedback.report` over the unit.
   */
  proposalItems(
    by: Actor,
    unitCode: string,
    month: string,
  ): Promise<ReadonlyMap<string, readonly GroupedItem[]>>;
  /** The same as a spreadsheet or a letter, in the reader's language. */
  exportFeedback(
    by: Actor,
    unitCode: string,
    options: { month?: string | undefined; format: ExportFormat },
  ): Promise<{ name: string; mediaType: string; content: Uint8Array }>;
  /**
   * Groups the proposals of months that have their figures, once. With a model it takes minutes; what is interrupted is
   * begun anew. Safe to run anywhere, twice.
   */
  groupProposals(signal: AbortSignal): Promise<void>;
  /** Makes the snapshots of months that are over. Safe to run anywhere, twice. */
  work(): Promise<void>;
}
