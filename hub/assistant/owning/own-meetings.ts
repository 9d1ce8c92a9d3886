import { momentInWords, type OwnMeeting } from '../../meetings/index.ts';
import { calendarDay } from '../../people/index.ts';
import type { Say } from '../../platform/locales.ts';
import { says } from '../phrases.ts';
import { daysAsked, type DaysAsked } from './days-asked.ts';
import type { OwnAsked, OwningParts } from './own-answers.ts';
import { spelledOut } from '../shorthand.ts';

const shown = 3;
const asksForItems = says(['nội dung', 'bàn gì', 'bàn việc', 'bàn về', 'chương trình', 'làm gì']);

interface Held {
  title: string;
  startsAt: Date;
}

/** Meetings to which one is called and that come, or that were in the days that are asked about. */
export function ownMeetings({ database, meetings, clock, timeZone }: OwningParts) {
  return async ({ memberId, text, say }: OwnAsked): Promise<string> => {
    const said = spelledOut(text);
    const days = daysAsked(said, calendarDay(clock()));
    const coming = await meetings.ofMember(memberId);
    const within = coming.filter(({ startsAt }) => isWithin(startsAt, days)).slice(0, shown);
    const held = days === null ? [] : await heldWithin(memberId, days);
    const inWords = (meeting: OwnMeeting) => lineOf(meeting, say, timeZone);
    const lines = [
      ...held.map(({ title, startsAt }) =>
        say('own-meeting-held', { title, moment: momentInWords(startsAt, { say, timeZone }) }),
      ),
      ...within.map(inWords),
    ];
    const [first] = within;
    if (first && asksForItems(said)) lines.push(...itemsOf(first, say));
    if (lines.length > 0) return [say('own-meetings'), ...lines].join('\n');
    const [next] = coming;
    if (!next) return say('own-meetings-none');
    return [say('own-meetings-none-then'), inWords(next)].join('\n');
  };

  async function heldWithin(memberId: string, { from, until }: DaysAsked): Promise<Held[]> {
    return await database.query<Held>(selectHeld, [memberId, from, until]);
  }
}

function isWithin(startsAt: Date, days: DaysAsked | null): boolean {
  if (days === null) return true;
  const day = calendarDay(startsAt);
  return days.from <= day && day <= days.until;
}

function lineOf(meeting: OwnMeeting, say: Say, timeZone: string): string {
  const { title, startsAt, place, unit, rsvp, state } = meeting;
  const moment = momentInWords(startsAt, { say, timeZone });
  return say('own-meeting', {
    title,
    moment,
    unit: unit.name,
    place: place ?? '',
    hasPlace: place ? 'yes' : 'no',
    answer: state === 'open' ? 'open' : (rsvp ?? 'none'),
  });
}

function itemsOf({ items }: OwnMeeting, say: Say): string[] {
  if (items.length === 0) return [say('own-meeting-no-items')];
  return [
    say('own-meeting-items'),
    ...items.map(({ title }, place) => say('own-meeting-item', { number: place + 1, title })),
  ];
}

const selectHeld = `
  select g.title, g.starts_at as "startsAt" from meeting g
  join attendance a on a.meeting_id = g.id and a.member_id = $1
  where g.closed_at is not null and g.cancelled_at is null
    and g.starts_at >= $2::timestamp at time zone 'Asia/Ho_Chi_Minh'
    and g.starts_at < ($3::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
  order by g.starts_at limit 5`;
