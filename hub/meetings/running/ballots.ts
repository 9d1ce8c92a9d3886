import type { Actor } from '../../platform/audit.ts';
import { DomainError } from '../../platform/errors.ts';
import { isId, newId } from '../../platform/ids.ts';
import { checkBallots, type BallotCount } from './counting.ts';
import { about } from './meeting-in-hand.ts';
import { longestTitle, type MotionsParts, type MotionThreshold, type NewMotion } from './motions.ts';
import { itemOf } from './opinions.ts';
import { foldedName, textOf } from './texts.ts';

export interface NewBallot extends NewMotion {
  /** Names on the ballot in their order, up to 50; none: for or against the motion itself. */
  names: readonly string[];
  /** Who counts. Nobody of them may stand on the ballot. */
  countingBoard: readonly string[];
  /** How many of the names may be chosen; absent: each is voted on by itself. */
  seats?: number | undefined;
}

const mostNames = 50;
const longestName = 200;

/**
 * Secret votes happen on paper: here the list is prepared and what was counted is written down, its sums checked.
 *
 * @source domain.md 2.4: 294-QĐ/TW §12.4 for the counting board; more than half of the base, by valid ballots
 */
export function ballots({ database, attendance, audit, clock, inHand }: MotionsParts) {
  /**
   * @throws {DomainError} `may.not`, `run.not-begun`, `run.approved`, `run.text-missing`, `run.text-long`,
   *   `run.no-such-item`, `ballot.names-wrong`, `ballot.name-twice`, `ballot.board-on-ballot`
   */
  async function prepareBallot(by: Actor, meetingId: string, given: NewBallot): Promise<{ id: string }> {
    const meeting = await inHand.toPrepare(by, meetingId);
    const title = textOf(given.title, longestTitle);
    const names = namesOf(given.names);
    const board = namesOf(given.countingBoard);
    const onBoth = names.find((name) => board.some((member) => foldedName(member) === foldedName(name)));
    if (onBoth) throw new DomainError('ballot.board-on-ballot', { status: 422, facts: { name: onBoth } });
    const seats = names.length > 0 && given.seats ? Math.min(given.seats, names.length) : null;
    const id = newId();
    await database.transaction(async (sql) => {
      const item = given.item ? await itemOf(sql, meeting, given.item) : null;
      await sql.query(insertBallot, [id, meeting.id, item, title, given.threshold, board, seats, clock()]);
      if (names.length > 0) await sql.query(insertNames, [id, names]);
      const facts = { names: names.length };
      await audit.record(by, { action: 'ballot.prepared', ...about(meeting), facts }, sql);
    });
    return { id };
  }

  /**
   * What the counting board signed. Once: a wrong one is struck out and prepared anew.
   *
   * @throws {DomainError} `may.not`, `run.not-begun`, `run.approved`, `motion.unknown`, `ballot.counted-already`, and
   *   what `checkBallots` throws
   */
  async function recordCount(
    by: Actor,
    meetingId: string,
    motionId: string,
    count: BallotCount,
  ): Promise<void> {
    const meeting = await inHand.toRecord(by, meetingId);
    await database.transaction(async (sql) => {
      const [ballot] = isId(motionId)
        ? await sql.query<PreparedBallot>(lockBallot, [motionId, meeting.id])
        : [];
      if (!ballot) throw new DomainError('motion.unknown', { status: 404 });
      if (ballot.done) throw new DomainError('ballot.counted-already', { status: 409 });
      const names = (await sql.query<{ name: string }>(selectNames, [motionId])).map(({ name }) => name);
      const { base, present } = await attendance.baseWithin(sql, meeting.id);
      checkBallots(count, { base, present }, names, ballot.seats);
      const { issued, returned, valid, invalid, votes } = count;
      const sides =
        names.length === 0 ? [votes[0], votes[1], valid - votes[0]! - votes[1]!] : [null, null, null];
      const papers = [issued, returned, valid, invalid];
      await sql.query(updateCounted, [motionId, base, present, ...sides, ...papers, clock(), by.memberId]);
      if (names.length > 0) await sql.query(updateVotes, [motionId, votes]);
      const facts = { issued, returned, valid, invalid, base };
      await audit.record(by, { action: 'ballot.counted', ...about(meeting), facts }, sql);
    });
  }

  return { prepareBallot, recordCount };
}

interface PreparedBallot {
  threshold: MotionThreshold;
  seats: number | null;
  /** Counted, or struck out. */
  done: boolean;
}

function namesOf(written: readonly string[]): string[] {
  const names = written.filter((name) => name.trim() !== '').map((name) => textOf(name, longestName));
  if (names.length > mostNames)
    throw new DomainError('ballot.names-wrong', { status: 422, facts: { most: mostNames } });
  const twice = names.find(
    (name, index) => names.findIndex((one) => foldedName(one) === foldedName(name)) < index,
  );
  if (twice) throw new DomainError('ballot.name-twice', { status: 422, facts: { name: twice } });
  return names;
}

const insertBallot = `
  insert into motion (id, meeting_id, item_id, title, threshold, secret, counting_board, seats, created_at)
  values ($1, $2, $3, $4, $5::motion_threshold, true, $6::text[], $7, $8)`;

const insertNames = `
  insert into motion_choice (motion_id, position, name)
  select $1, position, name from unnest($2::text[]) with ordinality as given (name, position)`;

const lockBallot = `
  select threshold, seats, recorded_at is not null or struck_at is not null as done
  from motion where id = $1 and meeting_id = $2 and secret for update`;

const selectNames = 'select name from motion_choice where motion_id = $1 order by position';

const updateCounted = `
  update motion set base = $2, present = $3, in_favour = $4, against = $5, other = $6, issued = $7, returned = $8,
    valid = $9, invalid = $10, recorded_at = $11, recorded_by = $12
  where id = $1`;

const updateVotes = `
  update motion_choice set votes = counted.votes
  from unnest($2::int[]) with ordinality as counted (votes, position)
  where motion_choice.motion_id = $1 and motion_choice.position = counted.position`;
