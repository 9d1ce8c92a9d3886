import { fold } from './fold.ts';
import { courtesiesAfter, courtesiesBefore, meaning, type PhraseMeaning } from './phrases.ts';

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
  /** The six digits that are shown while a meeting is open; `linked` where they came by the square code's link. */
  | { kind: 'code'; digits: string; linked: boolean }
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
  /** One's own next meeting. */
  | { kind: 'meetings' }
  /** To call a meeting; what else was said comes after it. */
  | { kind: 'call' }
  /** To say something: a question, an opinion, kiến nghị, phản ánh. */
  | { kind: 'feedback' }
  /** What one has said so far. */
  | { kind: 'opinions' }
  /** What a committee asks: drafts, polls, surveys. */
  | { kind: 'consultations' }
  /** What came of them. */
  | { kind: 'results' }
  /** A question for the assistant; what is asked may come after it. */
  | { kind: 'ask' }
  /** Documents of the library. */
  | { kind: 'library' }
  /** All of those that a phrase alone can mean, as one. */
  | { kind: PhraseMeaning }
  | { kind: 'other' };

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

const checkInLink = /^ci?(\d{6})$/i;
const checkInCode = /^(?:(?:ma|ma so|ma diem danh|diem danh|diem danh ma|code|check in) )?(\d{3}) ?(\d{3})$/;
const calling = /^(?:\/hop|hop) moi(?: |$)/;

/** Longer than anything that is one of our phrases. */
const longestPhrase = 200;

/** Reads one typed message. Never guesses: what is not clear is `other`. */
export function understand(text: string): Intent {
  if (text.length > longestPhrase) return { kind: 'other' };
  const start = /^\/start(?:@\w+)?(?:\s+(\S+))?\s*$/i.exec(text.trim());
  const linked = checkInLink.exec(start?.[1] ?? '');
  if (linked) return { kind: 'code', digits: linked[1]!, linked: true };
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
  const code = checkInCode.exec(folded);
  if (code) return { kind: 'code', digits: `${code[1]}${code[2]}`, linked: false };
  if (calling.test(folded)) return { kind: 'call' };
  const known = meaningOf(folded) ?? (command.startsWith('/') ? meaning.get(command) : undefined);
  if (known === 'acknowledge' && saysOtherwise(text)) return { kind: 'other' };
  // "Đã nắm?" is a question, not a report.
  if (known === 'acknowledge' && /\?\s*$/.test(text)) return { kind: 'polite' };
  return known ? { kind: known } : { kind: 'other' };
}

/** Nothing but courtesies, or nothing at all. */
function isCourtesy(folded: string): boolean {
  return folded === '' || folded.split(' ').every((word) => courtesiesAfter.has(word));
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
function meaningOf(folded: string): PhraseMeaning | undefined {
  const words = folded.split(' ');
  for (let first = 0; ; first += 1) {
    for (let end = words.length; end > first; end -= 1) {
      const known = meaning.get(words.slice(first, end).join(' '));
      if (known) return known;
      if (!courtesiesAfter.has(words[end - 1]!)) break;
    }
    if (!courtesiesBefore.has(words[first] ?? '')) return undefined;
  }
}
