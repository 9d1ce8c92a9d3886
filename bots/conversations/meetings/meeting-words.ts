import { fold } from '../fold.ts';

/**
 * Words that look alike without their marks. Written with them they become words of their own, so that "vâng" (yes) is
 * not taken for "vắng" (absent), nor "bàn" (discuss) for "bận" (busy).
 */
const told: readonly (readonly [marked: RegExp, plain: string])[] = (
  [
    ['vâng', 'da'],
    ['vắng', 'vangmat'],
    ['bận', 'banviec'],
    ['bàn', 'banluan'],
    ['bạn', 'nguoi'],
    ['muốn', 'uocmuon'],
    ['muộn|trễ', 'tremuon'],
    ['đủ', 'daydu'],
    ['dù|vẽ|trẻ|chậu', ''],
    ['giỗ', 'ngaygio'],
    ['tới', 'den'],
    ['tối', 'buoitoi'],
    ['đẻ', 'sinhcon'],
    ['hỏng', 'hu'],
    ['mổ', 'phauthuat'],
    ['đặng', 'duoc'],
    ['nghĩ', 'suynghi'],
    ['cố', 'cogang'],
    ['cô', 'bac'],
    ['lộn', 'nham'],
    ['vợ|chồng', 'vochong'],
    ['vô', 'vao'],
    ['hông', 'khong'],
    ['khỏi(?= (?:đi|dự|họp|đến|tham))', 'khong'],
  ] as const
).map(([marked, plain]) => [new RegExp(`(?<!\\p{L})(?:${marked})(?!\\p{L})`, 'gu'), plain]);

/** How words that say something here are written with marks; written with others they are other words. */
const writtenAs: Readonly<Record<string, string>> = {
  ban: 'bận',
  nghi: 'nghỉ',
  du: 'dự',
  di: 'đi',
  den: 'đến',
  om: 'ốm',
  dam: 'đám',
  mat: 'mặt mất',
  sot: 'sốt',
  hop: 'họp',
  truc: 'trực',
  cuoi: 'cưới',
  met: 'mệt',
  hoc: 'học',
  que: 'quê',
  duoc: 'được',
  vien: 'viện',
  lop: 'lớp',
  tang: 'tăng',
  hieu: 'hiếu',
  kham: 'khám',
  dan: 'dân',
  nop: 'nộp',
  ket: 'kẹt',
  mac: 'mắc',
};

/** As the young write, and as the south says. */
const short: Readonly<Record<string, string>> = {
  k: 'khong',
  ko: 'khong',
  kg: 'khong',
  kh: 'khong',
  hok: 'khong',
  hong: 'khong',
  hem: 'khong',
  khum: 'khong',
  chang: 'khong',
  cha: 'khong',
  dc: 'duoc',
  dk: 'duoc',
  e: 'em',
  off: 'nghi',
  r: 'roi',
  h: 'gio',
  z: 'vay',
  oke: 'ok',
  okie: 'ok',
  okay: 'ok',
  uk: 'ok',
  u: 'ok',
  uh: 'ok',
  um: 'ok',
  p: 'phut',
  ph: 'phut',
  tui: 'toi',
  nghen: 'nhe',
};

/** "Vang" without its mark is "vâng" before who speaks, and "vắng" after "xin" or before a cause; else it stays unclear. */
const unmarked: readonly (readonly [RegExp, string])[] = [
  [
    /\b(xin|bao|phep|cho em|cho toi|khong|se|bi|la|nen|toi|em|hom nay|buoi nay|ly do) vang\b(?! (?:a|nhe|nha)?$)/g,
    '$1 vangmat',
  ],
  [/\b(xin|bao|phep|khong|nen) vang\b/g, '$1 vangmat'],
  [/\bvang (?=mat|vi|do|buoi|hop|nen|co phep|co ly do|khong phep)/g, 'vangmat '],
  [/^((?:da )*)vang (?=da|toi|em|minh|chau|con|se|co|ok|dong y|tham|duoc|di|du|xin)/g, '$1da '],
  [
    /\b(toi|em|hom do|buoi do|hom nay|luc do|minh|se|lai|nen|gio|chau|la) ban\b(?! (?:to chuc|luan|gi|nghi quyet|bao cao|tin|moi|in)\b)/g,
    '$1 banviec',
  ],
  [/\bban (?=roi|viec|di|lam|a$|mat|thu|trong|cong|hop|hoc|nen|khong|qua|dot)/g, 'banviec '],
  [/^ban$/g, 'banviec'],
  [/\bban (?=gi|ve|chuyen|noi)/g, 'banluan '],
  [/\b(den|di|vao|qua|chac|xin|nhung|ve|hoi|sang) (?:muon|tre|cham)\b/g, '$1 tremuon'],
  [/\b(?:muon|tre|cham) (?=\d|ti\b|chut|xiu|khoang|nua|mot|ti|gio|phut|nhe|nha)/g, 'tremuon '],
  [/\b(toi) (?:tre|tremuon|cham)\b/g, '$1 tremuon'],
  [/\bkhoi (?=(?:di|du|hop|den|tham)\b)/g, 'khong '],
];

/**
 * What was typed, in words that mean one thing each: without marks, with what is only written short written out.
 * "E k vắng đc ạ" → "em khong vangmat duoc a".
 */
export function plainWords(text: string): string {
  let marked = text.normalize('NFC').toLowerCase();
  for (const [pattern, plain] of told) marked = marked.replaceAll(pattern, plain);
  marked = marked.replaceAll(/\p{L}+/gu, (word) => (isOtherWord(word) ? 'khac' : word));
  let words = fold(marked)
    .replaceAll(/(\d+)(?:p|ph|phut)\b/g, '$1 phut')
    .replaceAll(
      /\b(\d{1,2})[hg](\d{2})?\b/g,
      (_, hour: string, minute?: string) => `${hour} gio${minute ? ` ${minute}` : ''}`,
    )
    .split(' ')
    .map((word) => short[word] ?? word)
    .join(' ');
  for (const [pattern, plain] of unmarked) words = words.replaceAll(pattern, plain);
  return words;
}

/** "Bản" is a copy and "nghị quyết" a resolution, no "bận" and no "nghỉ". */
function isOtherWord(word: string): boolean {
  const plain = fold(word);
  return word !== plain && writtenAs[plain] !== undefined && !writtenAs[plain].split(' ').includes(word);
}
