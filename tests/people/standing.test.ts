import { describe, expect, test } from 'vitest';
import { standingOf, statusesWithout, type StatusName } from '../../hub/people/members/standing.ts';

/** A standing in letters: informed, invited, votes, Counted always / when present, holds power, is a member. */
function letters(statuses: readonly StatusName[], kind: 'home' | 'temporary' = 'home'): string {
  const { informed, invited, votes, counted, holdsPower, isMember } = standingOf(statuses, kind);
  return [
    informed ? 'n' : '-',
    invited ? 'i' : '-',
    votes ? 'v' : '-',
    { always: 'C', 'when-present': 'c', never: '-' }[counted],
    holdsPower ? 'p' : '-',
    isMember ? 'm' : '-',
  ].join('');
}

test.each<[readonly StatusName[], string]>([
  [['official'], 'nivCpm'],
  [['probationary'], 'ni--pm'],
  [['official', 'reduced'], 'nivCpm'],
  [['official', 'exempt'], 'n-vcpm'],
  [['official', 'temporarily_exempt'], 'n-vcpm'],
  [['official', 'away'], 'nivcpm'],
  [['official', 'visiting'], 'ni--pm'],
  [['official', 'transferring'], 'nivCpm'],
  [['official', 'suspended'], '-----m'],
  [['official', 'removed'], '------'],
  [['expelled'], '------'],
  [['resigned'], '------'],
  [['deceased'], '------'],
  // Nobody has said what he or she is.
  [[], 'ni--pm'],
  [['reduced'], 'ni--pm'],
  [['away'], 'ni--pm'],
  // Several at once take away together.
  [['official', 'exempt', 'away'], 'n-vcpm'],
  [['official', 'exempt', 'suspended'], '-----m'],
  [['official', 'suspended', 'expelled'], '------'],
  [['probationary', 'exempt'], 'n---pm'],
])('%j means %s', (statuses, expected) => {
  expect(letters(statuses)).toBe(expected);
  expect(letters(statuses.toReversed())).toBe(expected);
});

describe('as the rules have it (domain.md 2.1)', () => {
  test('who is here temporarily speaks here and votes at home only', () => {
    expect(letters(['official'], 'temporary')).toBe('ni--pm');
    expect(standingOf(['official', 'away'], 'home')).toMatchObject({ votes: true, counted: 'when-present' });
  });

  test('an exempt member is not called; who comes votes, and then counts', () => {
    const { invited, votes, counted } = standingOf(['official', 'exempt'], 'home');
    expect({ invited, votes, counted }).toEqual({ invited: false, votes: true, counted: 'when-present' });
  });

  test('a suspended member is left out of the number and stays a member', () => {
    const { counted, isMember, holdsPower } = standingOf(['official', 'suspended'], 'home');
    expect({ counted, isMember, holdsPower }).toEqual({
      counted: 'never',
      isMember: true,
      holdsPower: false,
    });
  });

  test('a probationary member has no vote and does not count', () => {
    expect(standingOf(['probationary'], 'home')).toMatchObject({ votes: false, counted: 'never' });
  });
});

test('the lists that queries use come from the same table', () => {
  expect(statusesWithout('isMember')).toEqual(['removed', 'expelled', 'resigned', 'deceased']);
  expect(statusesWithout('holdsPower')).toEqual(['suspended', 'removed', 'expelled', 'resigned', 'deceased']);
  expect(statusesWithout('informed')).toEqual(statusesWithout('holdsPower'));
});
