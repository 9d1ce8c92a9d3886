import { DomainError } from '../../platform/errors.ts';

/**
 * Why a link is not opened: the item bears a name, or none leads to its author; who it was has been erased; one answers
 * or answered for it; it is being asked already; one asked oneself; another asked; its time is over; its author has not
 * been told yet; who asked made one an administrator; two persons cannot be told apart here.
 */
export type WhySealed =
  | 'named'
  | 'unlinkable'
  | 'erased'
  | 'answers'
  | 'open'
  | 'own'
  | 'not-own'
  | 'over'
  | 'untold'
  | 'appointed'
  | 'command';

export class NotUnsealed extends DomainError {
  constructor(why: WhySealed) {
    super('feedback.not-unsealed', { status: 409, facts: { why } });
  }
}
