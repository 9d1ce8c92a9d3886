import type { ComponentChildren } from 'preact';
import type { Span } from '../reading/sentences.ts';
import { syllableOf, wordPattern } from '../search/syllables.ts';
import { questionSyllables } from '../search/wording.ts';

const glimpseLength = 420;
const glimpseBefore = 120;

/**
 * Where the telling words of a search stand in a text, with or without diacritics; neighbours are one place. Where some
 * stand together, those that stand alone say nothing: every other word of such texts is `Đảng`.
 */
export function placesOfWords(text: string, typed: string): Span[] {
  const asked = (typed.normalize('NFC').match(wordPattern) ?? []).map((found) => syllableOf(found).folded);
  const telling = asked.filter((syllable) => !questionSyllables.has(syllable));
  const wanted = new Set(telling.length > 0 ? telling : asked);
  const places: (Span & { words: number })[] = [];
  for (const { 0: found, index: start } of text.matchAll(wordPattern)) {
    if (!wanted.has(syllableOf(found).folded)) continue;
    const last = places.at(-1);
    const end = start + found.length;
    if (last && /^[\s\-/]{1,2}$/.test(text.slice(last.end, start))) {
      last.end = end;
      last.words += 1;
    } else places.push({ start, end, words: 1 });
  }
  const together = places.filter(({ words }) => words > 1);
  return together.length > 0 ? together : places;
}

/** About so much of a text as is read at a glance, beginning a little before the first of some places. */
export function glimpseOf(text: string, places: readonly Span[]): Span {
  const wanted = Math.max(0, (places[0]?.start ?? 0) - glimpseBefore);
  const latest = Math.max(0, text.length - glimpseLength);
  const start = Math.min(wanted, latest);
  const end = Math.min(text.length, start + glimpseLength);
  return { start: wordStart(text, start), end: end === text.length ? end : wordStart(text, end) };
}

function wordStart(text: string, at: number): number {
  return at === 0 ? 0 : text.slice(0, at).search(/\S*$/);
}

/**
 * A piece of a text with some places of it marked.
 *
 * @param places of the whole text, in order, not overlapping
 * @param first the id that the first mark of all gets, where it begins in this piece
 */
export function Marked({
  text,
  piece = { start: 0, end: text.length },
  places,
  first,
}: {
  text: string;
  piece?: Span;
  places: readonly Span[];
  first?: string;
}) {
  const children: ComponentChildren[] = [];
  let at = piece.start;
  for (const [index, place] of places.entries()) {
    const start = Math.max(place.start, at);
    const end = Math.min(place.end, piece.end);
    if (start >= end) continue;
    children.push(
      text.slice(at, start),
      <mark key={start} id={index === 0 && place.start === start ? first : undefined}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  children.push(text.slice(at, piece.end));
  return <>{children}</>;
}
