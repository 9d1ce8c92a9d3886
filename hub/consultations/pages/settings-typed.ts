import { word, type Fields } from '../../console/index.ts';
import { readDay, readTime } from '../../notices/index.ts';
import type { Say } from '../../platform/locales.ts';
import {
  consultationKinds,
  consultationLevels,
  type ConsultationKind,
  type ConsultationView,
  type NewConsultation,
} from '../port.ts';

const settingNames = [
  'unit',
  'below',
  'title',
  'introduction',
  'level',
  'audience',
  'day',
  'time',
  'live',
  'shared',
] as const;

/** What is said of a consultation besides its questions, as it stands in the form. */
export type TypedSettings = Partial<Record<(typeof settingNames)[number], string>>;
/** What is wrong, by field, in the reader's language. */
export type SettingFaults = Partial<Record<'day' | 'time', string>>;
export type Settings = Omit<NewConsultation, 'questions' | 'kind' | 'id' | 'revision'>;

export function typedSettings(fields: Fields): TypedSettings {
  return Object.fromEntries(settingNames.map((name) => [name, word(fields, name)]));
}

/** The settings that the fields describe, as far as they can be understood, and what is wrong with them. */
export function settingsFrom(
  typed: TypedSettings,
  now: Date,
  say: Say,
): { settings: Settings; faults: SettingFaults } {
  const faults: SettingFaults = {};
  const day = readDay(typed.day ?? '', now);
  const time = readTime(typed.time || '17:00');
  if (day === null) faults.day = say(typed.day ? 'compose-day-wrong' : 'compose-day-missing');
  if (time === null) faults.time = say('compose-time-wrong');
  const level = consultationLevels.find((one) => one === typed.level) ?? 'named';
  const settings: Settings = {
    unit: typed.below || (typed.unit ?? ''),
    title: typed.title ?? '',
    introduction: typed.introduction ?? '',
    level,
    audience: typed.audience === 'secretaries' ? 'secretaries' : 'members',
    live: typed.live === 'yes' && level === 'named',
    shared: typed.shared === 'yes',
    closesAt: day && time ? new Date(`${day}T${time}:00+07:00`) : now,
  };
  return { settings, faults };
}

/** A consultation that is being prepared, as its form shows it. */
export function settingsOf(view: ConsultationView, say: Say): TypedSettings {
  return {
    unit: view.unit.code,
    title: view.title,
    introduction: view.introduction,
    level: view.level,
    audience: view.audience,
    day: say('consultation-page-day', { moment: view.closesAt }),
    time: say('consultation-page-time', { moment: view.closesAt }),
    live: view.live ? 'yes' : '',
    shared: view.shared ? 'yes' : '',
  };
}

/** What is being prepared, to be saved again with something else in it. */
export function asSaved({ unit, ...view }: ConsultationView): NewConsultation {
  const { id, revision, kind, level, audience, title, introduction, questions, live, shared, closesAt } =
    view;
  const settings = { unit: unit.code, kind, level, audience, title, introduction, live, shared, closesAt };
  return { id, revision, questions, ...settings };
}

export function kindIn(text: string | undefined): ConsultationKind | undefined {
  return consultationKinds.find((kind) => kind === text);
}
