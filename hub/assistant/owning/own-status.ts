import { calendarDay, inForce, type StatusName } from '../../people/index.ts';
import type { OwnAsked, OwningParts } from './own-answers.ts';

/** What is written down of oneself: official or probationary, and since when. */
export function ownStatus({ database, clock }: OwningParts) {
  return async ({ memberId, say }: OwnAsked): Promise<string> => {
    const rows = await database.query<{ status: StatusName; since: string }>(selectStatuses, [
      memberId,
      calendarDay(clock()),
    ]);
    if (rows.length === 0) return say('own-status-none');
    return [
      ...rows.map(({ status, since }) =>
        say('own-status', { status, since: new Date(`${since}T12:00:00Z`) }),
      ),
      say('own-status-wrong'),
    ].join('\n');
  };
}

const selectStatuses = `
  select s.status, to_char(s.from_on, 'YYYY-MM-DD') as since from member_status s
  where s.member_id = $1 and ${inForce('s', '$2::date')} order by s.from_on, s.status`;
