const digits: Record<string, number> = {
  mot: 1,
  mot1: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  sau: 6,
  sau6: 6,
  bay: 7,
  bay7: 7,
  tam: 8,
  chin: 9,
};

const ones = '(?:mot1?|hai|ba|bon|tu|nam|lam|sau6|bay7?|tam|chin)';

/** Numbers from 1 to 59 in words, for patterns. Without its mark "sau" is "after" before it is "six". */
export const spokenNumber = `(?:(?:(?:hai|ba|bon|nam) )?muoi(?: ${ones})?|${ones})`;

/** "mười chín" is 19, "hai mươi" 20, "bảy" 7. */
export function numberOf(words: string): number {
  const [tens = '', rest = ''] = words.split(/ ?muoi ?/);
  if (!words.includes('muoi')) return digits[tens] ?? 0;
  return (digits[tens] ?? 1) * 10 + (digits[rest] ?? 0);
}
