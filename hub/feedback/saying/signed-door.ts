import type { SignedDoor } from '../port.ts';
import { sentencesOf } from './spoken-of.ts';

/**
 * Complaint and denunciation by their words, with and without diacritics; null for all others. It looks for somebody who
 * complains or accuses, not for the words: how an office deals with complaints is common work, of which one may speak.
 *
 * @source domain.md 5: such a letter bears a name and goes to who may decide it
 */
export function signedDoor(text: string): SignedDoor | null {
  const sentences = sentencesOf(text.slice(0, longestRead));
  if (sentences.some((sentence) => accuses(sentence) || says(sentence, denouncing))) return 'denunciation';
  return sentences.some((sentence) => protests(sentence) || says(sentence, complaining)) ? 'complaint' : null;
}

/** What is longer is taken in nowhere. */
const longestRead = 20_000;
/** Letters of a sentence that are looked at around a word. */
const aroundWord = 240;

/** The letter itself, or who writes it, or about whom it is. */
interface Speech {
  word: RegExp;
  /** What follows and makes it one of its own, at the beginning of a sentence. */
  about: RegExp;
}

const denouncing: Speech = {
  word: /\b(?:to cao|to giac|to khao)\b/g,
  about: /^ (?:(?:ve )?(?:viec|hanh vi|sai pham|vi pham)\b|(?:doi voi )?@|can bo\b|lanh dao\b)/,
};
const complaining: Speech = {
  word: /\b(?:khieu nai|khieu kien)\b/g,
  about:
    /^ (?:(?:ve |doi voi |lai )?(?:viec|quyet dinh|ky luat|hinh thuc|muc|khai tru|ket luan|hanh vi|thong bao|nghi quyet|cach|xoa ten|ket qua)\b|@)/,
};

/** Right before the word: it is spoken of as work, of others, or not at all. */
const spokenOf =
  /\b(?:giai quyet|cong tac|luat|tiep nhan|thu tuc|quy trinh|thoi han|thoi hieu|quyen|nghi dinh|phap luat|tinh hinh|vu viec|vu|cac|nhung|nhieu|don thu|xu ly|huong dan|tap huan|tuyen truyen|bi|nguoi|linh vuc|phat sinh|giam|han che|dan|ba con|nhan dan|hoi vien|khong|chua|khong phai|khong con|hoc tap|quy dinh|quy che|chuyen de|ke hoach|bao cao|so|nghiep vu|phong|ban|hom thu|noi nhan|kien thuc|nang luc|cua dan|ho|dang vien|ai|tham muu|to chuc|theo doi|ve|duoc|dam|hoi|phong trao)(?: (?:ve|don|cac|viec|lam|noi dung|cong tac|giai quyet|bao gio|phai|la|duoc))*$/;
/** Together with another of its kind it is what that one is. */
const beside = /\b(?:khieu nai|khieu kien|to cao|to giac|kien nghi|phan anh)(?: (?:va|hoac|hay))?$/;
/** Somewhere in the sentence, where nobody says "I": how an office does its work. */
const ofOffices =
  /\b(?:con cham|ton dong|keo dai|vuot cap|dong nguoi|giai quyet (?:kip thoi|dut diem)|tiep cong dan|cong khai ket qua|nhu the nao|the nao|o dau|can lam gi|tap huan|toi pham)\b/;
const writer =
  /\b(?:toi|em|chung toi|chung em|gia dinh toi|ban than|xin|lam|viet|gui|nop|kinh gui|nay|muon|can|quyet dinh)(?: (?:la|xin|duoc|muon|can|gui|lam|viet|nop|phai|se|da|co|kien quyet|chinh thuc|don|thu|don thu|nay|buoc phai|lai|de|dung ten|mot|la don|day la|thay mat gia dinh|dang vien))*$/;
const writing = /^(?:kinh gui .*)?\b(?:xin|lam|viet|gui|nop|nay|muon|quyet dinh)\b(?: \S+){0,4}$/;
const firstPerson = /\b(?:toi|chung toi|em|chung em|ban than|gia dinh toi)\b/;

function says(sentence: string, { word, about }: Speech): boolean {
  for (const found of sentence.matchAll(word)) {
    const { before, after } = around(sentence, found);
    const concerns = about.test(after);
    if (beside.test(before)) continue;
    const own = writer.test(before) && (firstPerson.test(before) || writing.test(before));
    if (own && !/\b(?:khong|chua)\b/.test(before.split(' ').slice(-3).join(' '))) return true;
    if (spokenOf.test(before)) continue;
    const isLetter = /^(?:kinh gui .*)?(?:la |day la )?(?:don|thu|v v|ve viec)?$/.test(before);
    if (isLetter && !ofOffices.test(sentence) && (concerns || /(?:don|thu)$/.test(before))) return true;
    if (concerns && /^ (?:doi voi )?@/.test(after)) return true;
  }
  return false;
}

