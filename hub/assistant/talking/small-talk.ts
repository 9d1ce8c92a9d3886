import { folded } from '../../library/index.ts';
import { says } from '../phrases.ts';
import type { Talk } from '../port.ts';

/** Said along with anything: it tells nothing of what is meant. */
const courtesy = new Set(
  'a ah ak da vang oi nhe nha nhi nhieu rat lam thoi ban em bac anh chi minh toi may co chu dong chi dc tro ly bot ad admin xin kinh qua roi cua nay the va very much so please to you there'.split(
    ' ',
  ),
);

const greetings = ['xin chao', 'chao', 'hello', 'hi', 'hey', 'alo', 'good morning', 'good evening', 'helo'];
const thanks = [
  'cam on',
  'cam ta',
  'biet on',
  'thanks',
  'thank',
  'tks',
  'thank you',
  'cam mon',
  'tot lam',
  'hay qua',
];
const goodbyes = [
  'tam biet',
  'bye',
  'bye bye',
  'goodbye',
  'hen gap lai',
  'chuc ngu ngon',
  'good night',
  'chao tam biet',
];

const whoAreYou = [
  /^(?:xin (?:hoi|cho biet) )?(?:ban|may|em|tro ly|dong chi|bot|ai day|day) (?:ten )?(?:la|ten) (?:ai|gi)\b/,
  /^(?:ban|may|em|tro ly|bot|dong chi) (?:co the )?(?:lam|giup|biet|tra loi|ho tro) (?:duoc )?(?:toi |minh |em )?(?:duoc )?(?:nhung )?(?:viec )?(?:gi|nhung gi)\b/,
  /^(?:ban|may|em|tro ly|bot) (?:co phai )?(?:la )?(?:nguoi that|robot|may moc|ai)\b/,
  /^(?:tro ly|bot) (?:nay )?(?:de )?(?:la gi|lam gi|dung de lam gi)\b/,
  /^toi (?:co the )?hoi (?:duoc )?(?:ban )?(?:nhung )?gi\b/,
  /^(?:who are you|what are you|what can you do)\b/,
];

/** Matters of everyday life that no library of documents is for. */
const offTopic = [
  /\bthoi tiet\b/,
  /\b(?:troi|mai|nay|toi nay) (?:co )?(?:mua|nang|ret|bao)(?: khong)?\b/,
  /\bdu bao (?:mua|bao|nang)\b/,
  /\bbong da\b|\bty so\b|\bworld cup\b|\bngoai hang anh\b|\bdoi tuyen (?:viet nam|bong)\b|\bsea games\b/,
  /\b(?:cach|cong thuc) (?:nau|lam) (?:mon|banh|bun|pho|ga|ca|thit|canh|xoi|che)\b|\bnau an\b|\bmon an\b/,
  /\bxo so\b|\bket qua so\b|\b(?:choi|danh) (?:lo|so) de\b/,
  /\bgia (?:vang|xang|dau|usd|do la|bitcoin|lon|gao|ca phe) (?:hom nay|hien nay|bao nhieu|the gioi|len|xuong)\b|\bty gia\b|\bchung khoan\b/,
  /\bke (?:cho )?(?:toi |minh |em )?(?:nghe )?(?:mot )?(?:chuyen|cau chuyen) (?:cuoi|vui)\b|\bchuyen cuoi\b/,
  /\btu vi\b|\bboi bai\b|\bxem boi\b|\bcung hoang dao\b/,
  /\b(?:bai hat|ca si|phim|game|tro choi|facebook|tiktok)\b.{0,20}\b(?:nao|gi|hay)\b/,
  /\blam (?:cho )?(?:toi |minh )?(?:mot )?bai tho\b|\bhat (?:cho )?(?:toi |minh )?(?:nghe )?(?:mot )?bai\b/,
  /\bdich (?:ho |giup )?.{0,30}\bsang tieng\b/,
  /\b(?:yeu|thich) (?:toi|minh|em|anh) khong\b|\bco (?:nguoi yeu|vo|chong) chua\b/,
  /\bweather\b|\bfootball\b|\brecipe\b|\blottery\b|\btell me a joke\b/,
];

/** Nothing is asked: the assistant has not been of help. Read with accents where there are any: "ngủ" is not "ngu". */
const isCross = says([
  '^(?:đồ |thằng |con )?(?:ngu|dốt)(?: .{0,8})?$',
  '(?:bạn|máy|mày|bot|trợ lý|nó)(?: này| là)?(?: đồ| cái đồ)? (?:ngu|dốt|vô dụng|kém|chán|tệ)',
  '(?:ngu|dốt|kém|chán|tệ) (?:quá|thế|thật|vậy|vãi|vl)$',
  '(?:đồ|thằng) (?:vô dụng|ngu|dốt|hâm|điên)',
  'vô dụng(?: quá| thật| thế)?$',
  'trả lời (?:linh tinh|lung tung|nhảm|vớ vẩn|chậm|như không)',
  'nói (?:linh tinh|lung tung|nhảm|vớ vẩn)',
  '(?:chẳng|không|chả|k|ko) hiểu (?:gì|tôi|ý tôi)(?: cả| hết)?$',
  'bực (?:mình|quá)',
  '(?:đm|dm|đmm|dmm|đcm|dcm|vcl|vkl|clgt|đéo|deo)',
  'stupid|useless|idiot',
]);

/** Who speaks of these asks a document, whatever else is in it. */
const ofTheLibrary =
  /\b(?:dang|dang vien|dang uy|chi bo|chi uy|cap uy|ky luat|nghi quyet|nghi dinh|quy dinh|quy che|chi thi|huong dan|ket luan|dieu le|luat|dieu \d+|can bo|cong chuc|vien chuc|du lieu|hien phap|quoc hoi|nha nuoc|chinh phu|xu phat|vi pham)\b/;

const longestCourtesy = 8;

/** Talk that asks for nothing a document or the hub could answer; null for all else. */
export function talkIn(typed: string): Talk | null {
  const said = folded(typed);
  if (whoAreYou.some((pattern) => pattern.test(said))) return 'who-are-you';
  const syllables = said.split(' ');
  if (syllables.length <= longestCourtesy) {
    if (isOnly(said, thanks)) return 'thanks';
    if (isOnly(said, goodbyes)) return 'goodbye';
    if (isOnly(said, greetings)) return 'greeting';
  }
  if (ofTheLibrary.test(said)) return null;
  if (isCross(typed)) return 'cross';
  return offTopic.some((pattern) => pattern.test(said)) ? 'off-topic' : null;
}

/** One of the phrases, and besides it courtesies alone. */
function isOnly(said: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => {
    const at = ` ${said} `.indexOf(` ${phrase} `);
    if (at === -1) return false;
    const rest = ` ${said} `.replace(` ${phrase} `, ' ').trim();
    return (
      rest === '' || rest.split(' ').every((syllable) => courtesy.has(syllable) || phrases.includes(syllable))
    );
  });
}
