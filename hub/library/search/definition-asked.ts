import { questionSyllables } from './wording.ts';

const asksForDefinition =
  /\b(?:(?:co )?nghia la gi|la gi|la nhung gi|la ai|the nao la|nhu the nao la|duoc hieu|hieu (?:nhu )?the nao|hieu la|dinh nghia|khai niem|goi la gi)\b/g;

/** What a question wants defined, in folded syllables. */
export interface DefinitionAsked {
  /** All but the words that ask for a definition: the "định" of "định nghĩa" is no "thẩm định". */
  said: ReadonlySet<string>;
  /** Without other words that only ask. */
  telling: ReadonlySet<string>;
}

/** Null where the question asks for something else. */
export function definitionAsked(folded: string): DefinitionAsked | null {
  const rest = folded.replaceAll(asksForDefinition, ' ');
  if (rest === folded) return null;
  const said = rest.split(' ').filter((word) => word !== '');
  return {
    said: new Set(said),
    telling: new Set(said.filter((word) => !questionSyllables.has(word))),
  };
}

/** How well a defined term, in folded syllables, is the one asked for, 0 to 1: what both say by what either does. */
export function sameTerm({ said, telling }: DefinitionAsked, term: readonly string[]): number {
  const shared = new Set(term.filter((word) => said.has(word))).size;
  return shared / new Set([...term, ...telling]).size;
}
