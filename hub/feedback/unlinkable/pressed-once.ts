import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import type { Said } from '../port.ts';

/** As long as somebody may wonder whether it was sent, and presses again. */
const keptMs = 5 * 60_000;
const mostKept = 10_000;

/** Stands in one form, and nowhere else: drawn anew each time the page is shown, and kept only when the form comes back. */
export function drawOnce(): string {
  return randomBytes(16).toString('base64url');
}

/**
 * A form that is pressed twice, or sent again by reloading what came of it, is one item and has one receipt. Nobody is
 * known by a cookie, so the form is known, by a hash, for five minutes, in the memory of this process alone.
 */
export function pressedOnce<Answer>(clock: Clock) {
  const answers = new Map<string, { answer: Promise<Answer>; until: number }>();

  /** @param once what the form brought along; without it each press counts */
  return async function answerTo(
    { once, unit, said }: { once: string | undefined; unit: string; said: Said },
    work: () => Promise<Answer>,
  ): Promise<Answer> {
    if (!once) return await work();
    const now = clock().getTime();
    for (const [key, { until }] of answers) if (until <= now || answers.size > mostKept) answers.delete(key);
    const form = hashOf(once, unit, said);
    const before = answers.get(form);
    if (before) return await before.answer;
    const answer = work();
    answers.set(form, { answer, until: now + keptMs });
    try {
      return await answer;
    } catch (error) {
      answers.delete(form);
      throw error;
    }
  };
}

/** With all that was written: what somebody changed before pressing again is another item. */
function hashOf(once: string, unit: string, { files = [], ...said }: Said): string {
  const hash = createHash('sha256').update(JSON.stringify([once, unit, said]));
  for (const { name, content } of files) hash.update(`\n${name} ${content.byteLength}\n`).update(content);
  return hash.digest('base64');
}
