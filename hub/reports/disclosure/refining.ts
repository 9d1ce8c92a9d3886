import { speakers } from './region.ts';
import type { Group } from './region.ts';
import type { Bounds, Cell, Fact } from './facts.ts';

type Refined = Pick<Cell, 'answered' | 'rated'>;

/**
 * What became of a group of one unit: how many were answered in time, how many answers were of use. Each divides the
 * group anew, so each part is a group of enough people too. That no answer was late is the committee's doing and may be
 * told; that all who rated said the same may not.
 */
export function refined({ facts, home, parts }: Group, bounds: Bounds): Refined {
  if (new Set(parts.map(({ unitId }) => unitId)).size > 1) return { answered: null, rated: null };
  const late = facts.filter(({ answer }) => answer?.late === true);
  const inTime = facts.filter(({ answer }) => answer?.late === false);
  const unanswered = facts.filter(({ answer }) => answer === null);
  const useful = facts.filter((fact) => fact.useful === true);
  const notUseful = facts.filter((fact) => fact.useful === false);
  const unrated = facts.filter((fact) => fact.useful === null);
  const tellsOfAnswers = enough(late.length + inTime.length > 0, [late, inTime, unanswered]);
  const tellsOfUse = enough(useful.length > 0 && notUseful.length > 0, [useful, notUseful, unrated]);
  return {
    answered: tellsOfAnswers ? { late: late.length, inTime: inTime.length } : null,
    rated: tellsOfUse ? { useful: useful.length, notUseful: notUseful.length } : null,
  };

  function enough(any: boolean, divided: readonly (readonly Fact[])[]): boolean {
    return any && divided.every((part) => part.length === 0 || isEnough(part));
  }

  function isEnough(part: readonly Fact[]): boolean {
    return speakers(part, home.members, bounds) >= bounds.group;
  }
}
