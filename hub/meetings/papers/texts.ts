import { PaperTextLong } from './errors.ts';

/** A part of a paper: some pages. */
export const longestPart = 20_000;

/** One line: NFC, no invisible characters, one space between words. */
export function lineOf(written: string): string {
  return visible(written).replaceAll(/\s+/g, ' ').trim();
}

/** Paragraphs, one a line, without empty ones. @throws {PaperTextLong} */
export function paragraphsOf(written: string, most = longestPart): string {
  const lines = visible(written).split(/\r\n|\r|\n/);
  const text = lines
    .map((line) => line.replaceAll(/[^\S\n]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
  if (text.length > most) throw new PaperTextLong(most);
  return text;
}

function visible(text: string): string {
  return text.normalize('NFC').replaceAll(/[\p{Cf}\p{Co}\p{Noncharacter_Code_Point}\ufffd]/gu, '');
}
