import type { Embeddings } from '../../platform/embeddings.ts';
import type { Patience } from './patience.ts';

const withinMs = 1_500;
const mostKept = 500;

/** Vectors of questions, the latest ones kept. */
export interface QuestionVectors {
  /** Null: not to be had in time. While the server is unwell nobody waits for it. */
  of(text: string, signal?: AbortSignal): Promise<Float32Array | null>;
  /** It was compared with nothing: the server may give vectors of another size by now. */
  forget(text: string): void;
}

/** @param onAnswer told whether a server that was asked answered in time */
export function questionVectors(
  embeddings: Embeddings,
  patience: Patience,
  onAnswer: (answered: boolean) => void,
): QuestionVectors {
  const kept = new Map<string, Float32Array>();
  const asked = new Map<string, Promise<Float32Array | null>>();

  async function ask(text: string): Promise<Float32Array | null> {
    const answer = await embeddings.question(text, AbortSignal.timeout(withinMs));
    if ('problem' in answer) {
      // It answered, and does not want this one question.
      if (answer.problem !== 'refused') onAnswer(false);
      return null;
    }
    onAnswer(true);
    const vector = answer.vectors[0]!;
    kept.set(text, vector);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    return vector;
  }

  /** Whoever asks the same meanwhile waits for the same answer. */
  function shared(text: string): Promise<Float32Array | null> {
    let asking = asked.get(text);
    if (!asking) {
      asking = ask(text).finally(() => asked.delete(text));
      asked.set(text, asking);
    }
    return asking;
  }

  return {
    async of(text, signal) {
      const known = kept.get(text);
      if (known) {
        kept.delete(text);
        kept.set(text, known);
        return known;
      }
      if (!patience.isUnwell) return await orAborted(shared(text), signal);
      // One question tries whether it is well again, and does not wait for that.
      if (patience.mayAsk() && asked.size === 0) void shared(text);
      return null;
    },
    forget: (text) => void kept.delete(text),
  };
}

async function orAborted(
  vector: Promise<Float32Array | null>,
  signal: AbortSignal | undefined,
): Promise<Float32Array | null> {
  if (!signal) return await vector;
  if (signal.aborted) return null;
  let stop = () => {};
  const aborted = new Promise<null>((resolve) => {
    stop = () => resolve(null);
    signal.addEventListener('abort', stop);
  });
  return await Promise.race([vector, aborted]).finally(() => signal.removeEventListener('abort', stop));
}
