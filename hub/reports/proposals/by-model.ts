import type { LanguageModel } from '../../platform/language-model.ts';
import { promptNamed } from '../../platform/prompts.ts';
import { groupsIn, type ProposedGroup } from './answer.ts';
import { byKeyphrases } from './by-keyphrases.ts';
import { keyphrasesOf, type Keyphrase } from './keyphrases.ts';
import { isNaming, labelOf, proposalsOf, speakersOf, usesOf } from './uses.ts';
import type { Proposal, Theme } from './proposal.ts';
import { placeOf, runsOf } from './runs.ts';
import { isEmptyEdged, keyOf } from './syllables.ts';

/** What a small model reads at once, and answers within its time. */
const proposalsAtOnce = 40;
const longestText = 400;
/** A month of a large province would take a day; the rest is grouped by keyphrases. */
const mostQuestions = 50;
/** After so many answers of no use in a row it is asked no more. */
const patience = 2;

const shortestLabel = 2;
const longestLabel = 6;

export interface Asking {
  model: LanguageModel;
  smallest: number;
  /** Which may leave the house: what bears a name, and no mark of secrecy. */
  mayBeAsked: (proposal: Proposal) => Promise<boolean>;
  /** Before each question: so many proposals go to the model. */
  onAsking: (proposals: number) => Promise<void>;
  signal: AbortSignal;
}

/**
 * Groups as a model proposes them, as far as they hold; what it leaves is grouped by keyphrases. A group is taken whole or
 * not at all: whoever invents one reference may have invented the others.
 *
 * @param proposals in the order of their units: neighbours speak of the same things
 */
export async function byModel(proposals: readonly Proposal[], asking: Asking): Promise<Theme[]> {
  const { smallest } = asking;
  const phrases = await keyphrasesOf(proposals, smallest);
  const themes = new Map<string, Theme>();
  let failures = 0;
  for (const asked of (await questionsOf(proposals, asking)).slice(0, mostQuestions)) {
    if (failures >= patience || asking.signal.aborted) break;
    await asking.onAsking(asked.length);
    const labels = [...themes.values()].map(({ label }) => label);
    const answer = await asking.model.answer(questionOf(asked, labels), asking.signal);
    const groups = groupsIn(answer);
    failures = groups === null ? failures + 1 : 0;
    for (const group of trueOf(groups ?? [], asked)) {
      const named = labelled(group, { proposals, phrases, smallest });
      if (named) add(themes, { ...named, ...group });
    }
  }
  const left = joined(themes, proposals);
  for (const theme of await byKeyphrases(left, { smallest })) add(themes, theme);
  return [...themes.values()];
}

/** None where too few could be a group at all. */
async function questionsOf(
  proposals: readonly Proposal[],
  { mayBeAsked, smallest }: Asking,
): Promise<Proposal[][]> {
  const asked: Proposal[] = [];
  for (const proposal of proposals) if (await mayBeAsked(proposal)) asked.push(proposal);
  if (speakersOf(asked) < smallest) return [];
  return Array.from({ length: Math.ceil(asked.length / proposalsAtOnce) }, (_, index) =>
    asked.slice(index * proposalsAtOnce, (index + 1) * proposalsAtOnce),
  );
}

/** No id, no unit, no author: numbers within the question. */
function questionOf(asked: readonly Proposal[], labels: readonly string[]) {
  const proposals = asked.map(({ text }, index) => ({ number: index + 1, text: text.slice(0, longestText) }));
  return {
    instructions: promptNamed('reports/proposal-groups.vi'),
    given: JSON.stringify({ labels, proposals }),
  };
}

type TrueGroup = Pick<Theme, 'proposals' | 'quotes'> & { words: string };

/** Those in which every reference is one of the question's, none is another group's, and the quote is literal. */
function trueOf(groups: readonly ProposedGroup[], asked: readonly Proposal[]): TrueGroup[] {
  const taken = new Set<Proposal>();
  return groups.flatMap(({ label, items, quote }) => {
    const proposals = [...new Set(items)].flatMap((number) => asked[number - 1] ?? []);
    const holds = proposals.length === items.length && !proposals.some((proposal) => taken.has(proposal));
    const quoted = proposals.find(({ runs }) => placeOf(quote, runs) !== null);
    if (!holds || !quoted) return [];
    for (const proposal of proposals) taken.add(proposal);
    return [{ words: label, proposals, quotes: new Map([[quoted.id, placeOf(quote, quoted.runs)!]]) }];
  });
}

/** The model's words where enough people used them side by side and they name nobody; else those of a keyphrase. */
function labelled(
  { words, proposals }: TrueGroup,
  all: { proposals: readonly Proposal[]; phrases: readonly Keyphrase[]; smallest: number },
): { key: string; label: string } | null {
  const syllables = runsOf(words).flat();
  const key = keyOf(syllables);
  const fits = syllables.length >= shortestLabel && syllables.length <= longestLabel;
  if (fits && !isEmptyEdged(syllables) && !isNaming(syllables)) {
    const uses = usesOf(all.proposals, key);
    const isOfGroup = uses.some(({ proposal }) => proposals.includes(proposal));
    if (isOfGroup && speakersOf(proposalsOf(uses)) >= all.smallest) return { key, label: labelOf(uses) };
  }
  const shared = all.phrases
    .map((phrase) => ({ phrase, common: phrase.proposals.filter((each) => proposals.includes(each)).length }))
    .filter(({ common }) => common * 2 >= proposals.length)
    .toSorted((a, b) => b.common - a.common || b.phrase.weight - a.phrase.weight);
  return shared[0]?.phrase ?? null;
}

/** What was not asked about goes where its words are, without a look at the rest of it. @returns what is left */
function joined(themes: Map<string, Theme>, proposals: readonly Proposal[]): Proposal[] {
  const taken = new Set([...themes.values()].flatMap((theme) => theme.proposals));
  let left = proposals.filter((proposal) => !taken.has(proposal));
  for (const theme of themes.values()) {
    const having = new Set(proposalsOf(usesOf(left, theme.key)));
    themes.set(theme.key, { ...theme, proposals: [...theme.proposals, ...having] });
    left = left.filter((proposal) => !having.has(proposal));
  }
  return left;
}

function add(themes: Map<string, Theme>, { key, label, proposals, quotes }: Theme): void {
  const known = themes.get(key);
  themes.set(key, {
    key,
    label: known?.label ?? label,
    proposals: [...(known?.proposals ?? []), ...proposals],
    quotes: new Map([...(known?.quotes ?? []), ...quotes]),
  });
}
