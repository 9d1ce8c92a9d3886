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
  | { kind: 'console' }
  | { kind: 'unlink' }
  | { kind: 'withdraw' }
  | { kind: 'erase' }
  | { kind: 'data' }
  /** `detailed` where the message itself says what is to be corrected. */
  | { kind: 'correct'; detailed: boolean }
  | { kind: 'channels' }
  /** A code to link the own unit's group. */
  | { kind: 'group' }
  /** About a directive that goes level by level. */
  | { kind: 'pass' }
  | { kind: 'instruct' }
  | { kind: 'date' }
  | { kind: 'postpone' }
  | { kind: 'takeback' }
  /** A command that will be here one day: /hop, /gopy, /hoi. */
  | { kind: 'later' }
  | { kind: 'other' };

const phrases: [Exclude<Intent['kind'], 'start' | 'language' | 'number' | 'correct' | 'other'>, string[]][] =
  [
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
    [
      'yes',
      ['dong y', 'toi dong y', 'em dong y', 'co dong y', 'nhat tri', 'toi nhat tri', 'agree', 'i agree'],
    ],
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
        'huy dang ky',
      ],
    ],
    ['resume', ['/tieptuc', 'tiep tuc', 'nhan lai', 'nhan tin lai', 'bat lai', 'mo lai']],
    ['all', ['tat ca', 'het', 'ca', 'all']],
    [
      'console',
      [
        '/console',
        'console',
        'dieu hanh',
        'trang dieu hanh',
        'vao trang dieu hanh',
        'mo trang dieu hanh',
        'quan tri',
        'trang quan tri',
        'vao trang quan tri',
        'dang nhap',
        'sign in',
        'log in',
      ],
    ],
    [
      'unlink',
      [
        '/huyketnoi',
        'huy ket noi',
        'ngat ket noi',
        'bo ket noi',
        'huy lien ket',
        'bo lien ket',
        'muon huy ket noi',
        'xin huy ket noi',
        'huy ket noi tro chuyen nay',
        'disconnect',
        'unlink',
      ],
    ],
    [
      'withdraw',
      [
        '/rutlai',
        'rut lai dong y',
        'rut dong y',
        'rut lai su dong y',
        'muon rut lai dong y',
        'muon rut lai su dong y',
        'xin rut lai dong y',
        'khong dong y nua',
        'ko dong y nua',
        'withdraw consent',
        'withdraw',
      ],
    ],
    [
      'erase',
      [
        '/xoadulieu',
        'xoa du lieu',
        'xoa du lieu cua toi',
        'xoa du lieu cua em',
        'xoa het du lieu',
        'xoa het du lieu cua toi',
        'xoa toan bo du lieu cua toi',
        'xoa du lieu ca nhan',
        'xoa du lieu ca nhan cua toi',
        'xoa thong tin cua toi',
        'xoa thong tin ca nhan cua toi',
        'muon xoa du lieu',
        'muon xoa du lieu cua toi',
        'xin xoa du lieu cua toi',
        'de nghi xoa du lieu cua toi',
        'hay xoa du lieu cua toi',
        'delete my data',
        'erase my data',
      ],
    ],
    [
      'data',
      [
        '/dulieu',
        'du lieu cua toi',
        'xem du lieu',
        'xem du lieu cua toi',
        'cho xem du lieu',
        'cho xem du lieu cua toi',
        'cho toi xem du lieu cua toi',
        'muon xem du lieu cua toi',
        'thong tin cua toi',
        'xem thong tin cua toi',
        'cho xem thong tin cua toi',
        'dang luu gi ve toi',
        'my data',
        'show my data',
      ],
    ],
    [
      'channels',
      [
        '/kenh',
        'kenh',
        'kenh nhan tin',
        'kenh nhan thong bao',
        'kenh cua toi',
        'cac kenh',
        'cac kenh cua toi',
        'doi kenh',
        'thu tu kenh',
        'channels',
        'my channels',
      ],
    ],
    [
      'group',
      [
        '/nhom',
        'nhom',
        'nhom zalo',
        'ma nhom',
        'ma ket noi nhom',
        'lay ma nhom',
        'cho toi ma nhom',
        'ket noi nhom',
        'ket noi nhom zalo',
        'group code',
        'connect group',
      ],
    ],
    [
      'pass',
      [
        '/chuyen',
        'chuyen',
        'chuyen xuong',
        'chuyen tiep',
        'chuyen di',
        'chuyen ngay',
        'chuyen xuong ngay',
        'chuyen van ban',
        'chuyen van ban xuong',
        'chuyen xuong chi bo',
        'chuyen cho chi bo',
        'dong y chuyen',
        'pass on',
        'pass it on',
        'pass on now',
        'yes pass on',
      ],
    ],
    [
      'instruct',
      [
        'them chi dao',
        'chi dao them',
        'them y kien chi dao',
        'ghi them chi dao',
        'add instruction',
        'add an instruction',
      ],
    ],
    [
      'date',
      ['dat han', 'dat han som hon', 'them han', 'han som hon', 'set due date', 'set an earlier due date'],
    ],
    ['postpone', ['de sau', 'chua chuyen', 'khong chuyen', 'ko chuyen', 'k chuyen', 'later', 'not yet']],
    [
      'takeback',
      ['rut lai', 'rut lai van ban', 'rut lai lan chuyen', 'thu hoi', 'thu hoi van ban', 'take back'],
    ],
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

/** "Sửa dữ liệu", "đính chính thông tin của tôi: …", at the beginning; what follows says what is to be corrected. */
const correction =
  /^(?:\/suadulieu|(?:(?:toi|em|chau) )?(?:(?:xin|muon|can|de nghi) )?(?:sua|chinh sua|sua lai|dinh chinh|cap nhat) (?:du lieu|thong tin)(?: ca nhan)?(?: cua (?:toi|em|chau))?|correct my data)(?: (?<rest>.*))?$/;

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
  const corrected = correction.exec(folded);
  if (corrected) return { kind: 'correct', detailed: !isCourtesy(corrected.groups?.['rest'] ?? '') };
  if (/^\d{1,2}$/.test(folded)) return { kind: 'number', number: Number(folded) };
  const known = meaningOf(folded) ?? (command.startsWith('/') ? meaning.get(command) : undefined);
  if (known === 'acknowledge' && saysOtherwise(text)) return { kind: 'other' };
  // "Đã nắm?" is a question, not a report.
  if (known === 'acknowledge' && /\?\s*$/.test(text)) return { kind: 'polite' };
  return known ? { kind: known } : { kind: 'other' };
}

/** Nothing but courtesies, or nothing at all. */
function isCourtesy(folded: string): boolean {
  return folded === '' || folded.split(' ').every((word) => after.has(word));
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
