import type { Feedback } from '../../feedback/index.ts';
import type { Meetings } from '../../meetings/index.ts';
import type { Notices } from '../../notices/index.ts';
import type { People } from '../../people/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Language, Locales, Say } from '../../platform/locales.ts';
import type { OwnTopic } from '../port.ts';
import { ownAttendance } from './own-attendance.ts';
import { ownLeaders } from './own-leaders.ts';
import { ownMeetings } from './own-meetings.ts';
import { ownOpinions } from './own-opinions.ts';
import { ownStatus } from './own-status.ts';
import { ownUnit } from './own-unit.ts';
import { ownUnitCount } from './own-unit-count.ts';
import { ownWaiting } from './own-waiting.ts';

export interface OwningParts {
  database: Database;
  people: Pick<People, 'unitsOf' | 'may'>;
  meetings: Pick<Meetings, 'ofMember'>;
  notices: Pick<Notices, 'waitingFor'>;
  feedback: { saying: Pick<Feedback['saying'], 'own'> };
  clock: Clock;
  timeZone: string;
  locales: Locales;
}

/** Whoever asks, and how. */
export interface OwnAsked {
  memberId: string;
  /** As it was typed. */
  text: string;
  say: Say;
}

export type OwnAnswers = (
  memberId: string,
  topic: OwnTopic,
  asked: { text: string; language: Language },
) => Promise<string>;

/** Matters of one's own, out of the hub's data: what one may know of oneself, and who leads the units one belongs to. */
export function ownAnswers(parts: OwningParts): OwnAnswers {
  const about: Record<OwnTopic, (asked: OwnAsked) => Promise<string>> = {
    meetings: ownMeetings(parts),
    leaders: ownLeaders(parts),
    'members-count': ownUnitCount(parts),
    waiting: ownWaiting(parts),
    opinions: ownOpinions(parts),
    attendance: ownAttendance(parts),
    unit: ownUnit(parts),
    status: ownStatus(parts),
  };
  return async (memberId, topic, { text, language }) =>
    await about[topic]({ memberId, text, say: parts.locales(language) });
}
