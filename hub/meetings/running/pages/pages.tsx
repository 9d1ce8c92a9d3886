import type { FunctionComponent } from 'preact';
import type { Attendance, VotingBase, VotingFigures } from '../../../attendance/index.ts';
import type { Console } from '../../../console/index.ts';
import type { Meetings } from '../../port.ts';
import { agendaForms } from './agenda.tsx';
import { ballotPages } from './ballots.tsx';
import { handForms } from './hands.tsx';
import { motionForms } from './motions.tsx';
import { runPage } from './run.tsx';

export interface RunningPagesParts {
  meetings: Pick<Meetings, 'meeting' | 'running'>;
  attendance: Pick<Attendance, 'base' | 'baseFigures' | 'roll'>;
  /** How attendance shows over whom a vote is reckoned. */
  BaseFigures: FunctionComponent<{ of: VotingFigures & Partial<VotingBase> }>;
}

/** Điều hành: what the secretary writes down while the meeting goes on. */
export function runningPages(console: Console, parts: RunningPagesParts): void {
  const taking = runPage(console, parts);
  agendaForms(console, parts, taking);
  motionForms(console, parts, taking);
  ballotPages(console, parts, taking);
  handForms(console, parts);
}
