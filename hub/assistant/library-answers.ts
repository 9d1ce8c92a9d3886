import type { FoundInLibrary, KnownDocument, Library, Passage, Reader } from '../library/index.ts';
import type { Language } from '../platform/locales.ts';
import { answerCache } from './answer-cache.ts';
import { quoted, type Quoted } from './answering.ts';
import type { GivenPassage, ModelledSentence, Modelling, ModelQuestion } from './modelling/port.ts';
import type { FoundReply, RefusedReply, Remark, Sentence } from './port.ts';
import { citationOf, locatorIn } from './quoting/citation.ts';
import { newestFirst } from './quoting/superseded.ts';
import { refusalOf } from './refusing/reason.ts';
import type { Quote } from './quoting/quotes.ts';

/** What the library says, not yet anybody's. */
export type LibraryAnswer = Omit<FoundReply, 'id'> | Omit<RefusedReply, 'id' | 'canHandOver'>;

export interface LibraryQuestion {
  /** As it stands by itself: it is searched with. */
  sought: string;
  /** What it was asked after, for a model; the oldest first. */
  earlier: ModelQuestion['earlier'];
  language: Language;
  reader: Reader;
  /** Whose budget a model's answer is on. */
  unitId: string | null;
  /** A calendar day: what is in force changes with it. */
  day: string;
}

const mostQuotes = 5;
/** A second quotation is shown at first where it is worth this much of the best, and both fit on a small screen together. */
const worthShowing = 0.8;
const shortTogether = 600;
const mostPassages = 8;
/** A model that says "not in there" is believed, unless it is less likely than this that nothing is there. */
const surelyThere = 0.12;

type OnSentence = (soFar: readonly Sentence[]) => void;

/**
 * Answers out of what a reader may read, by a model's words where there is one, else by quoting, or refuses.
 *
 * @param modelling null: none
 */
export function libraryAnswers({ library, modelling }: { library: Library; modelling: Modelling | null }) {
  // What a model, or a server of embeddings, could not be asked for now is asked for again.
  const cache = answerCache<LibraryAnswer, readonly Sentence[]>(
    (answer) =>
      library.finding.warning() === null &&
      (answer.kind === 'refused' ||
        !answer.remarks.some(({ kind }) => kind === 'budget' || kind === 'no-model')),
  );

  /** @throws {LibraryNotReady} */
  async function answer(question: LibraryQuestion, onSentence?: OnSentence): Promise<LibraryAnswer> {
    const { version } = library.finding.state();
    const key = JSON.stringify([
      asKey(question.sought),
      question.earlier.map((one) => asKey(one.question)),
      question.language,
      version,
      question.reader.key,
      question.day,
    ]);
    return await cache.answer(key, (onHeard) => work(question, onHeard), onSentence);
  }

  async function work(question: LibraryQuestion, onSentence: OnSentence): Promise<LibraryAnswer> {
    const all = await library.finding.search(question.reader, question.sought);
    const { found, remarks } = newestFirst(all);
    const said = quoted(question.sought, found, mostQuotes);
    // Whether anything is there is judged by what was found, never by a model: it would find words for everything.
    if (said.refused) return refusalOf(question.sought, found, said);
    const quoting = (also: readonly Remark[] = []): LibraryAnswer =>
      byQuoting(found, said, [...remarks, ...also]);
    if (!modelling) return quoting();
    return await byModel(modelling, { question, found, said, remarks, quoting, onSentence });
  }

  return { answer };
}

function byQuoting(
  found: FoundInLibrary,
  { quotes }: Quoted<KnownDocument>,
  remarks: readonly Remark[],
): LibraryAnswer {
  const worth = scoresOf(found);
  const [first, ...others] = quotes;
  const second = others.find(
    (quote) =>
      worth(quote) >= worthShowing * worth(first!) &&
      standsBeside(first!.document, quote.document) &&
      first!.text.length + quote.text.length <= shortTogether,
  );
  const shown = second ? [first!, second] : [first!];
  const citations = shown.map(asCitation);
  return {
    kind: 'found',
    mode: 'quote',
    sentences: citations.map(({ quote }, place) => ({ text: quote, citations: [place] })),
    citations,
    more: quotes.filter((quote) => !shown.includes(quote)).map(asCitation),
    remarks,
  };
}

