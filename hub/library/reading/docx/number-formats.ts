const romans = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;
const words = 'không một hai ba bốn năm sáu bảy tám chín mười'.split(' ');
const latin = 'abcdefghijklmnopqrstuvwxyz';

/**
 * A counter as Word prints it. `listed` are the numbers that a format of the file's own spells out, such as a, b, c, d, đ.
 *
 * @param format `numFmt` of ECMA-376, 17.18.59; those we do not know are printed as decimals, as Word itself does
 */
export function printedNumber(count: number, format: string, listed: readonly string[]): string {
  switch (format) {
    case 'none':
      return '';
    case 'custom':
      return listed[count - 1] ?? String(count);
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'upperRoman':
      return roman(count);
    case 'lowerRoman':
      return roman(count).toLowerCase();
    case 'upperLetter':
      return letters(count).toUpperCase();
    case 'lowerLetter':
      return letters(count);
    case 'vietnameseCounting':
      return words[count] ?? String(count);
    default:
      return String(count);
  }
}

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  let rest = count;
  let printed = '';
  for (const [sign, worth] of romans) {
    for (; rest >= worth; rest -= worth) printed += sign;
  }
  return printed;
}

// After z comes aa, then bb.
function letters(count: number): string {
  if (count < 1 || count > 780) return String(count);
  return (latin[(count - 1) % 26] ?? '').repeat(Math.ceil(count / 26));
}
