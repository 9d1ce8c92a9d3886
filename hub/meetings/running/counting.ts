import { DomainError } from '../../platform/errors.ts';

/** Raised cards as counted in the room. */
export interface CardCount {
  inFavour: number;
  against: number;
  /** Neither, such as abstaining or of another opinion. */
  other: number;
}

/** The count minutes of a secret vote. */
export interface BallotCount {
  issued: number;
  returned: number;
  valid: number;
  invalid: number;
  /** Votes for each name, in the order of the ballot; of a vote on the motion itself: [in favour, against]. */
  votes: readonly number[];
}

/** Over what it is reckoned: see domain.md 2.2. */
export interface Reckoned {
  base: number;
  /** Voters who are there. */
  present: number;
}

/** @throws {DomainError} `motion.not-a-count`, `motion.more-than-present`, `motion.more-than-base` */
export function checkCards({ inFavour, against, other }: CardCount, { base, present }: Reckoned): void {
  counts(inFavour, against, other);
  const sum = inFavour + against + other;
  if (sum > present)
    throw new DomainError('motion.more-than-present', { status: 422, facts: { sum, present } });
  if (sum > base) throw new DomainError('motion.more-than-base', { status: 422, facts: { sum, base } });
}

/**
 * @param names on the ballot; none: it is about the motion itself
 * @param seats how many may be chosen, where that is set
 * @throws {DomainError} `motion.not-a-count`, `ballot.issued-too-many`, `ballot.returned-too-many`, `ballot.sum-wrong`,
 *   `ballot.votes-too-many`, `ballot.votes-over-seats`
 */
export function checkBallots(
  { issued, returned, valid, invalid, votes }: BallotCount,
  { present }: Reckoned,
  names: readonly string[],
  seats: number | null,
): void {
  counts(issued, returned, valid, invalid, ...votes);
  const sum = votes.reduce((total, each) => total + each, 0);
  if (votes.length !== (names.length || 2)) throw new DomainError('motion.not-a-count', { status: 422 });
  if (issued > present)
    throw new DomainError('ballot.issued-too-many', { status: 422, facts: { issued, present } });
  if (returned > issued)
    throw new DomainError('ballot.returned-too-many', { status: 422, facts: { returned, issued } });
  if (valid + invalid !== returned)
    throw new DomainError('ballot.sum-wrong', { status: 422, facts: { valid, invalid, returned } });
  if (names.length === 0 && sum > valid)
    throw new DomainError('ballot.sides-too-many', { status: 422, facts: { sum, valid } });
  for (const [index, name] of names.entries()) {
    const got = votes[index]!;
    if (got > valid)
      throw new DomainError('ballot.votes-too-many', { status: 422, facts: { name, got, valid } });
  }
  const most = valid * (seats ?? names.length);
  if (names.length > 0 && sum > most)
    throw new DomainError('ballot.votes-over-seats', { status: 422, facts: { sum, most } });
}

/** @throws {DomainError} `motion.not-a-count` */
function counts(...numbers: readonly number[]): void {
  if (numbers.every((number) => Number.isInteger(number) && number >= 0 && number <= 30_000)) return;
  throw new DomainError('motion.not-a-count', { status: 422 });
}
