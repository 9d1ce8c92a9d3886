import { segmentPassages } from './library-index.ts';
import type { Searchable } from './searchable.ts';
import type { Segment } from './segment.ts';

const small = segmentPassages / 4;
/** So many small segments are borne: each costs every search a look. */
const mostSmall = 8;

/** Segments that had better be one: those that are half dead, or many small ones. Null: all are well. */
export function wornSegments<Document extends Searchable>(
  segments: readonly Segment<Document>[],
): readonly Segment<Document>[] | null {
  const dead = segments.filter(({ alive }) => !alive.includes(1));
  if (dead.length > 0) return dead;
  const halfDead = segments.filter(({ extent, documentOf }) => extent.passages * 2 < documentOf.length);
  const smalls = segments.filter(({ documentOf }) => documentOf.length < small);
  if (smalls.length > mostSmall) return fitting([...new Set([...smalls, ...halfDead])]);
  return halfDead.length > 0 ? fitting(halfDead) : null;
}

/** As many as make one segment, the smallest first. */
function fitting<Document extends Searchable>(segments: readonly Segment<Document>[]): Segment<Document>[] {
  const chosen: Segment<Document>[] = [];
  let room = segmentPassages;
  for (const segment of segments.toSorted((a, b) => a.extent.passages - b.extent.passages)) {
    if (chosen.length > 0 && segment.extent.passages > room) break;
    chosen.push(segment);
    room -= segment.extent.passages;
  }
  return chosen;
}
