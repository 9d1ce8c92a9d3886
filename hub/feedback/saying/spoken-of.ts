/**
 * A text as it is looked through for what must be signed: sentences of words in lower case without diacritics, with `@`
 * before each word that speaks of one person.
 */
export function sentencesOf(text: string): string[] {
  const written = text
    .toWellFormed()
    .replaceAll(/\p{Cf}/gu, '')
    .normalize('NFC')
    .replaceAll(/(?<!\p{L})[đd]\s*[/.]?\s*c(?!\p{L})\.?/giu, ' đồng chí ');
  const accented = /[À-ỹ]/u.test(written);
  return written
    .split(/[!?;\n…]+|\.(?=\s|$)/u)
    .map((sentence) => marked(sentence.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [], accented))
    .filter((sentence) => sentence !== '');
}

/** Letters apart from what stands over and under them; đ by hand, NFD does not split it. */
function bare(word: string): string {
  return word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');
}

/** Said before a name. Without diacritics `co`, `chu`, `chi` and `bac` are too many other words. */
const titles = {
  accented: new Set(['ông', 'bà', 'anh', 'chị', 'cô', 'chú', 'bác', 'thằng']),
  bare: new Set(['ong', 'ba', 'anh', 'thang']),
};
/** After a title they make another word of it, or speak of many. */
const noNames = new Set(
  'con ba em chi bo uy hoi doan giao si trong ay nao hung dung minh nay thang nam tuan ngay nguoi muoi tram ho vi cac nhung mot'.split(
    ' ',
  ),
);
/** Before a title or office: many, or whoever it may be. */
const many = new Set('cac nhung moi cua may quy tung nhieu nguoi'.split(' '));
const families = new Set(
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly lo vang giang dinh ha trinh cao luong mai to truong quang'.split(
    ' ',
  ),
);
const offices = [
  'chu tich',
  'bi thu',
  'ke toan',
  'thu quy',
  'truong thon',
  'truong ban',
  'truong khu',
  'truong xom',
  'truong cong an',
  'cong an vien',
  'can bo dia chinh',
  'can bo tu phap',
  'can bo van phong',
  'giam doc',
  'hieu truong',
  'thu truong',
  'truong phong',
  'chi uy vien',
  'chu nhiem',
  'xa doi truong',
  'truong doan',
].map((office) => office.split(' '));

function marked(written: readonly string[], accented: boolean): string {
  const words = written.map(bare);
  const shown = words.map((word, index) => {
    if (speaksOfOne(index)) return `@${word}`;
    // "Tòa nhà to cao": whoever writes with diacritics means what stands there.
    return accented && word === 'to' && written[index] === 'to' ? 'to_' : word;
  });
  return shown.join(' ');

  function speaksOfOne(at: number): boolean {
    if (many.has(words[at - 1] ?? '') && words[at - 1] !== 'cua') return false;
    if (isOffice(at) || (words[at] === 'pho' && isOffice(at + 1))) return true;
    const next = words[at + 1];
    if (words[at] === 'dong' && next === 'chi') return !noNames.has(words[at + 2] ?? 'nao');
    const title = accented ? titles.accented.has(written[at]!.toLowerCase()) : titles.bare.has(words[at]!);
    if (title) return next === 'ay' || (next !== undefined && (!noNames.has(next) || isName(at + 1)));
    const isFirst = isCapital(written[at]) && isName(at + 1) && !isCapital(written[at - 1]);
    return families.has(words[at]!) && isFirst;
  }

  function isOffice(at: number): boolean {
    return offices.some((office) => office.every((word, offset) => words[at + offset] === word));
  }

  /** "Anh Dũng" beside "anh dũng"; where all is in capitals nothing can be told. */
  function isName(at: number): boolean {
    return isCapital(written[at]) && written[at] !== written[at]!.toUpperCase();
  }
}

const isCapital = (word: string | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word);
