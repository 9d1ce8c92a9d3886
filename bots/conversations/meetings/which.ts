import type { Meetings, OwnMeeting } from '../../../hub/meetings/index.ts';

const weekMs = 7 * 86_400_000;

/** The member's meetings about which there is something to say, soonest first. */
export async function standing(
  meetings: Pick<Meetings, 'ofMember'>,
  memberId: string,
): Promise<OwnMeeting[]> {
  const own = await meetings.ofMember(memberId);
  return own.filter(({ state }) => state === 'called' || state === 'open');
}

/**
 * Which of the meetings that stand an answer may be meant for: one, or those to choose from. What waits for an answer
 * comes first; a second one within a week is as likely meant, and so is the soonest where the answer would change it.
 */
export function meant(own: readonly OwnMeeting[], answer: 'yes' | 'no'): readonly OwnMeeting[] {
  const unanswered = own.filter(isUnanswered);
  const [first = own[0]] = unanswered;
  if (!first) return [];
  const near = unanswered.filter(({ startsAt }) => startsAt.getTime() - first.startsAt.getTime() < weekMs);
  const changes = own[0]!.id !== first.id && own[0]!.rsvp !== answer;
  if (near.length > 1 || !changes) return near.length > 1 ? near : [first];
  return [own[0]!, first];
}

/** Nothing said yet, or before it was moved; who is there need not say it. */
export function isUnanswered({ rsvp, askedAgain, checkedInAt }: OwnMeeting): boolean {
  return checkedInAt === null && (rsvp === null || askedAgain);
}
