import { properName } from './proper-names.ts';

const motto =
  /ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:OÀ|ÒA) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc/giu;
const capitalsOnly = /^(?=.*\p{Lu}{2})[\p{Lu}\p{M}\d\s,.()–-]+$/u;
const numberOrDate = /s[ốỐ]\s*:?\s*[\d…._/-]|ngày[\s.…\d]*tháng/iu;
const organ =
  /^(?:BAN|BỘ|CHI BỘ|CHI [UỦ][YỶ]|CHÍNH PHỦ|CÔNG AN|CỤC|ĐẢNG [UỦ][YỶ]|ĐẢNG BỘ|ĐẢNG ĐOÀN|ĐOÀN|HỌC VIỆN|HỘI|HUYỆN [UỦ][YỶ]|LIÊN ĐOÀN|MẶT TRẬN|PHÒNG|QUÂN [UỦ][YỶ]|QUẬN [UỦ][YỶ]|QUỐC HỘI|SỞ|THÀNH [UỦ][YỶ]|THỊ [UỦ][YỶ]|THỦ TƯỚNG|TỈNH [UỦ][YỶ]|TRUNG TÂM|TRƯỜNG|UBND|[UỦ][YỶ] BAN|VĂN PHÒNG|HĐND|UBKT|BTV|BCH)(?!\p{L})/u;
/** Organs of a committee, which bear no place of their own. */
const ofCommittee = /^(?:BAN (?!CHẤP HÀNH)|VĂN PHÒNG|[UỦ][YỶ] BAN KIỂM TRA|UBKT)/u;
const committee = /(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG) [UỦ][YỶ]/u;
const mostLines = 14;
const shortForms: readonly [RegExp, string][] = [
  [/^UBND(?!\p{L})/u, 'ỦY BAN NHÂN DÂN'],
  [/^HĐND(?!\p{L})/u, 'HỘI ĐỒNG NHÂN DÂN'],
  [/^UBKT(?!\p{L})/u, 'ỦY BAN KIỂM TRA'],
  [/^BCH(?!\p{L})/u, 'BAN CHẤP HÀNH'],
  [/^BTV(?!\p{L})/u, 'BAN THƯỜNG VỤ'],
];

/**
 * Who issued a document, by its letterhead: the lower of the organs that stand above its number, with the place it works
 * for. Empty where there is no letterhead.
 *
 * @param head paragraphs from the top down to the name of the kind
 * @source Hướng dẫn 36-HD/VPTW (2018); Nghị định 30/2020/NĐ-CP, phụ lục I
 */
export function issuerOnLetterhead(head: readonly string[]): string {
  const organs: string[] = [];
  for (const line of head.slice(0, mostLines)) {
    for (const part of line.replaceAll(motto, '\n').split(/[\n|*]/)) {
      const name = part
        .replace(/^#+/, '')
        .replace(/[\s\-–_.,]+$/, '')
        .trim();
      if (name === '' || numberOrDate.test(name) || !capitalsOnly.test(name)) continue;
      const starts = organ.test(name);
      if (!starts && organs.length === 0) continue;
      // "ỦY BAN NHÂN DÂN" and, on a line of its own, "XÃ BẢO THẮNG".
      if (starts) organs.push(name);
      else organs[organs.length - 1] = `${organs.at(-1)} ${name}`;
    }
  }
  const [own = '', above = ''] = organs.toReversed().map(inFull);
  return own === '' ? '' : properName(withPlace(own, above));
}

function withPlace(own: string, above: string): string {
  if (!ofCommittee.test(own) || above === '') return own;
  if (/TRUNG ƯƠNG/.test(above) && !/TRUNG ƯƠNG|BÍ THƯ/.test(own)) return `${own} TRUNG ƯƠNG`;
  if (!committee.test(own)) return committee.test(above) ? `${own} ${above}` : own;
  // "BAN TỔ CHỨC TỈNH ỦY" below "ĐẢNG BỘ TỈNH LÀO CAI".
  const place = /^ĐẢNG BỘ (?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ)\s+(.+)$/u.exec(above)?.[1];
  return place === undefined || own.includes(place) ? own : `${own} ${place}`;
}

function inFull(name: string): string {
  return shortForms.reduce((written, [short, full]) => written.replace(short, full), name);
}
