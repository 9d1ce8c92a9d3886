/**
 * What somebody wrote, as it is kept: NFC, lines as we end them, and none of the characters that nobody sees. Those can
 * turn a line around, so that it reads otherwise than it stands, or carry a mark that tells one copy from another.
 */
export function asWritten(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[\p{Cf}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/gu, '')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .normalize('NFC')
    .trim();
}
