import type { Say } from '../../platform/locales.ts';
import type { Branch, Stand } from './branches.ts';

const words: Record<Stand, (say: Say) => string> = {
  issued: (say) => say('cascade-stand-issued'),
  passed_on: (say) => say('cascade-stand-passed-on'),
  acknowledged: (say) => say('cascade-stand-acknowledged'),
  seen: (say) => say('cascade-stand-seen'),
  delivered: (say) => say('cascade-stand-delivered'),
  handed_over: (say) => say('cascade-stand-handed-over'),
  waiting: (say) => say('cascade-stand-waiting'),
  nobody: (say) => say('cascade-stand-nobody'),
};

/** How far a unit has come, in a few words. */
export function standInWords(stand: Stand, say: Say): string {
  return words[stand](say);
}

/** "2 ngày 3 giờ", "5 giờ 10 phút"; rounded down. */
export function durationInWords(ms: number, say: Say): string {
  const minutes = Math.floor(ms / 60_000);
  return say('cascade-took', {
    days: Math.floor(minutes / 1440),
    hours: Math.floor((minutes % 1440) / 60),
    minutes: minutes % 60,
  });
}

/** All there is to say about a unit in one line: how far, how long it took, what is wrong. */
export function branchInWords(
  { stand, tookMs, late, inSteadBy, chasedAt, escalatedAt }: Branch,
  say: Say,
): string {
  return [
    standInWords(stand, say),
    ...(tookMs === null ? [] : [durationInWords(tookMs, say)]),
    ...(inSteadBy ? [say('cascade-in-stead', { name: inSteadBy })] : []),
    ...(late ? [say('cascade-late')] : []),
    ...(late && escalatedAt ? [say('cascade-escalated')] : late && chasedAt ? [say('cascade-chased')] : []),
  ].join(', ');
}
