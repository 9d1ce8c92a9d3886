import { createHmac } from 'node:crypto';
import type { Actor } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import { DomainError } from '../platform/errors.ts';
import type { Keys } from '../platform/keys.ts';
import type { FindMeeting } from './held-meeting.ts';

const minuteMs = 60_000;
/** A code that stands no longer on the wall is taken this long: who read it has time to type it. */
const acceptedForMs = 90_000;

/**
 * The six digits of one minute, counted from 1970: the truncation of HOTP over HMAC-SHA-256 of the counter as eight
 * bytes, the most significant first. A page reckons the same with WebCrypto.
 *
 * @source RFC 4226, 5.3
 */
export function codeOfMinute(key: Uint8Array, minute: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(minute));
  const digest = createHmac('sha256', key).update(counter).digest();
  const offset = digest.at(-1)! & 0xf;
  const number = digest.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** The meeting's own key: 32 bytes that are kept nowhere. */
export function codeKeyOf(keys: Keys, meetingId: string): Buffer {
  return keys.fingerprint('check-in', meetingId);
}

/** The code that stands there now, or one that stood there within 90 seconds. */
export function isCodeAt(key: Uint8Array, code: string, at: Date): boolean {
  const now = Math.floor(at.getTime() / minuteMs);
  const oldest = Math.floor((at.getTime() - acceptedForMs) / minuteMs);
  for (let minute = now; minute >= oldest; minute -= 1) if (codeOfMinute(key, minute) === code) return true;
  return false;
}

/** What stands on the wall while a meeting is open. */
export function codes({
  keys,
  clock,
  meetingFor,
}: { keys: Keys; clock: Clock } & Pick<FindMeeting, 'meetingFor'>) {
  async function codeKey(by: Actor, meetingId: string): Promise<Uint8Array> {
    const { id, openedAt, closedAt, cancelledAt } = await meetingFor(by, 'meeting.run', meetingId);
    if (!openedAt || closedAt || cancelledAt) throw new DomainError('attendance.not-open', { status: 409 });
    return codeKeyOf(keys, id);
  }

  async function code(by: Actor, meetingId: string): Promise<{ code: string; until: Date }> {
    const key = await codeKey(by, meetingId);
    const minute = Math.floor(clock().getTime() / minuteMs);
    return { code: codeOfMinute(key, minute), until: new Date((minute + 1) * minuteMs) };
  }

  return { code, codeKey };
}
