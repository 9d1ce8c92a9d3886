import { setTimeout as sleep } from 'node:timers/promises';
import {
  completionRequests,
  type AnswerPatience,
  type Attempt,
  type ModelTask,
} from './completion-request.ts';
import { inTurns } from './in-turns.ts';
import type { Secret } from './secret.ts';

export type { ModelTask } from './completion-request.ts';

/** What one question used up; `estimated` where the server did not say it. */
export interface TokensUsed {
  in: number;
  out: number;
  estimated: boolean;
}

/** What a model wrote, or that it wrote nothing. */
export type Written =
  /** `isWhole`: it came to its end by itself; else it was stopped, cut, or broke off. */
  | { kind: 'written'; text: string; isWhole: boolean; tokens: TokensUsed }
  /** `busy`: too many ask already. `no-answer`: none within the time, or none that is text; why is nobody's to read. */
  | { kind: 'nothing'; why: 'busy' | 'no-answer'; tokens: TokensUsed };

/** A model behind a server that speaks as OpenAI's does. Nothing of what is asked and answered is logged. */
export interface LanguageModel {
  /** As it is configured. */
  name: string;
  /** Where what is asked goes to. */
  host: string;
  /** One answer to one question. Null: none within the time, or none that is text; why is nobody's to read. */
  answer(task: ModelTask, signal?: AbortSignal): Promise<string | null>;
  /**
   * The same while it is written. Tried once more where the server is out, or has too many, before it wrote anything.
   *
   * @param signal ends it: what was written by then is the answer
   * @param onText called with each stretch that is added
   */
  write(
    task: ModelTask,
    options?: { signal?: AbortSignal; onText?: (added: string) => void },
  ): Promise<Written>;
  close(): Promise<void>;
}

/** How long is waited, in milliseconds. */
export interface Patience extends AnswerPatience {
  /** For a turn, where others are asking. */
  turn: number;
  /** Before it is tried again, where the server does not say. */
  beforeRetry: number;
}

const usualPatience: Patience = {
  turn: 10_000,
  firstWords: 30_000,
  pause: 15_000,
  whole: 50_000,
  beforeRetry: 500,
};
const longestRetryMs = 5_000;

/**
 * @param root such as `https://api.openai.com/v1`, or a server of one's own
 * @param atOnce so many answers are written at a time
 */
export function openLanguageModel({
  root,
  key,
  model,
  atOnce = 4,
  patience: given = {},
}: {
  root: string;
  key: Secret | undefined;
  model: string;
  atOnce?: number;
  patience?: Partial<Patience>;
}): LanguageModel {
  const patience = { ...usualPatience, ...given };
  const requests = completionRequests({ root, key, model, connections: atOnce + 2, patience });
  const inTurn = inTurns(atOnce, { patienceMs: patience.turn, full: () => new TooManyAsk() });
  // Some gateways refuse to be asked what it cost; they are asked once.
  let tellsTokens = true;

  async function answer(task: ModelTask, signal?: AbortSignal): Promise<string | null> {
    const limit = AbortSignal.timeout(patience.whole);
    return await requests.ask(task, signal ? AbortSignal.any([limit, signal]) : limit);
  }

  async function write(
    task: ModelTask,
    { signal, onText = () => {} }: { signal?: AbortSignal; onText?: (added: string) => void } = {},
  ): Promise<Written> {
    try {
      return await inTurn(async () => {
        const whole = AbortSignal.timeout(patience.whole);
        return await writeWithin(task, signal ? AbortSignal.any([whole, signal]) : whole, onText);
      });
    } catch (error) {
      if (error instanceof TooManyAsk) return { kind: 'nothing', why: 'busy', tokens: nothingUsed };
      throw error;
    }
  }

  async function writeWithin(
    task: ModelTask,
    signal: AbortSignal,
    onText: (added: string) => void,
  ): Promise<Written> {
    const attemptTo = async (asksTokens = tellsTokens) =>
      await requests.stream(task, { signal, onText, asksTokens });
    let attempt = await attemptTo();
    if (isRefusal(attempt) && tellsTokens) {
      attempt = await attemptTo(false);
      if (attempt.status === 200) tellsTokens = false;
    }
    const waitMs = waitBeforeRetry(attempt, patience.beforeRetry);
    if (waitMs !== null) {
      await sleep(waitMs, undefined, { signal }).catch(() => {});
      if (!signal.aborted) attempt = await attemptTo();
    }
    return writtenIn(attempt, task);
  }

  return { name: model, host: new URL(root).host, answer, write, close: requests.close };
}

class TooManyAsk extends Error {}

const nothingUsed: TokensUsed = { in: 0, out: 0, estimated: false };

function isRefusal({ status }: Attempt): boolean {
  return status === 400 || status === 422;
}

/** Null: what was said holds. */
function waitBeforeRetry(
  { status, headers, reader, broke, stalled }: Attempt,
  usualMs: number,
): number | null {
  if (reader?.text || stalled) return null;
  const isOut = broke || (status !== null && (status >= 500 || status === 429));
  if (!isOut) return null;
  const told = Number(headers['retry-after']);
  if (!Number.isFinite(told)) return usualMs;
  return told * 1_000 <= longestRetryMs ? Math.max(0, told * 1_000) : null;
}

function writtenIn({ reader }: Attempt, task: ModelTask): Written {
  if (!reader) return { kind: 'nothing', why: 'no-answer', tokens: nothingUsed };
  const { text, isWhole, tokens: said } = reader;
  const tokens = said ? { ...said, estimated: false } : estimated(task, text);
  if (text.trim() === '') return { kind: 'nothing', why: 'no-answer', tokens };
  return { kind: 'written', text, isWhole, tokens };
}

function estimated({ instructions, given }: ModelTask, text: string): TokensUsed {
  return { in: estimatedTokens(`${instructions} ${given}`), out: estimatedTokens(text), estimated: true };
}

/** Local models cut Vietnamese into about two tokens a syllable. */
const tokensPerSyllable = 2;

/** About how many tokens a text is. */
export function estimatedTokens(text: string): number {
  return (text.match(/\S+/g)?.length ?? 0) * tokensPerSyllable;
}
