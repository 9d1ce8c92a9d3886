import { Section, useSay } from '../../console/index.ts';
import type { Entry } from '../port.ts';
import { AsWritten, Day } from './words.tsx';

/** What was done, in its order. */
export function History({ entries, useful }: { entries: readonly Entry[]; useful: boolean | null }) {
  const say = useSay();
  if (entries.length === 0) return null;
  return (
    <Section title={say('feedback-item-history')}>
      <Entries of={entries} />
      {useful === null ? null : (
        <p>{useful ? say('feedback-item-useful') : say('feedback-item-not-useful')}</p>
      )}
    </Section>
  );
}

export function Entries({ of }: { of: readonly Entry[] }) {
  const say = useSay();
  return (
    <ol class="timeline">
      {of.map((entry) => (
        <li key={entry.position} class={entry.kind === 'reply' ? 'timeline-done' : undefined}>
          <strong>{say('feedback-entry', { kind: entry.kind, to: entry.to?.name ?? '' })}</strong>
          <span class="hint block">
            <Day of={entry.on} /> · {entry.by?.fullName ?? say('feedback-entry-by', { kind: entry.kind })} ·{' '}
            {entry.unit.name}
          </span>
          {entry.text ? <AsWritten text={entry.text} /> : null}
        </li>
      ))}
    </ol>
  );
}
