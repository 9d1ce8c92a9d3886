import { folded, questionSyllables } from '../../library/index.ts';

/** What begins or ends a question that goes on from the one before. */
const opener =
  /^(?:the con|vay con|the thi|vay thi|vay|con neu|con|roi con|con doi voi|doi voi|and what about|what about|how about|and) /;
/** With its tone it is "so", without it may be a card. */
const toned = /^thế (?!nào)/u;
const closing = / (?:thi sao|thi the nao|thi nhu the nao|thi ra sao)$/;
/** What stands for something said before. */
const pronoun =
  /\b(?:no|viec (?:do|nay|ay)|cai (?:do|nay|ay)|dieu (?:do|ay)|truong hop (?:do|nay|ay)|nguoi (?:do|ay)|van ban (?:do|nay|ay)|quy dinh (?:do|nay|ay)|nghi quyet (?:do|nay|ay)|luat (?:do|nay|ay)|hinh thuc (?:do|nay|ay)|quyen (?:do|nay|ay)|noi (?:do|ay)|luc (?:do|ay)|khi do|nhu vay|neu the|o do|trong do|nhung nguoi do)\b/;
/** Words that say something only of what was said before. */
const bare = new Set(
  'ai quyet dinh xu ly phat ly cu hon vi du dieu khoan diem may muc nam ngay thang lan tuoi phan tram bao lau thoi gian han toi da thieu ly do noi ro them ghi trong van ban'.split(
    ' ',
  ),
);
const definition = /\b(?:la gi|nghia la gi|the nao la|la nhung gi|what is)\b/;

const mostTelling = 6;

export interface FollowUp {
  /** Folded syllables that say what it is about, those that only ask left out. */
  telling: readonly string[];
  /** It only asks: what about, how long, by whom. */
  isBare: boolean;
  /** What it is about, in the words of the asker, without what makes it go on from the one before. */
  about: string;
  /** It has a question word of its own: how long, who, how many. */
  asks: boolean;
  /** It names something said before: "việc đó". */
  refers: boolean;
}

/** How a question goes on from the one before it; null for one that stands by itself. */
export function followUpIn(typed: string): FollowUp | null {
  const said = folded(typed);
  const opens =
    opener.exec(`${said} `)?.[0].trim() ??
    (toned.test(typed.normalize('NFC').toLowerCase().trim()) ? 'the' : '');
  const closes = closing.exec(said)?.[0].trim() ?? '';
  const middle = said.slice(opens.length, said.length - closes.length).trim();
  const telling = middle.split(' ').filter((syllable) => syllable !== '' && !questionSyllables.has(syllable));
  const refers = pronoun.test(middle);
  const isBare = telling.every((syllable) => bare.has(syllable));
  if (telling.length > mostTelling) return null;
  const goesOn =
    (opens !== '' || closes !== '' || refers || isBare) && !(definition.test(middle) && !refers && !isBare);
  if (!goesOn) return null;
  return { telling, isBare, about: wordsOf(typed, opens, closes), asks: asksItself(middle), refers };
}

function asksItself(middle: string): boolean {
  return /\b(?:bao (?:lau|nhieu|gio)|may|ai|o dau|khi nao|ngay nao|the nao|vi sao|tai sao|gi|nao|khong)\b/.test(
    middle,
  );
}

/** The typed words between the first and the last ones that only connect. */
function wordsOf(typed: string, opens: string, closes: string): string {
  const words = typed.split(/\s+/).filter((word) => folded(word) !== '');
  const from = opens === '' ? 0 : opens.split(' ').length;
  const until = words.length - (closes === '' ? 0 : closes.split(' ').length);
  return words
    .slice(from, until)
    .join(' ')
    .replace(/[\s?!.,;:]+$/u, '');
}
