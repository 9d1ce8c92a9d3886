import { withoutDiacritics } from '../../platform/folding.ts';
import type { Searchable } from './library-index.ts';
import type { MayRead } from './search.ts';
import { isMeant, type References } from './references.ts';
import { folded } from './syllables.ts';
import { questionSyllables } from './wording.ts';

/** Which documents of the library a question names, and what it names that the library does not have. */
export interface Named {
  documents: ReadonlySet<Searchable>;
  /** As it was typed, folded: `338-qd/tw`, `luat dat dai`. */
  missing: readonly string[];
}

const bySubject =
  /(?<!phap |ky |theo |trong |cua )\b(?:bo luat|luat|nghi dinh|thong tu|dieu le) (?<subject>[a-z]+ [a-z]+)/g;

/** @returns a function, since the names of the documents are folded once */
export function namedDocuments(
  documents: readonly Searchable[],
): (references: References, question: string, mayRead: MayRead) => Named {
  const all = documents.map((document) => ({
    document,
    number: withoutDiacritics(document.number),
    spokenNumber: folded(document.number),
    title: folded(document.title),
  }));
  return (references, question, mayRead) => {
    const names = all.filter(({ document }) => mayRead(document));
    const said = ` ${question} `;
    const named = new Set<Searchable>();
    for (const { document, number, spokenNumber, title } of names) {
      const byTitle = title.includes(' ') && said.includes(` ${title} `);
      const byNumber = spokenNumber.includes(' ') && said.includes(` ${spokenNumber} `);
      if (byTitle || byNumber || references.documents.some((reference) => isMeant(reference, number)))
        named.add(document);
    }
    const unknown = references.documents.filter(
      (reference) => !names.some(({ number }) => isMeant(reference, number)),
    );
    const subjects = [...question.matchAll(bySubject)].filter(
      ({ groups }) =>
        isSubject(groups!['subject']!) && !names.some(({ title }) => title.includes(groups!['subject']!)),
    );
    return {
      documents: named,
      missing: [...unknown.map(({ typed }) => typed), ...subjects.map(([typed]) => typed)],
    };
  };
}

function isSubject(words: string): boolean {
  return words.split(' ').every((word) => !questionSyllables.has(word) && word !== 'quy' && word !== 'hien');
}
