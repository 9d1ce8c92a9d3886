import { plainWords } from './meeting-words.ts';
import { questionIn, type MeetingQuestion } from './meeting-questions.ts';
import {
  bereavement,
  causes,
  changes,
  elsewhere,
  leavesEarly,
  notAway,
  ofMeeting,
  signs,
  unsure,
} from './meeting-signs.ts';

/** How an answer to an invitation is read. Null: it says nothing of a meeting. */
export type MeetingReading =
  | { kind: 'yes'; leavesEarly: boolean }
  /** Comes, later than the start. `lateMinutes`, 1 to 240, where they were said. */
  | { kind: 'late'; lateMinutes: number | null }
  /** `reason` in the person's own words where one was given. */
  | { kind: 'no'; reason: string | null; bereaved: boolean }
  | { kind: 'unsure' }
  | { kind: 'ask'; about: MeetingQuestion }
  /** The answer before was not meant so; what is meant is not said. */
  | { kind: 'change' }
  /** Of the meeting, but it may mean one thing or the other. */
  | { kind: 'unclear' };

/** Longer than anybody's answer. */
const longestAnswer = 500;
const mostLate = 240;

/** "Anh Hùng không đi được" is said of somebody else. */
const aboutOther = /^(?:đồng chí|đ\/c|anh|chị|ông|bà|chú|bác|cô) (?!Bí|Phó|Chi|Chủ|Đ)\p{Lu}\p{Ll}*/u;
const salutation =
  /^(?:(?:da|ok|vang) )*(?:(?:kinh )?thua|bao cao|chao|kinh gui)(?: cac| voi)?(?: dong chi| duoc)?(?: bi thu| pho bi thu| chi uy)?(?: chi bo)? ?/;

/** Reads one typed message as an answer to an invitation. Never guesses: what may be two things is `unclear`. */
export function readMeetingAnswer(text: string): MeetingReading | null {
  if (text.trim() === '' || text.length > longestAnswer || isAboutOther(text)) return null;
  const words = plainWords(text).replace(salutation, '').trim();
  if (words === 'khong' || /^(?:da )?khong(?: (?:a|nhe|nha|dong chi|em))?$/.test(words))
    return { kind: 'no', reason: null, bereaved: false };
  const changed = changes.exec(words);
  const said = changed ? words.replace(changes, ' ').trim() : words;
  if (unsure.test(said)) return { kind: 'unsure' };
  const question = questionIn(said, text);
  if (question) return { kind: 'ask', about: question };
  if (elsewhere.test(said) && !ofMeeting.test(said)) return null;
  const found = signsIn(said);
  const cause = causes.test(said.replaceAll(notAway, ' ')) || bereavement.test(words);
  if (changed && !found.yes && !found.no && !cause) return { kind: 'change' };
  return readingOf(text, said, found, cause);
}

function isAboutOther(text: string): boolean {
  const [first = '', ...rest] = text.trim().normalize('NFC');
  return aboutOther.test(first.toLowerCase() + rest.join(''));
}

interface Signs {
  yes: boolean;
  no: boolean;
  polite: boolean;
  /** Words that were no sign. */
  rest: string;
}

function signsIn(words: string): Signs {
  let rest = words;
  const found = { YES: false, NO: false, POLITE: false, NOTHING: false };
  for (const [pattern, sign] of signs) {
    rest = rest.replaceAll(pattern, () => {
      found[sign] = true;
      return '-';
    });
  }
  return { yes: found.YES, no: found.NO, polite: found.POLITE, rest };
}

function readingOf(
  text: string,
  words: string,
  { yes, no, polite, rest }: Signs,
  cause: boolean,
): MeetingReading | null {
  const late = lateIn(words);
  const absent = /vangmat|nghi\b/.test(words) || /khong/.test(words);
  if (late !== undefined && !(no && absent)) return { kind: 'late', lateMinutes: late };
  if (leavesEarly.test(words) && !no) return { kind: 'yes', leavesEarly: true };
  if (yes && no) return { kind: 'unclear' };
  if (no)
    return {
      kind: 'no',
      reason: cause || reasonAfter(text) ? reasonIn(text) : null,
      bereaved: bereavement.test(words),
    };
  if (yes)
    return cause && !/\b(?:nhung|van|ma)\b/.test(words)
      ? { kind: 'unclear' }
      : { kind: 'yes', leavesEarly: false };
  if (cause && isQuestion(text, words)) return null;
  if (cause) return { kind: 'no', reason: reasonIn(text), bereaved: bereavement.test(words) };
  if (
    /^(?:xin |da )*(?:lan nay |buoi nay )?(?:cho )?(?:toi |em |minh )?(?:vang|nghi|phep|xin phep)(?: (?:a|nhe|nha|roi))?$/.test(
      words,
    )
  )
    return { kind: 'unclear' };
  return polite && onlyCourtesies(rest) ? { kind: 'yes', leavesEarly: false } : null;
}

/** "Chị Hoa ốm phải không" is asked, not said of oneself. */
function isQuestion(text: string, words: string): boolean {
  return /\?\s*$/.test(text) || /\b(?:khong|chua|ha|nhi)$/.test(words);
}

/** "Dạ có ạ", "ok em": a yes only where nothing else is said. */
function onlyCourtesies(rest: string): boolean {
  return rest
    .split(' ')
    .every((word) =>
      /^(?:-|a|ah|nhe|nha|roi|em|toi|minh|chau|con|bac|chu|dong|chi|thoi|hoan|toan|100|se|thi|luon)?$/.test(
        word,
      ),
    );
}

/** Minutes of delay; null where they were not said; undefined where nobody is late. */
function lateIn(words: string): number | null | undefined {
  const lateWord = /\btremuon\b/.test(words);
  const after =
    /\b(?:den|di|qua|vao)(?: sau| tre)? (?:khoang |tam )?(\d{1,3}) phut\b/.exec(words) ??
    /\bden sau\b/.exec(words);
  const later = /\b\d{1,2} gio(?: \d{2})? .*\bmoi (?:den|toi|ve|qua|vao)\b/.test(words);
  if (/\bkhong tremuon\b/.test(words) || (!lateWord && !later && !(after && !/som/.test(words))))
    return undefined;
  const minutes = (
    /\b(\d{1,3}) phut\b/.exec(words) ??
    /\btremuon (?:khoang |tam |chung )?(\d{1,3})\b(?! (?:gio|tieng|chut|ti))/.exec(words)
  )?.[1];
  if (minutes) return inRange(Number(minutes));
  const hours = /\b(\d|mot|hai) (?:tieng|gio dong ho)( ruoi)?\b/.exec(words);
  if (hours) {
    const whole = hours[1] === 'mot' ? 1 : hours[1] === 'hai' ? 2 : Number(hours[1]);
    return inRange(whole * 60 + (hours[2] ? 30 : 0));
  }
  return /\bnua (?:tieng|gio)\b/.test(words) ? 30 : null;
}

function inRange(minutes: number): number | null {
  return minutes >= 1 && minutes <= mostLate ? minutes : null;
}

function reasonAfter(text: string): string | null {
  const given =
    /(?<!\p{L})(?:vì|do|tại vì|bởi vì|vi|tai vi|boi vi|lý do|ly do|because)(?!\p{L})\s*:?\s*(?<reason>.+)$/iu.exec(
      text.trim(),
    );
  return given?.groups?.['reason']?.trim() ?? null;
}

/** In the person's own words: what comes after "vì", else all that was said. */
function reasonIn(text: string): string {
  return reasonAfter(text) ?? text.trim();
}
