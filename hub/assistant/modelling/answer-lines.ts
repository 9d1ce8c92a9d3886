/** A sentence as a model wrote it, and what it says stands behind it. */
export interface Said {
  text: string;
  /** Never empty. Passages by their numbers as they were given, from 1. */
  cited: readonly { passage: number; quotes: readonly string[] }[];
}

export type AnswerLine =
  | { kind: 'said'; said: Said }
  /** Words without a passage. */
  | { kind: 'uncited' }
  /** It says that the passages do not answer. */
  | { kind: 'not-found' };

/** Longer than any sentence with its quotes: whoever writes this is no longer answering. */
const longestLine = 3_000;

/** Reads an answer line by line while it is written. What a model thinks aloud before it is passed over. */
export function answerLines(onLine: (line: AnswerLine) => void) {
  let open = '';
  let isThinking = false;

  function takeLine(line: string): void {
    if (/^\s*<think(?:ing)?>/.test(line)) isThinking = true;
    const [, after] = line.split(/<\/think(?:ing)?>/);
    if (isThinking && after === undefined) return;
    isThinking = false;
    for (const read of linesIn(after ?? line)) onLine(read);
  }

  return {
    take(added: string): void {
      open += added;
      const lines = open.split('\n');
      open = lines.pop()!;
      for (const line of lines) takeLine(line);
      if (open.length > longestLine && !isThinking) {
        open = '';
        onLine({ kind: 'uncited' });
      }
    },
    /** What stands in the last line, though nothing followed it. */
    end(): void {
      takeLine(open);
      open = '';
    },
  };
}

const notFound = /^\W*(?:KH[OÔ]NG[\s_]*TH[AẤ]Y|NOT[\s_]*FOUND)\W*$/iu;
const number = /\[\s*(\d{1,2}(?:\s*,\s*\d{1,2})*)\s*\]/g;

function linesIn(line: string): AnswerLine[] {
  if (notFound.test(line)) return [{ kind: 'not-found' }];
  const lines: AnswerLine[] = [];
  let text = '';
  let cited: Said['cited'][number][] = [];
  let at = 0;
  const close = () => {
    if (cited.length > 0) lines.push({ kind: 'said', said: { text, cited } });
    else if (isSaying(text)) lines.push({ kind: 'uncited' });
    cited = [];
  };
  for (const found of line.matchAll(number)) {
    // A number in brackets within a quote belongs to the quote.
    if (found.index < at) continue;
    const before = line.slice(at, found.index);
    if (cited.length === 0 || isSaying(before)) {
      close();
      text = withoutMarks(before);
    }
    at = found.index + found[0].length;
    const quote = quoteAt(line, at);
    if (quote === null) return [...lines, { kind: 'uncited' }];
    at = quote.end;
    const quotes = quote.text === '' ? [] : piecesOf(quote.text);
    for (const passage of found[1]!.split(',')) cited.push({ passage: Number(passage), quotes });
  }
  close();
  const rest = line.slice(at);
  if (isSaying(rest) && !isPreamble(rest)) lines.push({ kind: 'uncited' });
  return lines;
}

/** The quote that begins here, if one does; null where it does not end. */
function quoteAt(line: string, at: number): { text: string; end: number } | null {
  const opening = /^[\s:|–-]*["“”«]/u.exec(line.slice(at));
  if (!opening) return { text: '', end: at };
  const start = at + opening[0].length;
  for (const found of line.slice(start).matchAll(/["”»]/gu)) {
    const end = start + found.index + 1;
    if (/^[.;,]?\s*(?:$|\[\d|\|)|^[.;,]?\s+\p{Lu}/u.test(line.slice(end)))
      return { text: line.slice(start, end - 1), end };
  }
  return null;
}

/** What was left out of a quote parts it: each piece must stand there. */
function piecesOf(quote: string): string[] {
  return quote.split(/\s*(?:\[…\]|\[\.{3}\]|…|\.{3})\s*/).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}

function isSaying(text: string): boolean {
  return /\p{L}{2}/u.test(text);
}

/** "Here is the answer:" and what fences it in are not said to anybody. */
function isPreamble(text: string): boolean {
  return /:\s*$/.test(text) || /^\s*```/.test(text);
}

function withoutMarks(text: string): string {
  return text
    .replace(/^[\s|.,;]*(?:[-*•+]\s+|\d{1,2}[.)]\s+|#+\s+)?/u, '')
    .replace(/[\s|]+$/u, '')
    .replaceAll(/\*\*|__/g, '')
    .normalize('NFC');
}
