import { idFromShort, shortId } from '../../../hub/platform/ids.ts';

/** What a button about a meeting refers to: `rsvp:yes:<meeting>`, `excuse:accept:<meeting>:<member>`. */
export interface Reference {
  verb: string;
  meetingId: string;
  /** Where the button is about one person's answer. */
  memberId: string | null;
}

/** A button only refers; what counts is what its presser may do. */
export function referTo(topic: string, verb: string, meetingId: string, memberId?: string): string {
  const ids = memberId === undefined ? [meetingId] : [meetingId, memberId];
  return [topic, verb, ...ids.map(shortId)].join(':');
}

/** What the payload of a button of this topic refers to; null for any other. */
export function referenceIn(payload: string, topic: string): Reference | null {
  const [named, verb = '', meeting = '', member] = payload.split(':');
  const meetingId = idFromShort(meeting);
  if (named !== topic || !meetingId) return null;
  const memberId = member === undefined ? null : idFromShort(member);
  return member !== undefined && memberId === null ? null : { verb, meetingId, memberId };
}
