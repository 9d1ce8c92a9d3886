import type { Database } from '../platform/database/index.ts';
import type { Locales } from '../platform/locales.ts';
import type { FindMeeting } from './held-meeting.ts';
import { peopleOfMeeting } from './people-of-meeting.ts';
import type { Attendance, AttendanceMark, MeetingStatus, RsvpAnswer, Threshold } from './port.ts';
import { inFigures } from './thresholds.ts';
import { baseOf } from './voting-base.ts';

/** A meeting in figures, as the contract names them. */
export function meetingStatus({
  database,
  locales,
  meetingToRead,
}: { database: Database; locales: Locales } & Pick<FindMeeting, 'meetingToRead'>): Pick<
  Attendance,
  'status'
> {
  return {
    async status(by, meetingId) {
      const meeting = await meetingToRead(by, meetingId);
      const people = await peopleOfMeeting(database, meeting);
      const { base, present, majority } = await baseOf(database, meeting, people);
      const called = people.flatMap(({ attendance }) => (attendance?.summoned ? [attendance] : []));
      const said = (answer: RsvpAnswer | null) => called.filter(({ rsvp }) => rsvp === answer).length;
      const marked = (wanted: AttendanceMark | null) => called.filter(({ mark }) => mark === wanted).length;
      const { required } = majority;
      return {
        id: meeting.id,
        invited: called.length,
        rsvp: { yes: said('yes'), no: said('no'), unknown: said(null) },
        attendance: {
          present: marked('present'),
          late: marked('late'),
          excused: marked('excused'),
          absent: marked('absent'),
          unknown: marked(null),
        },
        quorum: { base, required, present, met: present >= required, rule: ruleInWords(majority) },
      } satisfies MeetingStatus;
    },
  };

  /** In the language of the rule, whoever asks. */
  function ruleInWords({ share, source }: Threshold): string {
    const say = locales('vi');
    const kind = 'moreThan' in share ? 'more-than' : 'at-least';
    return say('attendance-quorum-rule', { kind, share: inFigures(share), source });
  }
}
