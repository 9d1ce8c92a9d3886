import type { Forecast, MeetingStatus, RollRow, VotingBase, VotingFigures } from '../../attendance/index.ts';
import type { Visit } from '../../console/index.ts';
import type { MeetingView, Reach } from '../port.ts';
import type { MeetingPagesParts } from './urls.ts';

const asked = ['meeting.read', 'meeting.call', 'meeting.run', 'attendance.people'] as const;
type Right = (typeof asked)[number];

/** A meeting with all that the reader may know of it. */
export interface Shown {
  meeting: MeetingView;
  may: ReadonlySet<Right>;
  status: MeetingStatus;
  /** By name, for who leads the very unit; null for others. */
  roll: readonly RollRow[] | null;
  forecast: Forecast | null;
  base: (VotingFigures & Partial<VotingBase>) | null;
  reach: Reach | null;
  corrections: Awaited<ReturnType<MeetingPagesParts['attendance']['corrections']>>;
  /** A mark may be put right until then; null before it is closed, and for who may not. */
  correctableUntil: Date | null;
  now: Date;
}

/** @throws {DomainError} `meeting.unknown`, `may.not` */
export async function shownTo(
  { memberId, actor }: Visit['viewer'],
  id: string,
  { meetings, attendance, people, clock }: MeetingPagesParts,
): Promise<Shown> {
  const meeting = await meetings.meeting(actor, id);
  const may = await people.mayOf(memberId, meeting.unit.id, asked);
  const { state } = meeting;
  const named = may.has('attendance.people');
  const reads = may.has('meeting.read');
  const begun = state === 'open' || state === 'closed';
  const [status, roll, forecast, base, reach, corrections] = await Promise.all([
    attendance.status(actor, id),
    named ? attendance.roll(actor, id) : null,
    reads && state === 'called' ? attendance.forecast(actor, id) : null,
    reads && begun ? (named ? attendance.base(actor, id) : attendance.baseFigures(actor, id)) : null,
    reads && (state === 'called' || state === 'open') ? meetings.reach(actor, id) : null,
    named && state === 'closed' ? attendance.corrections(actor, id) : [],
  ]);
  const correctableUntil = named && meeting.closedAt ? await lastCorrection(meeting.closedAt) : null;
  const known = { meeting, may, status, roll, forecast, base, reach, corrections };
  return { ...known, correctableUntil, now: clock() };

  async function lastCorrection(closedAt: Date): Promise<Date> {
    const { value } = await people.rule('meeting.correction-days', closedAt);
    return new Date(closedAt.getTime() + Number(value) * dayMs);
  }
}

const dayMs = 86_400_000;
