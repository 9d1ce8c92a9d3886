import { shiftDay } from '../../platform/shift-day.ts';
import type { FrontMatter } from '../reading/front-matter.ts';
import { paragraphsOf } from '../reading/paragraphs.ts';
import { firstDate } from './dates.ts';
import { documentKinds, kindNamed } from './kinds.ts';
import { issuerOnLetterhead } from './letterhead.ts';
import { properName } from './proper-names.ts';
import { relationsIn, type Relation } from './relations.ts';
import { kindLineAt, titleIn } from './title.ts';

/** What a document is. Found in it, offered for correction; an empty string is what could not be found. */
export interface Description {
  /** Số, ký hiệu: `57-NQ/TW`. Together with issuer and date it tells documents apart, since numbers begin anew each term. */
  number: string;
  kind: string;
  issuer: string;
  /** Calendar days, such as 2025-05-26; null where none is stated. */
  date: string | null;
  effective: string | null;
  /** The first day on which it holds no more, where it names one. */
  expires: string | null;
  title: string;
  relations: readonly Relation[];
  /** It says of itself, in a note, that it holds no more. */
  expired: boolean;
}

const headParagraphs = 40;
const numberLine =
  /^\|?\s*(?:\p{L}{1,8}(?:\s\p{L}{1,8})?\s+)?s[ốỐ]\s*:?\s*(\d{1,5}(?:\/\d{4})?\s?[-/]\s?[\p{L}\d]{1,10}(?:[-/][\p{L}\d]{1,12}){0,3})/iu;
const issuers =
  /BAN CHẤP HÀNH TRUNG ƯƠNG|BỘ CHÍNH TRỊ|BAN BÍ THƯ|BAN TỔ CHỨC TRUNG ƯƠNG|ỦY BAN KIỂM TRA TRUNG ƯƠNG|CHÍNH PHỦ|QUỐC HỘI|ĐẢNG ĐOÀN QUỐC HỘI|(?:TỈNH|THÀNH|ĐẢNG|HUYỆN) [UỦ][YỶ] [\p{Lu} ]{2,40}/u;
const inForceFrom = /có hiệu lực (?:thi hành )?(?:kể )?từ (?<when>ngày ký|.{4,40})/u;
const thisInForceFrom =
  /(?<!\p{L})này (?:bắt đầu )?(?:có hiệu lực|được áp dụng|được thực hiện)(?: thi hành)?(?: kể)? từ (?<when>ngày ký|.{4,40})/u;
const thisInForceUntil =
  /(?<!\p{L})này (?:chỉ )?có (?:hiệu lực|giá trị)[^.;\n]{0,60}?(?:đến|tới) (?<last>hết )?(?<when>.{4,45})/u;

/** Reads what a text says of itself: first what stands before it (front matter), then its letterhead and last lines. */
export function describe(text: string, { fields, bodyStart }: FrontMatter): Description {
  const head = paragraphsOf(text.slice(bodyStart, bodyStart + 8_000))
    .slice(0, headParagraphs)
    .map(({ text }) => text);
  const number = fields.get('number') ?? numberIn(head);
  const date = fields.get('date') ?? dateIn(head);
  const title = fields.get('title') ?? titleIn(head);
  const note = fields.get('note') ?? '';
  return {
    number,
    kind: fields.get('kind') ?? kindOf(title, head, number),
    issuer: fields.get('issuer') ?? issuerIn(head),
    date,
    effective: effectiveIn(text.slice(bodyStart), date),
    expires: expiresIn(text.slice(bodyStart)),
    title,
    relations: relationsOf(text, note, bodyStart, number),
    expired: /hết hiệu lực/u.test(note),
  };
}

/** Of its note first: who wrote that knows what became of it. */
function relationsOf(text: string, note: string, bodyStart: number, own: string): Relation[] {
  const at = note === '' ? -1 : text.indexOf(note);
  const noted =
    at === -1 ? [] : relationsIn(text.slice(0, at + note.length), own, { from: at, isNote: true });
  const known = new Set(noted.map(({ number }) => number));
  return [
    ...noted,
    ...relationsIn(text, own, { from: bodyStart }).filter(({ number }) => !known.has(number)),
  ];
}

function numberIn(head: readonly string[]): string {
  return (
    head
      .map((line) => numberLine.exec(line)?.[1])
      .find((found) => found !== undefined)
      ?.replaceAll(/\s/g, '') ?? ''
  );
}

const placeAndDate = /(?:,|^\p{Lu}[\p{L}\s.]{2,40}?)\s*ngày\s+\d{1,2}\s+tháng/u;
const placeAndShortDate = /^\|?\s*\p{Lu}[^\d]{2,40},\s*ngày\s+\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s*\|?$/u;

function dateIn(head: readonly string[]): string | null {
  const line =
    head.find((line) => placeAndDate.test(line) && line.length < 120) ??
    head.find((line) => placeAndShortDate.test(line));
  return line === undefined ? null : firstDate(line);
}

function kindOf(title: string, head: readonly string[], number: string): string {
  const named = [title, ...head].map((line) => kindNamed(line)).find((name) => name !== undefined);
  if (named) return named;
  if (head.some((line) => /^V\/v\s/iu.test(line.trim()))) return 'Công văn';
  const letters = number.replace(/^[\d/]+-?/, '').split(/[-/]/)[0];
  return documentKinds.find((kind) => kind.letters !== '' && kind.letters === letters)?.name ?? '';
}

function issuerIn(head: readonly string[]): string {
  const kindAt = kindLineAt(head);
  const onLetterhead = issuerOnLetterhead(kindAt === -1 ? head : head.slice(0, kindAt));
  if (onLetterhead !== '') return onLetterhead;
  const found = head
    .slice(0, 12)
    .map((line) => issuers.exec(line)?.[0])
    .find((name) => name !== undefined);
  return found === undefined ? '' : properName(found);
}

function effectiveIn(body: string, date: string | null): string | null {
  const when = (thisInForceFrom.exec(body) ?? inForceFrom.exec(body))?.groups?.['when'];
  return when === undefined ? null : when.startsWith('ngày ký') ? date : firstDate(when);
}

function expiresIn(body: string): string | null {
  const { when, last } = thisInForceUntil.exec(body)?.groups ?? {};
  const day = when === undefined ? null : firstDate(when);
  return day !== null && last !== undefined ? shiftDay(day, 1) : day;
}
