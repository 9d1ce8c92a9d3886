import { syllableOf } from './syllables.ts';

/** The syllables of a collection as numbers: each way of writing has one, and knows that of its folded form. */
export interface Vocabulary {
  /** The number of a word as it stands in a text; new ones are added. */
  learn(word: string): number;
  /** Numbers of written forms. */
  written(written: string): number | undefined;
  /** Numbers of folded forms, counted by themselves from 0. */
  folded(folded: string): number | undefined;
  /** The folded form of a written one, both as numbers. */
  foldedOf(written: number): number;
  foldedCount(): number;
}

export function vocabulary(): Vocabulary {
  // `Đảng`, `ĐẢNG` and `đảng` are folded once each, not once for each time they occur.
  const words = new Map<string, number>();
  const writtenForms = new Map<string, number>();
  const foldedForms = new Map<string, number>();
  const folds: number[] = [];
  const learnForm = (word: string) => {
    const { written, folded } = syllableOf(word);
    const known = writtenForms.get(written);
    if (known !== undefined) return known;
    let fold = foldedForms.get(folded);
    if (fold === undefined) foldedForms.set(folded, (fold = foldedForms.size));
    writtenForms.set(written, folds.length);
    return folds.push(fold) - 1;
  };
  return {
    learn(word) {
      let form = words.get(word);
      if (form === undefined) words.set(word, (form = learnForm(word)));
      return form;
    },
    written: (form) => writtenForms.get(form),
    folded: (form) => foldedForms.get(form),
    foldedOf: (written) => folds[written]!,
    foldedCount: () => foldedForms.size,
  };
}
