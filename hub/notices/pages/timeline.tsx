import { Badge, Buttons, LinkButton, Section, useSay } from '../../console/index.ts';
import { outcomeInWords, stepInWords } from '../chasing/step-words.ts';
import type { ChaseStep } from '../chasing/timeline.ts';
import { When } from './words.tsx';

/** What has been done about those who stay silent and what is to come, the first thing first. */
export function Timeline({
  id,
  steps,
  mayStop,
}: {
  id: string;
  steps: readonly ChaseStep[];
  mayStop: boolean;
}) {
  const say = useSay();
  if (steps.length === 0) return null;
  const waiting = steps.some(({ state }) => state === 'waiting');
  return (
    <Section title={say('chase-title')} id="chase">
      <ol class="timeline">
        {steps.map((step) => (
          <li key={step.action} class={step.state === 'done' ? 'timeline-done' : undefined}>
            <When at={step.doneAt ?? step.dueAt} /> <strong>{stepInWords(step.action, say)}</strong>{' '}
            <Badge tone={step.state === 'done' ? 'good' : 'plain'}>{outcomeInWords(step, say)}</Badge>
          </li>
        ))}
      </ol>
      {waiting ? <p class="hint">{say('chase-hint')}</p> : null}
      {waiting && mayStop ? (
        <Buttons>
          <LinkButton href={`/console/notices/${id}/chase/stopping`}>{say('chase-stop')}</LinkButton>
        </Buttons>
      ) : null}
    </Section>
  );
}
