/** Why a file shows no text: `unknown-format` and `no-text` mean nobody has seen what it says. */
export type Unread = 'unknown-format' | 'no-text' | 'broken' | 'encrypted';

/** Thrown while a file is read; never leaves file-text.ts. */
export class Unreadable extends Error {
  readonly reason: Unread;
  constructor(reason: Unread) {
    super(reason);
    this.reason = reason;
  }
}
