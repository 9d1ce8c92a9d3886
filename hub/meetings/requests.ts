import { z } from 'zod';
import { instant } from '../platform/instant.ts';
import { meetingKinds } from './port.ts';
import { Item } from './replies.ts';

/** What the API of meetings takes. */

export const scope = z
  .enum(['one', 'following'])
  .describe('Of a series: this one, or it and all that follow');

const facts = {
  title: z.string().describe('Up to 300 characters'),
  kind: z.enum(meetingKinds),
  minutes: z.int(),
  place: z.string().describe('Up to 300 characters'),
  link: z.string().describe('http or https'),
  remind: z.array(z.int()).max(5).describe('Minutes before the start'),
  lateAfter: z.int().describe('Minutes'),
  guests: z.string().describe('Names, as they stand in the minutes'),
};

const exampleMeeting = {
  unit: 'SLT-01-CB01',
  startsAt: '2026-12-03T19:30:00+07:00',
  place: 'Nhà văn hóa thôn Một',
  remind: [4320, 1440, 120],
};

export const MeetingBody = z
  .strictObject({
    ...z.object(facts).partial().shape,
    kind: facts.kind.exactOptional(),
    from: z.string().optional().describe('Code of who calls it; only the member of the token'),
    unit: z.string().min(1).max(64).describe('Code of the unit whose members are called'),
    startsAt: instant,
    repeat: z.string().max(300).optional().describe('RRULE of RFC 5545; this one is the first'),
    items: z
      .array(Item.omit({ id: true }))
      .optional()
      .describe('Default: the customary order'),
    idempotencyKey: z.string().optional().describe('As the header, which comes first'),
  })
  .meta({ examples: [exampleMeeting] });

export const MeetingForm = z
  .object({ meeting: z.string().describe('The JSON of the meeting'), file: z.array(z.file()).max(10) })
  .meta({ examples: [{ meeting: JSON.stringify(exampleMeeting), file: ['du-thao.pdf'] }] });

export const ChangeBody = z
  .strictObject({
    title: facts.title.exactOptional(),
    kind: facts.kind.exactOptional(),
    minutes: facts.minutes.exactOptional(),
    place: facts.place.exactOptional(),
    link: facts.link.exactOptional(),
    remind: facts.remind.exactOptional(),
    lateAfter: facts.lateAfter.exactOptional(),
    guests: facts.guests.exactOptional(),
    startsAt: instant.exactOptional(),
    chair: z.string().max(64).nullable().exactOptional().describe('Member code; null: nobody'),
    taker: z.string().max(64).nullable().exactOptional().describe('Who writes the minutes, by code'),
    scope: scope.exactOptional(),
  })
  .meta({ examples: [{ startsAt: '2026-12-04T19:30:00+07:00' }] });

export const ListQuery = z.object({
  unit: z.string().min(1).max(64).optional().describe('Code of a unit'),
  before: instant.optional().describe('Only those that began before; of a unit'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
