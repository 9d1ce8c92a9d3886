import { factsIn } from './checks/facts.ts';
import { isHarmless } from './checks/harmless.ts';
import type { ModelQuestion } from './port.ts';

const longest = 300;

/**
 * What a model made of a question that was asked after something; null where it is of no use: more than a question, in
 * another language, or with numbers and documents that nobody spoke of.
 */
export function rewritten(written: string, asked: string, earlier: ModelQuestion['earlier']): string | null {
  const spoken = [asked, ...earlier.flatMap(({ question, answer }) => [question, answer])].join('\n');
  const lines = written
    .replace(/<think(?:ing)?>[\s\S]*<\/think(?:ing)?>/, '')
    .split('\n')
    .map((line) => line.replaceAll(/^[\s"“”'*-]+|[\s"“”'*]+$/gu, ''))
    .filter((line) => line !== '');
  const [question, ...more] = lines;
  if (question === undefined || more.length > 0 || question.length > longest) return null;
  const there = factsIn(spoken).implied;
  const isNew = [...factsIn(question).said].some((fact) => !there.has(fact));
  const isOther = isMarked(question) ? !isMarked(spoken) : isMarked(asked);
  if (isNew || isOther || !isHarmless(question)) return null;
  return question.normalize('NFC');
}

/** Whether it is Vietnamese, as its marks tell. */
function isMarked(text: string): boolean {
  return /[ăâđêôơưàảãáạèẻẽéẹìỉĩíịòỏõóọùủũúụỳỷỹýỵ]/i.test(text.normalize('NFC'));
}
