/**
 * Lower case and without Vietnamese diacritics, wherever the tone was put: `Hoá`, `hóa` and `HOA` become `hoa`.
 * đ is folded by hand, since decomposing leaves it whole. Other characters stay.
 */
export function withoutDiacritics(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đð]/g, 'd');
}
