import { DomainError } from '../../platform/errors.ts';

/** A directive that goes level by level, but there is no level below the unit that issues it. */
export class NoUnitsBelow extends DomainError {
  constructor(unit: string) {
    super('cascade.no-units', { status: 422, facts: { unit } });
  }
}

/** The notice goes straight to its recipients. */
export class NotLevelByLevel extends DomainError {
  constructor(id: string) {
    super('cascade.straight', { status: 409, facts: { id } });
  }
}

/** The directive has not come to this unit, or nobody waits for it there. */
export class NothingToPassOn extends DomainError {
  constructor(unit: string) {
    super('cascade.nothing', { status: 409, facts: { unit } });
  }
}

/** It was cancelled by who issued it, or by a level above. */
export class DirectiveCancelled extends DomainError {
  constructor(title: string) {
    super('cascade.cancelled', { status: 409, facts: { title } });
  }
}

/** A unit may ask for less time than it was given, never for more. */
export class DueLaterThanAbove extends DomainError {
  constructor(dueAt: Date) {
    super('cascade.due-later', { status: 422, facts: { dueAt } });
  }
}

export class DueInThePast extends DomainError {
  constructor() {
    super('cascade.due-past', { status: 422 });
  }
}

/** Up to 4,000 characters: what is longer is a document of its own. */
export class InstructionTooLong extends DomainError {
  constructor() {
    super('cascade.instruction-long', { status: 422 });
  }
}

/** Somebody has it already, or it was passed on too long ago: what was passed on stays so. */
export class GoneAlready extends DomainError {
  constructor() {
    super('cascade.gone', { status: 409 });
  }
}
