import { withoutDiacritics } from '../../platform/folding.ts';
import type { Searchable } from './library-index.ts';
import { isMeant, type References } from './references.ts';
import { folded } from './syllables.ts';
import { questionSyllables } from './wording.ts';

/** Which documents of the library a question names, and what it names that the library does not have. */
export interface Named {
  /** Places in the list of documents. */
  documents: ReadonlySet<number>;
  /** As it was typed, folded: `338-qd/tw`, `luat dat dai`. */
  missing: readonly string[];
}

const bySubject =
  /(?<!phap |ky |theo |trong |cua )\b(?:bo luat|luat|nghi dinh|thong tu|dieu le) (?<subject>[a-z]+ [a-z]+)/g;

/** @returns a function, since the names of the documents are folded once */
export function namedDocuments(
  documents: readonly Searchable[],
): (references: References, question: string) => Named {
  const names = documents.map(({ number, title }) => ({
    number: withoutDiacritics(number),
    spokenNumber: folded(number),
    title: folded(title),
  }));
  return (references, question) => {
    const said = ` ${question} `;
    const named = new Set<number>();
    for (const [place, { number, spokenNumber, title }] of names.entries()) {
      const byTitle = title.includes(' ') && said.includes(` ${title} `);
      const byNumber = spokenNumber.includes(' ') && said.includes(` ${spokenNumber} `);
      if (byTitle || byNumber || references.documents.some((reference) => isMeant(reference, number)))
        named.add(place);
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
