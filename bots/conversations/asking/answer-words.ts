import type { Citation, FoundReply, Remark, Sentence } from '../../../hub/assistant/index.ts';
import type { Say } from '../../../hub/platform/locales.ts';
import { documentNamed, statusInWords } from '../library/document-words.ts';

/** The whole of an answer: quotations under each other, or a model's sentences with their sources under them. */
export function answerInWords(reply: FoundReply, say: Say): string {
  const { mode, sentences, citations, remarks } = reply;
  const body =
    mode === 'quote'
      ? sentences.map((sentence) => quotationInWords(sentence, citations, say)).join('\n\n')
      : [sentencesInWords(sentences), sourcesInWords(usedBy(sentences), citations, say)].join('\n\n');
  const notes = remarks.map((remark) => `• ${remarkInWords(remark, say)}`);
  return [body, ...(notes.length > 0 ? [notes.join('\n')] : [])].join('\n\n');
}

/** What a model has written so far. */
export function sentencesInWords(sentences: readonly Sentence[]): string {
  return sentences
    .map(({ text, citations }) => `${text} ${citations.map((index) => `[${index + 1}]`).join('')}`.trim())
    .join(' ');
}

/** Further places, numbered on. */
export function moreInWords(
  { more, citations }: Pick<FoundReply, 'more' | 'citations'>,
  say: Say,
  from: number,
  count: number,
): string {
  return more
    .slice(from, from + count)
    .map((citation, index) => {
      const number = citations.length + from + index + 1;
      return `[${number}] “${quoted(citation.quote)}”\n${sourceInWords(citation, say)}`;
    })
    .join('\n\n');
}

function quotationInWords(sentence: Sentence, citations: readonly Citation[], say: Say): string {
  const [first] = sentence.citations;
  const citation = first === undefined ? undefined : citations[first];
  if (!citation) return `“${quoted(sentence.text)}”`;
  return `[${first! + 1}] “${quoted(sentence.text)}”\n${sourceInWords(citation, say)}`;
}

function sourcesInWords(used: readonly number[], citations: readonly Citation[], say: Say): string {
  const lines = used.map((index) => `[${index + 1}] ${sourceInWords(citations[index]!, say)}`);
  return [say('asking-talk-sources'), ...lines].join('\n');
}

/** Where it stands, and whether it holds. */
function sourceInWords({ document, locator, replacedBy }: Citation, say: Say): string {
  const [by] = replacedBy;
  const status =
    document.status === 'replaced' && by
      ? say('asking-talk-replaced-by', { number: by.number, state: by.confirmed ? 'confirmed' : 'found' })
      : statusInWords(document, say);
  return [`— ${[locator, documentNamed(document)].filter((part) => part !== '').join(', ')}`, status].join(
    ' · ',
  );
}

/** Numbers of citations that stand behind sentences, in their order. */
export function usedBy(sentences: readonly Sentence[]): number[] {
  return [...new Set(sentences.flatMap(({ citations }) => citations))].toSorted((one, other) => one - other);
}

function remarkInWords(remark: Remark, say: Say): string {
  switch (remark.kind) {
    case 'replaced':
      return say('asking-talk-remark-replaced', {
        number: remark.number,
        by: remark.by,
        state: remark.confirmed ? 'confirmed' : 'found',
      });
    case 'expired':
      return say('asking-talk-remark-expired', { number: remark.number });
    case 'budget':
      return say('asking-talk-remark-budget');
    case 'no-model':
      return say('asking-talk-remark-no-model');
  }
}

/** As it stands there, without the empty lines between its paragraphs. */
function quoted(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, '\n').trim();
}
