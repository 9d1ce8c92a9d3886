type Level = 'MẬT' | 'TỐI MẬT' | 'TUYỆT MẬT';
/** A secrecy level found in a text, and the line (from 1) that carries it. */
export type ClassificationMark = { mark: Level; line: number };

type Syllable = { letters: string; accents: string };
const secret: Syllable = { letters: 'MAT', accents: '\u0302\u0323' };
const levels: readonly { mark: Level; syllables: readonly Syllable[] }[] = [
  { mark: 'MẬT', syllables: [secret] },
  { mark: 'TỐI MẬT', syllables: [{ letters: 'TOI', accents: '\u0301\u0302' }, secret] },
  { mark: 'TUYỆT MẬT', syllables: [{ letters: 'TUYET', accents: '\u0302\u0323' }, secret] },
];
const spellings = levels.map((level) => ({
  ...level,
  letters: level.syllables.map(({ letters }) => letters).join(''),
}));

// Cyrillic and Greek capitals drawn like Latin ones, and what OCR reads for O and I.
const lookalikes = new Map(
  Object.entries({ МΜϺ: 'M', АΑ: 'A', ТΤ: 'T', ОΟ0: 'O', ІӀΙ1l: 'I', УҮΥ: 'Y', ЕΕ: 'E', Ս: 'U' }).flatMap(
    ([shapes, letter]) => [...shapes].map((shape) => [shape, letter] as const),
  ),
);

const invisible = /[[\p{Default_Ignorable_Code_Point}\p{Cc}]--\t]/gv;
const lineTag = /<br *\/?>/gi;
const otherTag =
  /<\/?(?:[abius]|em|strong|span|font|center|big|small|mark|p|div|h[1-6]|t[dhr]|table)(?: [^<>]{0,200})?>/gi;
