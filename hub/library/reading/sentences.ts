/** A stretch of a text: from `start` up to `end`, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

// A full stop ends a sentence only before a capital or a quotation: "1.500", "v.v. và" and "TP. Hồ" do not.
const boundary = /(?<![\p{Lu}\p{N}]|\b[\p{Lu}][\p{L}]?)[.!?…]["”»)]*\s+(?=["“«(]?\p{Lu})|;\s+/gu;

/** Cuts a stretch at the ends of its sentences into pieces of about `length` characters; nothing gets lost. */
export function splitAtSentences(text: string, { start, end }: Span, length: number): Span[] {
  if (end - start <= length) return [{ start, end }];
  const pieces: Span[] = [];
  let open = start;
  let last = start;
  for (const found of text.slice(start, end).matchAll(boundary)) {
    const cut = start + found.index + found[0].length;
    if (cut - open > length && last > open) {
      pieces.push({ start: open, end: last });
      open = last;
    }
    last = cut;
  }
  if (end - open > length && last > open) {
    pieces.push({ start: open, end: last });
    open = last;
  }
  pieces.push({ start: open, end });
  return pieces.map((piece) => withoutTrailingSpace(text, piece));
}

function withoutTrailingSpace(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}
