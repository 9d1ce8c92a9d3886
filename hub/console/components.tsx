import type { ComponentChildren } from 'preact';
import { useSay } from './context.ts';

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
