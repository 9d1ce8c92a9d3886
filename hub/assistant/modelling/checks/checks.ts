import type { Language } from '../../../platform/locales.ts';
import type { Said } from '../answer-lines.ts';
import type { GivenPassage, ModelledSentence } from '../port.ts';
import { decidesTheSame, keepsBounds } from './deciding.ts';
import { deniesTheSame } from './denying.ts';
import { inTermsOf } from './english.ts';
import { unfounded } from './facts.ts';
import { isHarmless, ordersAModel } from './harmless.ts';
import { isEnglish, isVietnamese } from './languages.ts';
import { unknownNames } from './names.ts';
import { isSaidThere, standsThere, tellingWords } from './said-there.ts';
import { placeOfQuote, placesOfWords, supportAt, type Support } from './support.ts';
import { hasPhrase, softBreaks, writtenIn } from './words.ts';

const longestSentence = 500;

/**
 * A sentence of a model's answer with the words that stand behind it; null where one check fails. Nothing here is asked of
 * the model: what it cites must be among the passages, what it quotes must stand there, and what it says must be said there.
 *
 * @param passages as the model was given them; the first is number 1
 */
export function checkedSentence(
  said: Said,
  passages: readonly GivenPassage[],
  language: Language,
): ModelledSentence | null {
  const text = said.text.replaceAll(softBreaks, '').trim();
  if (text.length > longestSentence || !isHarmless(text)) return null;
  const supports = supportsOf(said, passages);
  if (!supports || supports.some(({ paragraph }) => ordersAModel(paragraph))) return null;
  const all = (of: 'near' | 'around' | 'sentences' | 'clauses') =>
    supports.map((support) => support[of]).join('\n');
  const stand = {
    near: all('near'),
    around: all('around'),
    sentences: all('sentences'),
    clauses: all('clauses'),
  };
  const holds =
    quotedPhrases(text).every((phrase) => stands(phrase, stand.around)) &&
    (language === 'vi' ? holdsInVietnamese(text, stand) : holdsInEnglish(text, stand));
  return holds ? { text, citations: distinct(supports) } : null;
}

type Stand = Record<'near' | 'around' | 'sentences' | 'clauses', string>;

function holdsInVietnamese(text: string, stand: Stand): boolean {
  return (
    isVietnamese(text, stand.around) &&
    unknownNames(text, stand.around).length === 0 &&
    sentencesOf(text).every((sentence) => isSaidThere(sentence, stand.near, stand.around)) &&
    claimsTheSame(text, stand)
  );
}

function holdsInEnglish(text: string, stand: Stand): boolean {
  if (!isEnglish(text, stand.around)) return false;
  return sentencesOf(text).every((sentence) => {
    const inTerms = inTermsOf(sentence, stand.near, stand.around);
    return (
      inTerms !== null && standsThere(inTerms, stand.near, stand.around) && claimsTheSame(inTerms, stand)
    );
  });
}

function claimsTheSame(text: string, { near, sentences, clauses }: Stand): boolean {
  return (
    unfounded(text, near).length === 0 &&
    decidesTheSame(text, near, sentences) &&
    keepsBounds(text, clauses) &&
    deniesTheSame(text, clauses)
  );
}

/** Null where a passage was not given, or a quote does not stand in the passage that it is said to be of. */
function supportsOf({ text, cited }: Said, passages: readonly GivenPassage[]): Support[] | null {
  const supports: Support[] = [];
  const wanted = new Set(tellingWords(text));
  for (const { passage: number, quotes } of cited) {
    const passage = passages[number - 1];
    if (!passage) return null;
    const places =
      quotes.length > 0
        ? quotes.map((quote) => placeOfQuote(quote, passage))
        : placesOfWords(wanted, passage);
    if (places.length === 0) return null;
    for (const place of places) {
      if (!place) return null;
      supports.push(supportAt(place, passage));
    }
  }
  return supports.length > 0 ? supports : null;
}

function quotedPhrases(text: string): string[] {
  return [...text.matchAll(/["“”«]([^"“”«»]+)["”»]/gu)].map(([, phrase]) => phrase!);
}

function stands(phrase: string, around: string): boolean {
  return hasPhrase(writtenIn(around), writtenIn(phrase));
}

/** Each must hold by itself: one that holds does not carry another. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?;…])\s+(?=["“]?\p{Lu})|;\s+/u).filter((sentence) => /\p{L}/u.test(sentence));
}

function distinct(supports: readonly Support[]): ModelledSentence['citations'] {
  const seen = new Set<string>();
  return supports
    .map(({ start, end, passage }) => ({ start, end, passage }))
    .filter(({ start, end, passage }) => {
      const key = `${passage.document.id} ${start} ${end}`;
      return !seen.has(key) && seen.add(key);
    });
}
