import { seeOther, type Console, type FormVisit, type Page, type Visit } from '../../console/index.ts';
import { DomainError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { MeetingKind, NewItem } from '../port.ts';
import { linesAfter } from './agenda-fields.tsx';
import { formPage } from './new-form.tsx';
import { PreviewBody } from './new-preview.tsx';
import {
  itemsIn,
  kindIn,
  meetingFrom,
  nextCustomaryDay,
  typedIn,
  typedItems,
  writtenTime,
  type TypedMeeting,
} from './typed-meeting.ts';
import { meetingsUrl, meetingUrl, type MeetingPagesParts } from './urls.ts';

const needs = 'meeting.call';
const usualHour = '19:30';

/** Calling a meeting: the form, a look at what it will do, and sending it, once. */
export function callingPages(
  console: Console,
  { meetings, people, clock, timeZone }: MeetingPagesParts,
): void {
  console.page(`${meetingsUrl}/new`, { needs }, async (visit) => {
    const units = await meetings.callable(visit.viewer.actor);
    const typed = await begun(visit, units);
    return formPage(visit.say, { units, typed, places: await placesOf(visit, typed) });
  });

  console.form(`${meetingsUrl}/new`, { needs }, async (visit) => {
    const { say, fields } = visit;
    const typed = await withAgenda(typedIn(fields));
    const items = linesAfter(fields['do'], typed.items, { title: '', minutes: '', rapporteur: '' });
    if (items) return await again(visit, { ...typed, items }, { atAgenda: true });
    if (fields['do'] === 'edit') return await again(visit, typed);
    return await previewed(visit, typed, say);
  });

  console.form(`${meetingsUrl}/new/sending`, { needs, files: true }, async (visit) => {
    const { viewer, say, fields, uploads } = visit;
    const typed = typedIn(fields);
    const { meeting, faults } = meetingFrom(typed, { from: viewer.code, now: clock(), say });
    if (Object.keys(faults).length > 0) return await again(visit, typed, { faults });
    return await orAgain(visit, typed, async () => {
      const { id, invited } = await meetings.call({ ...meeting, documents: uploads }, 'console');
      return seeOther(meetingUrl(id), say('meeting-called-told', { count: invited }));
    });
  });

  /** What stands in the form at first: as the unit met last. */
  async function begun({ viewer, query }: Visit, units: readonly { code: string }[]): Promise<TypedMeeting> {
    const [held] = await people.unitsHeld(viewer.memberId, needs);
    const wanted = [query['unit'], held?.code].find((code) => units.some((unit) => unit.code === code));
    const unit = wanted ?? units[0]?.code;
    const [last] = unit ? await heldBefore(viewer.actor, unit) : [];
    const remind = (await meetings.usualReminders(clock())).map(String);
    const agenda = await meetings.customaryAgenda('regular', clock());
    return {
      ...(unit ? { unit } : {}),
      kind: 'regular',
      agendaOf: 'regular',
      key: newId(),
      time: last ? writtenTime(last.startsAt) : usualHour,
      repeat: 'none',
      remind,
      items: typedItems(agenda),
      ...(last ? { day: nextCustomaryDay(last.startsAt, clock()) } : {}),
      ...(last?.place ? { place: last.place } : {}),
      ...(last?.link ? { link: last.link } : {}),
    };
  }

  async function heldBefore(by: Visit['viewer']['actor'], unit: string) {
    const lines = await meetings.ofUnit(by, unit, { limit: 12 });
    return lines.filter(({ state }) => state !== 'cancelled' && state !== 'proposed');
  }

  async function placesOf({ viewer }: Visit, { unit }: TypedMeeting): Promise<string[]> {
    if (!unit) return [];
    const lines = await heldBefore(viewer.actor, unit).catch(() => []);
    return [...new Set(lines.flatMap(({ place }) => (place ? [place] : [])))].slice(0, 4);
  }

  /** An agenda that nobody has touched follows the kind of the meeting. */
  async function withAgenda(typed: TypedMeeting): Promise<TypedMeeting> {
    const [kind, before] = [kindIn(typed.kind), kindIn(typed.agendaOf)];
    if (kind === before) return typed;
    const customary = async (of: MeetingKind) => typedItems(await meetings.customaryAgenda(of, clock()));
    if (!isSame(itemsIn(typed.items), itemsIn(await customary(before)))) return typed;
    return { ...typed, agendaOf: kind, items: await customary(kind) };
  }

  async function previewed(visit: FormVisit, typed: TypedMeeting, say: Visit['say']) {
    const { viewer } = visit;
    const { meeting, faults } = meetingFrom(typed, { from: viewer.code, now: clock(), say });
    if (Object.keys(faults).length > 0) return await again(visit, typed, { faults });
    return await orAgain(visit, typed, async () => {
      const preview = await meetings.preview(viewer.actor, meeting, viewer.language);
      const rule = meeting.repeat ?? null;
      return {
        title: preview.title,
        styles: ['meetings.css'],
        body: <PreviewBody typed={typed} preview={preview} rule={rule} timeZone={timeZone} />,
      };
    });
  }

  /** What the feature refuses is said above the form, with all that was typed. */
  async function orAgain<Answer>(
    visit: FormVisit,
    typed: TypedMeeting,
    work: () => Promise<Answer>,
  ): Promise<Answer | Page> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'may.not') throw error;
      return await again(visit, typed, {
        problem: visit.say(error.code.replaceAll('.', '-'), error.facts),
      });
    }
  }

  async function again(
    visit: FormVisit,
    typed: TypedMeeting,
    state: Partial<Parameters<typeof formPage>[1]> = {},
  ): Promise<Page> {
    const units = await meetings.callable(visit.viewer.actor);
    return formPage(visit.say, { units, typed, places: await placesOf(visit, typed), ...state });
  }
}

function isSame(one: readonly NewItem[], other: readonly NewItem[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
