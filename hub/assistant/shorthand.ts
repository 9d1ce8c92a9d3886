import { isBare } from './phrases.ts';
import { withoutDiacritics } from '../platform/folding.ts';

/** What people type for short. */
const meant: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bn: 'bao nhiêu',
    bnhieu: 'bao nhiêu',
    bh: 'bao giờ',
    bt: 'bí thư',
    pbt: 'phó bí thư',
    cb: 'chi bộ',
    dc: 'đồng chí',
    đc: 'đồng chí',
    'đ/c': 'đồng chí',
    dv: 'đảng viên',
    đv: 'đảng viên',
    h: 'giờ',
    hok: 'không',
    k: 'không',
    ko: 'không',
    kg: 'không',
    lm: 'làm',
    mk: 'mình',
    ng: 'người',
    t: 'tôi',
    e: 'em',
    v: 'vậy',
    z: 'vậy',
    vb: 'văn bản',
    tb: 'thông báo',
    sh: 'sinh hoạt',
    shcb: 'sinh hoạt chi bộ',
    ntn: 'như thế nào',
    j: 'gì',
  }),
);

/** One word written out, where it is shorthand; else as it is. */
export function writtenOut(word: string): string {
  return meant.get(word.toLowerCase()) ?? word;
}

/** In lower case, shorthand written out, single spaces, no signs; without diacritics where the asker used none. */
export function spelledOut(typed: string): string {
  const lower = typed.normalize('NFC').toLowerCase();
  const words = lower.split(/[\s,.;:?!"“”()]+/u).filter(Boolean);
  // Shorthand has no diacritics of its own: what the rest is typed like decides.
  const bare = isBare(words.filter((word) => !meant.has(word)).join(' '));
  const said = words.map((word) => meant.get(word) ?? word).join(' ');
  return bare ? withoutDiacritics(said) : said;
}
