import { openEmbeddings, type Embeddings } from './embeddings.ts';
import { openLanguageModel, type LanguageModel } from './language-model.ts';
import type { Secret } from './secret.ts';
import { openTranscriber, type Transcriber } from './transcriber.ts';

export interface ModelServers {
  /** Writes; null where no server or no such model is named. The same of the others. */
  model: LanguageModel | null;
  /** Writes down voice notes. */
  transcriber: Transcriber | null;
  /** Finds passages by their meaning. */
  embeddings: Embeddings | null;
  close(): Promise<void>;
}

/** What a server that speaks as OpenAI's does is asked for here: each kind of model by itself, as far as it is named. */
export function openModelServers({
  root,
  key,
  model,
  transcriptionModel,
  embeddingModel,
  prefixes,
}: {
  root: string | undefined;
  key: Secret | undefined;
  model: string | undefined;
  transcriptionModel: string | undefined;
  embeddingModel: string | undefined;
  prefixes: Parameters<typeof openEmbeddings>[0]['prefixes'];
}): ModelServers {
  const writing = root && model ? openLanguageModel({ root, key, model }) : null;
  const hearing =
    root && transcriptionModel ? openTranscriber({ root, key, model: transcriptionModel }) : null;
  const embedding =
    root && embeddingModel ? openEmbeddings({ root, key, model: embeddingModel, prefixes }) : null;
  return {
    model: writing,
    transcriber: hearing,
    embeddings: embedding,
    async close() {
      await Promise.all([writing?.close(), hearing?.close(), embedding?.close()]);
    },
  };
}
