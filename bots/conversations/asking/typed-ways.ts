import type { Complaint } from '../../../hub/assistant/index.ts';
import { fold } from '../fold.ts';
import { wordsAfter } from '../words-after.ts';

const listed = (phrases: string) => new Set(phrases.split(/[·\n]/).flatMap((phrase) => phrase.trim() || []));

const openings = listed(`
  /hoi · hoi · cho hoi · xin hoi · toi hoi · em hoi · toi muon hoi · em muon hoi · muon hoi · cho toi hoi · cho em hoi
  cho toi xin hoi · cho em xin hoi · toi xin hoi · em xin hoi · xin cho hoi · xin cho toi hoi · xin cho em hoi · can hoi
  hoi tro ly · toi can hoi · dong chi cho toi hoi · dong chi cho hoi · cho minh hoi · ask · i want to ask`);
/** "Hội nghị", "hội viên" without their marks: what follows "hoi" makes it another word. */
const otherWord = /^hoi (?:nghi(?! (?:quyet|dinh))|dong|nong|phu|cuu|vien|thao|thi|lhpn|ccb|nguoi cao)\b/;
/** The word as it is written where it has marks at all. */
const asking = /^(?:hỏi|hoi|hói)$/u;

/** What is asked after "/hoi", "hỏi", "cho em hỏi"; empty: nothing yet. Null: it does not begin so. */
export function questionAfter(text: string): string | null {
  if (otherWord.test(fold(text))) return null;
  const question = wordsAfter(text, openings);
  if (question === null) return null;
  const marked = text
    .normalize('NFC')
    .toLowerCase()
    .match(/\p{L}+/gu)
    ?.find((word) => fold(word) === 'hoi');
  return marked === undefined || asking.test(marked) ? question : null;
}

/** What is typed where an answer stands. */
export type AnswerWay =
  | { verb: 'more' | 'helped' | 'not' | 'hand' | 'search'; number: null }
  | { verb: 'read'; number: number };

const ways: readonly (readonly [Exclude<AnswerWay['verb'], 'read'>, ReadonlySet<string>])[] = [
  [
    'more',
    listed(
      'xem them · them · xem tiep · con gi nua · con nua khong · xem them nua · them nua · more · show more',
    ),
  ],
  [
    'helped',
    listed(`
      dung y · dung y roi · dung y toi · dung cai toi can · huu ich · co ich · tot · tot lam · hay · rat hay · chinh xac
      helpful · that helps`),
  ],
  [
    'not',
    listed(`
      chua dung · khong dung · ko dung · k dung · sai · sai roi · tra loi sai · chua dung y · khong dung y · ko dung y
      k dung y · khong phai · lac de · khong huu ich · chua huu ich · hinh nhu sai · sai a · khong dung lam · chua dung lam
      khong phai cai nay · khong phai the · not helpful · wrong`),
  ],
  [
    'hand',
    listed(`
      hoi bi thu · gui bi thu · chuyen bi thu · hoi bi thu chi bo · gui cho bi thu · chuyen cho bi thu · nho bi thu tra loi
      hoi dong chi bi thu · ask the secretary`),
  ],
  ['search', listed('tim trong thu vien · tim trong van ban · search the library')],
];
const reading =
  /^(?:doc|xem|mo|trich dan|nguon|read|open)(?: doan| nguon| so| trich dan)? (?<number>\d{1,2})$/;

export function wayTyped(text: string): AnswerWay | null {
  const folded = fold(text).replace(/ (?:a|nhe|nha|di|voi)$/, '');
  const way = ways.find(([, phrases]) => phrases.has(folded));
  if (way) return { verb: way[0], number: null };
  const number = reading.exec(folded)?.groups?.['number'];
  return number === undefined ? null : { verb: 'read', number: Number(number) };
}

const reasons: readonly (readonly [Complaint | 'none', ReadonlySet<string>])[] = [
  ['wrong', listed('sai · sai roi · khong dung · ko dung · k dung · chua dung · noi dung sai · wrong')],
  [
    'missing',
    listed('thieu · con thieu · chua du · khong du · thieu y · thieu noi dung · missing · incomplete'),
  ],
  ['unclear', listed('kho hieu · khong hieu · ko hieu · k hieu · khong ro · chua ro · unclear')],
  ['outdated', listed('cu · cu roi · da cu · het hieu luc · van ban cu · loi thoi · outdated · old')],
  ['other', listed('khac · ly do khac · other')],
  ['none', listed('bo qua · khong noi · thoi · khong · ko · k · skip · no')],
];

/** Why an answer is no help; `none`: one need not say. Null: no reason of ours. */
export function reasonTyped(text: string): Complaint | 'none' | null {
  return reasons.find(([, phrases]) => phrases.has(fold(text)))?.[0] ?? null;
}

const laughter = /^(?:(?:h[aeiou]){1,6}|k{1,9}|h+m+|u+m+|z+|lol|test)$/;

/** Laughter, one letter, signs alone: nothing that could be looked for. */
export function isNoise(text: string): boolean {
  const folded = fold(text).replaceAll(/[/+]/g, '').trim();
  if (!/\p{L}/u.test(folded)) return true;
  return folded.split(' ').every((word) => word.length === 1 || laughter.test(word));
}
