import type { Database } from '../platform/database/index.ts';
import { ruleWithin } from '../people/index.ts';
import type { FindMeeting, HeldMeeting } from './held-meeting.ts';
import { isPresent, peopleOfMeeting, type PersonOfMeeting } from './people-of-meeting.ts';
import type { Attendance, Forecast, Threshold } from './port.ts';
import { votesNeeded } from './thresholds.ts';
import { isConcerned, whyNotCounted } from './voting-base.ts';

/** Can a resolution pass if these come? */
export function forecasting({
  database,
  meetingFor,
}: { database: Database } & Pick<FindMeeting, 'meetingFor'>): Pick<Attendance, 'forecast'> {
  return {
    async forecast(by, meetingId) {
      const meeting = await meetingFor(by, 'meeting.read', meetingId);
      const people = await peopleOfMeeting(database, meeting);
      const majority = await ruleWithin(database, 'vote.ordinary-resolution', meeting.startsAt);
      const twoThirds = await ruleWithin(database, 'vote.two-thirds-matters', meeting.startsAt);
      return forecastOf(people, meeting, {
        majority: majority.value as Threshold['share'],
        twoThirds: twoThirds.value as Threshold['share'],
      });
    },
  };
}

type Coming = 'coming' | 'not-coming' | 'silent';

/**
 * The base as it will be: who counts only when there (exempt, away) is in it where he or she says so. `coming`,
 * `notComing` and `silent` add up to it.
 */
export function forecastOf(
  people: readonly PersonOfMeeting[],
  meeting: Pick<HeldMeeting, 'kind'>,
  shares: Record<'majority' | 'twoThirds', Threshold['share']>,
): Forecast {
  const voters = people
    .filter((person) => person.standing.votes && isConcerned(person))
    .map((person) => ({ person, says: saysOf(person) }));
  const expected = voters.filter(
    ({ person, says }) => says === 'coming' || whyNotCounted(person, meeting) === null,
  );
  const count = (wanted: Coming) => expected.filter(({ says }) => says === wanted).length;
  const [base, coming, silent] = [expected.length, count('coming'), count('silent')];
  // Who counts only when there and has said nothing might come too: each is a vote more over a base of one more.
  const surprising = voters.filter((one) => one.says === 'silent' && !expected.includes(one)).length;
  const verdict = (share: Threshold['share']) => {
    if (coming >= votesNeeded(share, base)) return 'yes';
    return coming + silent + surprising >= votesNeeded(share, base + surprising) ? 'open' : 'no';
  };
  return {
    base,
    coming,
    notComing: base - coming - silent,
    silent,
    required: votesNeeded(shares.majority, base),
    requiredTwoThirds: votesNeeded(shares.twoThirds, base),
    majority: verdict(shares.majority),
    twoThirds: verdict(shares.twoThirds),
  };
}

/** What was true goes before what was said. */
function saysOf(person: PersonOfMeeting): Coming {
  if (isPresent(person)) return 'coming';
  const { mark = null, rsvp = null } = person.attendance ?? {};
  if (mark !== null || rsvp === 'no') return 'not-coming';
  return rsvp === 'yes' ? 'coming' : 'silent';
}
