import type { Clock } from '../../platform/clock.ts';
import { perMinute } from '../../platform/per-minute.ts';
import { PaperUnknown, TooManyWrongPapers } from '../errors.ts';
import type { Asked, Papers } from '../port.ts';

/** More than a hall of people mistypes. */
const wrongPerMinute = 60;

/**
 * What a paper asks. Of words that are none, so many in a minute are told so, of all who type together: who they are is not
 * known. A real paper costs nothing and is never refused, however many wrong ones somebody sends.
 */
export function knownPaper({ papers, clock }: { papers: Papers; clock: Clock }) {
  const countWrong = perMinute(wrongPerMinute, {
    clock,
    full: (seconds) => new TooManyWrongPapers(seconds),
  });

  /** @throws {PaperUnknown} @throws {TooManyWrongPapers} */
  return async function askedBy(paper: string): Promise<Asked> {
    const asked = await papers.asked(paper);
    if (asked) return asked;
    countWrong();
    throw new PaperUnknown();
  };
}
