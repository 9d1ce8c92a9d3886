import { labelOf } from '../structure/labels.ts';
import { kindNamed } from './kinds.ts';

const mostLines = 5;
const longest = 400;
const beginsText =
  /^(?:[-–+]\s|Căn cứ|Thực hiện|Xét |Theo |Kính gửi|Để |Nhằm |Trong |Ngày |Quốc hội|Hội nghị|KÍNH GỬI|QUỐC HỘI|HỘI NGHỊ|\(|\[|\|)/u;
const subject = /^(?:V\/v|Về việc)\s*:?\s*(.{8,300})$/iu;

/** Where the name of the kind stands alone in capitals, or else where a line begins with it; -1: nowhere. */
export function kindLineAt(head: readonly string[]): number {
  const alone = head.findIndex((line) => {
    const bare = line.replaceAll('#', '').split('\n')[0]?.trim() ?? '';
    return bare === bare.toUpperCase() && kindNamed(bare)?.length === bare.length;
  });
  if (alone !== -1) return alone;
  return head.findIndex(
    (line) => line.length < 160 && kindNamed(line) !== undefined && !/^Luật số|[.;,]$/u.test(line),
  );
}

/** The name of the kind and the lines below it: "QUY ĐỊNH / THI HÀNH ĐIỀU LỆ ĐẢNG"; of a letter its subject. */
export function titleIn(head: readonly string[]): string {
  const at = kindLineAt(head);
  const kindLine = head[at];
  if (kindLine === undefined) {
    const about = head.map((line) => subject.exec(line.trim())?.[1]).find((words) => words !== undefined);
    return about === undefined ? '' : `Về việc ${about.replaceAll(/\s+/g, ' ').trim()}`;
  }
  const line = plain(kindLine);
  const parts = [line];
  const bare = kindNamed(line)?.length === line.length;
  for (const next of head.slice(at + 1, at + mostLines)) {
    if (!goesOn(parts, plain(next), bare)) break;
    parts.push(plain(next));
  }
  return sentenceCase(parts.join(' '));
}

/** Capitals as one writes them in a sentence; other words stay. */
function sentenceCase(line: string): string {
  const words = line.replaceAll(/\s+/g, ' ').trim();
  return words === words.toUpperCase() ? words.charAt(0) + words.slice(1).toLowerCase() : words;
}

function goesOn(parts: readonly string[], next: string, kindAlone: boolean): boolean {
  const last = parts.at(-1) ?? '';
  if (next === '' || parts.join(' ').length + next.length > longest) return false;
  if (parts.length === 1 && kindAlone) return labelOf(next)?.kind !== 'article';
  if (labelOf(next) !== null || beginsText.test(next) || /[.;:]$/.test(last) || /[.;:]$/.test(next))
    return false;
  const capitals = (text: string) => text === text.toUpperCase();
  return parts.length > 1 && capitals(last) && capitals(next);
}

function plain(line: string): string {
  return line.replaceAll('#', '').replaceAll(/\s+/g, ' ').trim();
}
