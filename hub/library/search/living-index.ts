import { inSegments, segmentPassages, type Indexed } from './library-index.ts';
import { librarySearch, type Found } from './search.ts';
import type { MayRead, Searchable } from './searchable.ts';
import { forget, segmentOf, type Segment } from './segment.ts';
import { allSignals, type Signals } from './signals.ts';
import { slicer, type Work } from './slices.ts';
import { vocabulary } from './vocabulary.ts';
import { wornSegments } from './worn-segments.ts';

/** An index of documents that come, change and go while it is searched. */
export interface LivingIndex<Document extends Searchable> {
  /**
   * Takes documents in; one whose id is known takes the place of the earlier, which is found until then. Give many at
   * once where there are many. What is smaller is done first. Resolves when all are found.
   */
  put(documents: readonly Document[]): Promise<void>;
  /** They are found no more from now on, nor taken in if they wait to be. Unknown ones are no matter. */
  remove(ids: readonly string[]): Promise<void>;
  /** The same ranking as an index of these documents built whole, up to equals. Takes its time in one go. */
  search(typed: string, mayRead?: MayRead<Document>): Found<Document>;
  /** One that is found; null: there is none of that id. */
  document(id: string): Document | null;
  /** What is found now. */
  readonly size: { documents: number; passages: number };
  /** Resolves when nothing is left to be put in order. */
  settled(): Promise<void>;
  /** Drops what is not done; whoever waits for it waits no more. */
  close(): void;
}

interface Place<Document extends Searchable> {
  segment: Segment<Document>;
  document: number;
}

/** Bigger than any work that somebody waits for. */
const lastOfAll = Infinity;

/** @param onProblem hears of what fails while nobody waits for it */
export function openIndex<Document extends Searchable>({
  signals = allSignals,
  onProblem,
}: {
  signals?: Signals;
  onProblem: (error: unknown) => void;
}): LivingIndex<Document> {
  const index: Indexed<Document> = { vocabulary: vocabulary(), segments: [] };
  const search = librarySearch(index, signals);
  const works = slicer();
  const places = new Map<string, Place<Document>>();
  /** What waits to be taken in, by id: the latest of each. */
  const coming = new Map<string, Document>();
  let mending: Promise<void> | null = null;
  let closed = false;

  function* bury({ segment, document }: Place<Document>): Work {
    yield* forget(segment, document, index.vocabulary);
  }

  /** From here on it is not found; @returns it, to be forgotten. */
  function hide(id: string): Place<Document>[] {
    const place = places.get(id);
    if (!place) return [];
    place.segment.alive[place.document] = 0;
    places.delete(id);
    return [place];
  }

  function* take(documents: readonly Document[]): Work {
    const segment = yield* segmentOf(documents, index.vocabulary);
    const gone = segment.documents.flatMap((document, place) => {
      // Another one of this id came, or it went, while this was read.
      if (coming.get(document.id) !== document) {
        segment.alive[place] = 0;
        return [{ segment, document: place }];
      }
      coming.delete(document.id);
      const earlier = hide(document.id);
      places.set(document.id, { segment, document: place });
      return earlier;
    });
    index.segments = [...index.segments, segment];
    for (const place of gone) yield* bury(place);
  }

  function* mend(worn: readonly Segment<Document>[]): Work {
    const documents = worn.flatMap(({ documents, alive }) =>
      documents.filter((_, place) => alive[place] === 1),
    );
    const segment = yield* segmentOf(documents, index.vocabulary);
    const gone = segment.documents.flatMap((document, place) => {
      const now = places.get(document.id);
      if (now && worn.includes(now.segment) && now.segment.documents[now.document] === document) {
        places.set(document.id, { segment, document: place });
        return [];
      }
      segment.alive[place] = 0;
      return [{ segment, document: place }];
    });
    const others = index.segments.filter((other) => !worn.includes(other));
    index.segments = segment.documents.length > 0 ? [...others, segment] : others;
    for (const place of gone) yield* bury(place);
  }

  async function mendAll(): Promise<void> {
    for (let worn = wornSegments(index.segments); worn && !closed; worn = wornSegments(index.segments)) {
      await works.take(mend(worn), lastOfAll);
    }
  }

  function lookAfter(): void {
    mending ??= mendAll()
      .catch(onProblem)
      .finally(() => (mending = null));
  }

  return {
    async put(documents) {
      const latest = [...new Map(documents.map((document) => [document.id, document])).values()];
      for (const document of latest) coming.set(document.id, document);
      await Promise.all(inSegments(latest).map(async (those) => works.take(take(those), passagesOf(those))));
      lookAfter();
    },
    async remove(ids) {
      for (const id of ids) coming.delete(id);
      const hidden = ids.flatMap(hide);
      await Promise.all(hidden.map(async (place) => works.take(bury(place), 0)));
      lookAfter();
    },
    search,
    document(id) {
      const place = places.get(id);
      return place?.segment.documents[place.document] ?? null;
    },
    get size() {
      let passages = 0;
      for (const { segment, document } of places.values()) {
        passages += segment.documents[document]!.passages.length;
      }
      return { documents: places.size, passages };
    },
    async settled() {
      while (mending) await mending;
    },
    close() {
      closed = true;
      works.close();
    },
  };
}

function passagesOf(documents: readonly Searchable[]): number {
  return Math.min(
    segmentPassages,
    documents.reduce((sum, { passages }) => sum + passages.length, 0),
  );
}
