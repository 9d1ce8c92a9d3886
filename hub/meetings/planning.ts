import { calendarDay, type Member, type People, type Unit } from '../people/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Sql } from '../platform/database/index.ts';
import type { Locales, Say } from '../platform/locales.ts';
import { MeetingInvalid, MeetingPast } from './errors.ts';
import { cleanText } from './new-meeting.ts';
import type { MeetingKind, NewItem, NewMeeting } from './port.ts';
import type { MeetingRow } from './row.ts';

/** A meeting as it will be called: nothing of it is left open. */
export interface PlannedMeeting {
  caller: Member;
  unit: Unit;
  kind: MeetingKind;
  title: string;
  startsAt: Date;
  minutes: number;
  /** The least its kind should last, with what says so; null where nothing does. */
  least: { minutes: number; source: string } | null;
  place: string | null;
  link: string | null;
  reminders: readonly number[];
  lateAfter: number;
  guests: string;
  items: readonly NewItem[];
  repeat: string | null;
  idempotencyKey: string | null;
}

/** Nobody calls a meeting for later than this: it is a slip of the pen. */
const furthestMs = 2 * 366 * 86_400_000;

/** Completes what a caller gave, from the rules in force on the day of the meeting. */
export function planning({ people, clock, locales }: { people: People; clock: Clock; locales: Locales }) {
  /** @throws {DomainError} `meeting.invalid`, `meeting.past`, `unit.unknown`, `member.unknown` */
  async function plan(given: NewMeeting): Promise<PlannedMeeting> {
    const clean = cleanText(given);
    const { startsAt, kind = 'regular', idempotencyKey = null } = clean;
    requireComing(startsAt, clock());
    if (idempotencyKey !== null && !/^[\x21-\x7e]{1,200}$/.test(idempotencyKey)) {
      throw new MeetingInvalid('idempotency-key');
    }
    const [caller, unit] = [await people.memberByCode(clean.from), await people.unitByCode(clean.unit)];
    const agenda = await customaryAgenda(kind, startsAt);
    const least = await leastMinutes(kind, startsAt);
    return {
      caller,
      unit,
      kind,
      title: clean.title || madeTitle({ kind, unit, startsAt }, locales('vi')),
      startsAt,
      minutes: clean.minutes ?? least?.minutes ?? lengthOf(agenda),
      least,
      place: clean.place || null,
      link: clean.link || null,
      reminders: clean.remind ?? (await usualReminders(startsAt)),
      lateAfter: clean.lateAfter ?? (await valueOf<number>('meeting.late-after-minutes', startsAt)),
      guests: clean.guests ?? '',
      items: clean.items ?? agenda,
      repeat: clean.repeat?.trim() || null,
      idempotencyKey,
    };
  }

  /** In a joint session the regular part comes first, then the thematic one. */
  async function customaryAgenda(kind: MeetingKind, on: Date): Promise<NewItem[]> {
    const byKind = await valueOf<Record<string, NewItem[]>>('meeting.customary-agenda', on);
    const parts = kind === 'regular_thematic' ? ['regular', 'thematic'] : [kind];
    return parts.flatMap((part) => byKind[part] ?? []);
  }

  /** An extraordinary meeting and a congress last as long as they need. */
  async function leastMinutes(kind: MeetingKind, on: Date): Promise<PlannedMeeting['least']> {
    if (kind === 'extraordinary' || kind === 'congress') return null;
    const { value, source } = await people.rule('meeting.minimum-minutes', on);
    const { regular, combined } = value as { regular: number; combined: number };
    return { minutes: kind === 'regular_thematic' ? combined : regular, source };
  }

  async function usualReminders(on: Date): Promise<number[]> {
    return await valueOf('meeting.reminders', on);
  }

  async function valueOf<Value>(key: string, on: Date): Promise<Value> {
    return (await people.rule(key, on)).value as Value;
  }

  return { plan, customaryAgenda, usualReminders };
}

/** @throws {MeetingPast} @throws {MeetingInvalid} `starts-at`, also for what is no moment or years away */
export function requireComing(startsAt: Date, now: Date): void {
  const ahead = startsAt.getTime() - now.getTime();
  if (Number.isNaN(ahead) || ahead > furthestMs) throw new MeetingInvalid('starts-at');
  if (ahead <= 0) throw new MeetingPast(startsAt);
}

/** "Sinh hoạt chi bộ thường kỳ tháng 12 năm 2026". */
export function madeTitle(
  { kind, unit, startsAt }: { kind: MeetingKind; unit: Pick<Unit, 'kind'>; startsAt: Date },
  say: Say,
): string {
  const [year, month] = calendarDay(startsAt).split('-');
  return say('meeting-title', {
    kind,
    ofCell: unit.kind === 'cell' ? 'yes' : 'no',
    month: String(Number(month)),
    year: year!,
  });
}

/** A title that was made of kind and month is made again where these become otherwise. */
export async function titleAfter(
  sql: Sql,
  before: Pick<MeetingRow, 'unitId' | 'kind' | 'startsAt' | 'title'>,
  { wanted, say }: { wanted: { kind?: MeetingKind; startsAt?: Date }; say: Say },
): Promise<string> {
  const [unit] = await sql.query<Pick<Unit, 'kind'>>('select kind from unit where id = $1', [before.unitId]);
  const made = ({ kind, startsAt }: Pick<MeetingRow, 'kind' | 'startsAt'>) =>
    madeTitle({ kind, startsAt, unit: unit! }, say);
  return before.title === made(before) ? made({ ...before, ...wanted }) : before.title;
}

function lengthOf(agenda: readonly NewItem[]): number {
  return agenda.reduce((sum, { minutes = 0 }) => sum + minutes, 0) || 90;
}
