import { DomainError } from '../platform/errors.ts';

/** No unit bears this code. */
export class UnknownUnit extends DomainError {
  constructor(code: string) {
    super('unit.unknown', { status: 404, facts: { code } });
  }
}

/** No member bears this code or id. */
export class UnknownMember extends DomainError {
  constructor(code: string) {
    super('member.unknown', { status: 404, facts: { code } });
  }
}

/** The member holds no role that allows the action there. */
export class MayNot extends DomainError {
  constructor() {
    super('may.not', { status: 403 });
  }
}

/** Why an invite opens nothing. The code itself is never repeated: it may be somebody else's. */
export class InviteRefused extends DomainError {
  constructor(reason: 'wrong' | 'used' | 'expired' | 'revoked') {
    super(`invite.${reason}`, { status: reason === 'wrong' ? 404 : 409 });
  }
}
