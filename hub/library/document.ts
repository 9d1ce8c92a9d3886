import { withoutDiacritics } from '../platform/folding.ts';
import { describe, type Description } from './describing/description.ts';
import { readFrontMatter } from './reading/front-matter.ts';
import { passagesOf, type Passage } from './structure/passages.ts';

/** A document of the library: what it is, its text as it came, and its passages. */
export interface LibraryDocument extends Description {
  /** Its file's name. */
  file: string;
  text: string;
  passages: readonly Passage[];
}

/** Reads a Markdown or plain text. Whatever is in it, it ends, and in time linear in its length. */
export function readDocument(file: string, text: string): LibraryDocument {
  const frontMatter = readFrontMatter(text);
  return { file, text, ...describe(text, frontMatter), passages: passagesOf(text, frontMatter.bodyStart) };
}

/** Those of some documents that no other has replaced, and that do not say of themselves that they hold no more. */
export function inForce(documents: readonly LibraryDocument[]): ReadonlySet<LibraryDocument> {
  const gone = new Set(
    documents.flatMap(({ relations, number }) =>
      relations.flatMap((relation) => {
        if (relation.kind === 'replaces') return [withoutDiacritics(relation.number)];
        return relation.kind === 'replaced-by' ? [withoutDiacritics(number)] : [];
      }),
    ),
  );
  return new Set(documents.filter(({ expired, number }) => !expired && !gone.has(withoutDiacritics(number))));
}
