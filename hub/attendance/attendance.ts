import type { Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Keys } from '../platform/keys.ts';
import type { Locales } from '../platform/locales.ts';
import type { People } from '../people/index.ts';
import { answering } from './answering.ts';
import { askingAfter } from './asking-after.ts';
import { checkingIn } from './checking-in.ts';
import { codes } from './codes.ts';
import { correcting } from './correcting.ts';
import { excusing } from './excusing.ts';
import { forecasting } from './forecast.ts';
import { findingMeetings, type FindMeeting } from './held-meeting.ts';
import { marking } from './marking.ts';
import type { Attendance } from './port.ts';
import { openReasons, type Reasons } from './reasons.ts';
import { rolls } from './roll.ts';
import { settle } from './settling.ts';
import { meetingStatus } from './status.ts';
import { summon } from './summoning.ts';
import { votingBases } from './voting-base.ts';
import { years } from './year.ts';

export interface AttendanceParts {
  database: Database;
  people: People;
  audit: Audit;
  keys: Keys;
  clock: Clock;
  locales: Locales;
}

/** What its verbs have besides: meetings found with the right asked for, and sealed reasons. */
export type PartsOfVerbs = AttendanceParts & FindMeeting & { reasons: Reasons };

/** What members say before a meeting, who was there, and what follows from it for a vote. */
export function attendance(given: AttendanceParts): Attendance {
  const parts = { ...given, ...findingMeetings(given), reasons: openReasons(given.keys) };
  return {
    summon,
    settle,
    ...answering(parts),
    ...excusing(parts),
    ...codes(parts),
    ...checkingIn(parts),
    ...marking(parts),
    ...meetingStatus(parts),
    ...rolls(parts),
    ...votingBases(parts),
    ...forecasting(parts),
    ...correcting(parts),
    ...years(parts),
    ...askingAfter(parts),
  };
}
