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
function passes(votes: number, { threshold, base: given }: MotionFacts): boolean {
  const base = given ?? 0;
  return threshold === 'majority' ? votes * 2 > base : votes * 3 >= base * 2 && base > 0;
}

function outcome(votes: number, motion: MotionFacts): string {
  const passed = passes(votes, motion);
  if (motion.threshold === 'majority') return passed ? 'đạt quá 1/2' : 'chưa đạt quá 1/2';
  return passed ? 'đạt ít nhất 2/3' : 'chưa đạt 2/3';
}

/** How the cell voted on a paper: `28/30 (93,33%) đồng ý`, and what that comes to. */
export interface VoteOnPaper {
  votes: string;
  passed: boolean;
  /** `đạt quá 1/2`. */
  outcome: string;
}

/**
 * The last vote on a paper of this name; null where none was recorded.
 *
 * @param name `nghị quyết` or `kết luận`, which the title of the motion carries
 */
export function voteOn(name: string, motions: readonly MotionFacts[]): VoteOnPaper | null {
  const motion = motions.findLast(
    ({ choices, title }) =>
      choices.length === 0 && title.normalize('NFC').toLocaleLowerCase('vi').includes(name),
  );
  if (!motion || motion.inFavour === null || motion.base === null) return null;
  const { inFavour, base } = motion;
  return {
    votes: `${inFavour}/${base} (${percent(inFavour, base)}) đồng ý`,
    passed: passes(inFavour, motion),
    outcome: outcome(inFavour, motion),
  };
}
