export type SoundFormat = 'ogg' | 'm4a' | 'mp3' | 'aac' | 'amr';
export type FileFormat = 'jpeg' | 'png' | 'webp' | 'pdf' | 'docx' | 'xlsx' | 'text' | SoundFormat;

const sounds: ReadonlySet<string> = new Set<SoundFormat>(['ogg', 'm4a', 'mp3', 'aac', 'amr']);

export function isSound(format: string | null): format is SoundFormat {
  return format !== null && sounds.has(format);
}

/** By its first bytes; `zip` may be a DOCX or an XLSX. Null for everything else, such as a program named `anh.jpg`. */
export function fileFormat(content: Uint8Array): Exclude<FileFormat, 'docx' | 'xlsx'> | 'zip' | null {
  const head = Buffer.from(content.subarray(0, 16)).toString('latin1');
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'jpeg';
  if (head.startsWith('\u0089PNG\r\n\u001a\n')) return 'png';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) return 'zip';
  if (head.startsWith('OggS')) return 'ogg';
  if (head.slice(4, 8) === 'ftyp') return isFilm(content) ? null : 'm4a';
  if (head.startsWith('#!AMR\n') || head.startsWith('#!AMR-WB\n')) return 'amr';
  if (isAacFrame(content)) return 'aac';
  if (head.startsWith('ID3') || isMp3Frame(content)) return 'mp3';
  return isText(content) ? 'text' : null;
}

/**
 * The container of voice notes is that of films and of HEIC pictures too: one holds a sound track and nothing else.
 *
 * @source ISO/IEC 14496-12, 8.4.3
 */
function isFilm(content: Uint8Array): boolean {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const handler = (kind: string) => bytes.includes(`hdlr\0\0\0\0\0\0\0\0${kind}`, 0, 'latin1');
  return handler('vide') || !handler('soun');
}

/** Layer III, and neither a reserved bit rate nor sample rate. */
function isMp3Frame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const sync = first === 0xff && (second & 0xe6) === 0xe2;
  return sync && third >> 4 !== 0 && third >> 4 !== 15 && ((third >> 2) & 3) !== 3;
}

/** ADTS, as voice notes of Zalo are. @source ISO/IEC 14496-3, 1.A.2.2 */
function isAacFrame([first = 0, second = 0]: Uint8Array): boolean {
  return first === 0xff && (second & 0xf6) === 0xf0;
}

/** UTF-8 without what no editor writes. */
function isText(content: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    return !/[\u0000-\u0008\u000e-\u001f\u007f]/.test(text);
  } catch {
    return false;
  }
}
