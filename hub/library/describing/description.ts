import type { FrontMatter } from '../reading/front-matter.ts';
import { paragraphsOf } from '../reading/paragraphs.ts';
import { firstDate } from './dates.ts';
import { documentKinds } from './kinds.ts';
import { relationsIn, type Relation } from './relations.ts';

/** What a document is. Found in it, offered for correction; an empty string is what could not be found. */
export interface Description {
  /** Số, ký hiệu: `57-NQ/TW`. Together with issuer and date it tells documents apart, since numbers begin anew each term. */
  number: string;
  kind: string;
  issuer: string;
  /** Calendar days, such as 2025-05-26; null where none is stated. */
  date: string | null;
  effective: string | null;
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
    kind: kindOf(title, head, number),
    issuer: fields.get('issuer') ?? issuerIn(head),
    date,
    effective: effectiveIn(text.slice(bodyStart), date),
    title,
    relations: relationsIn(`${note}\n${text.slice(bodyStart)}`, number),
    expired: /hết hiệu lực/u.test(note),
  };
}

function numberIn(head: readonly string[]): string {
  return (
    head
      .map((line) => numberLine.exec(line)?.[1])
      .find((found) => found !== undefined)
      ?.replaceAll(/\s/g, '') ?? ''
  );
}

function dateIn(head: readonly string[]): string | null {
  const line = head.find((line) => /,\s*ngày\s+\d{1,2}\s+tháng/u.test(line) && line.length < 120);
  return line === undefined ? null : firstDate(line);
}

/** The lines in capitals below the name of the kind: "QUY ĐỊNH / THI HÀNH ĐIỀU LỆ ĐẢNG". */
function titleIn(head: readonly string[]): string {
  const at = head.findIndex(
    (line) => line.length < 160 && kindNamed(line) !== undefined && !/^Luật số|[.;,]$/u.test(line),
  );
  if (at === -1) return '';
  const line = head[at]!.replaceAll('#', '').trim();
  return kindNamed(line)?.length === line.length
    ? sentenceCase(`${line} ${head[at + 1] ?? ''}`)
    : sentenceCase(line);
}

function kindOf(title: string, head: readonly string[], number: string): string {
  const named = [title, ...head].map((line) => kindNamed(line)).find((name) => name !== undefined);
  if (named) return named;
  const letters = number.replace(/^[\d/]+-?/, '').split(/[-/]/)[0];
  return documentKinds.find((kind) => kind.letters !== '' && kind.letters === letters)?.name ?? '';
}

function kindNamed(line: string): string | undefined {
  const opening = line.replaceAll('#', '').trim().toLowerCase();
  return documentKinds.find(({ name }) => new RegExp(`^${name.toLowerCase()}(?!\\p{L})`, 'u').test(opening))
    ?.name;
}

function issuerIn(head: readonly string[]): string {
  const found = head
    .slice(0, 12)
    .map((line) => issuers.exec(line)?.[0])
    .find((name) => name !== undefined);
  return found === undefined ? '' : sentenceCase(found);
}

function effectiveIn(body: string, date: string | null): string | null {
  const when = inForceFrom.exec(body)?.groups?.['when'];
  return when === undefined ? null : when.startsWith('ngày ký') ? date : firstDate(when);
}

function sentenceCase(line: string): string {
  const words = line.replaceAll(/\s+/g, ' ').trim();
  return words === words.toUpperCase() ? words.charAt(0) + words.slice(1).toLowerCase() : words;
}