function around(sentence: string, { 0: word, index }: RegExpExecArray) {
  const end = index + word.length;
  return {
    before: sentence.slice(Math.max(0, index - aroundWord), index).trimEnd(),
    after: sentence.slice(end, end + aroundWord),
  };
}

const wrong = [
  'tham o',
  'tham nhung',
  'nhan hoi lo',
  'an hoi lo',
  'dua hoi lo',
  'doi hoi lo',
  'nhan tien',
  'an tien',
  'voi tien',
  'voi vinh',
  'an chan',
  'an bot',
  'bien thu',
  'danh bac',
  'ca do',
  'choi lo de',
  'ghi lo de',
  'ghi de',
  'mua dam',
  'ngoai tinh',
  'bo bich',
  'chiem doat',
  'chiem dung',
  'lua dao',
  'bao ke',
  'cho vay nang lai',
  'cho vay lai nang',
  'gia mao',
  'khai khong',
  'khai man',
  'khai gian',
  'lap khong',
  'bang gia',
  'rut ruot',
  'an cap',
  'trom cap',
  'lay trom',
  'danh dap',
  'hanh hung',
  'vu khong',
  'nhung nhieu',
  'vi pham',
  'sai pham',
  'lam dung',
  'loi dung',
  'tu loi',
  'truc loi',
  'bo tui',
  'dut tui',
  'quan he bat chinh',
  'lay tien',
  'lay cua cong',
  'xam hai',
  'quay roi',
  'tan tru ma tuy',
  'tang tru ma tuy',
  'su dung ma tuy',
  'buon lau',
  'lam trai',
  'tron thue',
  'dut lot',
  'chay chuc',
  'lan chiem',
  'nhan phong bi',
  'nhan qua',
  'bao luc gia dinh',
  'danh vo',
  'chia chac',
  'xa xeo',
  'thut ket',
  'dung tien quy',
  'vo dao duc',
  'suy thoai',
  'tiep tay',
  'bao che',
  'hach sach',
  'tra thu',
  'tru dap',
  'nuot tien',
  'om tien',
  'nghien hut',
  'hut chich',
  'gian lan',
].join('|');
const deed = new RegExp(`\\b(?:${wrong})\\b`, 'g');
/** Between the person and the deed: the person works against it, speaks of it, or it is somebody else's. */
const against =
  /\b(?:chong|phong ngua|ngan chan|ngan ngua|xu ly|bai tru|te nan|nan|tinh trang|tinh hinh|cong tac|luat|nghi quyet|quy dinh|tap huan|tuyen truyen|chi dao|de nghi|bao cao|kiem tra|quan tam|day manh|tang cuong|phat bieu|noi ve|chuyen de|van dong|nhac nho|nhac|bat|phat hien|dau tranh|hoi|toi pham|to giac|to cao|len an|y kien|mot so|thanh nien|co ai|ai|de xay ra|giao|nhac|cac|nhung|truy quet|triet pha|pho bien|can|nen|bi vu khong)\b/;
const neverDid = /\b(?:khong|chua|khong he|chua he|khong bao gio|chua bao gio)(?: (?:he|bao gio|phai|co))?$/;
const namedAfter = /^(?: \S+){0,4}? (?:cua|do|boi|la) (?:\S+ ){0,3}?@/;
const wordsBetween = 9;

/** A person, and what that person is said to have done. */
function accuses(sentence: string): boolean {
  if (!sentence.includes('@')) return false;
  for (const found of sentence.matchAll(deed)) {
    const { before, after } = around(sentence, found);
    const person = before.lastIndexOf('@');
    const between = person === -1 ? '' : before.slice(person);
    const near = person !== -1 && between.split(' ').length <= wordsBetween;
    if (near && !against.test(between) && !neverDid.test(between)) return true;
    if (namedAfter.test(after) && !against.test(before) && !/\b(?:chong|ngua)\b/.test(before)) return true;
  }
  return false;
}

const discipline = /\b(?:ky luat|khai tru|canh cao|khien trach|cach chuc|xoa ten|thoi viec|thu hoi dat)\b/;
const unfair =
  /\b(?:khong dong y|khong chap nhan|khong nhat tri|oan|oan sai|oan uc|xem xet lai|xem lai|bat cong|khong thoa dang|khong dung|khong cong bang|qua nang|huy bo|rut lai)\b/;

/** Somebody does not accept what was decided on him or her. */
function protests(sentence: string): boolean {
  return (
    discipline.test(sentence) &&
    unfair.test(sentence) &&
    /\b(?:toi|em|gia dinh toi)\b/.test(sentence) &&
    !/\b(?:quy dinh ve|quy trinh|thu tuc|hoi ve)\b/.test(sentence)
  );
}
