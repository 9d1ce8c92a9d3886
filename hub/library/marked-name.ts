import { findClassificationMark } from '../notices/index.ts';

const separators = /[\s_.,()[\]{}–—-]+/gu;
/** With its accents it is no other word; without them only in capitals, since "tôi mất" is typed like it. */
const twoSyllables = /(?<!\p{L})(?:t(?:ối|uyệt) ?mật)(?!\p{L})/iu;
const bareCapitals = /(?<!\p{L})(?:TOI|TUYET) ?MAT(?!\p{L})/u;
/** Of the first and the last word alone: "BẢO MẬT" and "MẬT KHẨU" are in the name of many a guide. */
const first = /^MẬT(?! (?:KHẨU|MÃ|ONG|ĐỘ|THƯ))(?!\p{L})/u;
const last = /(?<!\p{L})(?<!(?:BẢO|BÍ) )MẬT$/u;

/**
 * Whether the name of a file says that it is secret: `KH 12 (MẬT).docx`, `TỐI_MẬT_kế hoạch.pdf`. What may be read either
 * way counts, as in texts.
 *
 * @param name without folders
 */
export function isMarkedName(name: string): boolean {
  const bare = name.replace(/\.[\p{L}\p{N}]{1,8}$/u, '');
  const words = bare
    .normalize('NFC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(separators, ' ')
    .trim();
  return (
    [twoSyllables, bareCapitals, first, last].some((mark) => mark.test(words)) ||
    findClassificationMark(bare) !== null
  );
}
