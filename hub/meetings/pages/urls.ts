import type { Attendance, VotingBase, VotingFigures } from '../../attendance/index.ts';
import type { People } from '../../people/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Locales } from '../../platform/locales.ts';
import type { FunctionComponent } from 'preact';
import type { Meetings } from '../port.ts';

export interface MeetingPagesParts {
  meetings: Meetings;
  attendance: Attendance;
  people: Pick<People, 'may' | 'mayOf' | 'requireMay' | 'unitsHeld' | 'unitsWithin' | 'member' | 'rule'>;
  /** Says something to a member on whatever channel reaches them; false where none does. */
  tell: (memberId: string, text: string) => Promise<boolean>;
  /** How attendance shows over whom a vote is reckoned. */
  BaseFigures: FunctionComponent<{ of: VotingFigures & Partial<VotingBase> }>;
  locales: Locales;
  clock: Clock;
  timeZone: string;
}

export const meetingsUrl = '/console/meetings';

export function meetingUrl(id: string, rest = ''): string {
  return `${meetingsUrl}/${id}${rest}`;
}

/** The address of a unit's year or of a commune's month. */
export function reportUrl(which: 'year' | 'year/file.xlsx' | 'month', query: Record<string, string>): string {
  return `${meetingsUrl}/${which}?${new URLSearchParams(query).toString()}`;
}
