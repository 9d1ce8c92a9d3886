import { all, type Fields } from '../../console/index.ts';
import { readDay, readTime } from '../../notices/index.ts';
import { calendarDay } from '../../people/index.ts';
import type { Say } from '../../platform/locales.ts';
import { readRepeat, readRule, weekdayOf, writeRule, partsOf } from '../calendar/index.ts';
import { meetingKinds, type MeetingKind, type NewItem, type NewMeeting } from '../port.ts';
import { shiftDay } from '../../platform/shift-day.ts';

/** The lines of the form, as they are typed. */
const fieldNames = [
  'unit',
  'kind',
  'title',
  'day',
  'time',
  'minutes',
  'place',
  'link',
  'guests',
  'repeat',
  'rule',
  'key',
  'agendaOf',
] as const;
type FieldName = (typeof fieldNames)[number];

export interface TypedItem {
  title: string;
  minutes: string;
  rapporteur: string;
}

/** A meeting as it stands in the form. */
export interface TypedMeeting extends Partial<Record<FieldName, string>> {
  /** Minutes before the start. */
  remind: readonly string[];
  items: readonly TypedItem[];
}

/** What is wrong, by field, in the reader's language. */
export type Faults = Partial<Record<FieldName, string>>;

export function typedIn(fields: Fields): TypedMeeting {
  const [titles, minutes, rapporteurs] = [
    all(fields, 'item'),
    all(fields, 'itemMinutes'),
    all(fields, 'itemRapporteur'),
  ];
  const lines = Object.fromEntries(
    fieldNames.flatMap((name) => {
      const value = fields[name];
      return typeof value === 'string' && value.trim() !== '' ? [[name, value]] : [];
    }),
  );
  return {
    ...lines,
    remind: all(fields, 'remind').filter(Boolean),
    items: titles.map((title, index) => ({
      title,
      minutes: minutes[index] ?? '',
      rapporteur: rapporteurs[index] ?? '',
    })),
  };
}

/** The same as hidden fields of another form: name and value, in order. */
export function fieldsOf(typed: TypedMeeting): (readonly [name: string, value: string])[] {
  return [
    ...fieldNames.map((name) => [name, typed[name] ?? ''] as const),
    ...typed.remind.map((minutes) => ['remind', minutes] as const),
    ...typed.items.flatMap((item) => [
      ['item', item.title] as const,
      ['itemMinutes', item.minutes] as const,
      ['itemRapporteur', item.rapporteur] as const,
    ]),
  ];
}

export function typedItems(items: readonly NewItem[]): TypedItem[] {
  return items.map(({ title, minutes, rapporteur }) => ({
    title,
    minutes: minutes ? String(minutes) : '',
    rapporteur: rapporteur ?? '',
  }));
}

/** Lines without a title are none. A number of minutes that is none is refused where the agenda is kept. */
export function itemsIn(typed: readonly TypedItem[]): NewItem[] {
  return typed
    .filter(({ title }) => title.trim() !== '')
    .map(({ title, minutes, rapporteur }) => ({
      title,
      ...(minutes.trim() ? { minutes: Number(minutes) } : {}),
      ...(rapporteur.trim() ? { rapporteur } : {}),
    }));
}

export function kindIn(typed: string | undefined): MeetingKind {
  return meetingKinds.find((kind) => kind === typed) ?? 'regular';
}

/** The meeting that the fields describe, as far as they can be understood, and what is wrong with them. */
export function meetingFrom(
  typed: TypedMeeting,
  { from, now, say }: { from: string; now: Date; say: Say },
): { meeting: NewMeeting; faults: Faults } {
  const faults: Faults = {};
  if (!typed.unit) faults.unit = say('meeting-form-unit-missing');
  const day = typed.day ? readDay(typed.day, now) : null;
  if (!day) faults.day = say('meeting-form-day-wrong');
  const time = typed.time ? readTime(typed.time) : null;
  if (!time) faults.time = say('meeting-form-time-wrong');
  const repeat = day ? repeatIn(typed, day) : undefined;
  if (repeat === null) faults.rule = say('meeting-form-rule-wrong');
  const meeting: NewMeeting = {
    from,
    unit: typed.unit ?? '',
    kind: kindIn(typed.kind),
    title: typed.title,
    startsAt: new Date(`${day ?? calendarDay(now)}T${time ?? '00:00'}:00+07:00`),
    minutes: typed.minutes ? Number(typed.minutes) : undefined,
    place: typed.place,
    link: typed.link,
    guests: typed.guests,
    remind: typed.remind.map(Number),
    items: itemsIn(typed.items),
    repeat: repeat ?? undefined,
    idempotencyKey: typed.key ? `console-${typed.key}` : undefined,
  };
  return { meeting, faults };
}

/** An RRULE; undefined: it does not come again; null: not understood. */
function repeatIn({ repeat, rule }: TypedMeeting, day: string): string | null | undefined {
  if (repeat === 'date') return readRepeat('hằng tháng', day)?.rule ?? null;
  if (repeat === 'weekday') return weekdayRule(day);
  if (repeat !== 'own') return undefined;
  const [spoken, written] = [readRepeat(rule ?? '', day), readRule(rule ?? '')];
  return written ? writeRule(written) : (spoken?.rule ?? null);
}

/** The same weekday of the same week of each month; what is the fifth is the last. */
function weekdayRule(day: string): string {
  const nth = Math.ceil(partsOf(day).date / 7);
  const weekday = { nth: nth > 4 ? -1 : nth, weekday: weekdayOf(day) };
  const none = { months: [], monthDays: [], places: [], count: null, until: null };
  return writeRule({ each: 'MONTHLY', interval: 1, weekdays: [weekday], ...none });
}

/** As people here write a day: 03/12/2026. */
export function writtenDay(moment: Date): string {
  return calendarDay(moment).split('-').toReversed().join('/');
}

export function writtenTime(moment: Date): string {
  return new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);
}

/** The same date of a later month, after `now`: where a cell has met on the 3rd it will again. */
export function nextCustomaryDay(last: Date, now: Date): string {
  const today = calendarDay(now);
  const { date } = partsOf(calendarDay(last));
  for (let month = today.slice(0, 7); ; month = shiftDay(`${month}-28`, 7).slice(0, 7)) {
    const day = shiftDay(`${month}-01`, date - 1);
    const fitting = day.startsWith(month)
      ? day
      : shiftDay(`${shiftDay(`${month}-28`, 7).slice(0, 7)}-01`, -1);
    if (fitting > today && fitting.slice(0, 7) > calendarDay(last).slice(0, 7))
      return fitting.split('-').toReversed().join('/');
  }
}
