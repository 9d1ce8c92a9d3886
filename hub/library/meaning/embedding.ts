import { setImmediate as otherWork } from 'node:timers/promises';
import type { Database } from '../../platform/database/index.ts';
import type { Embeddings, EmbeddingProblem } from '../../platform/embeddings.ts';
import { readFrontMatter } from '../reading/front-matter.ts';
import { passagesOf } from '../structure/passages.ts';
import { comparedWithKept, giveVectors, type Given } from './missing-vectors.ts';
import { dropOfNoDocument, dropOfOtherModels, dropVectors, keepVectors, keptVectors } from './vectors.ts';

interface TextRow {
  id: string;
  version: number;
  number: string;
  title: string;
  text: string;
}

export interface Embedding {
  /** Goes on from where it stopped until every passage has its vector. @returns what ended it early, or null */
  round(signal: AbortSignal): Promise<EmbeddingProblem | null>;
}

/** Where vectors are written to once more, so that a database can search them. */
export interface VectorCopy {
  /** Makes the copy of a document's vectors what they are. */
  copy(documentId: string, dimension: number): Promise<void>;
  /** Drops what has no vector any more. */
  clean(): Promise<void>;
}

const beforeAll = { version: -1, id: '00000000-0000-0000-0000-000000000000' };

/**
 * Gives vectors to passages, document by document in the order of their versions. How far it has come is known to the
 * process alone: another one looks at all documents once, and asks for nothing that is there.
 */
export function embedding({
  database,
  embeddings,
  copy,
  onAnswer,
}: {
  database: Database;
  embeddings: Embeddings;
  copy: VectorCopy | null;
  /** Called when the server has done what a document needed. */
  onAnswer: () => void;
}): Embedding {
  const { model, prefixes } = embeddings;
  /** Of the vectors of today: a server may have changed its model under the same name. */
  let dimension = 0;
  let reached = beforeAll;
  let cleaned = -1;

  async function round(signal: AbortSignal): Promise<EmbeddingProblem | null> {
    const [library] = await database.query<{ version: number }>('select version from library_version');
    const version = library?.version ?? 0;
    if (version === cleaned) return null;
    if (dimension === 0) {
      const sample = await embeddings.question('đảng viên', signal);
      if ('problem' in sample) return sample.problem;
      dimension = sample.vectors[0]!.length;
    }
    for (let document = await next(); document && !signal.aborted; document = await next()) {
      const problem = await embed(document, signal);
      if (problem) return problem;
      onAnswer();
      await otherWork();
    }
    if (signal.aborted) return null;
    await dropOfNoDocument(database);
    await dropOfOtherModels(database, model);
    await copy?.clean();
    cleaned = version;
    return null;
  }

  async function next(): Promise<TextRow | undefined> {
    const [row] = await database.query<TextRow>(
      `select id, version, number, title, text from library_document
       where state = 'released' and (version, id) > ($1, $2::uuid) order by version, id limit 1`,
      [reached.version, reached.id],
    );
    return row;
  }

  async function embed(row: TextRow, signal: AbortSignal): Promise<EmbeddingProblem | null> {
    const { id: documentId, version, text } = row;
    const passages = passagesOf(text, readFrontMatter(text).bodyStart);
    const kept = await keptVectors(database, model, documentId);
    const { missing, outdated } = await comparedWithKept({ ...row, passages }, kept, {
      prefix: prefixes.passage,
      dimension,
    });
    if (outdated.length > 0) await dropVectors(database, model, documentId, outdated);
    let given = dimension;
    const keep = async (vectors: readonly Given[]) => {
      given = vectors[0]!.vector.length;
      await keepVectors(database, { model, documentId, version }, vectors);
    };
    const problem = await giveVectors(embeddings, missing, keep, signal);
    if (problem) return problem;
    await copy?.copy(documentId, given);
    reached = given === dimension ? { version, id: documentId } : beforeAll;
    dimension = given;
    return null;
  }

  return { round };
}
