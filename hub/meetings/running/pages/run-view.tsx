import { z } from 'zod';
import type { VotingBase, VotingFigures } from '../../../attendance/index.ts';
import {
  Alert,
  Field,
  Radios,
  useSay,
  type Fields,
  type FormVisit,
  type Page,
} from '../../../console/index.ts';
import type { Say } from '../../../platform/locales.ts';
import type { MeetingView } from '../../port.ts';
import type { RaisedHand } from '../hands.ts';
import type { Motion, MotionThreshold } from '../motions.ts';
import type { ItemRecord } from '../opinions.ts';

export const runParts = ['agenda', 'motions', 'hands'] as const;
export type RunPart = (typeof runParts)[number];

/** What a form brought that could not be taken: it stands there again, with what is wrong. */
export interface Typed {
  /** The form it stood in, such as `motion` or the id of a ballot. */
  form: string;
  fields: Fields;
  problem: string;
}

/** Somebody of the meeting, to choose from; nobody where the reader may not know them by name. */
export interface Attendee {
  code: string;
  fullName: string;
  there: boolean;
}

/** Everything on the page. */
export interface Run {
  meeting: MeetingView;
  items: readonly ItemRecord[];
  motions: readonly Motion[];
  hands: readonly RaisedHand[];
  attendees: readonly Attendee[];
  /** With names where the reader may know them. */
  base: VotingFigures & Partial<VotingBase>;
  typed: Typed | null;
  /** The item that was last written about. */
  item: string | undefined;
}

export const runUrl = (id: string, part: RunPart = 'agenda') => `/console/meetings/${id}/run?part=${part}`;

/**
 * Takes what a form of this page brought: answers with what `take` returns, or with the page again where it was refused,
 * what was typed in its place.
 */
export type Taking = <Result>(
  visit: FormVisit,
  place: { part: RunPart; form: string },
  take: () => Promise<Result>,
) => Promise<Result | Page>;

/** What is wrong with what was typed into this form. */
export function Problem({ run: { typed }, form }: { run: Run; form: string }) {
  return typed?.form === form ? <Alert kind="problem">{typed.problem}</Alert> : null;
}

/** What stood in a field of this form when it was refused. */
export function typedIn({ typed }: Run, form: string, name: string): string | undefined {
  if (typed?.form !== form) return undefined;
  const value = typed.fields[name];
  return typeof value === 'string' ? value : undefined;
}

/** The agenda's items to choose from. */
export function itemChoices(items: readonly ItemRecord[], none: string) {
  return [
    { value: '', label: none },
    ...items.flatMap(({ id, position, title }) =>
      id === null ? [] : [{ value: id, label: `${position}. ${title}` }],
    ),
  ];
}

/** What is no number of votes becomes none, and is refused in the words of the count. */
export const Count = z
  .string()
  .trim()
  .transform((text) => (/^\d{1,5}$/.test(text) ? Number(text) : Number.NaN));
export function ThresholdChoice({ run, form }: { run: Run; form: string }) {
  const say = useSay();
  const { majority, twoThirds, base } = run.base;
  const label = (threshold: MotionThreshold, required: number) =>
    say('run-threshold-needs', { threshold: shareInWords(threshold, say), required, base });
  return (
    <Radios
      legend={say('run-threshold')}
      name="threshold"
      id={`${form}-threshold`}
      value={typedIn(run, form, 'threshold') ?? 'majority'}
      choices={[
        { value: 'majority', label: label('majority', majority.required) },
        { value: 'two_thirds', label: label('two_thirds', twoThirds.required) },
      ]}
    />
  );
}

export function CountField(props: {
  run: Run;
  form: string;
  name: string;
  label: string;
  required?: boolean;
}) {
  const { run, form, name, label, required } = props;
  return (
    <Field
      label={label}
      name={name}
      id={`${form}-${name}`}
      required={required}
      inputmode="numeric"
      maxlength={5}
      autocomplete="off"
      value={typedIn(run, form, name)}
    />
  );
}

export function shareInWords(threshold: MotionThreshold, say: Say): string {
  return threshold === 'majority' ? say('run-majority') : say('run-two-thirds');
}
