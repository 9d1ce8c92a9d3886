import type { Say } from '../../platform/locales.ts';
import type { Fields } from '../../console/index.ts';
import { readHours, type ChaseChoice } from '../chasing/policy.ts';
import type { NewNotice } from '../new-notice.ts';

/** The fields of the form, as they are typed and kept. */
const fieldNames = [
  'unit',
  'to',
  'kind',
  'number',
  'issuedOn',
  'title',
  'body',
  'ack',
  'dueDay',
  'dueTime',
  'when',
  'sendDay',
  'sendTime',
  'urgent',
  'chase',
  'chaseHours',
] as const;
type FieldName = (typeof fieldNames)[number];
export type Typed = Partial<Record<FieldName, string>>;
/** What is wrong, by field, in the reader's language. */
export type Faults = Partial<Record<FieldName, string>>;

/** What was typed, without what is no field of ours. */
export function typedIn(fields: Fields): Typed {
  return Object.fromEntries(
    fieldNames.flatMap((name) => {
      const value = fields[name];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
}

/** The notice that the fields describe, as far as they can be understood, and what is wrong with them. */
export function noticeFrom(
  typed: Typed,
  { from, now, say }: { from: string; now: Date; say: Say },
): { notice: NewNotice; faults: Faults } {
  const faults: Faults = {};
  const dayIn = (name: FieldName): string | undefined => {
    const text = typed[name];
    const day = text === undefined ? undefined : readDay(text, now);
    if (day === null) faults[name] = say('compose-day-wrong');
    return day ?? undefined;
  };
  const momentIn = (dayName: FieldName, timeName: FieldName, otherwise: string): Date | undefined => {
    const day = dayIn(dayName);
    const time = readTime(typed[timeName] ?? otherwise);
    if (time === null) faults[timeName] = say('compose-time-wrong');
    if (day === undefined && typed[timeName] && !typed[dayName]) faults[dayName] = say('compose-day-missing');
    return day && time ? new Date(`${day}T${time}:00+07:00`) : undefined;
  };

  const chaseIn = (): ChaseChoice => {
    if (typed.chase === 'none' || typed.chase === 'gentle') return typed.chase;
    if (typed.chase !== 'own') return 'default';
    const hours = readHours(typed.chaseHours ?? '');
    if (hours === null) faults.chaseHours = say('compose-chase-hours-wrong');
    return hours ?? 'default';
  };

  const issuedOn = dayIn('issuedOn');
  const dueAt = typed.dueDay ? momentIn('dueDay', 'dueTime', '23:59') : undefined;
  const later = typed.when === 'at';
  if (later && !typed.sendDay) faults.sendDay = say('compose-day-missing');
  const sendAt = later && typed.sendDay ? momentIn('sendDay', 'sendTime', '08:00') : undefined;
  if (sendAt && sendAt <= now) faults.sendDay = say('compose-moment-past');
  if (dueAt && dueAt <= (sendAt ?? now)) faults.dueDay = say('compose-due-before');
  if (!typed.title) faults.title = say('compose-title-missing');
  if (!typed.unit) faults.unit = say('compose-unit-missing');
  const cascade = typed.to === 'cascade';
  const notice: NewNotice = {
    from,
    unit: typed.unit ?? '',
    to: typed.to === 'secretaries' ? 'secretaries' : 'members',
    kind: typed.kind === 'directive' ? 'directive' : 'notice',
    title: typed.title ?? '',
    body: typed.body ?? '',
    number: typed.number,
    issuedOn,
    wantsAck: typed.ack === 'yes' || cascade,
    dueAt,
    sendAt,
    urgent: typed.urgent === 'yes',
    chase: typed.ack === 'yes' || cascade ? chaseIn() : undefined,
    cascade: cascade || undefined,
  };
  return { notice, faults };
}

/**
 * A calendar day as people here write it: 24/11/2026, 24-11-2026, 24.11.2026, 24/11 (the next such day), or as
 * programs do. Null: it is none.
 */
export function readDay(text: string, now: Date): string | null {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  if (iso) return calendar(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const written = /^\s*(\d{1,2})[/.\-\s](\d{1,2})(?:[/.\-\s](\d{4}|\d{2}))?\s*$/.exec(text);
  if (!written) return null;
  const [day, month] = [Number(written[1]), Number(written[2])];
  const today = new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
  const thisYear = Number(today.slice(0, 4));
  if (written[3])
    return calendar(written[3].length === 2 ? 2000 + Number(written[3]) : Number(written[3]), month, day);
  const near = calendar(thisYear, month, day);
  return near && near < today ? calendar(thisYear + 1, month, day) : near;
}

/** 17:00, 17h30, 17g30, 17 giờ 30, 17h, 17. Null: it is no time of day. */
export function readTime(text: string): string | null {
  const written = /^\s*(\d{1,2})\s*(?:(?::|h|g|giờ|gio)\s*(\d{2})?)?\s*(?:phút|phut|p)?\s*$/iu.exec(
    text.normalize('NFC'),
  );
  if (!written) return null;
  const [hour, minute] = [Number(written[1]), Number(written[2] ?? 0)];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function calendar(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same && year >= 2000 && year < 2200 ? date.toISOString().slice(0, 10) : null;
}
