import { calendarDay } from '../../people/index.ts';

/**
 * `ngày 05 tháng 02 năm 2026`: a zero before days below ten and before the first two months alone.
 *
 * @param day `2026-02-05`
 * @source domain.md 3 (05-HD/VPTW)
 */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `ngày ${padded(date)} tháng ${month < 3 ? padded(month) : month} năm ${year}`;
}

/** `19 giờ 30`. */
function timeInWords(moment: Date): string {
  const time = new Date(moment.getTime() + vietnamAheadMs).toISOString();
  return `${time.slice(11, 13)} giờ ${time.slice(14, 16)}`;
}

/** `19 giờ 30, ngày 05 tháng 02 năm 2026`. */
export function momentInWords(moment: Date): string {
  return `${timeInWords(moment)}, ${dayInWords(calendarDay(moment))}`;
}

/** `05/12/2026`. */
export function shortDay(day: string): string {
  return day.split('-').toReversed().join('/');
}

/** `tháng 12 năm 2026`. */
export function monthInWords(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return `tháng ${month} năm ${year}`;
}

/** The month whose work a meeting of that day settles: its own in the first half, else the next. */
export function monthAhead(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const next = date <= 15 ? month : month + 1;
  return next > 12 ? `${year + 1}-01-01` : `${year}-${String(next).padStart(2, '0')}-01`;
}

/** `93,33%`; of nothing: `0%`. */
export function percent(part: number, whole: number): string {
  const share = whole === 0 ? 0 : Math.round((part * 10_000) / whole) / 100;
  return `${String(share).replace('.', ',')}%`;
}

/** `07`, `12`. */
function padded(number: number): string {
  return String(number).padStart(2, '0');
}

/** First letter small, unless it begins an abbreviation: to go on after a heading. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text[0]!.toLocaleLowerCase('vi') + text.slice(1) : text;
}

const vietnamAheadMs = 7 * 3_600_000;
