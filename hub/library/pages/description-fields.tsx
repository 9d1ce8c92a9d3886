import { Field, Select, TextArea, useSay } from '../../console/index.ts';
import { documentStatuses, type DocumentView } from '../port.ts';
import type { DescriptionFaults, TypedDescription } from './description-typed.ts';
import { foundDay, foundEffective, foundWords, type Beside } from './found-at.ts';
import { Marked } from './marked.tsx';
import { ReadersFields } from './readers-fields.tsx';

/** What is said of a document, each beside the words of the text that say it. */
export function DescriptionFields({
  of,
  typed: { values, readers },
  faults,
}: {
  of: DocumentView;
  typed: TypedDescription;
  faults: DescriptionFaults;
}) {
  const say = useSay();
  const { text, date, effective } = of;
  const line = (name: 'kind' | 'number' | 'issuer', label: string, maxlength: number) => ({
    label,
    name,
    value: values[name],
    error: faults[name],
    maxlength,
  });
  const day = (name: 'date' | 'effective' | 'expires', label: string) => ({
    label,
    hint: say('library-page-day-hint'),
    name,
    inputmode: 'numeric' as const,
    value: values[name],
    error: faults[name],
  });
  return (
    <>
      <Field {...line('kind', say('library-page-kind'), 60)} />
      <WhereFound beside={foundWords(text, of.kind)} value={of.kind} />
      <Field {...line('number', say('library-page-number'), 60)} />
      <WhereFound beside={foundWords(text, of.number)} value={of.number} />
      <Field {...line('issuer', say('library-page-issuer'), 200)} />
      <WhereFound beside={foundWords(text, of.issuer)} value={of.issuer} />
      <Field {...day('date', say('library-page-date'))} />
      <WhereFound beside={date === null ? null : foundDay(text, date)} value={date} />
      <TextArea
        label={say('library-page-title-field')}
        name="title"
        value={values.title}
        error={faults.title}
        rows={3}
        maxlength={500}
        required
      />
      <WhereFound beside={foundWords(text, of.title)} value={of.title} />
      <Field {...day('effective', say('library-page-effective'))} />
      <WhereFound
        beside={effective === null ? null : foundEffective(text, effective, date)}
        value={effective}
      />
      <Field {...day('expires', say('library-page-expires'))} />
      <Select
        label={say('library-page-status-column')}
        hint={say('library-page-status-hint')}
        name="status"
        choices={[
          { value: '', label: say('library-page-status-by-itself') },
          ...documentStatuses.map((status) => ({
            value: status,
            label: say('library-page-status', { status, found: 'no' }),
          })),
        ]}
        value={values.status}
      />
      <ReadersFields typed={readers} />
    </>
  );
}

/** The words of the text that say it, as far as they can be found again. */
function WhereFound({ beside, value }: { beside: Beside | null; value: string | null }) {
  const say = useSay();
  if (value === null || value === '') return <p class="where-found">{say('library-page-not-found')}</p>;
  if (!beside) return <p class="where-found">{say('library-page-not-in-text')}</p>;
  return (
    <p class="where-found">
      {say('library-page-where-found')} “… <Marked text={beside.words} places={[beside.place]} /> …”
    </p>
  );
}
