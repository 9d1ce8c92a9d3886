/** What a document says of another. */
export interface Relation {
  kind: 'replaces' | 'amends' | 'guides' | 'replaced-by';
  /** As it is printed there: `01-HD/TW`, `22/2008/QH12`. */
  number: string;
}

const number = String.raw`(?<number>\d{1,5}(?:\/\d{4})?[-/]\p{Lu}[\p{L}\p{N}]{0,9}(?:[-/][\p{L}\p{N}]{1,12}){0,3})`;
// Bounded on both sides, so that a long line costs no more than its length.
const between = String.raw`[^.;:\d]{0,60}?`;
const betweenWithoutSource = String.raw`(?:(?!theo)[^.;:\d]){0,60}?`;
const patterns: readonly (readonly [Relation['kind'], RegExp])[] = [
  ['replaced-by', new RegExp(String.raw`(?<!\p{L})được ${between}${number}[^.;:]{0,30}? thay thế`, 'gu')],
  // "bãi bỏ khoản 2 Điều 3 của Luật số …" leaves the law standing.
  [
    'replaces',
    new RegExp(
      String.raw`(?<!\p{L})(?:thay thế|bãi bỏ) (?!khoản|[đĐ]i[ềể]|một số)(?:cho )?${between}${number}`,
      'gu',
    ),
  ],
  ['replaces', new RegExp(String.raw`${number}[^.;:]{0,120}? hết hiệu lực`, 'gu')],
  [
    'amends',
    new RegExp(String.raw`(?<!được )(?<!\p{L})sửa đổi, bổ sung ${betweenWithoutSource}${number}`, 'gu'),
  ],
  ['guides', new RegExp(String.raw`(?<!\p{L})(?:hướng dẫn|[Tt]hực hiện) ${between}${number}`, 'gu')],
];
const most = 20;

/**
 * Relations as the text states them, for a person to confirm. A number is mentioned for many reasons: only the words
 * beside it make a relation. At most twenty.
 */
export function relationsIn(text: string, own: string): Relation[] {
  const relations = new Map<string, Relation>();
  for (const [kind, pattern] of patterns) {
    for (const { groups } of text.matchAll(pattern)) {
      const mentioned = groups?.['number'];
      if (!mentioned || mentioned === own || relations.has(mentioned) || relations.size === most) continue;
      relations.set(mentioned, { kind, number: mentioned });
    }
  }
  return [...relations.values()];
}