const verticalRule = /[\u2502\u2503\u2506\u2507\u250a\u250b\u2551\u00a6\uff5c]/g;
// Bounded, here and below: a class repeated over megabytes overflows the stack of the expression engine.
const columnGap = /[ \t]{2,5000}|\t/g;
const label = /(?:\d{1,2}[.)] ?)?([\p{L}\p{M} *_]{2,40})[:=–—-]{1,20}/uy;
const openWord = /(?:^|[^\p{L}])(?:(\p{Lu}+) )?(?:BÍ|BI|BẢO|BAO)[^\p{L}\p{N}]*$/u;
const labelWords = /^(?:muc do|cap do|muc|cap|do)(?: bao)? mat$/;
const copyNote =
  /^(?: [-–—]|[-–—](?!\p{L})| ?:|[ .,;/([–—-]{0,3}(?:bản|ban) (?:số|so|sao|gốc|goc|chính|chinh)(?!\p{L})|[ .,;/([–—-]{0,3}(?:số|so) ?(?:[:.…\d/_-]|\t|$))/iu;

/**
 * The first secrecy mark that stands alone in capitals: a line, a column of a line, or the value of a
 * "Độ mật:" label. Sees through NFD, misplaced tones, letter spacing, look-alike letters, and text without
 * accents as OCR gives it. Words in a sentence ("BẢO MẬT THÔNG TIN", "Mặt trận") are not marks; when a line
 * reads either way it counts as a mark, since a needless refusal costs less than a leak.
 *
 * Finding nothing proves nothing: the stamp may be a picture, handwritten or missing. Time is linear.
 *
 * @source Luật Bảo vệ bí mật nhà nước 117/2025/QH15 (in force 1/3/2026): levels Tuyệt mật, Tối mật, Mật
 */
export function findClassificationMark(text: string): ClassificationMark | null {
  let previous = '';
  for (const { content, line } of linesOf(text)) {
    const columns = content === '' ? '' : columnsOf(content);
    if (columns === '') continue;
    const mark = markIn(columns, previous);
    if (mark) return { mark, line };
    previous = columns;
  }
  return null;
}

function* linesOf(text: string): Generator<{ content: string; line: number }> {
  let start = 0;
  let line = 1;
  for (let at = 0; at <= text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (at < text.length && !isLineBreak(code)) continue;
    yield { content: text.slice(start, at), line };
    if (code === 0x0d && text.charCodeAt(at + 1) === 0x0a) at += 1;
    start = at + 1;
    line += 1;
  }
}

function isLineBreak(code: number) {
  if (code <= 0x0d) return code >= 0x0a;
  return code === 0x85 || code === 0x2028 || code === 0x2029;
}

// One tab between columns, so that letters set wide apart ("T Ố I   M Ậ T") can be read across it.
// A table rule stays `|`: letters are never joined from one cell to the next.
function columnsOf(line: string) {
  return line
    .replace(invisible, '')
    .replace(lineTag, '\t')
    .replace(otherTag, '')
    .replace(/\p{Zs}/gu, ' ')
    .trim()
    .replace(columnGap, '\t')
    .replace(/\t{2,}/g, '\t')
    .replace(verticalRule, '|');
}

function markIn(columns: string, previousColumns: string): Level | null {
  let start = 0;
  let above: string[] | undefined;
  for (let index = 0; start <= columns.length; index += 1) {
    const first = skipDecoration(columns, start);
    const mark = markAt(columns, first) ?? markAt(columns, labelledValue(columns, first));
    if (mark && mark !== 'MẬT') return mark;
    if (mark) {
      above ??= previousColumns.split(/[\t|]/);
      const before = columns[start - 1] === '\t' ? columns.slice(Math.max(0, start - 40), start) : '';
      if (!leavesWordOpen(before) && !leavesWordOpen(above[index] ?? '')) return mark;
    }
    start = nextColumn(columns, first);
  }
  return null;
}

function nextColumn(columns: string, from: number) {
  let at = from;
  while (!isColumnEnd(columns, at)) at += 1;
  return at + 1;
}

function skipDecoration(columns: string, from: number) {
  let at = from;
  while (at < columns.length && !isColumnEnd(columns, at)) {
    const character = String.fromCodePoint(columns.codePointAt(at) ?? 0);
    if (/[\p{L}\p{N}]/u.test(character)) break;
    at += character.length;
  }
  return at;
}

function isColumnEnd(columns: string, at: number) {
  return at >= columns.length || columns[at] === '\t' || columns[at] === '|';
}

function labelledValue(columns: string, at: number) {
  label.lastIndex = at;
  const found = label.exec(columns);
  if (!found) return -1;
  const words = (found[1] ?? '').toLowerCase().replace(/[đð]/g, 'd').normalize('NFD');
  const plain = words.replace(/[^a-z ]/g, '').replace(/ +/g, ' ');
  if (!labelWords.test(plain.trim())) return -1;
  return skipDecoration(columns, at + found[0].length);
}

function markAt(text: string, start: number): Level | null {
  if (start < 0) return null;
  const spelled = spell(text, start);
  if (!spelled) return null;
  const alone = isColumnEnd(text, skipDecoration(text, spelled.end));
  return alone || copyNote.test(text.slice(spelled.end, spelled.end + 30).normalize('NFC'))
    ? spelled.mark
    : null;
}

// Letter by letter, because normalising a whole hostile line is quadratic in its combining marks.
function spell(text: string, start: number): { mark: Level; end: number } | null {
  let letters = '';
  const accents: string[] = [];
  let end = start;
  let complete: (typeof spellings)[number] | undefined;
  for (let at = start; at < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    at += character.length;
    if (character === ' ' || character === '\t') continue;
    const folded = foldCapital(character);
    if (!folded || (complete && folded.letter !== '')) break;
    if (folded.letter !== '') accents.push('');
    letters += folded.letter;
    if (!spellings.some((spelling) => spelling.letters.startsWith(letters))) return null;
    const written = (accents.pop() ?? '') + folded.accents;
    if (written.length > 3) return null;
    accents.push(written);
    complete = spellings.find((spelling) => spelling.letters === letters);
    end = at;
  }
  return complete && hasAccents(complete.syllables, accents) ? { mark: complete.mark, end } : null;
}

function foldCapital(character: string): { letter: string; accents: string } | null {
  const decomposed = character.normalize('NFKD');
  const base = decomposed.replace(/\p{Mn}/gu, '');
  const accents = decomposed.slice(base.length);
  if (base === '') return { letter: '', accents };
  const letter = lookalikes.get(base) ?? base;
  return /^[AEIMOTUY]$/.test(letter) ? { letter, accents } : null;
}

// MẮT, MẤT and MẶT are other words: each syllable has all its accents, on any of its letters, or none.
function hasAccents(syllables: readonly Syllable[], written: readonly string[]) {
  let from = 0;
  return syllables.every(({ letters, accents }) => {
    const found = written.slice(from, (from += letters.length)).join('');
    return found === '' || [...found].sort().join('') === accents;
  });
}

// "BẢO VỆ BÍ / MẬT / NHÀ NƯỚC": a heading broken over lines or columns. The column above is compared with
// the same column only, and Uông Bí and Vĩnh Bảo are places whose name may stand above a stamp.
function leavesWordOpen(text: string) {
  const ending = openWord.exec(text.slice(-40).normalize('NFC'));
  return ending !== null && !/^(?:UÔNG|UONG|VĨNH|VINH)$/.test(ending[1] ?? '');
}
