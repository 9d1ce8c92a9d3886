import type { Problem } from './csv.ts';

/** The lines of a file that are sound in themselves. */
export interface Checked<Line> {
  lines: Line[];
  problems: Problem[];
  /** Every code in the file, also of lines that are not sound. */
  mentioned: ReadonlySet<string>;
}

/** What an import would do once it is compared with what exists; `write` does it. */
export interface Plan {
  problems: readonly Problem[];
  created: number;
  updated: number;
  unchanged: number;
  write: () => Promise<void>;
}
