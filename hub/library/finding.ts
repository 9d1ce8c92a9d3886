import { LibraryNotReady } from './errors.ts';
import type { Eyes } from './eyes.ts';
import type { loading } from './loading.ts';
import type { Meaning } from './meaning/port.ts';
import type { Finding, FoundPassage, KnownDocument, Library } from './port.ts';
import type { LivingIndex } from './search/living-index.ts';

const mostPassages = 100;

/** Searching the index that this process holds. */
export function finding({
  index,
  loaded,
  eyes,
  meaning,
}: {
  index: LivingIndex<KnownDocument>;
  loaded: ReturnType<typeof loading>;
  eyes: Eyes;
  meaning: Meaning | null;
}): { finding: Finding; passages: Library['passages'] } {
  function requireReady(): void {
    if (loaded.isReady()) return;
    const { passages, total } = loaded.state();
    throw new LibraryNotReady({ done: passages, total });
  }

  const search: Finding['search'] = async (reader, typed, { signal } = {}) => {
    requireReady();
    const byWords = () => index.search(typed, reader.mayRead);
    return meaning ? await meaning.search(reader, typed, byWords, signal) : byWords();
  };

  const passages: Library['passages'] = async (by, typed, count) => {
    requireReady();
    const { statements } = await search(await eyes.readerOf(by), typed);
    const best = new Map<object, FoundPassage>();
    for (const { document, passage, score } of statements) {
      if (best.size >= Math.min(count, mostPassages)) break;
      if (best.has(passage)) continue;
      const { start, end, locator } = passage;
      best.set(passage, { document, start, end, locator, score, text: document.text.slice(start, end) });
    }
    return [...best.values()];
  };

  return {
    finding: {
      state: loaded.state,
      readerOf: eyes.readerOf,
      search,
      document(reader, id) {
        requireReady();
        const document = index.document(id);
        return document && reader.mayRead(document) ? document : null;
      },
      until: loaded.until,
      warning: () => meaning?.warning() ?? null,
    },
    passages,
  };
}
