import { DomainError } from '../../platform/errors.ts';

/** All who ask together ask too much: nobody knows, nor says, who it is. */
export class TooManyAtOnce extends DomainError {
  constructor(seconds: number) {
    super('feedback.too-many-at-once', { status: 429, facts: { seconds } });
  }
}
