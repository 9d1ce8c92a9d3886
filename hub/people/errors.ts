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

/** As many people are linked on a channel as its provider allows. */
export class ChannelFull extends DomainError {
  constructor(most: number) {
    super('chat.channel-full', { status: 409, facts: { most } });
  }
}

/** Why an invite opens nothing. The code itself is never repeated: it may be somebody else's. */
export class InviteRefused extends DomainError {
  constructor(reason: 'wrong' | 'used' | 'expired' | 'revoked') {
    super(`invite.${reason}`, { status: reason === 'wrong' ? 404 : 409 });
  }
}
