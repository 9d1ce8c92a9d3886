/** What can be wrong with a file. The words stand in the catalogue as `import-<code>`. */
export const problemCodes = [
  'file-too-large',
  'file-too-long',
  'file-too-wide',
  'file-unpacks-too-large',
  'file-old-spreadsheet',
  'file-broken',
  'file-no-sheet',
  'file-not-utf8',
  'file-empty',
  'quote-open',
  'column-missing',
  'column-twice',
  'value-missing',
  'value-too-long',
  'code-twice',
  'code-lost-zero',
  'code-erased',
  'kind-unknown',
  'parent-unknown',
  'parent-refused',
  'parent-circular',
  'parent-not-above',
  'parent-needed',
  'parent-not-yours',
  'kind-not-above',
  'unit-unknown',
  'unit-not-yours',
  'member-elsewhere',
  'left-already',
  'move-not-yours',
  'role-unknown',
  'role-not-yours',
  'status-unknown',
  'status-needed',
  'phone-wrong',
  'email-wrong',
  'date-wrong',
  'date-in-future',
] as const;

export interface Problem {
  /** As a spreadsheet numbers it: blank rows count. */
  row: number;
  /** English name of the column, or `file`. */
  field: string;
  code: (typeof problemCodes)[number];
  facts?: Record<string, string>;
}

/** Thrown while a file is read; never leaves table.ts. */
export class UnreadableFile extends Error {
  readonly code: Problem['code'];
  readonly row: number;
  constructor(code: Problem['code'], { row = 1 } = {}) {
    super(code);
    this.code = code;
    this.row = row;
  }
}
