import type { Actor } from '../platform/audit.ts';
import type { Database } from '../platform/database/index.ts';
import type { FindMeeting } from './held-meeting.ts';
import { peopleOfMeeting, type PersonOfMeeting } from './people-of-meeting.ts';
import type { RollRow } from './port.ts';
import type { Reasons } from './reasons.ts';

/** Who is called, who came and who says what, by name. */
export function rolls({
  database,
  reasons,
  meetingFor,
}: { database: Database; reasons: Reasons } & Pick<FindMeeting, 'meetingFor'>) {
  /** Those who are called, and those who are not and may come: exempt members. */
  async function roll(by: Actor, meetingId: string): Promise<readonly RollRow[]> {
    const meeting = await meetingFor(by, 'attendance.people', meetingId);
    const people = await peopleOfMeeting(database, meeting);
    const shown = people.filter(({ attendance, standing }) => attendance !== null || standing.informed);
    const byDevice = Map.groupBy(
      shown.filter(({ attendance }) => attendance?.device),
      ({ attendance }) => attendance!.device!,
    );
    return shown.map((person) => ({
      ...rowOf(person),
      reason: reasons.open(meeting.id, person.memberId, person.attendance?.reason ?? null),
      sharesDeviceWith: (byDevice.get(person.attendance?.device ?? '') ?? [])
        .filter(({ memberId }) => memberId !== person.memberId)
        .map(({ fullName }) => fullName),
    }));
  }

  return { roll };
}

function rowOf(person: PersonOfMeeting): Omit<RollRow, 'reason' | 'sharesDeviceWith'> {
  const { memberId, code, fullName, unit, standing, attendance } = person;
  return {
    memberId,
    code,
    fullName,
    unit,
    summoned: attendance?.summoned ?? false,
    votes: standing.votes,
    counted: standing.votes ? standing.counted : 'never',
    rsvp: attendance?.rsvp ?? null,
    lateMinutes: attendance?.lateMinutes ?? null,
    excuse: attendance?.excuse ?? null,
    mark: attendance?.mark ?? null,
    markedAt: attendance?.markedAt ?? null,
    road: attendance?.road ?? null,
    markedByName: attendance?.markedByName ?? null,
  };
}
