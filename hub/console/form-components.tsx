import type { ComponentChildren } from 'preact';
import { useFrame, useSay } from './context.ts';

type Children = { children?: ComponentChildren };

/** A form that posts to us. `upload` where it carries files. */
export function FormTo({
  action,
  upload,
  inline,
  children,
}: Children & { action: string; upload?: boolean; inline?: boolean }) {
  const { formToken } = useFrame();
  return (
    <form
      class={inline ? 'form form-inline' : 'form'}
      method="post"
      action={action}
      enctype={upload ? 'multipart/form-data' : undefined}
    >
      {formToken ? <input type="hidden" name="formToken" value={formToken} /> : null}
      {children}
    </form>
  );
}

/** A form that only asks: its fields stand in the address. */
export function SearchForm({ action, children }: Children & { action: string }) {
  return (
    <form class="form form-inline" method="get" action={action} role="search">
      {children}
    </form>
  );
}

interface Labelled {
  label: string;
  name: string;
  /** Under the label: what to write, or an example. */
  hint?: string | undefined;
  /** What is wrong with what was written. */
  error?: string | undefined;
  required?: boolean | undefined;
  /** Where one page has several fields of one name. */
  id?: string | undefined;
}

function idsOf({ name, id = name, hint, error }: Labelled) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined };
}

function Label({ of, children }: Children & { of: Labelled }) {
  const say = useSay();
  const { id = of.name, label, hint, error, required } = of;
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label for={id}>
        {label}
        {required ? null : <span class="optional"> {say('form-optional')}</span>}
      </label>
      {hint ? (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children}
      {error ? (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

interface InputAttributes {
  type?: 'text' | 'search' | 'tel' | 'email' | 'date' | 'datetime-local' | 'number' | 'file';
  autocomplete?: string;
  inputmode?: 'text' | 'numeric' | 'tel' | 'email' | 'search';
  autocapitalize?: 'none' | 'words' | 'sentences' | 'characters';
  maxlength?: number;
  min?: string;
  max?: string;
  /** Of a file: what may be chosen, such as `.csv,.xlsx`. */
  accept?: string;
  multiple?: boolean;
}

/** One line to fill in. */
export function Field(props: Labelled & InputAttributes & { value?: string | undefined }) {
  const { label: _label, hint: _hint, error: _error, id: _id, type = 'text', ...rest } = props;
  // Preact ties attributes to the type of an input that is known beforehand; this one's is not.
  const attributes: Record<string, unknown> = { ...rest, ...idsOf(props), type };
  return (
    <Label of={props}>
      <input {...attributes} />
    </Label>
  );
}

type MomentPart = Pick<Labelled, 'error'> & { value: string | undefined };

/** A day as it is typed in Vietnam, in a field named `day`. */
export function DayField({ label, ...rest }: MomentPart & Pick<Labelled, 'label'>) {
  const say = useSay();
  const how = { inputmode: 'numeric', autocomplete: 'off' } as const;
  return <Field label={label} hint={say('compose-day-hint')} name="day" {...how} required {...rest} />;
}

/** An hour, however it is typed, in a field named `time`. */
export function TimeField(of: MomentPart) {
  const say = useSay();
  const words = { label: say('compose-time'), hint: say('compose-time-hint') };
  return <Field {...words} name="time" autocomplete="off" required {...of} />;
}

export function TextArea(
  props: Labelled & { value?: string | undefined; rows?: number; maxlength?: number },
) {
  const { name, required, value, rows = 6, maxlength } = props;
  return (
    <Label of={props}>
      <textarea {...idsOf(props)} name={name} required={required} rows={rows} maxlength={maxlength}>
        {value}
      </textarea>
    </Label>
  );
}

export interface Choice {
  value: string;
  label: string;
  /** How deep it stands in a tree. */
  depth?: number;
}

export function Select(props: Labelled & { choices: readonly Choice[]; value?: string | undefined }) {
  const { name, required, choices, value } = props;
  return (
    <Label of={props}>
      <select {...idsOf(props)} name={name} required={required}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {'\u00a0\u00a0'.repeat(choice.depth ?? 0)}
            {choice.label}
          </option>
        ))}
      </select>
    </Label>
  );
}

/** A yes or no; never ticked where it would be a consent. */
export function Check({
  label,
  name,
  value = 'yes',
  checked,
  hint,
  id = name,
  required,
}: {
  label: ComponentChildren;
  name: string;
  value?: string;
  checked?: boolean;
  hint?: string;
  id?: string;
  required?: boolean;
}) {
  return (
    <div class="check">
      <input
        type="checkbox"
        id={id}
        name={name}
        value={value}
        checked={checked}
        required={required}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label for={id}>{label}</label>
      {hint ? (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

/** One of a few, all seen at once. */
export function Radios({
  legend,
  name,
  choices,
  value,
  id = name,
}: {
  legend: string;
  name: string;
  choices: readonly Choice[];
  value?: string;
  /** Where one page has several of one name. */
  id?: string;
}) {
  return (
    <fieldset class="radios">
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <div class="check" key={choice.value}>
          <input
            type="radio"
            id={`${id}-${choice.value}`}
            name={name}
            value={choice.value}
            checked={choice.value === value}
            required
          />
          <label for={`${id}-${choice.value}`}>{choice.label}</label>
        </div>
      ))}
    </fieldset>
  );
}
