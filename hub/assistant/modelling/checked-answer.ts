import { answerLines, type AnswerLine } from './answer-lines.ts';
import { checkedSentence } from './checks/checks.ts';
import type { Modelled, ModelledSentence, ModelQuestion } from './port.ts';
import { passagesGiven } from './tasks.ts';

/** A short answer is what was asked for; what comes after that is not read. */
const mostSentences = 6;

type Refused = Extract<Modelled, { kind: 'refused' }>;
const notThere: Refused = { kind: 'refused', why: 'not-there' };
const notShown: Refused = { kind: 'refused', why: 'not-shown' };

/** An answer while it is written, of which only what passes the checks is let through. */
export interface CheckedAnswer {
  take(added: string): void;
  /**
   * What became of it. Null: it broke off before anything could be judged.
   *
   * @param isWhole it came to its end by itself
   */
  finish(isWhole: boolean): Extract<Modelled, { kind: 'answered' | 'refused' }> | null;
}

/** @param onEnough called once nothing that may still come changes anything */
export function checkedAnswer(
  { passages, language }: Pick<ModelQuestion, 'passages' | 'language'>,
  {
    onSentence = () => {},
    onEnough = () => {},
  }: { onSentence?: ((soFar: readonly ModelledSentence[]) => void) | undefined; onEnough?: () => void } = {},
): CheckedAnswer {
  const given = passagesGiven(passages);
  const passed: ModelledSentence[] = [];
  let failed = 0;
  let refused: Refused | null = null;
  let isOver = false;

  function judge(line: AnswerLine): void {
    if (isOver) return;
    const sentence = line.kind === 'said' ? checkedSentence(line.said, given, language) : null;
    if (sentence) {
      passed.push(sentence);
      onSentence([...passed]);
    } else {
      failed += 1;
      // Without its core an answer is none, and neither is one that takes itself back.
      if (line.kind === 'not-found') refused = notThere;
      else if (passed.length === 0) refused = notShown;
    }
    isOver = refused !== null || passed.length + failed >= mostSentences;
    if (isOver) onEnough();
  }

  const lines = answerLines(judge);
  return {
    take: (added) => {
      if (!isOver) lines.take(added);
    },
    finish(isWhole) {
      const before = { failed, refused };
      if (!isOver) lines.end();
      // What broke off in the middle is no lie: it is left out.
      if (!isWhole) ({ failed, refused } = before);
      if (refused) return refused;
      if (passed.length === 0) return isWhole ? notShown : null;
      return passed.length < failed ? notShown : { kind: 'answered', sentences: passed };
    },
  };
}
