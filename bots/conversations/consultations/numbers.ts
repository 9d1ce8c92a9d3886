import type { Answer, Question } from '../../../hub/consultations/index.ts';
import { fold } from '../fold.ts';
import { numberOf, spokenNumber } from '../moment-phrases/spoken-numbers.ts';

/** Said around numbers, folded; nothing hangs on it. */
const around = new Set(
  (
    'a ah nhe nha roi vay oi di em e toi minh chau da vang thua dong chi xin cho chon lay dung la so cau y muc o option number ' +
    'phuong an dap thu tu xep hang diem tren va voi cung roi truoc sau cuoi cung dau tien het den hon'
  ).split(' '),
);
const all =
  /^(?:(?:toi|em|xin) )?(?:chon )?(?:tat ca|het|ca|ca het|toan bo|all)(?: (?:a|di|nhe|nha|cac y))*$/;
const ordinals: Readonly<Record<string, string>> = { nhat: '1', hai: '2', ba: '3', tu: '4', nam: '5' };
const isSpoken = new RegExp(`^${spokenNumber}$`);

/** "1, 3 và 4", "ý ba", "số 2 rồi 1", "b": the numbers of a text that says nothing else; null where it says more. */
function numbersIn(text: string): number[] | null {
  const folded = fold(text).replaceAll(/\bthu (nhat|hai|ba|tu|nam)\b/g, (_, word: string) => ordinals[word]!);
  const words = folded.split(' ').flatMap((word) => word.match(/\d+|\/|[^\d/]+/g) ?? []);
  const numbers: number[] = [];
  for (const word of words) {
    if (/^\d{1,2}$/.test(word)) numbers.push(Number(word));
    // "Tư" is four, and "thứ tự" an order; "sau" is after before it is six.
    else if (!around.has(word) && isSpoken.test(word)) numbers.push(numberOf(word));
    else if (/^[b-h]$/.test(word) && words.length === 1) numbers.push(word.charCodeAt(0) - 96);
    else if (!around.has(word)) return null;
  }
  return numbers;
}

/** Places counted from 0 that a text names, "134" too where there are fewer than ten; null where it names none. */
export function placesIn(text: string, count: number): number[] | null {
  if (all.test(fold(text))) return Array.from({ length: count }, (_, place) => place);
  const compact = text.trim();
  if (count < 10 && /^[1-9]{2,9}$/.test(compact) && (Number(compact) > count || compact.length > 2))
    return [...compact].map((digit) => Number(digit) - 1);
  const numbers = numbersIn(text);
  return numbers && numbers.length > 0 ? numbers.map((number) => number - 1) : null;
}

/** A number of the scale: "4", "4 điểm", "8/10", "cao nhất"; null where none is named. */
export function pointIn(text: string, { from, to }: NonNullable<Question['scale']>): number | null {
  const folded = fold(text);
  if (/\b(?:cao|tot|lon) nhat\b|\btoi da\b/.test(folded)) return to;
  if (/\b(?:thap|kem|nho) nhat\b|\btoi thieu\b/.test(folded)) return from;
  if (from === 0 && /^(?:khong|ko|k) diem$/.test(folded)) return 0;
  const numbers = numbersIn(folded.replaceAll('/', ' / ').replace(/ \/.*$| tren .*$/, ''));
  return numbers?.length === 1 ? numbers[0]! : null;
}

/** Whether the places are an answer to the question as it stands; the one that was left out of an order comes last. */
export function answerOf({ form, options, most }: Question, places: readonly number[]): Answer | null {
  const allowed = places.every((place) => place >= 0 && place < options.length);
  if (!allowed || new Set(places).size !== places.length) return null;
  if (form === 'one') return places.length === 1 ? places[0]! : null;
  if (form === 'several')
    return places.length <= (most ?? options.length) ? places.toSorted((a, b) => a - b) : null;
  const left = options.flatMap((_, place) => (places.includes(place) ? [] : place));
  return left.length <= 1 ? [...places, ...left] : null;
}
