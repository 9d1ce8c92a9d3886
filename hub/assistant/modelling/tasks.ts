import { randomBytes } from 'node:crypto';
import type { ModelTask } from '../../platform/language-model.ts';
import { promptNamed } from '../../platform/prompts.ts';
import type { GivenPassage, ModelQuestion } from './port.ts';

const answerTokens = 700;
const standaloneTokens = 150;
/** Small models lose their way in more. */
const mostPassages = 8;
const mostGivenUnits = 12_000;
const longestEarlier = 600;

/** A question with its passages, as a model is told it. */
export function answerTask(question: ModelQuestion): ModelTask {
  const mark = newMark();
  const passages = passagesGiven(question.passages);
  const blocks = [
    markSaid[question.language](mark),
    ...earlierBlocks(question.earlier, mark),
    ...passages.map((passage, index) => block(mark, `[${index + 1}] ${nameOf(passage)}`, textOf(passage))),
    block(mark, '?', question.text),
  ];
  return {
    instructions: promptNamed(`assistant/answer.${question.language}`),
    given: blocks.join('\n\n'),
    mostTokens: answerTokens,
  };
}

/** Those of the passages that a model is shown, numbered from 1 in this order. */
export function passagesGiven(passages: readonly GivenPassage[]): readonly GivenPassage[] {
  let units = 0;
  return passages.slice(0, mostPassages).filter(({ text }, index) => {
    units += text.length;
    return index === 0 || units <= mostGivenUnits;
  });
}

/** What is asked after something, to be made a question of its own. */
export function standaloneTask(text: string, earlier: ModelQuestion['earlier']): ModelTask {
  const mark = newMark();
  const blocks = [markSaid.vi(mark), ...earlierBlocks(earlier, mark), block(mark, '?', text)];
  return {
    instructions: promptNamed('assistant/standalone.vi'),
    given: blocks.join('\n\n'),
    mostTokens: standaloneTokens,
  };
}

const markSaid = {
  vi: (mark: string) => `Mã ngăn của lần này: ${mark}`,
  en: (mark: string) => `Separator of this request: ${mark}`,
};

/** Nobody who wrote a document can know it, so that no document can end its own block. */
function newMark(): string {
  return randomBytes(9).toString('hex');
}

function earlierBlocks(earlier: ModelQuestion['earlier'], mark: string): string[] {
  return earlier
    .slice(-3)
    .flatMap(({ question, answer }) => [
      block(mark, '<?', question.slice(0, longestEarlier)),
      block(mark, '<!', answer.slice(0, longestEarlier)),
    ]);
}

function block(mark: string, name: string, text: string): string {
  return `=== ${mark} ${name} ===\n${text.replaceAll(mark, '')}\n=== ${mark} ===`;
}

function nameOf({ document, locator }: GivenPassage): string {
  const { kind, number, date, title } = document;
  const day = date?.split('-').reverse().join('/') ?? '';
  return [`${kind} ${number}`.trim(), day, title, locator]
    .filter((words) => words !== '')
    .join(', ')
    .replaceAll(/\s+/g, ' ');
}

function textOf({ text }: GivenPassage): string {
  return text.trim();
}
