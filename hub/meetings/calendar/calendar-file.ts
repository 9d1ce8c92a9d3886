import { timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import type { Sql } from '../../platform/database/index.ts';
import { idFromShort, shortId } from '../../platform/ids.ts';
import type { Keys } from '../../platform/keys.ts';
import { Component, Property, Time, Timezone } from './ical.ts';

/** What a calendar is told of a meeting: nobody's name is in it. */
export interface CalendarMeeting {
  id: string;
  title: string;
  unit: string;
  startsAt: Date;
  minutes: number;
  place: string | null;
  link: string | null;
  /** Goes up with each change, so that a calendar knows the newer file. */
  revision: number;
  cancelledAt: Date | null;
}

const lineOctets = 75;
/** 128 bits: half of what the fingerprint has, and more than anybody can try. */
const proofBytes = 16;

/** The files behind the address that stands in an invitation. Whoever has the address has the file. */
export function calendarFiles({ database, keys, clock }: { database: Sql; keys: Keys; clock: Clock }) {
  function tokenOf(id: string): string {
    const proof = keys.fingerprint('calendar-file', id).subarray(0, proofBytes);
    return `${shortId(id)}-${proof.toString('base64url')}`;
  }

  /** Path under our own address; it names nobody and cannot be guessed. */
  function calendarPath(id: string): string {
    return `/calendar/${tokenOf(id)}.ics`;
  }

  /** The file behind the token of such a path; null for none, and for what nobody has been called to. */
  async function calendarFile(token: string): Promise<string | null> {
    const id = idFromShort(token.slice(0, 22));
    if (id === null || !areSame(token, tokenOf(id))) return null;
    const [meeting] = await database.query<CalendarMeeting>(selectMeeting, [id]);
    return meeting ? writeCalendarFile(meeting, clock()) : null;
  }

  return { calendarPath, calendarFile };
}

function areSame(one: string, other: string): boolean {
  const [given, right] = [Buffer.from(one), Buffer.from(other)];
  return given.length === right.length && timingSafeEqual(given, right);
}

/** One event as RFC 5545 wants it: lines end in CRLF and are folded at 75 octets. */
export function writeCalendarFile(meeting: CalendarMeeting, now: Date): string {
  const calendar = new Component('vcalendar');
  calendar.addPropertyWithValue('prodid', '-//Cau Noi//VI');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addSubcomponent(vietnamZone());
  calendar.addSubcomponent(eventOf(meeting, now));
  const lines = calendar.toString().replaceAll('\r\n ', '').split('\r\n');
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** ical.js folds too, but lets lines be one octet longer than they should be. */
function folded(line: string): string {
  const pieces = [''];
  for (const letter of line) {
    const room = pieces.length === 1 ? lineOctets : lineOctets - 1;
    if (Buffer.byteLength(pieces.at(-1)! + letter) > room) pieces.push('');
    pieces[pieces.length - 1] += letter;
  }
  return pieces.join('\r\n ');
}

function eventOf(meeting: CalendarMeeting, now: Date): InstanceType<typeof Component> {
  const event = new Component('vevent');
  const end = new Date(meeting.startsAt.getTime() + meeting.minutes * 60_000);
  event.addPropertyWithValue('uid', `${meeting.id}@caunoi`);
  event.addPropertyWithValue('sequence', meeting.revision);
  event.addPropertyWithValue('dtstamp', Time.fromJSDate(now, true));
  event.addProperty(localTime('dtstart', meeting.startsAt));
  event.addProperty(localTime('dtend', end));
  event.addPropertyWithValue('summary', meeting.title);
  event.addPropertyWithValue('description', meeting.unit);
  event.addPropertyWithValue('status', meeting.cancelledAt ? 'CANCELLED' : 'CONFIRMED');
  if (meeting.place) event.addPropertyWithValue('location', meeting.place);
  if (meeting.link) event.addPropertyWithValue('url', meeting.link);
  return event;
}

function localTime(name: string, instant: Date): Property {
  const property = new Property(name);
  const local = Time.fromJSDate(new Date(instant.getTime() + vietnamOffsetMs), true);
  local.zone = Timezone.localTimezone;
  property.setValue(local);
  property.setParameter('tzid', zoneName);
  return property;
}

type Property = InstanceType<typeof Property>;

const zoneName = 'Asia/Ho_Chi_Minh';
const vietnamOffsetMs = 7 * 3_600_000;

/** Vietnam has kept UTC+7 without summer time since 1975. */
function vietnamZone(): InstanceType<typeof Component> {
  return Component.fromString(
    [
      'BEGIN:VTIMEZONE',
      `TZID:${zoneName}`,
      'BEGIN:STANDARD',
      'DTSTART:19750613T000000',
      'TZOFFSETFROM:+0700',
      'TZOFFSETTO:+0700',
      'TZNAME:+07',
      'END:STANDARD',
      'END:VTIMEZONE',
    ].join('\r\n'),
  );
}

const selectMeeting = `
  select meeting.id, title, unit.name as unit, starts_at as "startsAt", minutes, place, link, revision,
    cancelled_at as "cancelledAt"
  from meeting join unit on unit.id = meeting.unit_id
  where meeting.id = $1 and called_at is not null`;
