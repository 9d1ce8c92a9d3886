import type { Actor } from '../platform/audit.ts';
import type { Database, Sql } from '../platform/database/index.ts';
import { ruleWithin } from '../people/index.ts';
import { meetingWithin, type FindMeeting, type HeldMeeting } from './held-meeting.ts';
import { isAway, isPresent, peopleOfMeeting, type PersonOfMeeting } from './people-of-meeting.ts';
import type { VotingBase, VotingFigures } from './port.ts';
import { thresholdOf } from './thresholds.ts';

type Why = VotingBase['left'][number]['why'];

/** Over how many votes a meeting decides, and who they are. */
export function votingBases({
  database,
  meetingFor,
}: { database: Database } & Pick<FindMeeting, 'meetingFor'>) {
  async function base(by: Actor, meetingId: string): Promise<VotingBase> {
    return await baseOf(database, await meetingFor(by, 'attendance.people', meetingId));
  }

  async function baseFigures(by: Actor, meetingId: string): Promise<VotingFigures> {
    const base = await baseOf(database, await meetingFor(by, 'meeting.read', meetingId));
    const { counted: _counted, left: _left, voters: _voters, ...figures } = base;
    return figures;
  }

  async function baseWithin(sql: Sql, meetingId: string): Promise<VotingBase> {
    return await baseOf(sql, await meetingWithin(sql, meetingId));
  }

  return { base, baseFigures, baseWithin };
}

/**
 * Official members summoned, less those sent elsewhere or exempt who are not there, and the suspended. An excused
 * absentee of an ordinary meeting stays in; of a congress he or she does not. Who is there and may vote always counts.
 *
 * @source domain.md 2.2: 294-QĐ/TW, 9.3.2
 */
export async function baseOf(
  sql: Sql,
  meeting: HeldMeeting,
  given?: readonly PersonOfMeeting[],
): Promise<VotingBase> {
  const people = given ?? (await peopleOfMeeting(sql, meeting));
  const sorted = people
    .filter(isConcerned)
    .map((person) => ({ ...person, why: whyNotCounted(person, meeting) }));
  const counted = sorted.filter(({ why }) => why === null);
  const voters = counted.filter((person) => isPresent(person));
  const minimum = await ruleWithin(sql, 'cell.minimum-official-members', meeting.startsAt);
  const minimumOfficial = Number(minimum.value);
  const official = people.filter(isOfficialHere).length;
  const majority = await thresholdOf(sql, 'vote.ordinary-resolution', meeting.startsAt, counted.length);
  const twoThirds = await thresholdOf(sql, 'vote.two-thirds-matters', meeting.startsAt, counted.length);
  return {
    base: counted.length,
    counted: counted.map(({ fullName }) => fullName),
    left: sorted.flatMap(({ fullName, why }) => (why === null ? [] : [{ name: fullName, why }])),
    present: voters.length,
    voters: voters.map(({ fullName }) => fullName),
    majority,
    twoThirds,
    canMeet: official >= minimumOfficial,
    official,
    minimumOfficial,
    source: majority.source,
  };
}

/** Who should have been called and was not, such as somebody recorded here only afterwards, is not reckoned with. */
export function isConcerned(person: Pick<PersonOfMeeting, 'standing' | 'attendance'>): boolean {
  return !person.standing.invited || person.attendance !== null;
}

/** Null: he or she counts. */
export function whyNotCounted(
  person: Pick<PersonOfMeeting, 'belongs' | 'statuses' | 'standing' | 'attendance'>,
  { kind }: Pick<HeldMeeting, 'kind'>,
): Why | null {
  const { statuses, standing } = person;
  if (!standing.votes) return whyWithoutVote(person);
  if (isPresent(person)) return null;
  if (standing.counted === 'when-present') return isAway({ statuses }) ? 'away' : 'exempt';
  return kind === 'congress' && isExcused(person) ? 'excused-from-congress' : null;
}

function whyWithoutVote({ belongs, statuses }: Pick<PersonOfMeeting, 'belongs' | 'statuses'>): Why {
  if (statuses.includes('suspended')) return 'suspended';
  if (!belongs || !statuses.includes('probationary')) return 'visiting';
  return 'probationary';
}

function isExcused({ attendance }: Pick<PersonOfMeeting, 'attendance'>): boolean {
  if (attendance === null) return false;
  return attendance.mark === null ? attendance.excuse === 'accepted' : attendance.mark === 'excused';
}

/** A member of this unit for good: who is here for a time counts at home. */
function isOfficialHere({ belongs, statuses, standing, isHome }: PersonOfMeeting): boolean {
  return belongs && isHome && statuses.includes('official') && standing.isMember;
}
