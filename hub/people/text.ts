import { withoutDiacritics } from '../platform/folding.ts';

/**
 * As it is kept: NFC, no invisible characters and none that mean nothing outside one machine (private use, the sign
 * for what could not be read), which no spreadsheet carries; one space between words.
 */
export function clean(text: string): string {
  if (/^[!-~]*$/.test(text)) return text;
  return text
    .replaceAll(/[\p{Cf}\p{Co}\p{Noncharacter_Code_Point}\ufffd]/gu, '')
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/**
 * For recognising a word however it is typed: letters and digits only, lower case, no accents.
 * `Mã cấp trên` and `MA_CAP_TREN` become `macaptren`. đ is folded by hand: NFD does not split it.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[đð]/g, 'd')
    .replaceAll(/[^a-z0-9]/g, '');
}

/**
 * A name as people type it who have no Vietnamese keyboard: lower case, no accents, one space between words.
 * `Nguyễn Thị  Đào` becomes `nguyen thi dao`.
 */
export function foldName(text: string): string {
  return withoutDiacritics(clean(text));
}
