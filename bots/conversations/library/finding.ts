import type { Actor } from '../../../hub/platform/audit.ts';
import { LibraryNotReady } from '../../../hub/library/index.ts';
import { fold } from '../fold.ts';
import type { ConversationParts } from '../turn.ts';
import type { ListedDocument } from './document-words.ts';
import type { Spoken } from './spoken-document.ts';

/** A document, or a place in one, that may be what is looked for. */
export interface FoundLine {
  document: ListedDocument;
  /** Null: the document as a whole. */
  place: { locator: string; start: number } | null;
}

/** More would not be read on a telephone. */
const mostLines = 8;
const passagesLooked = 24;

/** Documents of which somebody speaks, and places in them where words stand; only what the asker may read. */
export function libraryFinding({ library }: Pick<ConversationParts, 'library'>) {
  /** Documents of a spoken number, those in force first. */
  async function named(by: Actor, { words, digits, kind }: Spoken): Promise<FoundLine['document'][]> {
    const ofDigits = digits === null ? [words] : [digits, `0${digits}`];
    const found = await Promise.all(
      ofDigits.map(async (each) => await library.reading.browse(by, { words: each })),
    );
    const ofNumber = found
      .flatMap(({ documents }) => documents)
      .filter(
        (document) =>
          (digits === null || digitsOf(document.number) === digits) &&
          (digits === null ||
            /^\d+$/.test(words) ||
            fold(document.number) === fold(words) ||
            fold(document.number).startsWith(`${fold(words)}/`)) &&
          (kind === null ||
            fold(document.kind) === fold(kind) ||
            fold(document.title).startsWith(fold(kind))),
      );
    return ofNumber.toSorted(
      (one, other) => Number(other.status === 'in_force') - Number(one.status === 'in_force'),
    );
  }

  /**
   * First documents whose name has the words, then places where they are spoken of, one for each document. Where the
   * index is not ready names alone are looked at.
   */
  async function search(by: Actor, words: string): Promise<{ lines: FoundLine[]; whole: boolean }> {
    const { documents } = await library.reading.browse(by, { words });
    const byName = documents.map((document) => ({ document, place: null }));
    const known = new Set(documents.map(({ id }) => id));
    const passages = await passagesOf(by, words);
    const inText = (passages ?? []).flatMap(({ document, locator, start }): FoundLine[] => {
      if (known.has(document.id)) return [];
      known.add(document.id);
      return [{ document, place: { locator, start } }];
    });
    return {
      lines: [...byName.slice(0, mostLines - 3), ...inText, ...byName.slice(mostLines - 3)].slice(
        0,
        mostLines,
      ),
      whole: passages !== null,
    };
  }

  async function passagesOf(by: Actor, words: string) {
    try {
      return await library.passages(by, words, passagesLooked);
    } catch (error) {
      if (error instanceof LibraryNotReady) return null;
      throw error;
    }
  }

  return { named, search };
}

function digitsOf(number: string): string | null {
  return /\d{1,5}/.exec(number)?.[0].replace(/^0+(?=\d)/, '') ?? null;
}
