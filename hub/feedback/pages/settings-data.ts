import type { FormVisit } from '../../console/index.ts';
import type { Answering, Topic, UnitName } from '../port.ts';
import type { ShownDoor } from './door.tsx';
import { feedbackUrl } from './urls.ts';

export const settingsUrl = `${feedbackUrl}/settings`;

export interface Settings {
  unit: UnitName;
  topics: readonly Topic[];
  canned: Awaited<ReturnType<Answering['cannedAnswers']>>;
  /** Working days within which it answers now, by the rule or as it promised. */
  answerDays: number;
  door: ShownDoor;
  /** What was sent and refused: it stands in its form again. */
  refused: { form: string; fields: FormVisit['fields'] } | null;
}

/** Chosen for a topic that hangs under no other. */
export const top = 'top';

/** The fields of all forms of the page; empty where a form has them not. */
export type Words = Record<'id' | 'name' | 'parent' | 'title' | 'text' | 'days', string>;

export function wordsIn(fields: FormVisit['fields']): Words {
  const [id, name, parent] = [word(fields['id']), word(fields['name']), word(fields['parent'])];
  return {
    id,
    name,
    parent,
    title: word(fields['title']),
    text: word(fields['text']),
    days: word(fields['days']),
  };
}

export function word(value: FormVisit['fields'][string]): string {
  return typeof value === 'string' ? value.trim() : '';
}
