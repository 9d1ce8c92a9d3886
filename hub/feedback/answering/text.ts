import { FeedbackInvalid } from '../errors.ts';

export const replyLength = 4_000;
export const reasonLength = 500;
export const titleLength = 100;

/**
 * Words as they are kept: NFC, lines kept, nothing that cannot be seen, such as what turns the direction of writing.
 *
 * @param most letters, as UTF-16 counts them
 * @throws {FeedbackInvalid} none, or too many
 */
export function worded(text: string, field: string, most: number): string {
  const clean = text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}]/gu, (sign) => (sign === '\n' ? sign : ''))
    .trim();
  if (clean === '' || clean.length > most) throw new FeedbackInvalid(field);
  return clean;
}

/** The same on one line. */
export function wordedLine(text: string, field: string, most: number): string {
  return worded(text.replaceAll(/\s+/g, ' '), field, most);
}
