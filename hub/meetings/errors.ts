import { DomainError } from '../platform/errors.ts';

export class MeetingUnknown extends DomainError {
  constructor(id: string) {
    super('meeting.unknown', { status: 404, facts: { id } });
  }
}

/**
 * `field` is one of title, starts-at, minutes, place, link, reminders, repeat, items, late-after, guests, reason,
 * idempotency-key, documents, document-size, person.
 */
export class MeetingInvalid extends DomainError {
  constructor(field: string) {
    super('meeting.invalid', { status: 422, facts: { field } });
  }
}

/** It would begin before now. */
export class MeetingPast extends DomainError {
  constructor(startsAt: Date) {
    super('meeting.past', { status: 422, facts: { startsAt } });
  }
}

/** The same caller has called another meeting under this key. */
export class IdempotencyConflict extends DomainError {
  constructor(key: string) {
    super('meeting.idempotency-conflict', { status: 409, facts: { key } });
  }
}

/** Nobody of the unit can be called. */
export class NobodyToCall extends DomainError {
  constructor(unit: string) {
    super('meeting.no-members', { status: 422, facts: { unit } });
  }
}

/** Closed or cancelled: it is not changed any more. */
export class MeetingOver extends DomainError {
  constructor() {
    super('meeting.over', { status: 409 });
  }
}

/** A series proposes it; nobody has been called yet. */
export class NotCalledYet extends DomainError {
  constructor() {
    super('meeting.not-called', { status: 409 });
  }
}

/** It has been called already, or goes on: its time is not moved any more. */
export class MeetingRuns extends DomainError {
  constructor() {
    super('meeting.runs', { status: 409 });
  }
}

/** Only what has begun can be closed. */
export class NotBegun extends DomainError {
  constructor() {
    super('meeting.not-begun', { status: 409 });
  }
}

export class DocumentUnknown extends DomainError {
  constructor() {
    super('meeting.document-unknown', { status: 404 });
  }
}