async function byModel(
  modelling: Modelling,
  given: {
    question: LibraryQuestion;
    found: FoundInLibrary;
    said: Quoted<KnownDocument>;
    remarks: readonly Remark[];
    quoting: (also?: readonly Remark[]) => LibraryAnswer;
    onSentence: OnSentence;
  },
): Promise<LibraryAnswer> {
  const { question, found, said, remarks, quoting, onSentence } = given;
  const { sought: text, earlier, language, unitId } = question;
  const { passages, behind } = givenPassages(found);
  const answer = await modelling.answer(
    { text, earlier, language, unitId, passages },
    { onSentence: (soFar) => onSentence(inReply(soFar, behind).sentences) },
  );
  if (answer.kind === 'unavailable') {
    return quoting([{ kind: answer.why === 'budget' ? 'budget' : 'no-model' }]);
  }
  // What a model made up says nothing of what is there.
  if (answer.kind === 'refused' && answer.why === 'not-shown') return quoting([{ kind: 'no-model' }]);
  if (answer.kind === 'refused') {
    // A small model gives up on much that is there. What is quoted claims nothing but itself.
    return said.doubt < surelyThere ? quoting() : refusalOf(text, found, said);
  }
  const { sentences, citations } = inReply(answer.sentences, behind);
  const isCited = (quote: Quote<KnownDocument>) =>
    citations.some(
      ({ document, start, end }) =>
        document.id === quote.document.id && start < quote.end && quote.start < end,
    );
  const more = said.quotes.filter((quote) => !isCited(quote)).map(asCitation);
  return { kind: 'found', mode: 'model', sentences, citations, more, remarks };
}

/** Beside what is in force nothing is shown, nor given to a model, that is not any more: it may say the contrary. */
function standsBeside(first: KnownDocument, other: KnownDocument): boolean {
  return other.inForce || !first.inForce;
}

/** Passages of the best statements, each once, with the library's own behind what a model is given. */
function givenPassages({ statements }: FoundInLibrary) {
  const behind = new Map<GivenPassage, Passage>();
  const taken = new Set<Passage>();
  for (const { document, passage, statement } of statements) {
    if (taken.size === mostPassages) break;
    if (taken.has(passage) || !standsBeside(statements[0]!.document, document)) continue;
    taken.add(passage);
    const { start, end } = passage;
    const text = document.text.slice(start, end);
    behind.set({ document, locator: statement.locator, text, start, end }, passage);
  }
  return { passages: [...behind.keys()], behind };
}

/** A model's sentences with their places as the reply numbers them, each place once. */
function inReply(
  modelled: readonly ModelledSentence[],
  behind: ReadonlyMap<GivenPassage, Passage>,
): Pick<FoundReply, 'sentences' | 'citations'> {
  const numbers = new Map<string, number>();
  const citations: FoundReply['citations'][number][] = [];
  const sentences = modelled.map(({ text, citations: cited }) => ({
    text,
    citations: [
      ...new Set(
        cited.map(({ passage: { document, ...given }, start, end, passage }) => {
          const key = `${document.id} ${start} ${end}`;
          const known = numbers.get(key);
          if (known !== undefined) return known;
          const whole = behind.get(passage);
          const locator = whole ? locatorIn(whole, start) : given.locator;
          numbers.set(key, citations.length);
          return citations.push(citationOf(document, locator, { start, end })) - 1;
        }),
      ),
    ],
  }));
  return { sentences, citations };
}

function asCitation({ document, locator, start, end }: Quote<KnownDocument>) {
  return citationOf(document, locator, { start, end });
}

/** What a quotation is worth: as much as its best statement. */
function scoresOf({ statements }: FoundInLibrary) {
  return ({ document, start, end }: Quote<KnownDocument>): number =>
    statements.find(
      (one) => one.document.id === document.id && start <= one.statement.start && one.statement.end <= end,
    )?.score ?? 0;
}

/** Two questions that differ only in case and space are one. */
function asKey(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
