import { isSound, type FileFormat } from './file-format.ts';

const endings: Record<FileFormat, string> = {
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
  pdf: 'pdf',
  docx: 'docx',
  xlsx: 'xlsx',
  text: 'txt',
  ogg: 'ogg',
  m4a: 'm4a',
  mp3: 'mp3',
  aac: 'aac',
  amr: 'amr',
};
const pictures: ReadonlySet<FileFormat> = new Set(['jpeg', 'png', 'webp']);
const longestName = 80;

/**
 * What the file is called from here on, with the ending of what it is. Where it is not to keep its own name,
 * such as `Don cua Nguyen Van An.docx`, one of ours.
 */
export function cleanName(given: string, { format, own }: { format: FileFormat; own: boolean }): string {
  const ending = `.${endings[format]}`;
  const name = own ? plainName(given) : '';
  return (name === '' ? ourName(format) : name.slice(0, longestName - ending.length).trimEnd()) + ending;
}

function ourName(format: FileFormat): string {
  if (pictures.has(format)) return 'anh';
  return isSound(format) ? 'ghi-am' : 'tep';
}

/** Without folders, its ending, what cannot be seen, and what turns the direction of reading. */
function plainName(given: string): string {
  const last = given.split(/[\\/]/).at(-1)!.normalize('NFC');
  const seen = last.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '').replaceAll(/[<>:"|?*]/g, '-');
  return seen
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/^[\s.]+/, '')
    .trim();
}
