/** What a paragraph may open, from the outside in. */
export type LabelKind =
  | 'heading'
  | 'part'
  | 'appendix'
  | 'form'
  | 'chapter'
  | 'section'
  | 'subsection'
  | 'roman'
  | 'article'
  | 'clause'
  | 'point'
  | 'dash'
  | 'plus'
  | 'table';

export interface Label {
  kind: LabelKind;
  /** As printed: `IV`, `12a`, `3.2.1`, `đ`; empty for dashes and unnumbered headings. */
  number: string;
  /** Where it stands in the order of levels: a smaller rank contains a larger one. */
  rank: number;
  /** Characters of the paragraph that are the label. */
  length: number;
}

/** Of levels that have one rank; clauses of the first level (`1.`), the second (`1.1.`) and so on stand below articles. */
export const ranks = {
  part: 10,
  appendix: 10,
  form: 11,
  chapter: 11,
  section: 12,
  subsection: 13,
  roman: 14,
  article: 15,
  point: 30,
  dash: 31,
  plus: 32,
  table: 33,
} as const;
const deepestClause = 9;

const patterns: readonly [Exclude<LabelKind, 'heading' | 'table'>, RegExp][] = [
  ['part', /^(?:PHẦN|Phần) (?:THỨ |thứ )?([IVXL]{1,6}|\d{1,3}|\p{L}{2,6})(?=[\s.:]|$)[.:]?/u],
  ['appendix', /^(?:PHỤ LỤC|Phụ lục)(?: (?:số )?([IVXL]{1,6}|\d{1,3}[A-Z]?|[A-Z]))?(?=[\s.:]|$)[.:]?/u],
  ['part', /^([A-HĐ])(?:\.|\s?[-–—])(?=\s+[\p{Lu}\d\s,;–-]{6,}$)/u],
  ['form', /^(?:MẪU|Mẫu|BIỂU|Biểu)(?: (?:SỐ|số))? (\d{1,3}[A-Z]?(?:-\p{Lu}{1,6})?)(?=[\s.:]|$)[.:]?/u],
  ['chapter', /^(?:CHƯƠNG|Chương) ([IVXL]{1,7}|\d{1,3})(?=[\s.:]|$)[.:]?/u],
  ['section', /^(?:MỤC|Mục) (\d{1,3}|[IVXL]{1,6})(?=[\s.:]|$)[.:]?/u],
  ['subsection', /^(?:TIỂU MỤC|Tiểu mục) (\d{1,3}|[IVXL]{1,6})(?=[\s.:]|$)[.:]?/u],
  ['article', /^(?:ĐIỀU|Điều) (\d{1,4}[a-zđ]?)(?=[\s.:]|$)[.:]?/u],
  ['roman', /^([IVXL]{1,6})(?: ?[.)]|[-–—]| [-–—])(?=\s|\p{L}|$)/u],
  ['clause', /^(\d{1,3}(?:\.\d{1,3}){0,5})(?:\.{1,2}(?!\d)|\)|[-–—](?!\d)| [-–—])/u],
  ['clause', /^(\d{1,2}(?:\.\d{1,2}){1,5})(?=\s+\p{Lu})/u],
  ['point', /^["“]?([a-zđ]{1,2})\)/u],
  ['point', /^\((\d{1,2}|[a-zđ]|[ivx]{1,4})\)(?=\s)/u],
  ['dash', /^([-–—•*])(?=\s)/u],
  ['plus', /^(\+)/u],
];

/**
 * The label with which a paragraph opens, if any: of party documents (`I-`, `1.`, `1.1.`, `a)`, `-`, `+`), of laws
 * (Phần, Chương, Mục, Điều, khoản, điểm with đ) or of Markdown (`##`).
 *
 * @source Hướng dẫn 36-HD/VPTW (2018), thể thức văn bản của Đảng; Nghị định 30/2020/NĐ-CP, phụ lục I
 */
export function labelOf(paragraph: string): Label | null {
  const marks = /^(#{1,6})\s+|^[*_]{2,3}(?=\S)/.exec(paragraph)?.[0].length ?? 0;
  const level = /^#{1,6}/.exec(paragraph)?.[0].length ?? 0;
  const text = paragraph.slice(marks, marks + 60);
  for (const [kind, pattern] of patterns) {
    const found = pattern.exec(text);
    if (!found) continue;
    const number = kind === 'dash' || kind === 'plus' ? '' : (found[1] ?? '');
    return { kind, number, rank: rankOf(kind, number), length: marks + found[0].length };
  }
  return level ? { kind: 'heading', number: '', rank: level, length: marks } : null;
}

/** Of a table, as it is numbered. It ends before whatever stands below it. */
export function tableLabel(number: string): Label {
  return { kind: 'table', number, rank: ranks.table, length: 0 };
}

/** Of a clause: `1.` is of the first level, `1.1.` of the second. */
export function clauseRank(level: number): number {
  return 20 + Math.min(level, deepestClause);
}

function rankOf(kind: Exclude<LabelKind, 'heading'>, number: string): number {
  return kind === 'clause' ? clauseRank(number.split('.').length) : ranks[kind];
}
