import type { Label } from './labels.ts';
import { pathOf, type Section } from './outline.ts';

const words = {
  part: 'Phần',
  appendix: 'Phụ lục',
  form: 'Mẫu',
  chapter: 'Chương',
  section: 'Mục',
  subsection: 'Tiểu mục',
  roman: 'Mục',
  article: 'Điều',
  point: 'điểm',
  table: 'bảng',
} as const;

/** What a part of a document is called by itself: `Chương II`, `Điều 5`, `mục 3`; empty for one without a number. */
export function locatorWord({ kind, number }: Label): string {
  if (number === '' && kind !== 'appendix') return '';
  if (kind === 'clause') return `mục ${number}`;
  return kind in words ? `${words[kind as keyof typeof words]} ${number}`.trim() : number;
}

/**
 * Where something stands, as offices quote it: `Chương II, Điều 5, khoản 2, điểm đ`; in documents without articles
 * `Mục III, điểm 2.1`. What stands before the first label is `Phần mở đầu`.
 */
export function locatorOf(section: Section | null): string {
  const path = pathOf(section).filter(({ label }) => label.number !== '' || label.kind === 'appendix');
  const inArticle = path.some(({ label }) => label.kind === 'article');
  // Of 3, 3.2 and 3.2.1 the last says all.
  const said = path.filter(({ label }, index) => {
    const next = path[index + 1]?.label;
    return !(
      label.kind === 'clause' &&
      next?.kind === 'clause' &&
      next.number.startsWith(`${label.number}.`)
    );
  });
  if (said.length === 0) return 'Phần mở đầu';
  return said
    .map(({ label }) => (label.kind === 'clause' && inArticle ? `khoản ${label.number}` : locatorWord(label)))
    .join(', ');
}
