import { DomainError } from '../platform/errors.ts';

/**
 * `field` is one of title, introduction, questions, question, options, scale, passage, only-if, closes-at, level, audience,
 * reason; `number` the question's, 0 where it is about none.
 */
export class ConsultationInvalid extends DomainError {
  constructor(field: string, number = 0) {
    super('consultation.invalid', { status: 422, facts: { field, number } });
  }
}

/** A file in which the text of a draft should be, and is not found; `why` as `readableText` says it. */
export class DraftUnreadable extends DomainError {
  constructor(facts: { file: string; why: 'unknown-format' | 'no-text' | 'broken' | 'encrypted' }) {
    super('consultation.draft-unreadable', { status: 422, facts });
  }
}

/** An answer that is missing, or that its question does not allow. */
export class AnswersInvalid extends DomainError {
  constructor(number: number, why: 'missing' | 'not-allowed' | 'too-long') {
    super('consultation.answers-invalid', { status: 422, facts: { number, why } });
  }
}

/** There is none, or it is not theirs to see. */
export class ConsultationUnknown extends DomainError {
  constructor() {
    super('consultation.unknown', { status: 404 });
  }
}

/** Somebody else changed it since it was read. */
export class ConsultationMovedOn extends DomainError {
  constructor() {
    super('consultation.moved-on', { status: 409 });
  }
}

/** It has been opened: what was asked stays as it is. */
export class NotBeingPrepared extends DomainError {
  constructor() {
    super('consultation.not-being-prepared', { status: 409 });
  }
}

/** Closed, cancelled, or never opened. */
export class ConsultationOver extends DomainError {
  constructor() {
    super('consultation.over', { status: 409 });
  }
}

/** Whoever answered would be guessed. */
export class TooFewToAsk extends DomainError {
  constructor(facts: { eligible: number; least: number }) {
    super('consultation.too-few', { status: 422, facts });
  }
}

export class RemindedToday extends DomainError {
  constructor() {
    super('consultation.reminded-today', { status: 429 });
  }
}

export class NotClosedYet extends DomainError {
  constructor(closesAt: Date) {
    super('consultation.not-closed', { status: 409, facts: { closesAt } });
  }
}

/** Whoever asked keeps them. */
export class ResultsNotShared extends DomainError {
  constructor() {
    super('consultation.not-shared', { status: 403 });
  }
}

/** Each draws once, and nobody knows which it was. */
export class PaperDrawn extends DomainError {
  constructor() {
    super('consultation.paper-drawn', { status: 409 });
  }
}

/** Of nobody, used, or of something that is over. */
export class PaperUnknown extends DomainError {
  constructor() {
    super('consultation.paper-unknown', { status: 404 });
  }
}

/** All who type words together type too many that are no paper: nobody knows, nor says, who it is. */
export class TooManyWrongPapers extends DomainError {
  constructor(seconds: number) {
    super('consultation.too-many-wrong-papers', { status: 429, facts: { seconds } });
  }
}
