import type { Actor } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { People } from '../../people/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { DomainError } from '../../platform/errors.ts';
import { isId, newId } from '../../platform/ids.ts';
import type { MeetingsInHand } from './meeting-in-hand.ts';

/** A hand that is up. */
export interface RaisedHand {
  id: string;
  /** Member code. */
  member: string;
  fullName: string;
  raisedAt: Date;
}

/**
 * Who wants to speak, in the order in which hands went up. It is kept for the meeting and written into no audit: a
 * record that cannot be erased of who wanted to speak would be watching people.
 */
export function hands(parts: {
  database: Database;
  people: Pick<People, 'memberByCode'>;
  clock: Clock;
  inHand: MeetingsInHand;
}) {
  const { database, people, clock, inHand } = parts;

  /**
   * A member raises the own hand. Again: stays where it is in the order.
   *
   * @returns the place in the order, from 1
   * @throws {DomainError} `meeting.unknown`, `run.not-open`, `may.not` for who is not called to it
   */
  async function raiseHand(by: Actor & { memberId: string }, meetingId: string): Promise<{ place: number }> {
    return await raise(by.memberId, meetingId);
  }

  /** The secretary notes a hand that went up in the room. @throws {DomainError} as `raiseHand`, and `member.unknown` */
  async function raiseHandFor(by: Actor, meetingId: string, memberCode: string): Promise<{ place: number }> {
    await inHand.toRead(by, meetingId);
    return await raise((await people.memberByCode(memberCode)).id, meetingId);
  }

  async function raise(memberId: string, meetingId: string): Promise<{ place: number }> {
    const meeting = await inHand.find(meetingId);
    if (!meeting.open) throw new DomainError('run.not-open', { status: 409 });
    const [called] = await database.query('select from attendance where meeting_id = $1 and member_id = $2', [
      meeting.id,
      memberId,
    ]);
    if (!called) throw new DomainError('may.not', { status: 403 });
    await database.query(insertHand, [newId(), meeting.id, memberId, clock()]);
    const up = await raised(meeting.id);
    return { place: up.findIndex((hand) => hand.memberId === memberId) + 1 };
  }

  /** A member takes the own hand down. False where it was not up. */
  async function lowerHand(by: Actor & { memberId: string }, meetingId: string): Promise<boolean> {
    const meeting = await inHand.find(meetingId);
    const rows = await database.query(lowerOwn, [meeting.id, by.memberId, clock()]);
    return rows.length > 0;
  }

  /** The secretary takes one off the list: spoke, or not. Twice is as good as once. @throws {DomainError} `may.not` */
  async function lowerHandOf(by: Actor, meetingId: string, handId: string, spoke: boolean): Promise<void> {
    const meeting = await inHand.toRead(by, meetingId);
    if (isId(handId)) await database.query(lowerOne, [meeting.id, handId, clock(), spoke]);
  }

  /** Hands that are up, the first first; none for who does not see people. @throws {DomainError} `meeting.unknown`, `may.not` */
  async function raisedHands(by: Actor, meetingId: string): Promise<readonly RaisedHand[]> {
    const meeting = await inHand.toRead(by, meetingId);
    return (await inHand.seesPeople(by, meeting)) ? await raised(meeting.id) : [];
  }

  async function raised(meetingId: string): Promise<(RaisedHand & { memberId: string })[]> {
    return await database.query(selectRaised, [meetingId]);
  }

  return { raiseHand, raiseHandFor, lowerHand, lowerHandOf, raisedHands };
}

const insertHand = `
  insert into hand (id, meeting_id, member_id, raised_at) values ($1, $2, $3, $4)
  on conflict (meeting_id, member_id) where lowered_at is null do nothing`;

const lowerOwn = `
  update hand set lowered_at = $3 where meeting_id = $1 and member_id = $2 and lowered_at is null returning id`;

const lowerOne = `
  update hand set lowered_at = $3, spoke = $4 where meeting_id = $1 and id = $2 and lowered_at is null`;

const selectRaised = `
  select hand.id, hand.member_id as "memberId", member.code as member, member.full_name as "fullName",
    hand.raised_at as "raisedAt"
  from hand join member on member.id = hand.member_id
  where hand.meeting_id = $1 and hand.lowered_at is null
  order by hand.raised_at, hand.id`;
