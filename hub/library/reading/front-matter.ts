/** What a file says of itself before its text, and where the text begins (UTF-16 units). */
export interface FrontMatter {
  fields: ReadonlyMap<string, string>;
  bodyStart: number;
}

const fence = /^\uFEFF?---[ \t]*\r?\n/;
const field = /^([\w-]{1,40}):[ \t]*(.*?)[ \t]*$/;

/** The `key: value` lines between two `---` at the top of a Markdown file; a file without them has none. */
export function readFrontMatter(text: string): FrontMatter {
  const opening = fence.exec(text);
  const closing = opening ? /^---[ \t]*(?:\r?\n|$)/m.exec(text.slice(opening[0].length)) : null;
  if (!opening || !closing) return { fields: new Map(), bodyStart: 0 };
  const header = text.slice(opening[0].length, opening[0].length + closing.index);
  const fields = new Map<string, string>();
  for (const line of header.split(/\r?\n/)) {
    const [, key, value] = field.exec(line) ?? [];
    if (key && value) fields.set(key, unquoted(value));
  }
  return { fields, bodyStart: opening[0].length + closing.index + closing[0].length };
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}
