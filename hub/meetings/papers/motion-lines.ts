import type { MotionFacts } from './facts.ts';
import { percent } from './vietnamese-form.ts';

/** Motions with counts and shares over the base, and what came of each by its own threshold (domain.md 2.2, 3). */
export function motionLines(motions: readonly MotionFacts[]): string[] {
  return motions.flatMap((motion, index) => linesOf(motion, index + 1));
}

function linesOf(motion: MotionFacts, number: number): string[] {
  const how = motion.secret ? 'bỏ phiếu kín' : 'giơ thẻ đảng viên';
  const base = motion.base ?? 0;
  return [
    `${number}. ${motion.title} (${how}). Tổng số được tính: ${base} đồng chí.`,
    ...(motion.secret ? [ballots(motion)] : []),
    ...(motion.choices.length > 0
      ? motion.choices.map(({ name, votes }) => `- ${name}: ${votesOver(votes ?? 0, motion)}`)
      : [cards(motion, base)]),
  ];
}

function ballots({ issued, returned, valid, invalid }: MotionFacts): string {
  return `- Số phiếu phát ra ${issued ?? 0}, thu về ${returned ?? 0}, hợp lệ ${valid ?? 0}, không hợp lệ ${invalid ?? 0}.`;
}

function cards(motion: MotionFacts, base: number): string {
  const { inFavour, against, other } = motion;
  const said = [
    ['tán thành', inFavour ?? 0],
    ['không tán thành', against ?? 0],
    ['ý kiến khác', other ?? 0],
  ] as const;
  const counts = said.map(([word, count]) => `${word} ${count} (${percent(count, base)})`).join(', ');
  return `- ${counts[0]!.toLocaleUpperCase('vi')}${counts.slice(1)}. Kết quả: ${outcome(inFavour ?? 0, motion)}.`;
}

function votesOver(votes: number, motion: MotionFacts): string {
  const base = motion.base ?? 0;
  return `${votes}/${base} (${percent(votes, base)}), ${outcome(votes, motion)}.`;
}

/** In integers, so that no rounding carries a motion. */
function outcome(votes: number, { threshold, base: given }: MotionFacts): string {
  const base = given ?? 0;
  if (threshold === 'majority') return votes * 2 > base ? 'đạt quá 1/2' : 'chưa đạt quá 1/2';
  return votes * 3 >= base * 2 && base > 0 ? 'đạt ít nhất 2/3' : 'chưa đạt 2/3';
}

/** The motion by which a paper was carried, in words: `28/30 đồng ý`; null where none was recorded. */
export function carriedBy(motions: readonly MotionFacts[]): string | null {
  const motion = motions.findLast(
    ({ choices, title }) => choices.length === 0 && /nghị quyết|kết luận/i.test(title.normalize('NFC')),
  );
  if (!motion || motion.inFavour === null || motion.base === null) return null;
  return `${motion.inFavour}/${motion.base} (${percent(motion.inFavour, motion.base)}) đồng ý`;
}
