import type { People } from '../people/index.ts';
import { cleanText, refuseMarked } from './new-meeting.ts';
import { requireComing } from './planning.ts';
import type { MeetingChange } from './port.ts';
import type { MeetingRow } from './row.ts';
import { toldFields } from './words.ts';

/** A change as columns of the table: members instead of their codes, nothing instead of empty texts. */
export type ResolvedChange = Omit<MeetingChange, 'chair' | 'taker' | 'remind' | 'place' | 'link'> &
  Partial<Pick<MeetingRow, 'chairId' | 'takerId' | 'reminders' | 'place' | 'link'>>;

/**
 * Checks a change before any transaction begins.
 *
 * @throws {DomainError} `meeting.invalid`, `meeting.past`, `member.unknown`, `notice.classified`
 */
export async function resolveChange(
  change: MeetingChange,
  { people, now }: { people: Pick<People, 'memberByCode'>; now: Date },
): Promise<ResolvedChange> {
  const { chair, taker, remind, place, link, title, ...rest } = cleanText(change);
  await refuseMarked(change);
  if (rest.startsAt) requireComing(rest.startsAt, now);
  const idOf = async (code: string | null) => (code === null ? null : (await people.memberByCode(code)).id);
  return {
    ...rest,
    ...(title ? { title } : {}),
    ...(place === undefined ? {} : { place: place || null }),
    ...(link === undefined ? {} : { link: link || null }),
    ...(remind === undefined ? {} : { reminders: [...remind] }),
    ...(chair === undefined ? {} : { chairId: await idOf(chair) }),
    ...(taker === undefined ? {} : { takerId: await idOf(taker) }),
  };
}

/** Which fields are otherwise. */
export function changedFields(before: MeetingRow, change: ResolvedChange): (keyof ResolvedChange)[] {
  return (Object.keys(change) as (keyof ResolvedChange)[]).filter(
    (field) => JSON.stringify(change[field]) !== JSON.stringify(before[field]),
  );
}

/** Of a meeting that is over, who was in the chair and who wrote is still to be put right, and the guests. */
export function isOfTheRecord(change: ResolvedChange): boolean {
  return Object.keys(change).every((field) => ['chairId', 'takerId', 'guests'].includes(field));
}

/** Concerns the members; the rest is the office's. */
export function isTold(field: string): boolean {
  return (toldFields as readonly string[]).includes(field);
}
