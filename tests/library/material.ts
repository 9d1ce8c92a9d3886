import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** The folder with real documents and questions, which are not ours to publish: beside the project, or at SHARED_DIR. */
export const shared = [process.env['SHARED_DIR'], resolve(root, '../shared'), '/work/shared'].find(
  (folder) => folder !== undefined && existsSync(resolve(folder, 'corpus')),
);

export const corpus = resolve(shared ?? root, 'corpus');
export const givenQuestions = resolve(shared ?? root, 'eval/questions.jsonl');
export const statutes = resolve(shared ?? root, 'eval/alqac/articles.jsonl');
export const statuteQuestions = resolve(shared ?? root, 'eval/alqac/questions.jsonl');
/** Written by us over the same documents, harder than the given ones on purpose. */
export const ownQuestions = resolve(root, 'tests/assistant/own-questions.jsonl');
