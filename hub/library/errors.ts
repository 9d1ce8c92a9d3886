import { DomainError } from '../platform/errors.ts';

/** A file of documents or questions to measure with that is missing, or has a line that is no such row. */
export class UnreadableEvaluation extends DomainError {
  /** @param line from 1; 0 where the whole file cannot be read */
  constructor(file: string, line: number) {
    super('library.unreadable-evaluation', { status: 422, facts: { file, line } });
  }
}

/** There is none, or it is not theirs to read. */
export class DocumentUnknown extends DomainError {
  constructor() {
    super('library.unknown', { status: 404 });
  }
}

/** Somebody else changed it since it was looked at. */
export class DocumentMovedOn extends DomainError {
  constructor() {
    super('library.moved-on', { status: 409 });
  }
}

/** `field` is one of number, kind, issuer, title, date, effective, expires, readers, file. */
export class DocumentInvalid extends DomainError {
  constructor(field: string) {
    super('library.invalid', { status: 422, facts: { field } });
  }
}

/** Another document of that unit has this number, issuer and day. */
export class IdentityTaken extends DomainError {
  /** The id of that other one, whose place a draft may take. */
  readonly document: string;

  constructor(number: string, document: string) {
    super('library.identity-taken', { status: 409, facts: { number } });
    this.document = document;
  }
}

export class RelationInvalid extends DomainError {
  constructor() {
    super('library.relation-invalid', { status: 422 });
  }
}

/** Nothing is searched here, or the library is still being read. */
export class LibraryNotReady extends DomainError {
  /** @param facts passages read so far, and those there will be; 0: not known */
  constructor(facts: { done: number; total: number } = { done: 0, total: 0 }) {
    super('library.not-ready', { status: 503, facts });
  }
}

/** A library belongs to units, and there are none yet. */
export class UnitsMissing extends DomainError {
  constructor() {
    super('library.units-missing', { status: 409 });
  }
}

/** Too much waits to be read already. */
export class LibraryBusy extends DomainError {
  constructor() {
    super('library.busy', { status: 503 });
  }
}
