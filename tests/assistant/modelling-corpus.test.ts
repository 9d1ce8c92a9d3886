import { describe, expect, test } from 'vitest';
import { checkedAnswer } from '../../hub/assistant/modelling/checked-answer.ts';
import type { GivenPassage } from '../../hub/assistant/modelling/port.ts';
import type { KnownDocument, LibraryDocument } from '../../hub/library/index.ts';
import { realDocuments } from '../library/given.ts';
import { shared } from '../library/material.ts';

// How many true and how many false sentences the checks let through, over real documents. Figures in docs/assistant.md.

interface Sentence {
  passage: GivenPassage;
  text: string;
}

const every = 2;

describe.skipIf(!shared)('of sentences of real documents', () => {
  const sentences = shared ? realDocuments().flatMap(sentencesOf) : [];

  test('those that are copied are shown', () => {
    expect(shareShown(sentences, ({ text }) => text)).toBeGreaterThan(0.97);
  });

  test('those from elsewhere under a true quote are not', () => {
    const elsewhere = new Map(
      sentences.map((one, place) => [one, sentences[(place + 37) % sentences.length]!.text]),
    );
    expect(shareShown(sentences, (one) => elsewhere.get(one)!)).toBeLessThan(0.02);
  });

  test('those with another number are not', () => {
    const changed = ({ text }: Sentence) => text.replace(/\d+/, (number) => String(Number(number) + 7));
    expect(shareShown(sentences, changed)).toBeLessThan(0.05);
  });

  test('those with a "not" put in or left out are not', () => {
    const putIn = ({ text }: Sentence) => text.replace(/ (được|phải|có) /, ' không $1 ');
    const leftOut = ({ text }: Sentence) => text.replace(/(?:không|chưa) (?!gian|khí|chỉ|những)/, '');
    expect(shareShown(sentences, putIn)).toBeLessThan(0.02);
    expect(shareShown(sentences, leftOut)).toBeLessThan(0.04);
  });

  test('those whose words are shaken are not', () => {
    const shaken = ({ text }: Sentence) => {
      const words = text.split(' ');
      const step = words.length % 7 === 0 ? 5 : 7;
      return words.map((_, place) => words[(place * step + 3) % words.length]).join(' ');
    };
    expect(shareShown(sentences, shaken)).toBeLessThan(0.04);
  });
});

/** The share of sentences that are shown once they are changed; those that stay as they are do not count. */
function shareShown(sentences: readonly Sentence[], change: (sentence: Sentence) => string): number {
  const isCopy = sentences.every((sentence) => change(sentence) === sentence.text);
  const changed = sentences.filter((sentence) => isCopy || change(sentence) !== sentence.text);
  expect(changed.length).toBeGreaterThan(20);
  const shown = changed.filter((sentence) => {
    const answer = checkedAnswer({ passages: [sentence.passage], language: 'vi' });
    answer.take(`${change(sentence)} [1] "${sentence.text}"`);
    return answer.finish(true)?.kind === 'answered';
  });
  return shown.length / changed.length;
}

/** The first whole sentence of every second passage. */
function sentencesOf(read: LibraryDocument): Sentence[] {
  const document: KnownDocument = {
    ...read,
    id: read.file,
    inForce: true,
    unitId: 'T',
    readers: { who: 'members', roles: [] },
    status: 'in_force',
    replacedBy: [],
  };
  return read.passages
    .filter((_, place) => place % every === 0)
    .flatMap(({ start, end, locator }) => {
      const passage = { document, locator, start, end, text: read.text.slice(start, end) };
      const text = passage.text
        .split(/(?<=[.;])\s+(?=\p{Lu})|\n+/u)
        .map((sentence) => sentence.trim().replace(/^(?:[-+*•]|\d{1,2}[.)-]|[a-zđ]\))\s+/u, ''))
        .find((sentence) => sentence.length > 40 && sentence.length < 300 && !sentence.includes('"'));
      return text === undefined ? [] : [{ passage, text }];
    });
}
