import { votesNeeded, type Attendance, type Threshold } from '../../attendance/index.ts';
import type { Actor, Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { DomainError } from '../../platform/errors.ts';
import { isId, newId } from '../../platform/ids.ts';
import { checkCards, type CardCount } from './counting.ts';
import { about, type MeetingsInHand } from './meeting-in-hand.ts';
import { itemOf } from './opinions.ts';
import { textOf } from './texts.ts';

export const motionThresholds = ['majority', 'two_thirds'] as const;
export type MotionThreshold = (typeof motionThresholds)[number];

export interface NewMotion {
  /** Id of the agenda's item it belongs to. */
  item?: string | undefined;
  /** What is voted on; 1 to 500 characters. */
  title: string;
  threshold: MotionThreshold;
}

/** What a count means over the base that was fixed with it. */
export interface Verdict {
  inFavour: number;
  base: number;
  required: number;
  passed: boolean;
  threshold: MotionThreshold;
  /** The regulation that sets the threshold. */
  source: string;
}

export interface BallotPaper {
  returned: number;
  issued: number;
  valid: number;
  invalid: number;
}

/** A vote, prepared or counted: numbers, never who voted how. */
export interface Motion {
  id: string;
  item: string | null;
  title: string;
  threshold: MotionThreshold;
  secret: boolean;
  countingBoard: readonly string[];
  seats: number | null;
  createdAt: Date;
  /** Null: prepared, not counted yet. */
  recordedAt: Date | null;
  struckAt: Date | null;
  against: number | null;
  other: number | null;
  ballots: BallotPaper | null;
  /** Null where it was not counted, or is about names. */
  verdict: Verdict | null;
  /** Names on the ballot, each with its own result. */
  names: readonly { name: string; votes: number | null; verdict: Verdict | null }[];
}

export interface MotionsParts {
  database: Database;
  attendance: Pick<Attendance, 'baseFigures' | 'baseWithin'>;
  audit: Audit;
  clock: Clock;
  inHand: MeetingsInHand;
}

export const longestTitle = 500;

/** Votes by raised card, as the secretary enters them; and all votes of a meeting with their results. */
export function motions({ database, attendance, audit, clock, inHand }: MotionsParts) {
  /**
   * Counts alone, checked against who may vote and is there. The base is fixed with them.
   *
   * @throws {DomainError} `may.not`, `run.not-begun`, `run.approved`, `run.text-missing`, `run.text-long`,
   *   `run.no-such-item`, `motion.not-a-count`, `motion.more-than-present`, `motion.more-than-base`
   */
  async function recordMotion(
    by: Actor,
    meetingId: string,
    given: NewMotion & CardCount,
  ): Promise<{ id: string }> {
    const meeting = await inHand.toRecord(by, meetingId);
    const title = textOf(given.title, longestTitle);
    const { threshold, inFavour, against, other } = given;
    const id = newId();
    await database.transaction(async (sql) => {
      const item = given.item ? await itemOf(sql, meeting, given.item) : null;
      const { base, present } = await attendance.baseWithin(sql, meeting.id);
      checkCards(given, { base, present });
      const at = clock();
      const counted = [base, present, inFavour, against, other];
      await sql.query(insertCounted, [id, meeting.id, item, title, threshold, ...counted, at, by.memberId]);
      const facts = { inFavour, against, other, base };
      await audit.record(by, { action: 'motion.recorded', ...about(meeting), facts }, sql);
    });
    return { id };
  }

  /**
   * Struck out, as in a minutes book: it stays readable. Twice is as good as once.
   *
   * @throws {DomainError} `may.not`, `run.not-begun`, `run.approved`, `motion.unknown`
   */
  async function strikeMotion(by: Actor, meetingId: string, motionId: string): Promise<void> {
    const meeting = await inHand.toPrepare(by, meetingId);
    await database.transaction(async (sql) => {
      const [found] = isId(motionId)
        ? await sql.query<{ struck: boolean }>(lockMotion, [motionId, meeting.id])
        : [];
      if (!found) throw new DomainError('motion.unknown', { status: 404 });
      if (found.struck) return;
      await sql.query('update motion set struck_at = $2 where id = $1', [motionId, clock()]);
      await audit.record(by, { action: 'motion.struck', ...about(meeting) }, sql);
    });
  }

  /** In the order in which they were entered, those struck out too. @throws {DomainError} `meeting.unknown`, `may.not` */
  async function motionsOf(by: Actor, meetingId: string): Promise<readonly Motion[]> {
    const meeting = await inHand.toRead(by, meetingId);
    const rows = await database.query<MotionRow>(selectMotions, [meeting.id]);
    if (rows.length === 0) return [];
    const { majority, twoThirds } = await attendance.baseFigures(by, meeting.id);
    return rows.map((row) => motionFrom(row, { majority, two_thirds: twoThirds }));
  }

  return { recordMotion, strikeMotion, motionsOf };
}

interface MotionRow
  extends Omit<Motion, 'verdict' | 'names' | 'ballots'>, Record<keyof BallotPaper, number | null> {
  base: number | null;
  inFavour: number | null;
  names: { name: string; votes: number | null }[];
}

function motionFrom(row: MotionRow, thresholds: Record<MotionThreshold, Threshold>): Motion {
  const { base, inFavour, issued, returned, valid, invalid, names, ...motion } = row;
  const verdictOn = (votes: number | null, on: MotionThreshold): Verdict | null => {
    if (votes === null || base === null) return null;
    const required = votesNeeded(thresholds[on].share, base);
    const { source } = thresholds[on];
    return { inFavour: votes, base, required, passed: votes >= required, threshold: on, source };
  };
  const ballots =
    issued === null || returned === null || valid === null || invalid === null
      ? null
      : { issued, returned, valid, invalid };
  return {
    ...motion,
    ballots,
    verdict: verdictOn(inFavour, motion.threshold),
    names: names.map(({ name, votes }) => ({ name, votes, verdict: verdictOn(votes, motion.threshold) })),
  };
}

const insertCounted = `
  insert into motion (id, meeting_id, item_id, title, threshold, base, present, in_favour, against, other,
    created_at, recorded_at, recorded_by)
  values ($1, $2, $3, $4, $5::motion_threshold, $6, $7, $8, $9, $10, $11, $11, $12)`;

const lockMotion = `
  select struck_at is not null as struck from motion where id = $1 and meeting_id = $2 for update`;

const selectMotions = `
  select motion.id, motion.item_id as item, motion.title, motion.threshold, motion.secret,
    motion.counting_board as "countingBoard", motion.seats, motion.base, motion.in_favour as "inFavour",
    motion.against, motion.other, motion.issued, motion.returned, motion.valid, motion.invalid,
    motion.created_at as "createdAt", motion.recorded_at as "recordedAt", motion.struck_at as "struckAt",
    coalesce(
      (select json_agg(json_build_object('name', choice.name, 'votes', choice.votes) order by choice.position)
       from motion_choice choice where choice.motion_id = motion.id), '[]') as names
  from motion where motion.meeting_id = $1 order by motion.created_at, motion.id`;
