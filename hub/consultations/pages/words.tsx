import type { ComponentChildren } from 'preact';
import { Alert, Badge, useSay } from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import type { Asked, ConsultationLevel, ConsultationSummary, Question, UnitName } from '../port.ts';

export function StateBadge({ of: { state } }: { of: Pick<ConsultationSummary, 'state'> }) {
  const say = useSay();
  return (
    <Badge tone={state === 'open' ? 'good' : state === 'preparing' ? 'warning' : 'plain'}>
      {say('consultation-page-state', { state })}
    </Badge>
  );
}

/** What one's answer will be known as, and whom that takes trust in: said before anything is answered. */
export function LevelPromise({ level, unit, live, shared }: Promised) {
  const say = useSay();
  return (
    <Alert kind="note">
      <p>
        <b>{say('consultation-page-level', { level })}</b>
      </p>
      <p>{say('consultation-page-promise', { level, unit: unit.name })}</p>
      {level === 'named' ? null : <p>{say('consultation-page-promise-few')}</p>}
      <p>{say('consultation-page-promise-results', { shown: live ? 'live' : shared ? 'closed' : 'no' })}</p>
    </Alert>
  );
}

interface Promised {
  level: ConsultationLevel;
  unit: UnitName;
  live: boolean;
  shared: boolean;
}

/** What somebody wrote, in their own lines and their own direction. */
export function AsWritten({ children }: { children: ComponentChildren }) {
  return (
    <p class="as-written" dir="auto">
      {children}
    </p>
  );
}

/** How a choice, a number or an attitude of a question is called. */
export function optionInWords(question: Question, option: number, say: Say): string {
  if (question.form === 'passage')
    return say(option === 0 ? 'consultation-page-agree' : 'consultation-page-comment');
  return question.options[option] ?? String(option);
}

/** Of whom a question is asked; null: of everybody. */
export function conditionInWords(
  { onlyIf }: Question,
  questions: readonly Question[],
  say: Say,
): string | null {
  const parent = onlyIf && questions[onlyIf.question - 1];
  if (!parent) return null;
  const options = onlyIf.options.map((option) => optionInWords(parent, option, say)).join('; ');
  return say('consultation-page-only-if', { number: onlyIf.question, options });
}

/** The beginning of a text, in one line. */
export function firstWords(text: string, most = 120): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, line.lastIndexOf(' ', most))} …`;
}

/** It is the reader's turn: open, and neither answered nor drawn a paper for. */
export function waits({ state, answers, drawn }: Pick<Asked, 'state' | 'answers' | 'drawn'>): boolean {
  return state === 'open' && answers === null && !drawn;
}
