import { withoutDiacritics } from '../../hub/platform/folding.ts';

/**
 * What was typed, reduced to what people mean by it: lower case, no diacritics (đ → d), no punctuation,
 * letters repeated for emphasis once ("okkk" → "ok"), single spaces.
 */
export function fold(text: string): string {
  return withoutDiacritics(text)
    .replaceAll(/(\p{L})\1{2,}/gu, '$1')
    .replaceAll(/[^\p{L}\p{N}/+]+/gu, ' ')
    .trim();
}
