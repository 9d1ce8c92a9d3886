import { all, seeOther, type Console, type Fields } from '../../console/index.ts';
import { DomainError } from '../../platform/errors.ts';
import { readDay, readTime } from '../../notices/index.ts';
import type { MeetingChange, MeetingView, Scope } from '../port.ts';
import { formPage, isOver, type Choice, type TypedChange } from './change-form.tsx';
import { kindIn, writtenDay, writtenTime } from './typed-meeting.ts';
import { meetingUrl, type MeetingPagesParts } from './urls.ts';

/** Changing a meeting: members are told only what is otherwise. */
export function changePages(
  console: Console,
  { meetings, attendance, people, clock }: MeetingPagesParts,
): void {
  const url = meetingUrl(':id', '/change');
  const needs = 'meeting.call';

  console.page(url, { needs }, async ({ viewer, say, params }) => {
    const meeting = await meetings.meeting(viewer.actor, params['id'] ?? '');
    await people.requireMay(viewer.actor, needs, meeting.unit.id);
    return formPage(say, { meeting, typed: asTyped(meeting), leaders: await leadersOf(viewer, meeting) });
  });

  console.form(url, { needs }, async ({ viewer, say, params, fields }) => {
    const meeting = await meetings.meeting(viewer.actor, params['id'] ?? '');
    const typed = lines(fields);
    try {
      const change = changeIn(typed, { meeting, now: clock() });
      if (!isOver(meeting)) change.remind = all(fields, 'remind').map(Number);
      const { told } = await meetings.change(viewer.actor, meeting.id, change, scopeIn(fields));
      return seeOther(meetingUrl(meeting.id), say('meeting-change-told', { count: told }));
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'may.not') throw error;
      const problem = say(error.code.replaceAll('.', '-'), error.facts);
      return formPage(say, { meeting, typed, problem, leaders: await leadersOf(viewer, meeting) });
    }
  });

  /** Who may be in the chair or write the minutes: by name, for who may know the names. */
  async function leadersOf(
    { memberId, actor }: Parameters<Parameters<Console['page']>[2]>[0]['viewer'],
    { id, unit }: MeetingView,
  ): Promise<Choice[] | null> {
    if (!(await people.may(memberId, 'attendance.people', unit.id))) return null;
    const roll = await attendance.roll(actor, id);
    return roll.map(({ code, fullName }) => ({ value: code, label: fullName }));
  }
}

export function scopeIn(fields: Fields): Scope {
  return fields['scope'] === 'following' ? 'following' : 'one';
}

function asTyped({
  title,
  kind,
  startsAt,
  minutes,
  place,
  link,
  lateAfter,
  guests,
  chair,
  taker,
}: MeetingView): TypedChange {
  return {
    title,
    kind,
    day: writtenDay(startsAt),
    time: writtenTime(startsAt),
    minutes: String(minutes),
    place: place ?? '',
    link: link ?? '',
    lateAfter: String(lateAfter),
    guests,
    chair: chair?.code ?? '',
    taker: taker?.code ?? '',
  };
}

function lines(fields: Fields): TypedChange {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

/** Only what the form has and is otherwise; the rest stays as it was. @throws {DomainError} `meeting.invalid` */
function changeIn(typed: TypedChange, { meeting, now }: { meeting: MeetingView; now: Date }): MeetingChange {
  const before = asTyped(meeting);
  const has = (name: string) => typed[name] !== undefined && typed[name] !== before[name];
  const text = (name: string) => typed[name] ?? '';
  return {
    ...(has('title') ? { title: text('title') } : {}),
    ...(has('kind') ? { kind: kindIn(typed['kind']) } : {}),
    ...(has('day') || has('time') ? { startsAt: momentIn(text('day'), text('time'), now) } : {}),
    ...(has('minutes') ? { minutes: Number(text('minutes')) } : {}),
    ...(has('place') ? { place: text('place') } : {}),
    ...(has('link') ? { link: text('link') } : {}),
    ...(has('lateAfter') ? { lateAfter: Number(text('lateAfter')) } : {}),
    ...(has('guests') ? { guests: text('guests') } : {}),
    ...(has('chair') ? { chair: text('chair') || null } : {}),
    ...(has('taker') ? { taker: text('taker') || null } : {}),
  };
}

/** A moment that is none is refused by the feature, in its words. */
export function momentIn(dayText: string, timeText: string, now: Date): Date {
  const [day, time] = [readDay(dayText, now), readTime(timeText)];
  return new Date(day && time ? `${day}T${time}:00+07:00` : Number.NaN);
}
