import type { CheckedIn } from '../../../hub/attendance/index.ts';
import type { Say } from '../../../hub/platform/locales.ts';
import { fold } from '../fold.ts';
import { menuButtons } from '../menu.ts';
import type { ConversationParts, Turn } from '../turn.ts';
import { handButton } from './hands.ts';
import { standing } from './which.ts';

const soonMs = 12 * 3_600_000;
/** Wants to, without the code. */
const wantsTo = /^(?:(?:toi|em|minh|cho toi|cho em) )?(?:xin )?(?:diem danh|ma diem danh|check in)(?: a)?$/;
/** "Điểm danh hộ anh Nam", "123456 cho đồng chí Nam"; "điểm danh giúp tôi" is one's own. */
const forAnother =
  /\b(?:ho|giup|gium|dum|thay|cho|dai dien)(?: cho| gium| dum)? (?!(?:toi|em|minh|con|chau|tui|voi|nhe|nha|a)\b)\p{L}/u;

/** Six digits, typed or behind the square code, while a meeting is open: one chat checks in one person. */
export function checkingIn({ meetings, attendance, clock }: ConversationParts) {
  /** True where this turn was about checking in. Digits that mean nothing now mean what they did before. */
  async function takesOver(turn: Turn, memberId: string): Promise<boolean> {
    const { event, intent, say, reply } = turn;
    if (event.kind === 'text' && isForAnother(event.text)) {
      await reply.text(say('check-in-chat-for-another'));
      return true;
    }
    if (event.kind === 'text' && wantsTo.test(fold(event.text))) return await askForCode(turn, memberId);
    if (intent.kind !== 'code') return false;
    const road = intent.linked ? 'link' : 'code';
    const came = await attendance.checkIn(memberId, intent.digits, { road, via: 'chat' });
    if (came.kind !== 'none-open') {
      const isIn = came.kind === 'present' || came.kind === 'late' || came.kind === 'already';
      await reply.text(inWords(came, say), isIn ? [handButton(came.meeting.id, say)] : []);
      return true;
    }
    if (!intent.linked && !(await meetsSoon(memberId))) return false;
    await reply.text(say('check-in-chat-none-open'), menuButtons(say));
    return true;
  }

  /** False where no meeting is open, or for who runs one, to whom the same words mean to open it. */
  async function askForCode({ say, reply }: Turn, memberId: string): Promise<boolean> {
    const own = await standing(meetings, memberId);
    const open = own.find(({ state }) => state === 'open');
    if (!open || own.some(({ runs }) => runs)) return false;
    await reply.text(
      open.checkedInAt
        ? say('check-in-chat-already', { title: open.title, at: open.checkedInAt })
        : say('meeting-talk-is-open'),
    );
    return true;
  }

  async function meetsSoon(memberId: string): Promise<boolean> {
    const own = await standing(meetings, memberId);
    return own.some(({ startsAt }) => startsAt.getTime() - clock().getTime() < soonMs);
  }

  return { takesOver };
}

function isForAnother(text: string): boolean {
  if (text.length > 120) return false;
  const folded = fold(text);
  return /\bdiem danh\b|\bcheck in\b|\b\d{3} ?\d{3}\b/.test(folded) && forAnother.test(folded);
}

function inWords(came: Exclude<CheckedIn, { kind: 'none-open' }>, say: Say): string {
  switch (came.kind) {
    case 'present':
      return say('check-in-chat-present', { title: came.meeting.title, at: came.at });
    case 'late':
      return say('check-in-chat-late', { title: came.meeting.title, at: came.at });
    case 'already':
      return say('check-in-chat-already', { title: came.meeting.title, at: came.at });
    case 'wrong':
      return say('check-in-chat-wrong');
    case 'wait':
      return say('check-in-chat-wait', { until: came.until });
  }
}
