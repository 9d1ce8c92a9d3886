import { FeedbackInvalid } from '../errors.ts';
import type { SoundFormat } from './file-format.ts';

/**
 * A recording without the tags that stand beside its sound: of MP3 those before and behind it, of M4A what tells of
 * place, device and time. Ogg, AAC and AMR, as chats send them, have none to speak of and stay as they are.
 */
export function strippedSound(format: SoundFormat, content: Uint8Array): Uint8Array {
  if (format === 'mp3') return withoutId3(content);
  return format === 'm4a' ? withoutStories(content) : content;
}

/** @source ID3v2.4 structure, 3.1: ten bytes whose last four say, in seven bits each, how much follows; ID3v1: the last 128 */
function withoutId3(content: Uint8Array): Uint8Array {
  const text = (from: number, to: number) => Buffer.from(content.subarray(from, to)).toString('latin1');
  let from = 0;
  while (text(from, from + 3) === 'ID3') {
    const size = content.subarray(from + 6, from + 10).reduce((sum, byte) => (sum << 7) | (byte & 0x7f), 0);
    from += 10 + size;
  }
  const tagged = text(content.length - 128, content.length - 125) === 'TAG';
  return content.slice(from, tagged ? content.length - 128 : content.length);
}

/** Boxes that hold others and lead to what is looked for, each with those in which it stands. Nowhere else do they nest. */
const holding: ReadonlyMap<string, string> = new Map([
  ['moov', ''],
  ['trak', 'moov'],
  ['mdia', 'trak'],
]);
const stories: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid', 'Xtra']);
const withTimes: ReadonlySet<string> = new Set(['mvhd', 'tkhd', 'mdhd']);

/**
 * Blanked where they stand, since what follows is found by its place.
 *
 * @source ISO/IEC 14496-12, 4.2 (boxes), 8.2.2, 8.3.2 and 8.4.2 (times of creation and change), 8.1.2 (free space)
 */
function withoutStories(content: Uint8Array): Uint8Array {
  const bytes = Buffer.from(content);
  blank(bytes, { from: 0, to: bytes.length, inside: '' });
  return new Uint8Array(bytes);
}

/** @throws {FeedbackInvalid} `file-type`: what follows a box without an end would keep what it tells */
function blank(bytes: Buffer, { from, to, inside }: { from: number; to: number; inside: string }): void {
  for (let at = from; at + 8 <= to;) {
    const end = endOf(bytes, { at, to });
    if (end === null) throw new FeedbackInvalid('file-type');
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (stories.has(type)) {
      bytes.write('free', at + 4, 'latin1');
      bytes.fill(0, at + 8, end);
    } else if (withTimes.has(type) && at + 28 <= end) {
      bytes.fill(0, at + 12, at + 12 + (bytes[at + 8] === 1 ? 16 : 8));
    } else if (holding.get(type) === inside) blank(bytes, { from: at + 8, to: end, inside: type });
    at = end;
  }
}

/** A size of 0 reaches to the end; after 1 it stands in eight bytes behind the type. Null for one that cannot be. */
function endOf(bytes: Buffer, { at, to }: { at: number; to: number }): number | null {
  const size = bytes.readUInt32BE(at);
  if (size === 0) return to;
  const isLong = size === 1;
  if (isLong && at + 16 > to) return null;
  const end = at + (isLong ? Number(bytes.readBigUInt64BE(at + 8)) : size);
  return end > to || end < at + (isLong ? 16 : 8) ? null : end;
}
