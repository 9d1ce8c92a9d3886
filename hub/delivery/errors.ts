import { DomainError } from '../platform/errors.ts';

/** None of those asked for can be sent again: no chat, told meanwhile, cancelled, stale, or out of reach. */
export class NobodyToResend extends DomainError {
  constructor() {
    super('delivery.nobody-to-resend', { status: 409 });
  }
}

/** It would be others than the number that was shown; nothing was sent. */
export class ResendChanged extends DomainError {
  constructor(count: number) {
    super('delivery.resend-changed', { status: 409, facts: { count } });
  }
}
