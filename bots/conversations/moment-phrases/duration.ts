import { fold } from '../fold.ts';
import { numberOf, spokenNumber } from './spoken-numbers.ts';

const limits = { least: 5, most: 2_880 };
const courtesy = /^(?:(?:khoang|trong|hop|keo dai|tam|chung|du kien|thoi luong|them) )+/;
const minutesAlone = /^(\d{1,4}) ?(?:phut|ph|p|minutes?|mins?)?$/;
const halfHour = /^nua (?:tieng|gio)(?: dong ho)?$/;
const hours = /^(\d{1,2}) ?(?:tieng|gio|h|g|hours?)(?: dong ho)?(?: ?(?:(ruoi)|(\d{1,2}) ?(?:phut|ph|p)?))?$/;

/**
 * "90 phút", "2 tiếng", "một tiếng rưỡi", "1h30", "1 giờ 30 phút": minutes, 5 to 2,880, with or without marks. Null for
 * what is no length of time.
 */
export function readDuration(text: string): number | null {
  const plain = fold(text.replace(/(\d)[.,]5\s*(?:tiếng|tieng|giờ|gio|h)/i, '$1 giờ rưỡi'))
    .replace(courtesy, '')
    .replace(new RegExp(`^${spokenNumber}(?= )`), (words) => String(numberOf(words)));
  const minutes = minutesIn(plain);
  return minutes !== null && minutes >= limits.least && minutes <= limits.most ? minutes : null;
}

function minutesIn(plain: string): number | null {
  const alone = minutesAlone.exec(plain);
  if (alone) return Number(alone[1]);
  if (halfHour.test(plain)) return 30;
  const [, whole, half, rest = '0'] = hours.exec(plain) ?? [];
  if (whole === undefined || Number(rest) > 59) return null;
  return Number(whole) * 60 + (half ? 30 : Number(rest));
}
