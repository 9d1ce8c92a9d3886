import { asWritten } from '../feedback/index.ts';
import type { Question } from './port.ts';

/** Longest text of one passage, and the shortest that stands by itself. */
const longest = 4_000;
const shortest = 80;
const mostPassages = 60;
const longestWording = 120;

/**
 * How a Vietnamese document is divided, from the outside inwards. Where it has articles, what is numbered inside of them
 * is theirs; else its parts are the Roman and Arabic numbers.
 */
const chapter = /^(?:phần|chương|mục)\s+(?:thứ\s+\p{L}+|[ivxl]+|\d+)\b/iu;
const article = /^điều\s+\d+\p{L}?\b/iu;
/** Which article it is, or the first and the last of several. */
const articles = /^điều\s+(\d+\p{L}?)(?:–(\d+\p{L}?))?(?![\p{L}\d])/iu;
const roman = /^[IVXL]+\s*[.)–-]\s*\S/u;
const arabic = /^\d{1,2}\s*[.)–-]\s*(?!\d)\S/u;
/** Where one may cut inside of a passage that is too long. */
const inner = /^(?:\d{1,2}(?:\.\d{1,2})*\s*[.)–-]|[a-zđ]\s*\)|[-–+•])\s*\S/u;

/** Words of the draft's own language, as the draft is. */
const beginning = 'Phần mở đầu';
const paragraph = (number: number): string => `Đoạn ${number}`;
const continued = (wording: string): string => wording && `${wording} (tiếp)`;

interface Piece {
  /** Empty: a paragraph, which is called by its number in the end. */
  wording: string;
  text: string;
}

/** A draft as passages, each of which can be agreed with or commented. Nothing of it is lost but empty lines. */
export function passagesOf(text: string): Question[] {
  const pieces = mergedTiny(divided(asWritten(text))).flatMap(splitLong);
  return fewEnough(pieces).map(({ wording, text: passage }, index) => ({
    form: 'passage',
    wording: wording || paragraph(index + 1),
    options: [],
    most: null,
    scale: null,
    passage: passage.trim(),
    required: false,
    onlyIf: null,
  }));
}

function divided(text: string): Piece[] {
  const lines = text.split('\n');
  const heads = headsOf(lines);
  if (heads.length === 0) return paragraphs(text);
  const starts = heads[0] === 0 ? heads : [0, ...heads];
  let above = '';
  return starts.map((start, index) => {
    const body = lines.slice(start, starts[index + 1]).join('\n');
    const line = lines[start]!.trim();
    if (roman.test(line)) above = /^[IVXL]+/.exec(line)![0];
    else if (!arabic.test(line)) above = '';
    const isUnder = above !== '' && arabic.test(line);
    const wording = index === 0 && heads[0] !== 0 ? beginning : isUnder ? `${above}, ${line}` : line;
    return { wording: shortened(wording), text: body };
  });
}

/** The lines with which passages begin. */
function headsOf(lines: readonly string[]): number[] {
  const where = (...marks: RegExp[]) =>
    lines.flatMap((line, index) => (marks.some((mark) => mark.test(line.trim())) ? [index] : []));
  if (where(article).length > 1) return where(chapter, article);
  const numbered = where(chapter, roman, arabic);
  return numbered.length > 1 ? numbered : [];
}

function paragraphs(text: string): Piece[] {
  return text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ wording: '', text: part }));
}

/** A heading goes with what follows it, a short end with what stands before it. */
function mergedTiny(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  let ahead: Piece | null = null;
  for (const piece of pieces) {
    const whole: Piece = ahead
      ? { wording: articlesOf(ahead.wording, piece.wording) ?? piece.wording, text: joined(ahead, piece) }
      : piece;
    const isTiny = whole.text.trim().length < shortest;
    ahead = isTiny ? whole : null;
    if (!isTiny) merged.push(whole);
  }
  if (ahead === null) return merged;
  const last = merged.pop();
  const whole = last
    ? { wording: articlesOf(last.wording, ahead.wording) ?? last.wording, text: joined(last, ahead) }
    : ahead;
  return [...merged, whole].filter(({ text }) => text.trim() !== '');
}

function splitLong({ wording, text }: Piece): Piece[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > longest) {
    const at = cutOf(rest.slice(0, longest));
    parts.push(rest.slice(0, at));
    rest = rest.slice(at).trimStart();
  }
  parts.push(rest);
  return parts.map((part, index) => ({ wording: index === 0 ? wording : continued(wording), text: part }));
}

/** Before a point, else at the end of a paragraph, of a sentence, of a word; not in the first half. */
function cutOf(text: string): number {
  const from = Math.floor(text.length / 2);
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index + 1).filter((end) => end > from);
  const beforePoint = ends.filter((end) => inner.test(text.slice(end))).at(-1);
  const sentences = [...text.matchAll(/[.;!?…]\s+/g)].map(({ 0: end, index }) => index + end.length);
  const spaces = [...text.matchAll(/\s+/g)].map(({ 0: space, index }) => index + space.length);
  const sentence = sentences.filter((end) => end > from).at(-1);
  return (
    beforePoint ?? ends.at(-1) ?? sentence ?? spaces.filter((end) => end > from).at(-1) ?? wholeLetters(text)
  );
}

/** Not between the halves of one letter. */
function wholeLetters(text: string): number {
  return /[\ud800-\udbff]$/.test(text) ? text.length - 1 : text.length;
}

/** Neighbours are taken together, the shortest first, until there are not too many. */
function fewEnough(pieces: readonly Piece[]): Piece[] {
  const left = [...pieces];
  while (left.length > mostPassages) {
    const sizes = left.slice(1).map((piece, index) => left[index]!.text.length + piece.text.length);
    const size = Math.min(...sizes);
    if (size >= longest) return left;
    const at = sizes.indexOf(size);
    const [one, other] = [left[at]!, left[at + 1]!];
    const wording =
      articlesOf(one.wording, other.wording) ??
      (one.wording && shortened(`${one.wording} – ${other.wording}`));
    left.splice(at, 2, { wording, text: joined(one, other) });
  }
  return left;
}

/** `Điều 1–3`: what articles are called that are taken together; null where one of both is none. */
export function articlesOf(one: string, other: string): string | null {
  const first = articles.exec(one)?.[1];
  const [, from, to = from] = articles.exec(other) ?? [];
  if (first === undefined || to === undefined) return null;
  return first === to ? one : `Điều ${first}–${to}`;
}

const joined = (one: Piece, other: Piece): string => `${one.text}\n${other.text}`;

function shortened(wording: string): string {
  const plain = wording.replaceAll(/\s+/g, ' ').trim();
  return plain.length <= longestWording ? plain : `${plain.slice(0, longestWording - 1).trimEnd()}…`;
}
