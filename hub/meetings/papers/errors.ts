import { DomainError } from '../../platform/errors.ts';

/** Not begun yet, or of a kind there is none of. */
export class PaperUnknown extends DomainError {
  constructor() {
    super('paper.unknown', { status: 404 });
  }
}

/** Somebody else saved it since this person looked: nothing was written. */
export class PaperChangedMeanwhile extends DomainError {
  constructor(name: string) {
    super('paper.changed-meanwhile', { status: 409, facts: { name } });
  }
}

/** From its approval on it stays as it is: a correction is a note of its own. */
export class PaperApproved extends DomainError {
  constructor() {
    super('paper.approved', { status: 409 });
  }
}

export class PaperNotApproved extends DomainError {
  constructor() {
    super('paper.not-approved', { status: 409 });
  }
}

/** What a model wrote has not been read and taken by a person. */
export class DraftsLeft extends DomainError {
  constructor(parts: string) {
    super('paper.drafts-left', { status: 409, facts: { parts } });
  }
}

/** Attendance is settled when the meeting is closed. */
export class MeetingNotClosed extends DomainError {
  constructor() {
    super('paper.meeting-not-closed', { status: 409 });
  }
}

/** The chair of the meeting approves its papers. */
export class OnlyTheChair extends DomainError {
  constructor(chair: string) {
    super('paper.only-chair', { status: 403, facts: { chair } });
  }
}

export class PaperTextLong extends DomainError {
  constructor(most: number) {
    super('paper.text-long', { status: 422, facts: { most } });
  }
}

/** `field` is one of day, subject, issuer, signer, note. */
export class PaperFieldMissing extends DomainError {
  constructor(field: string) {
    super('paper.field-missing', { status: 422, facts: { field } });
  }
}

/** No model is configured, it brought no answer, or one that is no text. */
export class ModelSilent extends DomainError {
  constructor() {
    super('paper.model-silent', { status: 424 });
  }
}

/** `field` is one of what, who, due. */
export class TaskInvalid extends DomainError {
  constructor(field: string) {
    super('task.invalid', { status: 422, facts: { field } });
  }
}

export class TaskUnknown extends DomainError {
  constructor() {
    super('task.unknown', { status: 404 });
  }
}

/** Points are whole numbers from 0 to the most of their criterion. */
export class PointsInvalid extends DomainError {
  constructor(title: string, most: number) {
    super('quality.invalid', { status: 422, facts: { title, most } });
  }
}
