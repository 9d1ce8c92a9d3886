import type { Digests } from '../digest.ts';
import type { Find } from '../find.ts';
import type { SendingParts } from '../sending.ts';
import { late } from './late.ts';
import { passingOn } from './passing-on.ts';
import { takingBack } from './taking-back.ts';
import { tree } from './tree.ts';
import { waitingToPassOn } from './waiting.ts';

/** Directives that go level by level: passed on, followed from above, and those who are late asked. */
export function cascade(
  parts: SendingParts,
  {
    find,
    digests,
    acknowledge,
  }: {
    find: Find;
    digests: Digests;
    /** What somebody passes on has been received. */
    acknowledge: (memberId: string, noticeId: string) => Promise<unknown>;
  },
) {
  const passing = passingOn(parts, { find, acknowledge });
  return {
    ...passing,
    ...takingBack(parts, passing.rootOf),
    ...tree(parts, passing.rootOf, find),
    ...waitingToPassOn(parts),
    ...late(parts, digests),
  };
}
