import type { KnownDocument, Span } from '../../library/index.ts';
import type { Language } from '../../platform/locales.ts';

/** A passage that was found for this asker: nothing else may be cited. */
export interface GivenPassage extends Span {
  document: KnownDocument;
  locator: string;
  text: string;
}

export interface ModelQuestion {
  text: string;
  /** What was asked and answered before it, the oldest first; at most three. */
  earlier: readonly { question: string; answer: string }[];
  language: Language;
  /** Best first. */
  passages: readonly GivenPassage[];
  /** Whose budget it is; null: nobody's. */
  unitId: string | null;
}

/** A sentence that passed every check, with the words of passages that stand behind it. */
export interface ModelledSentence {
  text: string;
  citations: readonly (Span & { passage: GivenPassage })[];
}

export type Modelled =
  | { kind: 'answered'; sentences: readonly ModelledSentence[] }
  /** `not-there`: it says that the passages do not answer. `not-shown`: of what it said too much did not hold. */
  | { kind: 'refused'; why: 'not-there' | 'not-shown' }
  | { kind: 'unavailable'; why: 'no-answer' | 'budget' | 'busy' };

/** Answers in a model's words, of which only what stands in the passages is let through. */
export interface Modelling {
  /** @param onSentence called with all sentences so far while it writes. Never throws for what a server says. */
  answer(
    question: ModelQuestion,
    options?: { signal?: AbortSignal; onSentence?: (soFar: readonly ModelledSentence[]) => void },
  ): Promise<Modelled>;
  /** What is asked after something, as a question that stands by itself. Null: no model, or nothing of use. */
  standalone(text: string, earlier: ModelQuestion['earlier'], unitId: string | null): Promise<string | null>;
}
