import { DomainError } from '../platform/errors.ts';
import type { SignedDoor } from './port.ts';

/** It must bear a name and go elsewhere. Nothing of it is kept, not even here. */
export class SignedDoorNeeded extends DomainError {
  constructor(door: SignedDoor) {
    super('feedback.signed-door-needed', { status: 422, facts: { door } });
  }
}

/** `field` is one of text, topic, files, file-size, file-type, file-gone, voice, reason, days, title, grounds, basis. */
export class FeedbackInvalid extends DomainError {
  constructor(field: string) {
    super('feedback.invalid', { status: 422, facts: { field } });
  }
}

export class TooMuchToday extends DomainError {
  constructor() {
    super('feedback.too-much-today', { status: 429 });
  }
}

/** There is none, or it is not theirs to see. */
export class FeedbackUnknown extends DomainError {
  constructor() {
    super('feedback.unknown', { status: 404 });
  }
}

/** Somebody who answers has it: it is changed no more. */
export class AlreadyRead extends DomainError {
  constructor() {
    super('feedback.already-read', { status: 409 });
  }
}

export class NotAnswered extends DomainError {
  constructor() {
    super('feedback.not-answered', { status: 409 });
  }
}

export class AlreadyReopened extends DomainError {
  constructor() {
    super('feedback.already-reopened', { status: 409 });
  }
}

/** Too few belong there: whoever writes would be guessed. */
export class DoorShut extends DomainError {
  constructor() {
    super('feedback.door-shut', { status: 409 });
  }
}

/** Somebody else did something about it since it was read. */
export class FeedbackMovedOn extends DomainError {
  constructor() {
    super('feedback.moved-on', { status: 409 });
  }
}

/** It comes after its day: the rule demands to say why. */
export class LateReasonNeeded extends DomainError {
  constructor(dueOn: string) {
    super('feedback.late-reason-needed', { status: 422, facts: { dueOn } });
  }
}

/** Closed or withdrawn. */
export class FeedbackOver extends DomainError {
  constructor() {
    super('feedback.over', { status: 409 });
  }
}

/** It has it already, is no more, or would guess who wrote it. */
export class NotForwardedThere extends DomainError {
  constructor(unit: string) {
    super('feedback.not-forwarded-there', { status: 422, facts: { unit } });
  }
}
