import type { Problem } from './problems.ts';

/** The lines of a file that are sound in themselves. */
export interface Checked<Line> {
  lines: Line[];
  problems: Problem[];
  /** Every code in the file, also of lines that are not sound. */
  mentioned: ReadonlySet<string>;
}

/** What one line would change, in the words of the file; phones and addresses only by their ends. */
export interface Change {
  row: number;
  code: string;
  name: string;
  kind: 'created' | 'updated';
  fields: FieldChange[];
}

export interface FieldChange {
  /** English name of the column. */
  field: string;
  from: string | null;
  to: string | null;
}

/** What an import would do once it is compared with what exists; `write` does it. */
export interface Plan {
  problems: readonly Problem[];
  created: number;
  updated: number;
  unchanged: number;
  changes: readonly Change[];
  /** Of each line that changes something: the units in whose audit it stands. */
  touched: readonly { kind: Change['kind']; unitIds: readonly string[] }[];
  write: () => Promise<void>;
}
