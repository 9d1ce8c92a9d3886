import type { MembershipKind, StatusName } from '../../../prisma/generated/enums.ts';

export type { StatusName };

/** Whether a member stands in the number over which a vote is reckoned (domain.md 2.2). */
export type Counted = 'always' | 'when-present' | 'never';

/** What follows from a member's statuses in one unit. */
export interface Standing {
  /** Gets notices. */
  informed: boolean;
  /** Is called to meetings. */
  invited: boolean;
  /** May vote when there. */
  votes: boolean;
  counted: Counted;
  /** The roles he or she holds give power. */
  holdsPower: boolean;
  /** Still a member of the Party. */
  isMember: boolean;
}

const full: Standing = {
  informed: true,
  invited: true,
  votes: true,
  counted: 'always',
  holdsPower: true,
  isMember: true,
};
const nothing: Standing = {
  informed: false,
  invited: false,
  votes: false,
  counted: 'never',
  holdsPower: false,
  isMember: false,
};

/**
 * What each status takes away; several at once take away together. This is the one place that says so: audiences,
 * rights and rolls are derived from it.
 *
 * @source domain.md 1.4, 2.1, 2.2, 6: Quy định 294-QĐ/TW §6.3.2, §7, §9.3.2; HD06 §10.3, §14.2 (đối chiếu 208-QĐ/TW)
 */
const consequences: Readonly<Record<StatusName, Standing>> = {
  official: full,
  // Speaks, does not vote, stand or elect, until the decision exists (Điều lệ Đ.3). Counts over official members only.
  probationary: { ...full, votes: false, counted: 'never' },
  // Less work, the same rights (294 §7.1).
  reduced: full,
  // Not called and not counted; who comes votes, and then counts (294 §7, §9.3.2; HD06 §14.2).
  exempt: { ...full, invited: false, counted: 'when-present' },
  temporarily_exempt: { ...full, invited: false, counted: 'when-present' },
  // Takes part elsewhere for a time and keeps all rights at home (294 §6.3.2); absent, he or she is not counted (§9.3.2).
  away: { ...full, counted: 'when-present' },
  // Here for a time: speaks, pays fees here, votes at home only (294 §6.3.2).
  visiting: { ...full, votes: false, counted: 'never' },
  // Until the new unit has the letter (294 §6.3.1) nothing in the rules we have takes a right away.
  transferring: full,
  // Stays a member and pays fees, takes no part and is left out of the number (domain.md 1.4, 2.1).
  suspended: { ...nothing, isMember: true },
  removed: nothing,
  expelled: nothing,
  resigned: nothing,
  deceased: nothing,
};

const statusNames = Object.keys(consequences) as StatusName[];
const fromMostToLeast: readonly Counted[] = ['always', 'when-present', 'never'];

/**
 * What follows from all statuses that hold at once, in a unit in which the membership is of this kind. A member of
 * whom nobody has said that he or she is official does not vote.
 */
export function standingOf(statuses: readonly StatusName[], kind: MembershipKind): Standing {
  // Who is here temporarily is visiting, whether or not somebody has written it down as a status.
  const holding = kind === 'temporary' ? [...statuses, 'visiting' as const] : statuses;
  const official = holding.includes('official');
  const each = holding.map((status) => consequences[status]);
  const every = (right: 'informed' | 'invited' | 'votes' | 'holdsPower' | 'isMember') =>
    each.every((standing) => standing[right]);
  return {
    informed: every('informed'),
    invited: every('invited'),
    votes: official && every('votes'),
    counted: official ? least(each.map(({ counted }) => counted)) : 'never',
    holdsPower: every('holdsPower'),
    isMember: every('isMember'),
  };
}

function least(counted: readonly Counted[]): Counted {
  return fromMostToLeast.findLast((one) => counted.includes(one)) ?? 'always';
}

/** The statuses that take this away by themselves, for queries. */
export function statusesWithout(right: 'informed' | 'holdsPower' | 'isMember'): readonly StatusName[] {
  return statusNames.filter((status) => !consequences[status][right]);
}

/** Either one or the other: what a member is from admission on. */
export const grades = ['probationary', 'official'] as const satisfies readonly StatusName[];
