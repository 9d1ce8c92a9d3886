/** Facts an error message may show: dates are formatted, everything else is text. */
export type Facts = Record<string, string | number | Date>;

/**
 * An expected refusal. `code` is for machines and names the words in the catalogue
 * (`attendance.closed` → `attendance-closed`); everything else thrown is a bug.
 */
export class DomainError extends Error {
  readonly code: string;
  /** HTTP status, 400–499. */
  readonly status: number;
  readonly facts: Facts;

  constructor(code: string, { status = 400, facts = {} }: { status?: number; facts?: Facts } = {}) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.status = status;
    this.facts = facts;
  }
}

/** A fault of the installation (a lock held, a wrong key): said in one sentence, no stack; exit 2. */
export class StartupError extends Error {
  override name = 'StartupError';
}
