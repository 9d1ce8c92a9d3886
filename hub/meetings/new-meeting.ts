import { refuseClassified } from '../notices/index.ts';
import { MeetingInvalid } from './errors.ts';
import { areDistances, inOrder } from './distances.ts';
import type { NewItem } from './port.ts';

/** What a meeting is called with, as people typed it. */
export interface MeetingText {
  title?: string | undefined;
  minutes?: number | undefined;
  place?: string | null | undefined;
  link?: string | null | undefined;
  remind?: readonly number[] | undefined;
  lateAfter?: number | undefined;
  guests?: string | undefined;
  items?: readonly NewItem[] | undefined;
}

const longestTitle = 300;
const longestPlace = 300;
const longestLink = 2_000;
const longestGuests = 1_000;
const mostItems = 40;
/** The least and the most of the table's own checks. */
const lengthMinutes = { least: 5, most: 2_880 };
const lateMinutes = { least: 0, most: 240 };

/**
 * Text in NFC with single spaces, reminders in order; what is absent stays absent.
 *
 * @throws {MeetingInvalid} naming the field
 */
export function cleanText<Given extends MeetingText>(given: Given): Given {
  const { minutes, lateAfter, remind, items } = given;
  if (minutes !== undefined && !isWithin(minutes, lengthMinutes)) throw new MeetingInvalid('minutes');
  if (lateAfter !== undefined && !isWithin(lateAfter, lateMinutes)) throw new MeetingInvalid('late-after');
  if (remind !== undefined && !areDistances(inOrder(remind))) throw new MeetingInvalid('reminders');
  return {
    ...given,
    ...kept('title', line(given.title, 'title', longestTitle)),
    ...kept('place', line(given.place, 'place', longestPlace)),
    ...kept('link', address(line(given.link, 'link', longestLink))),
    ...kept('guests', line(given.guests, 'guests', longestGuests)),
    ...(remind === undefined ? {} : { remind: inOrder(remind) }),
    ...(items === undefined ? {} : { items: cleanItems(items) }),
  };
}

/** @throws {MeetingInvalid} `items` */
export function cleanItems<Item extends NewItem>(items: readonly Item[]): Item[] {
  if (items.length > mostItems) throw new MeetingInvalid('items');
  return items.map((item) => {
    const title = line(item.title, 'items', longestTitle);
    if (!title) throw new MeetingInvalid('items');
    const { minutes } = item;
    if (minutes !== undefined && !isWithin(minutes, { least: 1, most: 600 }))
      throw new MeetingInvalid('items');
    return { ...item, title, rapporteur: line(item.rapporteur, 'items', 120) || undefined };
  });
}

/**
 * What carries a mark of state secrecy is not kept.
 *
 * @throws {DomainError} `notice.classified`
 */
export async function refuseMarked(
  texts: Pick<MeetingText, 'title' | 'place' | 'link' | 'guests' | 'items'>,
): Promise<void> {
  const { title = '', place, link, guests, items = [] } = texts;
  const body = [place, link, guests, ...items.flatMap((item) => [item.title, item.rapporteur])];
  await refuseClassified({ title, body: body.filter(Boolean).join('\n') });
}

function line<Text extends string | null | undefined>(
  text: Text,
  field: string,
  longest: number,
): Text | string {
  if (text === undefined || text === null) return text;
  const clean = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  if (clean.length > longest) throw new MeetingInvalid(field);
  return clean;
}

function address<Text extends string | null | undefined>(link: Text): Text {
  if (!link) return link;
  const isAddress = URL.canParse(link) && /^https?:$/.test(new URL(link).protocol);
  if (!isAddress) throw new MeetingInvalid('link');
  return link;
}

function isWithin(value: number, { least, most }: { least: number; most: number }): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function kept(name: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [name]: value };
}
