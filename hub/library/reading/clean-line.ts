const unseen = String.raw`\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff`;
const invisible = new RegExp(String.raw`[\u00ad${unseen}\p{Cc}\p{Cn}\p{Co}]`, 'gu');
const invisibleBetweenLines = new RegExp(String.raw`[[${unseen}\p{Cc}]--[\n\t]]`, 'gv');

/** A text with its lines as they are, without what is not seen, or turns around what is. */
export function withoutInvisible(text: string): string {
  return text.replaceAll(invisibleBetweenLines, '');
}

/** One line of text: NFC, blanks of every kind as one space, nothing invisible, nothing around it. */
export function cleanLine(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(invisible, '')
    .normalize('NFC')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}
