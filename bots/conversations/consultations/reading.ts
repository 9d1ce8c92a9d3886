import type { Answer, Question } from '../../../hub/consultations/index.ts';
import { fold } from '../fold.ts';
import { courtesiesAfter, courtesiesBefore } from '../phrases.ts';
import { numberOf } from '../moment-phrases/spoken-numbers.ts';
import { answerOf, placesIn, pointIn } from './numbers.ts';

/** What was typed in answer to a question. `words`: there is something to say, and it has not been said yet. */
export type Reading =
  | { kind: 'answer'; answer: Answer }
  | { kind: 'skip' | 'back' | 'stop' | 'not-allowed' | 'words' | 'unread' };

const weekday = /\bthu (hai|ba|tu|nam|sau|bay)\b/g;
const asking = '(?:(?:toi|em|chau|minh|cho|xin|muon|de) )*';
const skipping = new RegExp(
  `^(?:cau nay )?${asking}(?:bo qua|bo trong|qua|sang cau (?:khac|sau|tiep)|cau (?:khac|sau|tiep theo)|skip|next)(?: cau nay)?$`,
);
const goingBack = new RegExp(
  `^${asking}(?:quay lai|tro lai|lui lai|lui|cau truoc|ve cau truoc|back)(?: mot cau| cau truoc)?(?: voi)?$`,
);
const stopping = new RegExp(
  `^${asking}(?:thoi )?${asking}(?:dung|dung lai|tam dung|ngung|nghi|thoi|thoat|huy|khong tra loi nua|de sau|de luc khac|luc khac|lam sau|tra loi sau|stop|quit)(?: ${asking}(?:lam|tra loi)(?: tiep| sau)?)?$`,
);
/** Said alone, to words that may be left out. */
const nothing =
  /^(?:(?:toi|em|chau) )?(?:khong|ko|k|kg|hong|chua)(?: co)?(?: (?:y kien|gop y|gi|y|y kien gi|gop y gi|de nghi gi))?(?: (?:them|khac|nua|ca|het))*$|^no(?: comment)?$/;

const agrees =
  /^(?:(?:toi|em|chau|ok|oke|hoan toan|co ban|ve co ban|rat|da) )*(?:nhat tri|dong y|dong tinh|tan thanh|ung ho|agree|i agree|\+1)(?: (?:voi|du thao|noi dung|dieu|muc|doan|diem|phan|nay|tren|het|hoan toan|cao|100|100 %|toan bo|roi))*$/;
const agreesFirst = /^(?:(?:toi|em|hoan toan|co ban|ve co ban) )*(?:nhat tri|dong y|tan thanh) /;
const but = /\b(?:nhung|tuy|(?<!doi |cuoc )song|tru(?! so)|rieng|chi(?! (?:bo|uy|hoi|doan))|mot phan)\b/;
const disagrees =
  /^(?:(?:toi|em|chau|e) )*(?:khong|ko|k|kg|hok|hong|khum|chua|phan doi|disagree)(?: (?:nhat tri|dong y|dong tinh|tan thanh|ung ho))?(?: (?:voi|du thao|noi dung|dieu|muc|doan|diem|phan|nay|tren|het|lam))*$/;
/** "Vâng" after a long text says that it was read. */
const polite = /^(?:(?:ok|oke|okay|vang|da|u|uh|uk|duoc|dc|ro)(?: |$))+$/;
const hasWords =
  /^(?:(?:toi|em|chau) )?(?:co |xin |muon )?(?:y kien|gop y|y kien khac|gop y them|co y kien)(?: khac| them)?$/;

/** Reads one typed message as an answer to the question that stands. Never guesses. */
export function readAnswer(question: Question, text: string): Reading {
  const folded = withoutCourtesies(
    fold(text.normalize('NFC').replaceAll(/(?<!\p{L})đúng(?!\p{L})/giu, 'vâng')),
  );
  const way = wayOf(folded);
  if (way) return { kind: way };
  if (question.form === 'passage') return readOnPassage(folded, text);
  if (question.form === 'text')
    return nothing.test(folded) ? { kind: 'skip' } : { kind: 'answer', answer: text };
  if (question.scale) return readPoint(question.scale, text);
  return readChoice(question, folded, text);
}

/** Words that move about between questions. */
function wayOf(folded: string): 'skip' | 'back' | 'stop' | null {
  if (skipping.test(folded)) return 'skip';
  if (goingBack.test(folded)) return 'back';
  return stopping.test(folded) ? 'stop' : null;
}

/** What goes beyond "nhất trí" is kept in the member's own words, and a "nhưng" agrees to nothing. */
function readOnPassage(folded: string, text: string): Reading {
  if (agrees.test(folded)) return { kind: 'answer', answer: { agrees: true, comment: null } };
  if (polite.test(folded)) return { kind: 'unread' };
  if (nothing.test(folded) && folded.includes(' ')) return { kind: 'skip' };
  if (disagrees.test(folded) || hasWords.test(folded)) return { kind: 'words' };
  const wholly = agreesFirst.test(folded) && !but.test(folded);
  return { kind: 'answer', answer: { agrees: wholly, comment: text } };
}

function readPoint(scale: NonNullable<Question['scale']>, text: string): Reading {
  const point = pointIn(text, scale);
  if (point === null) return { kind: 'unread' };
  return point >= scale.from && point <= scale.to
    ? { kind: 'answer', answer: point }
    : { kind: 'not-allowed' };
}

function readChoice(question: Question, folded: string, text: string): Reading {
  const named = question.options.findIndex((option) => withFigures(option) === withFigures(folded));
  const places =
    named >= 0 ? [named] : (placesNamed(question, text) ?? placesIn(text, question.options.length));
  if (places === null) return { kind: 'unread' };
  const answer = answerOf(question, places);
  return answer === null ? { kind: 'not-allowed' } : { kind: 'answer', answer };
}

/** "Tối thứ Năm; chủ nhật": options by their own words. Null where one of them is none. */
function placesNamed({ options }: Question, text: string): number[] | null {
  const places = text
    .split(/[,;\n]| và /)
    .map((part) => withFigures(withoutCourtesies(fold(part))))
    .map((part) => options.findIndex((option) => withFigures(option) === part));
  return places.includes(-1) ? null : places;
}

/** "Thứ Năm" and "thứ 5" are the same day. */
function withFigures(text: string): string {
  return fold(text).replaceAll(weekday, (_, word: string) => `thu ${numberOf(word)}`);
}

function withoutCourtesies(folded: string): string {
  const words = folded.split(' ');
  while (words.length > 1 && courtesiesAfter.has(words.at(-1)!)) words.pop();
  while (words.length > 1 && courtesiesBefore.has(words[0]!) && words[0] !== 'toi' && words[0] !== 'em')
    words.shift();
  return words.join(' ');
}
