import { Check, Field, Select, TextArea, useSay, type Choice } from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import type { Question, QuestionForm } from '../port.ts';
import { branchOf, type TypedQuestion } from './question-typed.ts';
import { conditionInWords, firstWords } from './words.tsx';

/** What there is to say of a question of this form. */
export function QuestionFields({
  form,
  typed,
  earlier,
}: {
  form: QuestionForm;
  typed: TypedQuestion;
  /** The questions before it: it may be asked only of those who chose something there. */
  earlier: readonly Question[];
}) {
  const say = useSay();
  const branches = branchesFrom(earlier, typed, say);
  return (
    <>
      <input type="hidden" name="form" value={form} />
      {form === 'passage' ? <PassageFields typed={typed} /> : <Wording typed={typed} />}
      {form === 'one' || form === 'several' || form === 'ranking' ? (
        <TextArea
          label={say('consultation-page-options')}
          hint={say('consultation-page-options-hint', { most: form === 'ranking' ? 8 : 12 })}
          name="options"
          value={typed.options}
          rows={5}
          required
        />
      ) : null}
      {form === 'several' ? (
        <Field
          label={say('consultation-page-most')}
          hint={say('consultation-page-most-hint')}
          name="most"
          value={typed.most}
          inputmode="numeric"
          maxlength={2}
        />
      ) : null}
      {form === 'scale' ? <ScaleFields typed={typed} /> : null}
      <Check
        label={say('consultation-page-required')}
        name="required"
        checked={typed.required === undefined ? form !== 'text' : typed.required === 'yes'}
      />
      {branches.length > 0 ? (
        <Select
          label={say('consultation-page-branch')}
          name="onlyIf"
          value={typed.onlyIf}
          choices={[{ value: '', label: say('consultation-page-branch-none') }, ...branches]}
        />
      ) : null}
    </>
  );
}

function Wording({ typed }: { typed: TypedQuestion }) {
  const say = useSay();
  return (
    <TextArea
      label={say('consultation-page-wording')}
      name="wording"
      value={typed.wording}
      rows={2}
      maxlength={500}
      required
    />
  );
}

function PassageFields({ typed }: { typed: TypedQuestion }) {
  const say = useSay();
  return (
    <>
      <Field
        label={say('consultation-page-place')}
        hint={say('consultation-page-place-hint')}
        name="wording"
        value={typed.wording}
        maxlength={500}
        required
      />
      <TextArea
        label={say('consultation-page-passage')}
        name="passage"
        value={typed.passage}
        rows={10}
        maxlength={4_000}
        required
      />
    </>
  );
}

function ScaleFields({ typed }: { typed: TypedQuestion }) {
  const say = useSay();
  const end = (name: 'from' | 'to', otherwise: string) => (
    <Field
      label={say('consultation-page-scale-number', { end: name })}
      name={name}
      value={typed[name] ?? otherwise}
      inputmode="numeric"
      maxlength={2}
      required
    />
  );
  const meaning = (name: 'low' | 'high') => (
    <Field
      label={say('consultation-page-scale-words', { end: name })}
      name={name}
      value={typed[name] ?? say('consultation-page-scale-default', { end: name })}
      maxlength={60}
      required
    />
  );
  return (
    <>
      {end('from', '1')}
      {meaning('low')}
      {end('to', '5')}
      {meaning('high')}
    </>
  );
}

function branchesFrom(earlier: readonly Question[], typed: TypedQuestion, say: Say): Choice[] {
  const single = earlier.flatMap(({ form, options }, index) =>
    form === 'one'
      ? options.map((option, place) => ({
          value: branchOf(index + 1, [place]),
          label: say('consultation-page-branch-of', { number: index + 1, option: firstWords(option, 60) }),
        }))
      : [],
  );
  // One that a program made may depend on several options: it stays as it is.
  const kept = typed.onlyIf && !single.some(({ value }) => value === typed.onlyIf) ? typed.onlyIf : null;
  if (kept === null) return single;
  const [question = '', options = ''] = kept.split(':');
  const onlyIf = { question: Number(question), options: options.split(',').map(Number) };
  const words = conditionInWords({ ...earlier[0]!, onlyIf }, earlier, say);
  return words === null ? single : [{ value: kept, label: words }, ...single];
}
