import type { ComponentChildren } from 'preact';
import { useFrame, useSay } from './context.ts';

type Children = { children?: ComponentChildren };

/** A block of the page with a heading. `id` makes it a place to link to. */
export function Section({ title, id, children }: Children & { title: string; id?: string }) {
  return (
    <section class="section" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** A quiet surface that holds one thing. */
export function Card({ children, tone }: Children & { tone?: 'plain' | 'attention' }) {
  return <div class={tone === 'attention' ? 'card card-attention' : 'card'}>{children}</div>;
}

/** Something the reader has to know. `problem` interrupts a screen reader, the others wait for a pause. */
export function Alert({ kind, children }: Children & { kind: 'done' | 'note' | 'warning' | 'problem' }) {
  return (
    <div class={`alert alert-${kind}`} role={kind === 'problem' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}

/** What stands where a list would be: says that there is nothing, and what to do next. */
export function Empty({ children }: Children) {
  return <p class="empty">{children}</p>;
}

/** Facts by name, such as a person's code and unit. */
export function Facts({ of }: { of: readonly (readonly [name: string, value: ComponentChildren])[] }) {
  return (
    <dl class="facts">
      {of.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface Column<Row> {
  title: string;
  cell: (row: Row) => ComponentChildren;
  /** Numbers stand at the right, under each other. */
  numeric?: boolean;
}

/** A table that becomes a list of cards on a phone: each cell then says its column's title. The first column names the row. */
export function Table<Row>({
  caption,
  columns,
  rows,
  keyOf,
  compact,
}: {
  /** Read out by screen readers; not shown. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** On a phone the facts of a row stand beside each other, without their titles: for those that speak for themselves. */
  compact?: boolean;
}) {
  return (
    <table class={compact ? 'table table-compact' : 'table'}>
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title, numeric }) => (
            <th key={title} scope="col" class={numeric ? 'numeric' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ title, cell, numeric }, index) =>
              index === 0 ? (
                <th key={title} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={title} data-title={title} class={numeric ? 'numeric' : undefined}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A word for a state, never told by colour alone. */
export function Badge({
  tone = 'plain',
  children,
}: Children & { tone?: 'plain' | 'good' | 'warning' | 'bad' }) {
  return <span class={`badge badge-${tone}`}>{children}</span>;
}

/** Opens what is not needed at once. */
export function Details({
  summary,
  open,
  children,
}: Children & { summary: ComponentChildren; open?: boolean }) {
  return (
    <details class="details" open={open}>
      <summary>{summary}</summary>
      <div class="details-body">{children}</div>
    </details>
  );
}

type Kind = 'primary' | 'plain' | 'danger';

/** A link that looks like the next thing to press. */
export function LinkButton({
  href,
  kind = 'plain',
  download,
  children,
}: Children & { href: string; kind?: Kind; download?: boolean }) {
  return (
    <a class={`button button-${kind}`} href={href} download={download}>
      {children}
    </a>
  );
}

export function Button({
  kind = 'primary',
  name,
  value,
  children,
}: Children & { kind?: Kind; name?: string; value?: string }) {
  return (
    <button class={`button button-${kind}`} type="submit" name={name} value={value}>
      {children}
    </button>
  );
}

/** Opens the browser's print dialog. Shown where scripts run; elsewhere the browser's menu has the same. */
export function PrintButton({ children }: Children) {
  return (
    <button class="button button-primary" type="button" data-print hidden>
      {children}
    </button>
  );
}

/** Buttons beside each other; under each other on a phone. */
export function Buttons({ children }: Children) {
  return <div class="buttons">{children}</div>;
}

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
}: {
  legend: string;
  name: string;
  choices: readonly Choice[];
  value?: string;
}) {
  return (
    <fieldset class="radios">
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <div class="check" key={choice.value}>
          <input
            type="radio"
            id={`${name}-${choice.value}`}
            name={name}
            value={choice.value}
            checked={choice.value === value}
            required
          />
          <label for={`${name}-${choice.value}`}>{choice.label}</label>
        </div>
      ))}
    </fieldset>
  );
}

/** To the next page of a list that goes on. */
export function More({ href }: { href: string | null }) {
  const say = useSay();
  return href ? (
    <p class="more">
      <LinkButton href={href}>{say('list-more')}</LinkButton>
    </p>
  ) : null;
}

/**
 * What the server sends while it changes (`event-stream` of HTML pieces) replaces what stands inside. Not read aloud
 * by itself: a table that changes every second would drown whatever the reader listens to.
 */
export function Live({ from, children }: Children & { from: string }) {
  return <div data-live={from}>{children}</div>;
}
