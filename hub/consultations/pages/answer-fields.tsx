import type { ComponentChildren } from 'preact';
import { all, useSay, type Fields } from '../../console/index.ts';
import type { Question } from '../port.ts';
import { fieldOf } from './answers-typed.ts';
import { AsWritten, conditionInWords } from './words.tsx';

/** All questions below each other, with what was answered so far. Also on the paper: it needs neither script nor sign-in. */
export function AnswerFields({ questions, typed }: { questions: readonly Question[]; typed: Fields }) {
  return (
    <>
      {questions.map((question, index) => (
        <QuestionBlock
          key={index}
          question={question}
          number={index + 1}
          questions={questions}
          typed={typed}
        />
      ))}
    </>
  );
}

interface Asked {
  question: Question;
  number: number;
  typed: Fields;
}

function QuestionBlock(asked: Asked & { questions: readonly Question[] }) {
  const say = useSay();
  const { question, number, questions } = asked;
  const condition = conditionInWords(question, questions, say);
  const title =
    question.form === 'passage'
      ? question.wording
      : say('consultation-page-question', { number, wording: question.wording });
  return (
    <fieldset class="card question">
      <legend>
        {title}
        {question.required ? null : <span class="optional"> {say('form-optional')}</span>}
      </legend>
      {condition ? <p class="hint">{condition}</p> : null}
      <Choices {...asked} />
    </fieldset>
  );
}

function Choices(asked: Asked) {
  const say = useSay();
  const { question, number, typed } = asked;
  const { form, options, scale } = question;
  if (form === 'one') return <Ticks {...asked} choices={numbered(options)} />;
  if (form === 'several')
    return (
      <>
        <p class="hint">{say('consultation-page-several', { most: question.most ?? 0 })}</p>
        <Ticks {...asked} choices={numbered(options)} type="checkbox" />
      </>
    );
  if (form === 'scale' && scale) return <Scale {...asked} scale={scale} />;
  if (form === 'ranking') return <Ranking {...asked} />;
  if (form === 'passage') return <Passage {...asked} />;
  return (
    <Words
      label={say('consultation-page-your-words')}
      name={fieldOf(number)}
      typed={typed}
      most={2_000}
      required={mustBeAnswered(question)}
    />
  );
}

/** A question of a branch is not asked of everybody, and a browser without scripts cannot know of whom. */
function mustBeAnswered({ required, onlyIf }: Question): boolean {
  return required && onlyIf === null;
}

interface TickChoice {
  value: string;
  label: ComponentChildren;
}

function numbered(options: readonly string[]): TickChoice[] {
  return options.map((label, option) => ({ value: String(option), label: <bdi>{label}</bdi> }));
}

function Ticks({
  question,
  number,
  typed,
  choices,
  type = 'radio',
}: Asked & { choices: readonly TickChoice[]; type?: 'radio' | 'checkbox' }) {
  const name = fieldOf(number);
  const chosen = all(typed, name);
  return (
    <>
      {choices.map(({ value, label }) => (
        <div class="check" key={value}>
          <input
            type={type}
            id={`${name}-${value}`}
            name={name}
            value={value}
            checked={chosen.includes(value)}
            required={type === 'radio' && mustBeAnswered(question)}
          />
          <label for={`${name}-${value}`}>{label}</label>
        </div>
      ))}
    </>
  );
}

function Scale({
  scale: { from, to, low, high },
  ...asked
}: Asked & { scale: NonNullable<Question['scale']> }) {
  const say = useSay();
  const choices = Array.from({ length: to - from + 1 }, (_, step) => ({
    value: String(from + step),
    label: String(from + step),
  }));
  return (
    <>
      <p class="hint">{say('consultation-page-scale-ends', { from, to, low, high })}</p>
      <div class="scale">
        <Ticks {...asked} choices={choices} />
      </div>
    </>
  );
}

/** A place for each option: dragging them about needs a script, and a steady hand. */
function Ranking({ question, number, typed }: Asked) {
  const say = useSay();
  const { options } = question;
  return (
    <>
      <p class="hint">{say('consultation-page-ranking', { last: options.length })}</p>
      {options.map((label, option) => {
        const name = fieldOf(number, option);
        return (
          <div class="place" key={option}>
            <label for={name}>
              <bdi>{label}</bdi>
            </label>
            <select id={name} name={name} required={mustBeAnswered(question)}>
              <option value="">–</option>
              {options.map((_, place) => (
                <option key={place} value={place + 1} selected={all(typed, name)[0] === String(place + 1)}>
                  {place + 1}
                </option>
              ))}
            </select>
          </div>
        );
      })}
    </>
  );
}

function Passage(asked: Asked) {
  const say = useSay();
  const { question, number, typed } = asked;
  const choices = [
    { value: 'agree', label: say('consultation-page-agree') },
    { value: 'comment', label: say('consultation-page-comment') },
  ];
  return (
    <>
      <AsWritten>{question.passage}</AsWritten>
      <Ticks {...asked} choices={choices} />
      <Words
        label={say('consultation-page-comment-words', { place: question.wording })}
        name={fieldOf(number, 'comment')}
        typed={typed}
        most={1_000}
      />
    </>
  );
}

/** Whether it has to be filled in, the question itself says. */
function Words({
  label,
  name,
  typed,
  most,
  required,
}: {
  label: string;
  name: string;
  typed: Fields;
  most: number;
  required?: boolean;
}) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <textarea id={name} name={name} rows={3} maxlength={most} required={required}>
        {all(typed, name)[0]}
      </textarea>
    </div>
  );
}
