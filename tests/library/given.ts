import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  inForce,
  indexLibrary,
  librarySearch,
  readDocument,
  type LibraryDocument,
} from '../../hub/library/index.ts';
import { corpus } from './material.ts';

/** The real documents, in the order of their names. */
export function realDocuments(): LibraryDocument[] {
  return readdirSync(corpus)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .toSorted()
    .map((name) => readDocument(name, readFileSync(join(corpus, name), 'utf8')));
}

/** A small library of texts by their file names; a search that answers with the words it found, best first. */
export function smallLibrary(texts: Record<string, string>) {
  const documents = Object.entries(texts).map(([file, text]) => readDocument(file, text));
  const standing = inForce(documents);
  const index = indexLibrary(
    documents.map((document) => ({ ...document, id: document.file, inForce: standing.has(document) })),
  );
  const search = librarySearch(index);
  const words = (question: string): string[] =>
    search(question).statements.map(({ document, statement: { start, end } }) =>
      document.text.slice(start, end),
    );
  const found = (question: string) => search(question).statements.map(({ document }) => document);
  return Object.assign(words, { documents: found });
}

/** The letters and digits of a text, which is what must not get lost. */
export function substance(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}
