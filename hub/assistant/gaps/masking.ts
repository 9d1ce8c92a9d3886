import { withoutDiacritics } from '../../platform/folding.ts';
import { says } from '../phrases.ts';

const hidden = '…';
const mostHidden = 1;
const longest = 500;

/** Said before a person's name. */
const titles =
  '[Đđ]ồng chí|[Dd]ong chi|[Đđ]/c|[Đđ]c|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Tt]hầy|[Oo]ng|[Bb]í thư|[Cc]hủ tịch';
const capital = String.raw`\p{Lu}[\p{L}\p{M}]*`;
const afterTitle = new RegExp(
  String.raw`(?<![\p{L}])(?<title>${titles})\s+(?<name>${capital}(?:\s+${capital}){0,4})`,
  'gu',
);
/** Two words or more with a capital, of which the first is a family name. */
const capitals = new RegExp(String.raw`(?<![\p{L}])${capital}(?:[ \t]+${capital}){1,4}`, 'gu');
/** The most frequent family names, folded. */
const families = new Set(
  'au bach be bui cao chau cu dam dang dao dau dinh do doan duong giang giap ha ho hoang huynh kha khuat la lai lam le lo loc luong luu luc ly ma mac mai man mua nghiem ngo nguyen nong ong pham phan phung quach sam ta thai than to tong tran trieu trinh truong tu tuong vang vi vo vu vuong'.split(
    ' ',
  ),
);
/** Begin like a family name and are none, or are in every document. */
const noPerson =
  /^(?:dang (?:cong|bo|uy|vien)|tu phap|truong |ho chi minh|ha (?:noi|tinh|giang|nam)|cao bang|lai chau|lao cai|lam dong|vu (?:to|tong|phap)|dinh huong|doan thanh|la gi|dai hoi|mac[- ]lenin)/;
/** As it is typed without capitals and diacritics: only the middle names that are hardly ever anything else. */
const bareName =
  /(?<![\p{L}])(?:(?:nguyen|tran|pham|hoang|huynh|phan|bui|ngo) (?:van|thi|duc|huu|dinh|xuan|ngoc)|(?:le|vu|vo|dang|do|ho|duong|ly) (?:van|thi)(?! (?:hanh|ban|kien|de|chat))) [a-z]+(?![\p{L}])/gu;
const addresses = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?:\/\/\S+|\bwww\.\S+/gi;
const digits = /(?<![\p{L}\d])\+?\d(?:[ .-]?\d){5,}/gu;

/** Of one's own life or one's kin: what is told like this may name nobody and still be recognised by everybody. */
const isPersonal = says([
  '(?:vợ|chồng|con|con trai|con gái|(?<!chi )bố|mẹ|cha|cháu|hàng xóm|sếp|thủ trưởng|cơ quan|thôn|xóm|nhà) (?:của )?(?:tôi|mình|em)',
  'tôi (?:bị|đang|mắc|vừa|từng|mới)',
  'em (?:bị|đang|mắc|vừa|từng)',
  'của (?:riêng )?(?:tôi|em)',
]);
const tells = /(?<![\p{L}])(?:tôi|em) (?:đã|là)(?![\p{L}])/u;

/**
 * A question without what tells of whom it is: names, addresses, telephone and other long numbers. Null: too little would
 * be left, or it is about somebody's own life.
 *
 * @param known names of people, folded, such as the hub has them: masked however they are written
 */
export function masked(question: string, known: readonly string[] = []): string | null {
  let count = 0;
  const hide = () => {
    count += 1;
    return hidden;
  };
  const said = question.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  if (isPersonal(said) || tells.test(said.toLowerCase())) return null;
  const text = withoutKnown(said, known, hide)
    .replaceAll(addresses, hide)
    .replaceAll(afterTitle, (_, title: string) => `${title} ${hide()}`)
    .replaceAll(capitals, (found) => (isName(found) ? hide() : found))
    .replaceAll(bareName, hide)
    .replaceAll(digits, hide);
  if (count > mostHidden || !/[\p{L}]{2}/u.test(text.replaceAll(hidden, ''))) return null;
  return text.slice(0, longest);
}

function withoutKnown(text: string, known: readonly string[], hide: () => string): string {
  let left = text;
  for (const name of known) {
    const words = left.split(' ');
    const length = name.split(' ').length;
    const at = words.findIndex((_, place) => barely(words.slice(place, place + length)) === name);
    if (at !== -1) left = [...words.slice(0, at), hide(), ...words.slice(at + length)].join(' ');
  }
  return left;
}

/** Words folded, without the signs around them. */
function barely(words: readonly string[]): string {
  return words.map((word) => withoutDiacritics(word).replaceAll(/[^a-z0-9]/g, '')).join(' ');
}

function isName(found: string): boolean {
  const folded = withoutDiacritics(found);
  return families.has(folded.split(/\s+/)[0]!) && !noPerson.test(folded);
}
