/** Batches that are under way at a time. */
export const mostAtOnce = 2;
const mostTexts = 64;
/** About 8,000 tokens: servers of one's own count two to a Vietnamese syllable, of five characters with its space. */
const mostCharacters = 20_000;

/** Texts as a server takes them at once, in their order; a text that is too long alone is a batch of its own. */
export function batchesOf(texts: readonly string[]): string[][] {
  const batches: string[][] = [];
  let characters = Infinity;
  for (const text of texts) {
    const last = batches.at(-1);
    if (!last || last.length === mostTexts || characters + text.length > mostCharacters) {
      batches.push([text]);
      characters = text.length;
    } else {
      last.push(text);
      characters += text.length;
    }
  }
  return batches;
}
