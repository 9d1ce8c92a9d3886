import { DomainError } from '../platform/errors.ts';
import type { Keys } from '../platform/keys.ts';

const longest = 500;

export type Reasons = ReturnType<typeof openReasons>;

/** Why somebody does not come, or why a mark was corrected: sealed, bound to its meeting and its person. */
export function openReasons(keys: Keys) {
  const owner = (meetingId: string, memberId: string) => `${meetingId} ${memberId}`;
  return {
    seal(meetingId: string, memberId: string, reason: string): Buffer {
      return keys.seal('attendance-reason', owner(meetingId, memberId), reason);
    },
    /** Null for none, and for one that was wiped. */
    open(meetingId: string, memberId: string, sealed: Uint8Array | null): string | null {
      if (!sealed || sealed.length === 0) return null;
      return keys.open('attendance-reason', owner(meetingId, memberId), sealed);
    },
  };
}

/**
 * As it is kept: NFC, one space between words; null for none.
 *
 * @throws {DomainError} `reason.too-long`: more than 500 characters
 */
export function reasonIn(text: string | undefined): string | null {
  const reason = (text ?? '')
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (reason.length > longest) throw new DomainError('reason.too-long', { status: 422, facts: { longest } });
  return reason || null;
}
