import { fold } from './fold.ts';

/** What a person may mean, by typing, with or without diacritics. Seeds: the paper on the domain, section 7. */
export type Intent =
  | { kind: 'start'; code: string | null }
  | { kind: 'acknowledge' }
  /** "Vâng", "ok": polite, and not enough to count as an acknowledgement. */
  | { kind: 'polite' }
  | { kind: 'yes' }
  | { kind: 'no' }
  | { kind: 'menu' }
  | { kind: 'help' }
  | { kind: 'waiting' }
  | { kind: 'language'; language: 'vi' | 'en' | null }
  | { kind: 'stop' }
  | { kind: 'resume' }
  | { kind: 'number'; number: number }
  | { kind: 'all' }
  /** A command that will be here one day: /hop, /gopy, /hoi. */
  | { kind: 'later' }
  | { kind: 'other' };

const phrases: [Exclude<Intent['kind'], 'start' | 'language' | 'number' | 'other'>, string[]][] = [
  [
    'acknowledge',
    [
      'da nam',
      'da nam ro',
      'da nam duoc',
      'nam roi',
      'nam ro',
      'toi da nam',
      'em da nam',
      'da nam roi',
      'da nhan',
      'da nhan duoc',
      'da nhan roi',
      'nhan roi',
      'nhan duoc roi',
      'toi da nhan',
      'toi da nhan duoc',
      'da doc',
      'da doc roi',
      'doc roi',
      'toi da doc',
      'da xem',
      'xem roi',
      'ro',
      'ro roi',
      'ro r',
      'da ro',
      'toi ro',
      'da ro roi',
      'da quan triet',
      'xong',
      'xong roi',
      'xong r',
      'doc xong',
      'da doc xong',
      'da nam thong tin',
      'da nam noi dung',
      'da nhan thong bao',
      'da nhan van ban',
      'da nhan duoc thong bao',
      'da nhan duoc van ban',
      'ok da nam',
      'ok da nhan',
      'ok da doc',
      'ok da ro',
      'ok ro',
      'oke da nam',
      'oke da nhan',
      'oke ro',
      'done',
      'got it',
      'received',
      'read',
    ],
  ],
  ['yes', ['dong y', 'toi dong y', 'em dong y', 'co dong y', 'nhat tri', 'toi nhat tri', 'agree', 'i agree']],
  [
    'no',
    [
      'khong',
      'khong dong y',
      'toi khong dong y',
      'ko',
      'k',
      'hong',
      'hok',
      'khum',
      'thoi',
      'ko dong y',
      'k dong y',
      'hok dong y',
      'khum dong y',
      'no',
      'disagree',
      'i disagree',
      'i do not agree',
    ],
  ],
  [
    'polite',
    [
      'ok',
      'oke',
      'okay',
      'vang',
      'da',
      'u',
      'uh',
      'uk',
      'duoc',
      'dc',
      'cam on',
      'co',
      'da vang',
      'yes',
      'thanks',
    ],
  ],
  ['later', ['/hop', '/gopy', '/hoi']],
  ['menu', ['menu', '/menu', 'danh muc', 'chuc nang']],
  [
    'help',
    ['/trogiup', '/help', 'tro giup', 'giup', 'giup toi', 'help', 'huong dan', 'lam the nao', 'cach dung'],
  ],
  [
    'waiting',
    ['/vanban', 'van ban', 'van ban cho', 'cho xac nhan', 'con van ban nao', 'thong bao', 'xem van ban'],
  ],
  [
    'stop',
    [
      '/dung',
      '/stop',
      'dung',
      'stop',
      'dung nhan',
      'dung nhan nua',
      'dung nhan tin',
      'dung nhan tin nua',
      'ngung',
      'ngung nhan',
      'ngung nhan tin',
      'ngung nhac',
      'tat nhac',
      'rut lai dong y',
      'huy dang ky',
    ],
  ],
  ['resume', ['/tieptuc', 'tiep tuc', 'nhan lai', 'nhan tin lai', 'bat lai', 'mo lai']],
  ['all', ['tat ca', 'het', 'ca', 'all']],
];

const meaning = new Map(phrases.flatMap(([kind, words]) => words.map((word) => [word, kind] as const)));
const before = new Set(['da', 'thua', 'vang', 'chao', 'bao', 'cao', 'toi', 'em', 'minh', 'chau']);
const after = new Set([
  'a',
  'ah',
  'nhe',
  'nha',
  'roi',
  'vay',
  'oi',
  'dong',
  'chi',
  'dc',
  'bi',
  'thu',
  'em',
  'cam',
  'on',
]);

/** "Thưa đồng chí", "báo cáo bí thư", at the beginning. */
const salutation = /^(?:(?:da|vang) )*(?:thua|bao cao|chao) (?:cac )?(?:dong chi|bi thu)(?: bi thu)? /;

/** How the words of an acknowledgement are written with marks; written otherwise they are other words. */
const marked = new Map([
  ['nam', ['nắm']],
  ['nhan', ['nhận']],
  ['doc', ['đọc']],
  ['ro', ['rõ', 'rỏ']],
]);

/** Longer than anything that is one of our phrases. */
const longestPhrase = 200;

/** Reads one typed message. Never guesses: what is not clear is `other`. */
export function understand(text: string): Intent {
  if (text.length > longestPhrase) return { kind: 'other' };
  const start = /^\/start(?:@\w+)?(?:\s+(\S+))?\s*$/i.exec(text.trim());
  if (start) return { kind: 'start', code: start[1] ?? null };
  // "Đúng" says yes; without its mark it would say stop.
  const clear = text.normalize('NFC').replaceAll(/(?<!\p{L})đúng(?!\p{L})/giu, 'vâng');
  const folded = fold(clear)
    .replace(/^(\/\w+?)(?:bot)?$/, '$1')
    .replace(salutation, '');
  const command = folded.split(' ')[0] ?? '';
  if (['/ngonngu', '/language', 'ngon ngu', 'language'].includes(folded))
    return { kind: 'language', language: null };
  if (['tieng viet', 'vietnamese'].includes(folded)) return { kind: 'language', language: 'vi' };
  if (['tieng anh', 'english'].includes(folded)) return { kind: 'language', language: 'en' };
  if (/^\d{1,2}$/.test(folded)) return { kind: 'number', number: Number(folded) };
  const known = meaningOf(folded) ?? (command.startsWith('/') ? meaning.get(command) : undefined);
  if (known === 'acknowledge' && saysOtherwise(text)) return { kind: 'other' };
  // "Đã nắm?" is a question, not a report.
  if (known === 'acknowledge' && /\?\s*$/.test(text)) return { kind: 'polite' };
  return known ? { kind: known } : { kind: 'other' };
}

/** "Năm rồi" is last year, and "đã nhắn" is a message sent: their marks tell them from "nắm" and "nhận". */
function saysOtherwise(text: string): boolean {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return words.some((typed) => {
    const word = typed.replaceAll(/(\p{L})\1{2,}/gu, '$1');
    const plain = fold(word);
    return word !== plain && marked.get(plain)?.includes(word) === false;
  });
}

/** "dạ em đã nắm rồi ạ": courtesies are taken off one by one from the end, then from the front. */
function meaningOf(folded: string): (typeof phrases)[number][0] | undefined {
  const words = folded.split(' ');
  for (let first = 0; ; first += 1) {
    for (let end = words.length; end > first; end -= 1) {
      const known = meaning.get(words.slice(first, end).join(' '));
      if (known) return known;
      if (!after.has(words[end - 1]!)) break;
    }
    if (!before.has(words[first] ?? '')) return undefined;
  }
}
