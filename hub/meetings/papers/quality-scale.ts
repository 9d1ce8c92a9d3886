import type { MeetingFacts } from './facts.ts';
import { isThere } from './people-lines.ts';

/** The rule `meeting.quality-criteria`: what is scored, up to how much, and what a total is called. */
export interface QualityScale {
  criteria: readonly { key: string; title: string; max: number }[];
  /** From the best on. */
  levels: readonly { name: string; from: number }[];
}

/** The rule `meeting.quality-proposals`: points that follow from what the hub knows. */
export interface QualityProposals {
  time: { shortUpTo: readonly { minutes: number; points: number }[]; half: number; less: number };
  attendance: {
    atLeast: readonly { percent: number; points: number }[];
    less: number;
    unexcused: number;
  };
}

/** Points proposed for a criterion, with the figures they come from. */
export type Proposal =
  | { kind: 'time'; points: number; heldMinutes: number; leastMinutes: number }
  | { kind: 'attendance'; points: number; there: number; called: number; unexcused: number };

/** The name of the level that a total reaches. */
export function levelOf({ levels }: QualityScale, total: number): string {
  return levels.find(({ from }) => total >= from)?.name ?? levels.at(-1)!.name;
}

/** By the key of a criterion; none of what only people can judge. */
export function proposalsFor(
  facts: Pick<MeetingFacts, 'meeting' | 'roll'>,
  rule: QualityProposals,
  leastMinutes: number,
): ReadonlyMap<string, Proposal> {
  const proposals = new Map<string, Proposal>();
  const time = timeProposal(facts, rule.time, leastMinutes);
  if (time) proposals.set('time', time);
  const attendance = attendanceProposal(facts, rule.attendance);
  if (attendance) proposals.set('attendance', attendance);
  return proposals;
}

function timeProposal(
  { meeting: { startsAt, openedAt, closedAt } }: Pick<MeetingFacts, 'meeting'>,
  rule: QualityProposals['time'],
  leastMinutes: number,
): Proposal | null {
  if (!openedAt || !closedAt) return null;
  // Opened early, so that people can check in: the meeting begins at its hour.
  const began = Math.max(openedAt.getTime(), startsAt.getTime());
  const heldMinutes = Math.max(0, Math.floor((closedAt.getTime() - began) / 60_000));
  const short = leastMinutes - heldMinutes;
  const step = rule.shortUpTo.find(({ minutes }) => short <= minutes);
  const points = step?.points ?? (heldMinutes * 2 >= leastMinutes ? rule.half : rule.less);
  return { kind: 'time', points, heldMinutes, leastMinutes };
}

/** Exempt members are not called and so stand outside. */
function attendanceProposal(
  { meeting, roll }: Pick<MeetingFacts, 'meeting' | 'roll'>,
  rule: QualityProposals['attendance'],
): Proposal | null {
  const called = roll.filter(({ summoned }) => summoned);
  if (!meeting.closedAt || called.length === 0) return null;
  const there = called.filter(isThere).length;
  const unexcused = called.filter(({ mark }) => mark === 'absent').length;
  const step = rule.atLeast.find((each) => there * 100 >= each.percent * called.length);
  const points = unexcused > 0 ? rule.unexcused : (step?.points ?? rule.less);
  return { kind: 'attendance', points, there, called: called.length, unexcused };
}

/** As the minutes print it. */
export function scoreLines(
  scale: QualityScale,
  { points, total }: { points: Readonly<Record<string, number>>; total: number },
): string[] {
  const most = scale.criteria.reduce((sum, { max }) => sum + max, 0);
  return [
    ...scale.criteria.map(
      ({ key, title, max }, index) => `${index + 1}. ${title}: ${points[key] ?? 0}/${max} điểm.`,
    ),
    `Tổng số: ${total}/${most} điểm. Xếp loại buổi sinh hoạt: ${levelOf(scale, total)}.`,
  ];
}
