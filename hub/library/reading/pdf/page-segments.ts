/** A piece of text on a page, in points from the lower left corner of the page as it is read; `y` is the baseline. */
export interface Segment {
  x: number;
  end: number;
  y: number;
  size: number;
  text: string;
  font: string;
}
/** What pdf.js says of a piece of text. */
export interface TextItem {
  str: string;
  transform: number[];
  width: number;
  fontName: string;
}
/** What stands on one height, from left to right. */
export interface Row {
  y: number;
  size: number;
  segments: Segment[];
}

type Placed = Segment & { angle: number };

/**
 * The rows of a page from top to bottom. Text across the usual direction (a watermark, a stamp) is left out, and so are
 * the raised numbers that refer to notes.
 */
export function rowsOf(items: readonly TextItem[]): Row[] {
  const placed = items.filter(({ str }) => str.trim() !== '').map(place);
  const angle = usualAngle(placed);
  const upright = placed.filter((each) => each.angle === angle).map((each) => turned(each, angle));
  const rows: Row[] = [];
  for (const segment of withoutNoteMarks(upright).toSorted((one, other) => other.y - one.y)) {
    const row = rows.at(-1);
    if (row && row.y - segment.y < 0.4 * Math.min(row.size, segment.size)) {
      row.segments.push(segment);
      row.size = Math.max(row.size, segment.size);
    } else rows.push({ y: segment.y, size: segment.size, segments: [segment] });
  }
  return rows.map((row) => ({ ...row, segments: joined(row.segments) }));
}

/** The words of a row, wherever they stand. */
export function wordsOf({ segments }: Row): string {
  return segments.map(({ text }) => text).join(' ');
}

function place({ str, transform, width, fontName }: TextItem): Placed {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
  const size = Math.hypot(c, d) || 1;
  const angle = (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360;
  return { x, end: x + width, y, size, text: str, font: fontName, angle };
}

function usualAngle(placed: readonly Placed[]): number {
  const weights = new Map<number, number>();
  for (const { angle, text } of placed) weights.set(angle, (weights.get(angle) ?? 0) + text.length);
  return [...weights].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? 0;
}

function turned(segment: Segment, angle: number): Segment {
  if (angle === 0) return segment;
  const [cosine, sine] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const x = segment.x * cosine + segment.y * sine;
  return { ...segment, x, end: x + segment.end - segment.x, y: segment.y * cosine - segment.x * sine };
}

// A raised number is a reference to a note, unless a unit stands before it (m², km²) or it opens the line: that is the note.
function withoutNoteMarks(segments: readonly Segment[]): Segment[] {
  const kept: Segment[] = [];
  for (const segment of segments) {
    const before = kept.at(-1);
    const beside =
      before &&
      Math.abs(segment.x - before.end) < 0.5 * before.size &&
      Math.abs(segment.y - before.y) < before.size;
    if (beside && segment.size < 0.8 * before.size && segment.y - before.y > 0.1 * before.size) {
      const isMark = /^[\s([*\d\])]+$/.test(segment.text) && !/(?:^|[\s\d])[dck]?m$/.test(before.text);
      // What is raised or lowered else belongs to its line.
      if (!isMark)
        kept[kept.length - 1] = { ...before, text: `${before.text}${segment.text}`, end: segment.end };
    } else if (beside && before.size < 0.8 * segment.size && /^\d{1,3}$/.test(before.text.trim())) {
      kept[kept.length - 1] = {
        ...segment,
        x: before.x,
        text: `[${before.text.trim()}] ${segment.text.trimStart()}`,
      };
    } else kept.push(segment);
  }
  return kept;
}

function joined(segments: readonly Segment[]): Segment[] {
  const row: Segment[] = [];
  for (const segment of segments.toSorted((one, other) => one.x - other.x)) {
    const left = row.at(-1);
    const gap = left ? (segment.x - left.end) / Math.min(left.size, segment.size) : Infinity;
    // In ems: a justified line rarely stretches a blank past three quarters.
    if (!left || gap > 0.75) {
      row.push({ ...segment });
      continue;
    }
    const glued = /\s$/.test(left.text) || /^\s/.test(segment.text) || gap < 0.12;
    left.text += `${glued ? '' : ' '}${segment.text}`;
    left.end = Math.max(left.end, segment.end);
  }
  return row;
}
