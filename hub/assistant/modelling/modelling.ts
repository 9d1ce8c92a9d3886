import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import {
  estimatedTokens,
  type LanguageModel,
  type ModelTask,
  type TokensUsed,
} from '../../platform/language-model.ts';
import type { Metrics } from '../../platform/metrics.ts';
import { checkedAnswer } from './checked-answer.ts';
import { tokenBudget } from './budget.ts';
import type { Modelling } from './port.ts';
import { rewritten } from './rewritten.ts';
import { answerTask, standaloneTask } from './tasks.ts';

export interface ModellingParts {
  /** Null: there is none. */
  model: LanguageModel | null;
  database: Database;
  clock: Clock;
  /** Tokens a unit may use up in a day; Infinity: as many as it likes. */
  dailyTokens: number;
  metrics: Metrics;
  onProblem: (error: unknown) => void;
}

type Purpose = 'answer' | 'standalone';

/** Answers with the model that is configured; null without one. */
export function openModelling({ model, metrics, onProblem, ...parts }: ModellingParts): Modelling | null {
  if (!model) return null;
  const budget = tokenBudget({ ...parts, model: model.name });

  function count(purpose: Purpose, outcome: string, tokens?: TokensUsed): void {
    metrics.modelAnswers.inc({ purpose, outcome });
    if (!tokens) return;
    metrics.modelTokens.inc({ direction: 'in' }, tokens.in);
    metrics.modelTokens.inc({ direction: 'out' }, tokens.out);
  }

  /** Asks within the unit's budget; null: it is used up. */
  async function write(
    purpose: Purpose,
    unitId: string | null,
    task: ModelTask,
    options: { signal?: AbortSignal; onText?: (added: string) => void },
  ) {
    const reserved = await budget.reserve(unitId, mostTokensOf(task));
    if (!reserved) return null;
    const timed = metrics.modelSeconds.startTimer({ purpose });
    const written = await model!.write(task, options);
    timed();
    const isAsked = written.kind === 'written' || written.tokens.in > 0;
    // What it cost is worth less than the answer.
    await reserved.settle(written.tokens, isAsked).catch(onProblem);
    return written;
  }

  return {
    async answer(question, { signal, onSentence } = {}) {
      const enough = new AbortController();
      const checked = checkedAnswer(question, { onSentence, onEnough: () => enough.abort() });
      const written = await write('answer', question.unitId, answerTask(question), {
        signal: signal ? AbortSignal.any([signal, enough.signal]) : enough.signal,
        onText: checked.take,
      });
      if (!written) {
        count('answer', 'budget');
        return { kind: 'unavailable', why: 'budget' };
      }
      const isLost = written.kind === 'nothing' || signal?.aborted === true;
      const answer = isLost ? null : checked.finish(written.isWhole);
      if (!answer) {
        const why = written.kind === 'nothing' ? written.why : 'no-answer';
        count('answer', why, written.tokens);
        return { kind: 'unavailable', why };
      }
      count('answer', answer.kind === 'refused' ? answer.why : answer.kind, written.tokens);
      return answer;
    },

    async standalone(text, earlier, unitId) {
      if (earlier.length === 0) return null;
      const written = await write('standalone', unitId, standaloneTask(text, earlier), {});
      const question = written?.kind === 'written' ? rewritten(written.text, text, earlier) : null;
      const outcome = question ? 'rewritten' : written?.kind === 'nothing' ? written.why : 'refused';
      count('standalone', written ? outcome : 'budget', written?.tokens);
      return question;
    },
  };
}

/** What is set aside for a task: what it is told, and all that it may say. */
function mostTokensOf({ instructions, given, mostTokens = 0 }: ModelTask): number {
  return estimatedTokens(`${instructions} ${given}`) + mostTokens;
}
