/** A paragraph of a text; `text.slice(start, end)` is it, word for word. */
export interface Paragraph {
  start: number;
  end: number;
  text: string;
}

const says = /[\p{L}\p{N}]/u;
const endsSentence = /[.;:!?…|]["”»)]?$/;
const goesOn = /^\p{Ll}(?!\))/u;

/**
 * The paragraphs of Markdown or plain text, from `from` on. A line is a paragraph, as offices write it, unless it
 * goes on in small letters where the one above broke off. Lines without a letter or a digit are left out.
 */
export function paragraphsOf(text: string, from = 0): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let previous: Paragraph | undefined;
  for (const line of linesOf(text, from)) {
    if (!says.test(line.text)) {
      previous = undefined;
    } else if (previous && goesOn.test(line.text) && !endsSentence.test(previous.text)) {
      previous.end = line.end;
      previous.text = text.slice(previous.start, line.end);
    } else {
      previous = line;
      paragraphs.push(line);
    }
  }
  return paragraphs;
}

function* linesOf(text: string, from: number): Generator<Paragraph> {
  for (let start = from; start < text.length;) {
    const next = text.indexOf('\n', start);
    const lineEnd = next === -1 ? text.length : next;
    const line = text.slice(start, lineEnd);
    const content = line.trim();
    const contentStart = start + (line.length - line.trimStart().length);
    yield { start: contentStart, end: contentStart + content.length, text: content };
    start = lineEnd + 1;
  }
}
