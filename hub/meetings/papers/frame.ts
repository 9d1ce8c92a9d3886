import { calendarDay } from '../../people/index.ts';
import type { Sql } from '../../platform/database/index.ts';
import { lineOf } from './texts.ts';
import type { PaperFrame, PaperKind } from './content.ts';
import { PaperFieldMissing, PaperTextLong } from './errors.ts';
import type { MeetingFacts } from './facts.ts';
import { lowerFirst, monthAhead, monthInWords } from './vietnamese-form.ts';

/** In the unit's last approved paper a person has settled these: how the place is called, on whose behalf one signs. */
const settled = ['parent', 'issuer', 'place', 'onBehalf'] as const;
const longest = 300;

/** What stands around a new paper: from the meeting, and as the unit had it last. */
export async function frameFor(sql: Sql, kind: PaperKind, facts: MeetingFacts): Promise<PaperFrame> {
  const { unit, meeting, chair, taker, signer } = facts;
  const day = calendarDay(meeting.startsAt);
  const [before] = await sql.query<{ frame: Partial<PaperFrame> }>(
    `select content -> 'frame' as frame from meeting_paper
     where unit_id = $1 and approved_at is not null order by approved_at desc limit 1`,
    [unit.id],
  );
  const frame: PaperFrame = {
    parent: unit.parent,
    issuer: unit.name,
    place: unit.parent
      .replace(/^Đảng bộ\s+/, '')
      .replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase('vi')),
    day,
    subject:
      kind === 'minutes'
        ? lowerFirst(meeting.title)
        : `lãnh đạo thực hiện nhiệm vụ ${monthInWords(monthAhead(day))}`,
    chair: chair?.fullName ?? '',
    taker: taker?.fullName ?? '',
    onBehalf: unit.kind === 'cell' ? 'T/M CHI BỘ' : 'T/M ĐẢNG ỦY',
    office: signer?.role === 'deputy' ? 'PHÓ BÍ THƯ' : 'BÍ THƯ',
    signer: signer?.fullName ?? '',
  };
  const kept = settled.flatMap((name) => (before?.frame[name] ? [[name, before.frame[name]]] : []));
  return { ...frame, ...Object.fromEntries(kept) };
}

/** What a person wrote into the form. @throws {PaperFieldMissing} @throws {PaperTextLong} */
export function frameFrom(given: PaperFrame): PaperFrame {
  const cleaned = Object.fromEntries(
    Object.entries(given).map(([name, text]) => [name, lineOf(text)]),
  ) as unknown as PaperFrame;
  if (Object.values(cleaned).some((text) => text.length > longest)) throw new PaperTextLong(longest);
  for (const field of ['issuer', 'subject'] as const) {
    if (cleaned[field] === '') throw new PaperFieldMissing(field);
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(cleaned.day)) throw new PaperFieldMissing('day');
  return cleaned;
}
