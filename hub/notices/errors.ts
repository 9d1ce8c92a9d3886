import { DomainError } from '../platform/errors.ts';
import type { ClassificationMark } from './gate.ts';

export class NoticeUnknown extends DomainError {
  constructor(id: string) {
    super('notice.unknown', { status: 404, facts: { id } });
  }
}

/** `field` is one of title, body, attachments, attachment-size, idempotency-key, expires-at, members, chase, cascade. */
export class NoticeInvalid extends DomainError {
  constructor(field: string) {
    super('notice.invalid', { status: 422, facts: { field } });
  }
}

/** Nothing of the text or the file has been kept. */
export class NoticeClassified extends DomainError {
  constructor(mark: ClassificationMark, where: string) {
    super('notice.classified', { status: 422, facts: { mark, where } });
  }
}

export class NoRecipients extends DomainError {
  constructor(unit: string) {
    super('notice.no-recipients', { status: 422, facts: { unit } });
  }
}

export class IdempotencyConflict extends DomainError {
  constructor(key: string) {
    super('notice.idempotency-conflict', { status: 409, facts: { key } });
  }
}

export class NoAcknowledgementWanted extends DomainError {
  constructor(id: string) {
    super('notice.no-acknowledgement-wanted', { status: 409, facts: { id } });
  }
}

/** Its deliveries were compacted to figures and proofs: there is nobody left by name to remind or tell. */
export class NoticeCompacted extends DomainError {
  constructor(compactedAt: Date) {
    super('notice.compacted', { status: 409, facts: { compactedAt } });
  }
}

export class NotForThisMember extends DomainError {
  constructor(member: string) {
    super('notice.not-for-member', { status: 404, facts: { member } });
  }
}

export class AlreadyAcknowledged extends DomainError {
  constructor(member: string) {
    super('notice.already-acknowledged', { status: 409, facts: { member } });
  }
}

/** Only who recorded a "told in person" takes it back, within a day. */
export class NotToldByYou extends DomainError {
  constructor(member: string) {
    super('notice.not-told-by-you', { status: 409, facts: { member } });
  }
}

/** People are not reminded twice within ten minutes; `againAt` is when they may be. */
export class RemindedJustNow extends DomainError {
  constructor(againAt: Date) {
    super('notice.reminded-just-now', { status: 409, facts: { againAt } });
  }
}

/** The draft was sent already, thrown away, or is older than an hour. */
export class DraftGone extends DomainError {
  constructor() {
    super('notice.draft-gone', { status: 410 });
  }
}

export class AttachmentUnknown extends DomainError {
  constructor() {
    super('notice.attachment-unknown', { status: 404 });
  }
}
