import { DomainError } from '../platform/errors.ts';

/** No meeting has this id. */
export class UnknownMeeting extends DomainError {
  constructor(id: string) {
    super('meeting.unknown', { status: 404, facts: { id } });
  }
}

/** Nobody of this code is called to the meeting or belongs to its unit. */
export class NotOfMeeting extends DomainError {
  constructor(code: string) {
    super('member.unknown', { status: 404, facts: { code } });
  }
}

/** Over, cancelled, or not yet called. */
export class AttendanceClosed extends DomainError {
  constructor() {
    super('attendance.closed', { status: 409 });
  }
}
