import { fold } from '../fold.ts';
import { wordsAfter } from '../words-after.ts';
import type { Place } from './places.ts';
import { documentAlone, spokenOf, type Spoken } from './spoken-document.ts';

/** What one types to get at documents. */
export type LibraryWish =
  | { kind: 'menu' | 'new' | 'kinds' | 'ask-words' }
  | { kind: 'search'; words: string }
  | { kind: 'named'; document: Spoken }
  /** `document` null: the one that is being read. */
  | { kind: 'place'; place: Place; document: Spoken | null }
  /** Of the document that is being read. */
  | { kind: 'read' | 'resume' | 'next' | 'previous' | 'outline' | 'file' | 'chain' }
  | { kind: 'page'; number: number };

const listed = (phrases: string) => new Set(phrases.split(/[·\n]/).flatMap((phrase) => phrase.trim() || []));

const wholes: readonly (readonly [
  ReadonlySet<string>,
  Exclude<LibraryWish['kind'], 'search' | 'named' | 'place' | 'page'>,
])[] = [
  [
    listed(`
      /vanban moi · van ban moi · van ban moi nhat · van ban nao moi · co gi moi · co gi moi khong · co gi moi ko
      co gi moi k · co van ban moi khong · co van ban moi ko · co van ban gi moi · co van ban nao moi
      xem van ban moi · vb moi · what is new · new documents`),
    'new',
  ],
  [
    listed(`
      theo loai · loai van ban · cac loai van ban · xem theo loai · danh muc van ban · danh sach van ban
      /vanban loai · by kind · kinds`),
    'kinds',
  ],
  [
    listed(`
      tim van ban · tim trong thu vien · tim kiem van ban · tra cuu · tra cuu van ban · tim tai lieu · find · search
      search the library · find a document`),
    'ask-words',
  ],
  [listed('doc van ban · doc van ban nay · doc tu dau · xem toan van · doc toan van · read'), 'read'],
  [listed('doc do · doc tiep cho cu · doc tiep cho do · resume reading'), 'resume'],
  [
    listed('trang sau · trang tiep · trang tiep theo · doc tiep · xem tiep · sang trang · next page · next'),
    'next',
  ],
  [listed('trang truoc · ve trang truoc · lui lai · previous page · previous'), 'previous'],
  [listed('muc luc · xem muc luc · dan y · outline · contents'), 'outline'],
  [
    listed(`
      gui tep · gui file · gui van ban · gui tep van ban · gui file van ban · cho toi file · cho xin file · xin file
      tai van ban · tai ve · tai file · send the file · send file · download`),
    'file',
  ],
  [
    listed(`
      van ban lien quan · van ban thay the · thay the · con hieu luc khong · con hieu luc ko · con hieu luc k
      related documents · related`),
    'chain',
  ],
];

const searching = listed(`
  /vanban · tim van ban · tim van ban ve · tim cac van ban ve · tim kiem · tim kiem van ban · tim kiem van ban ve
  tim trong thu vien · tim tai lieu · tim tai lieu ve · tra cuu · tra cuu van ban · tra cuu ve · tra cuu van ban ve
  van ban ve · cac van ban ve · co van ban nao ve · tim vb · tim vb ve · vb ve · xem van ban ve · cho toi van ban ve
  search · find · search for · documents about · find documents about`);
/** "Tìm quy định 294": the kind is a part of what is looked for. */
const verbs =
  /^(?:(?:toi |em )?(?:muon |can )?(?:tim|xem|mo|doc|cho (?:toi |em )?xem|gui(?: cho)? (?:toi|em)|open|show) )/;

const longestNamed = 120;

const place =
  '(?<unit>dieu|chuong|muc|phan) (?<number>\\d{1,4}(?: \\d{1,3}){1,4}|\\d{1,4}[a-z]?|[ivxl]{1,6})';
const within = '(?: khoan (?<clause>\\d{1,3}))?(?: diem (?<point>[a-z]))?';
const before = '(?:diem (?<pointBefore>[a-z]) )?(?:khoan (?<clauseBefore>\\d{1,3}) )?';
const placeFirst = new RegExp(`^${before}${place}${within}(?: (?:cua |trong |o )?(?<document>.+))?$`);
const placeLast = new RegExp(`^(?<document>.+?) ${before}${place}${within}$`);
/** With these it is a question, which is answered and not only opened. */
const asks =
  /\b(?:gi|nao|sao|khong|ko|k|bao nhieu|ai|may|duoc|dc|la|noi|the|bi|neu|khi|thi|what|how|who|which|when|does|is)\b/;

/** Reads what was typed. Null: it is about something else, or a question. */
export function libraryWish(text: string): LibraryWish | null {
  const folded = fold(text).replace(/ (?:a|nhe|nha|di|voi|giup toi)$/, '');
  if (folded === '' || text.length > longestNamed * 2) return null;
  const whole = wholes.find(([phrases]) => phrases.has(folded));
  if (whole) return { kind: whole[1] };
  const page = /^(?:trang|den trang|sang trang|mo trang|page) (?:so )?(\d{1,4})$/.exec(folded)?.[1];
  if (page !== undefined) return { kind: 'page', number: Number(page) };
  const words = wordsAfter(text, searching);
  if (words) return searched(words);
  if (text.length > longestNamed) return null;
  const spoken = folded.replace(verbs, '');
  return placeIn(spoken, text) ?? namedIn(spoken, text);
}

/** "/vanban 57-NQ/TW", "/vanban dieu 5 quy dinh 294", "tim van ban ve dang phi". */
function searched(words: string): LibraryWish {
  const folded = fold(words);
  return placeIn(folded, words) ?? namedIn(folded, words) ?? { kind: 'search', words };
}

function namedIn(folded: string, typed: string): LibraryWish | null {
  const document = documentAlone(folded, typed);
  return document && { kind: 'named', document };
}

function placeIn(folded: string, typed: string): LibraryWish | null {
  const groups = (placeFirst.exec(folded) ?? placeLast.exec(folded))?.groups;
  if (!groups || asks.test(groups['document'] ?? '')) return null;
  const { unit, number, document } = groups;
  return {
    kind: 'place',
    place: {
      label: `${unit} ${number}`,
      clause: groups['clause'] ?? groups['clauseBefore'] ?? null,
      point: groups['point'] ?? groups['pointBefore'] ?? null,
    },
    document: document === undefined ? null : spokenOf(document, typed),
  };
}
