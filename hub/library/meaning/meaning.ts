import type { FoundInLibrary, KnownDocument } from '../port.ts';
import { embedding, type Embedding } from './embedding.ts';
import { following } from './following.ts';
import { fused } from './fusion.ts';
import { learning } from './learning.ts';
import { watchMeaning } from './metrics.ts';
import { nearestInDatabase } from './nearest-in-database.ts';
import { nearestInMemory } from './nearest-in-memory.ts';
import type { IsOpen } from './nearest.ts';
import { Patience } from './patience.ts';
import type { Meaning, MeaningParts } from './port.ts';
import { questionVectors } from './question-vectors.ts';
import { hasVectors } from './vector-table.ts';

/** So many passages stand beside those found by words. */
const nearCount = 100;

/** Said once when the server of embeddings falls silent, and not again before it has answered. */
class EmbeddingsUnwell extends Error {
  constructor(work: 'questions' | 'passages') {
    super(
      `The server of embeddings gives no vectors for ${work}; the library is searched by words meanwhile.`,
    );
    this.name = 'EmbeddingsUnwell';
  }
}

/** @returns null where no model of embeddings is configured */
export function openMeaning(parts: MeaningParts): Meaning | null {
  const { embeddings, database, clock, metrics, documentOf, onProblem } = parts;
  if (!embeddings) return null;
  const { model, prefixes } = embeddings;
  const patience = { questions: new Patience(clock), passages: new Patience(clock) };
  const isUnwell = () => patience.questions.isUnwell || patience.passages.isUnwell;
  const heard = (work: keyof typeof patience, answered: boolean) => {
    if (answered) return patience[work].answered();
    if (!patience[work].isUnwell) onProblem(new EmbeddingsUnwell(work));
    patience[work].failed();
  };
  watchMeaning(metrics, { database, model, isUnwell });

  const documents = new Map<string, KnownDocument>();
  const where = { database, model, prefix: prefixes.passage };
  const memory = nearestInMemory();
  const follow = following(where, memory, onProblem);
  const inDatabase = nearestInDatabase(where, documents);
  const words = learning(onProblem);
  const questions = questionVectors(embeddings, patience.questions, (answered) =>
    heard('questions', answered),
  );
  let searchesDatabase: Promise<boolean> | null = null;
  let embeds: Embedding | null = null;

  function inDatabaseToo(): Promise<boolean> {
    searchesDatabase ??= hasVectors(database).catch((error: unknown) => {
      searchesDatabase = null;
      throw error;
    });
    return searchesDatabase;
  }

  async function withNear(found: FoundInLibrary, asked: string, question: Float32Array, isOpen: IsOpen) {
    try {
      const vectors = (await inDatabaseToo()) ? inDatabase : memory;
      const near = await vectors.nearest(question, nearCount, isOpen);
      if (near.compared === 0) {
        questions.forget(asked);
        follow.lookAgain();
      }
      return fused(found, near, words.knows);
    } catch (error) {
      onProblem(error);
      return found;
    }
  }

  return {
    async embedMissing(signal) {
      if (!patience.passages.mayAsk()) return;
      try {
        const copy = (await inDatabaseToo()) ? inDatabase : null;
        embeds ??= embedding({ database, embeddings, copy, onAnswer: () => heard('passages', true) });
        const problem = await embeds.round(signal);
        if (problem && !signal.aborted) heard('passages', false);
      } catch (error) {
        onProblem(error);
      }
    },
    put(changed) {
      for (const document of changed) documents.set(document.id, document);
      words.put(changed);
      follow.put(changed);
    },
    remove(ids) {
      for (const id of ids) documents.delete(id);
      words.remove(ids);
      follow.remove(ids);
    },
    hold() {
      const stopping = new AbortController();
      const held = inDatabaseToo()
        .then((isThere) => (isThere || stopping.signal.aborted ? null : follow.hold()))
        .catch((error: unknown) => {
          onProblem(error);
          return follow.hold();
        });
      return {
        async stop() {
          stopping.abort();
          words.close();
          await (await held)?.stop();
        },
      };
    },
    async search(reader, typed, byWords, signal) {
      const asked = words.restored(typed);
      const [question, found] = await Promise.all([
        questions.of(asked, signal),
        (async () => await byWords())(),
      ]);
      if (!question) return found;
      // A document that is just being changed or taken out is read here as the index has it.
      return await withNear(
        found,
        asked,
        question,
        (document) => documentOf(document.id) === document && reader.mayRead(document),
      );
    },
    warning: () => (isUnwell() ? 'embeddings' : null),
  };
}
