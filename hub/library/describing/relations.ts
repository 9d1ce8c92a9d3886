import type { Span } from '../reading/sentences.ts';
import { clausesOf, type Clause } from './clauses.ts';
import { mentionsIn, oneBreath, type Mention } from './mentions.ts';
import {
  ended,
  endedList,
  endedOnes,
  giver,
  itself,
  listed,
  listOf,
  mentionsOnly,
  passive,
  replacedBy,
  thisOne,
  verbs,
  type Verb,
} from './relation-words.ts';

/** What a document says of another, and where: the clause around the words that say it. */
export interface Relation extends Span {
  kind: 'replaces' | 'amends' | 'guides' | 'replaced-by';
  /** As it is printed there: `01-HD/TW`, `22/2008/QH12`. */
  number: string;
}

/** The sooner, the more it says. */
const order: readonly Relation['kind'][] = ['replaced-by', 'replaces', 'amends', 'guides'];

const most = 20;
const mostVerbs = 4;
const topLength = 4_000;
const widestSaid = 120;
/** More than this between a verb and a number is another matter. */
const widestGap = 400;

/**
 * Relations as the text states them, for a person to confirm. A number is mentioned for many reasons: only the words
 * beside it make a relation, and only where the document speaks of itself. At most twenty, in time linear in the text.
 *
 * @param where.from where to begin (UTF-16 units)
 * @param where.isNote it is what somebody wrote about the document
 */
export function relationsIn(
  text: string,
  own: string,
  { from = 0, isNote = false }: { from?: number; isNote?: boolean } = {},
): Relation[] {
  const found = new Map<string, Relation>();
  /** A list goes on: `thay thế các văn bản sau:`. */
  let listing = false;
  for (const clause of clausesOf(text, from)) {
    const mentions = mentionsIn(clause.text);
    const isTop = clause.start - from < topLength;
    const said = mentions.length === 0 ? [] : saidIn(clause.text, mentions, { own, isTop, isNote });
    const goesOn: boolean = listing && listed.test(clause.text.slice(0, mentions[0]?.start ?? 0));
    if (goesOn && mentions[0] && said.length === 0) {
      said.push(
        ...oneBreath(clause.text, mentions).map((mention) => ({ kind: 'replaces' as const, mention, at: 0 })),
      );
    }
    listing = beginsList(clause.text) || (goesOn && mentions.length > 0);
    for (const { kind, mention, at } of said) {
      const before = found.get(mention.number);
      if (isSame(mention.number, own) || (before && order.indexOf(before.kind) <= order.indexOf(kind)))
        continue;
      if (before || found.size < most) {
        found.set(mention.number, { kind, number: mention.number, ...placeOf(clause, at, mention.end) });
      }
    }
  }
  return [...found.values()];
}

interface Said {
  kind: Relation['kind'];
  mention: Mention;
  /** Where the words begin that say it. */
  at: number;
}

function saidIn(
  clause: string,
  mentions: readonly Mention[],
  { own, isTop, isNote }: { own: string; isTop: boolean; isNote: boolean },
): Said[] {
  if (mentionsOnly.test(clause)) return [];
  return [
    ...replacedIn(clause, mentions, isNote),
    ...endedIn(clause, mentions),
    ...verbs.flatMap((verb) => objectsOf(verb, clause, mentions, { own, isTop })),
  ];
}

function objectsOf(
  { kind, words, object, nearTop }: Verb,
  clause: string,
  mentions: readonly Mention[],
  { own, isTop }: { own: string; isTop: boolean },
): Said[] {
  return [...clause.matchAll(words)].slice(0, mostVerbs).flatMap(({ 0: verb, index }) => {
    const before = clause.slice(0, index);
    const isMeant = nearTop
      ? isTop || thisOne.test(before)
      : itself.test(before) || (own !== '' && before.includes(own));
    if (passive.test(before) || !isMeant) return [];
    const after = index + verb.length;
    const behind = mentions.filter(({ start }) => start >= after);
    const gap = clause.slice(after, behind[0]?.start);
    if (!behind[0] || gap.length > widestGap || !object.test(gap)) return [];
    return oneBreath(clause, behind).map((mention) => ({ kind, mention, at: index }));
  });
}

/** Numbers that hold no more: `Các Quy định số …, số … hết hiệu lực`. */
function endedIn(clause: string, mentions: readonly Mention[]): Said[] {
  const first = mentions[0]!;
  const verb = ended.exec(clause);
  if (!verb || verb.index < first.end || !endedOnes.test(clause.slice(0, first.start))) return [];
  return oneBreath(clause, mentions)
    .filter(({ end }) => end <= verb.index)
    .map((mention) => ({ kind: 'replaces', mention, at: 0 }));
}

/** `Quy định này đã được Quy định số … thay thế`. */
function replacedIn(clause: string, mentions: readonly Mention[], isNote: boolean): Said[] {
  const first = mentions[0]!;
  const before = clause.slice(0, first.start);
  if (!isNote && !/(?<!\p{L})này\s/iu.test(before)) return [];
  const isBy =
    replacedBy.test(before) || (giver.test(before) && /^.{0,60}?\sthay thế/iu.test(clause.slice(first.end)));
  return isBy ? [{ kind: 'replaced-by', mention: first, at: before.search(/được|bị/iu) }] : [];
}

function beginsList(clause: string): boolean {
  if (mentionsOnly.test(clause)) return false;
  if (clause.endsWith(':') && endedList.test(clause) && ended.test(clause)) return true;
  const verb = /thay thế|bãi bỏ/iu.exec(clause);
  if (!verb || !itself.test(clause.slice(0, verb.index))) return false;
  return listOf.test(clause.slice(verb.index + verb[0].length));
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function placeOf(clause: Clause, at: number, end: number): Span {
  const start = clause.start + Math.max(0, at - widestSaid);
  return { start, end: Math.min(clause.end, clause.start + end + widestSaid) };
}
