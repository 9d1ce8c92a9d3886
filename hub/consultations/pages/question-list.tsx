import { useSay } from '../../console/index.ts';
import type { Question } from '../port.ts';
import { AsWritten, conditionInWords } from './words.tsx';

/** What was asked, to be read. */
export function QuestionList({ of }: { of: readonly Question[] }) {
  const say = useSay();
  return (
    <ol>
      {of.map((question, index) => {
        const condition = conditionInWords(question, of, say);
        return (
          <li key={index}>
            <p>
              <bdi>{question.wording}</bdi>
              <span class="hint block">
                {say('consultation-page-form', { form: question.form })}
                {condition ? ` · ${condition}` : ''}
              </span>
            </p>
            {question.passage ? <AsWritten>{question.passage}</AsWritten> : null}
            {question.options.length > 0 ? (
              <ul>
                {question.options.map((option) => (
                  <li key={option}>
                    <bdi>{option}</bdi>
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
