/**
 * Cuts a text into pieces of at most `limit` UTF-16 units (the first of at most `firstLimit`): between
 * paragraphs, else between lines, else after a sentence, else at a space, and only as a last resort inside a
 * word, never inside a character.
 */
export function splitText(text: string, limit: number, firstLimit = limit): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const room = pieces.length === 0 ? firstLimit : limit;
    if (rest.length <= room) {
      pieces.push(rest);
      break;
    }
    const end = cutPoint(rest, room);
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return pieces;
}

function cutPoint(text: string, room: number): number {
  const head = text.slice(0, room + 1);
  for (const boundary of ['\n\n', '\n', /[.!?…;:]["”’)]?\s/gu, /\s/gu]) {
    const at = lastEnd(head, boundary);
    // A cut that leaves a nearly empty piece is worse than a finer boundary.
    if (at >= room / 4) return at;
  }
  return endOfCharacter(text, room);
}

/** Where the last occurrence of `boundary` that fits ends; 0 when there is none. */
function lastEnd(head: string, boundary: string | RegExp): number {
  if (typeof boundary === 'string') {
    return Math.max(0, head.lastIndexOf(boundary));
  }
  let end = 0;
  for (const match of head.matchAll(boundary)) end = match.index + match[0].trimEnd().length;
  return end;
}

function endOfCharacter(text: string, room: number): number {
  const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' }).segment(text.slice(0, room + 16));
  let end = 0;
  for (const { index } of graphemes) {
    if (index > room) break;
    end = index;
  }
  if (end > 0) return end;
  // One character is longer than a piece: at least no code point is cut in two.
  const inPair = room > 1 && text.codePointAt(room - 1)! > 0xffff;
  return inPair ? room - 1 : room;
}
