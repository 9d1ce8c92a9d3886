import type { ComponentChildren } from 'preact';
import type { Console } from '../../console/index.ts';
import type { People } from '../../people/index.ts';
import type { Actor } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Alerts } from '../../webchat/index.ts';
import type { Notices } from '../notices.ts';
import { auditPages } from './audit.tsx';
import { passOnPages } from './cascade-pass-on.tsx';
import { cascadePages } from './cascade.tsx';
import { composePages } from './compose.tsx';
import { alertForms } from './alerts.tsx';
import { devicePages, type WebDevice } from './devices.tsx';
import { noticeFiles } from './files.tsx';
import { noticeListPage } from './list.tsx';
import { noticePage } from './notice.tsx';
import { recipientsPage } from './people.tsx';
import { steeringForms } from './steering.tsx';
import { todayPage } from './today.tsx';
import { noticeUnitsPage } from './units.tsx';

export interface NoticePagesParts {
  notices: Notices;
  people: People;
  clock: Clock;
  /** How many requests of members wait for an answer of this person. */
  requestsWaiting: (by: Actor & { memberId: string }) => Promise<number>;
  /** Cards of what waits for this person in parts that are above notices. */
  otherTasks: (by: Actor & { memberId: string }) => Promise<readonly ComponentChildren[]>;
  /** The browsers in which a member's web chat is open. `end` is false for one that is not theirs. */
  webDevices: {
    of: (memberId: string) => Promise<readonly WebDevice[]>;
    end: (memberId: string, id: string) => Promise<boolean>;
    /** The address of the web chat; null where there is none. */
    addressOf: (memberId: string) => Promise<string | null>;
  };
  /** Null where there is no web push. */
  alerts: Alerts | null;
}

/** Hôm nay, notices from writing to the last answer, the audit, the reader's own devices. */
export function noticePages(console: Console, parts: NoticePagesParts): void {
  todayPage(console, parts);
  noticeListPage(console, parts);
  composePages(console, parts);
  noticePage(console, parts);
  noticeUnitsPage(console, parts);
  recipientsPage(console, parts);
  cascadePages(console, parts);
  passOnPages(console, parts);
  steeringForms(console, parts);
  noticeFiles(console, parts);
  auditPages(console, parts);
  devicePages(console, parts);
  if (parts.alerts) alertForms(console, parts, parts.alerts);
}
