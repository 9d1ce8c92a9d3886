import { z } from 'zod';
import { meetingKinds } from './port.ts';

/** Shapes of the API of meetings. */

export const exampleId = '01990d3e-7c1a-7b54-9d6a-3f0c8a51e2b7';
const exampleUnit = {
  id: '01990d3e-7c1a-7b54-9d6a-3f0c8a51e2b8',
  code: 'SLT-01-CB01',
  name: 'Chi bộ thôn Một',
};

// What is not an id belongs to no meeting: the answer is 404, as for one we do not know.
const id = z
  .string()
  .max(64)
  .meta({ examples: [exampleId] });
export const MeetingId = z.object({ id });
export const DocumentId = z.object({ id, document: id });

const kind = z.enum(meetingKinds);
const state = z.enum(['proposed', 'called', 'open', 'closed', 'cancelled']);
const moment = z.date();
const unit = z.object({ id: z.string(), code: z.string(), name: z.string() });
const person = z.object({ id: z.string(), code: z.string(), fullName: z.string() });
const document = z.object({ id: z.string(), name: z.string(), mediaType: z.string(), size: z.int() });

const line = {
  id: z.string(),
  unit,
  kind,
  title: z.string(),
  startsAt: moment,
  minutes: z.int(),
  place: z.string().nullable(),
  link: z.string().nullable(),
  state,
  seriesId: z.string().nullable(),
};
const exampleLine = {
  id: exampleId,
  unit: exampleUnit,
  kind: 'regular',
  title: 'Sinh hoạt chi bộ thường kỳ tháng 12 năm 2026',
  startsAt: '2026-12-03T12:30:00.000Z',
  minutes: 90,
  place: 'Nhà văn hóa thôn Một',
  link: null,
  state: 'called',
  seriesId: null,
};

export const Item = z.strictObject({
  id: z.uuid().optional().describe('Of an item that is kept: what was noted stays with it'),
  title: z.string().describe('1 to 300 characters'),
  minutes: z.int().optional(),
  rapporteur: z.string().optional(),
});
export const exampleItem = { title: 'Thảo luận nghị quyết tháng 12', minutes: 30 };

export const Lines = z.object({ items: z.array(z.object(line)) }).meta({
  description: 'Meetings',
  examples: [{ items: [exampleLine] }],
});

export const View = z
  .object({
    ...line,
    lateAfter: z.int().describe('Who comes later than so many minutes is late'),
    reminders: z.array(z.int()).describe('Minutes before the start'),
    revision: z.int().describe('How often members were told of a change'),
    movedAt: moment.nullable(),
    guests: z.string(),
    calledAt: moment.nullable(),
    openedAt: moment.nullable(),
    closedAt: moment.nullable(),
    cancelReason: z.string().nullable(),
    calledByName: z.string(),
    chair: person.nullable(),
    taker: person.nullable(),
    items: z.array(
      z.object({
        id: z.string(),
        position: z.int(),
        title: z.string(),
        minutes: z.int().nullable(),
        rapporteur: z.string().nullable(),
        conclusion: z.string(),
      }),
    ),
    documents: z.array(document),
    series: z
      .object({ id: z.string(), rule: z.string(), startsOn: z.string(), endedOn: z.string().nullable() })
      .nullable(),
    steps: z.array(
      z.object({
        kind: z.enum(['remind', 'handbook', 'report']),
        minutesBefore: z.int().describe('Negative: after the meeting'),
        dueAt: moment,
        state: z.enum(['waiting', 'done', 'needless', 'cancelled']),
        people: z.int().nullable(),
      }),
    ),
    last: z
      .object({
        id: z.string(),
        title: z.string(),
        startsAt: moment,
        decided: z.array(
          z.object({
            kind: z.enum(['resolution', 'conclusion']),
            title: z.string(),
            number: z.string().nullable(),
          }),
        ),
        tasks: z.array(
          z.object({
            id: z.string(),
            what: z.string(),
            who: z.string(),
            dueOn: z.string().nullable(),
            done: z.boolean(),
          }),
        ),
      })
      .nullable()
      .describe('What the unit decided last, and what of it is due'),
  })
  .meta({
    description: 'The meeting',
    examples: [
      {
        ...exampleLine,
        lateAfter: 15,
        reminders: [4320, 1440, 120],
        revision: 0,
        movedAt: null,
        guests: '',
        calledAt: '2026-11-28T02:00:00.000Z',
        openedAt: null,
        closedAt: null,
        cancelReason: null,
        calledByName: 'Nguyễn Văn An',
        chair: null,
        taker: null,
        items: [{ id: exampleId, position: 1, ...exampleItem, rapporteur: null, conclusion: '' }],
        documents: [],
        series: null,
        steps: [],
        last: null,
      },
    ],
  });

const warning = z.looseObject({
  kind: z.enum(['short', 'day-off', 'too-few-official', 'quiet-hours', 'clash']),
});
export const Called = z
  .object({ id: z.string(), invited: z.int(), warnings: z.array(warning).describe('Nothing of it forbids') })
  .meta({ description: 'Called', examples: [{ id: exampleId, invited: 22, warnings: [] }] });
export const Told = z
  .object({ id: z.string(), told: z.int() })
  .meta({ description: 'How many are told', examples: [{ id: exampleId, told: 22 }] });
export const Confirmed = z
  .object({ id: z.string(), invited: z.int() })
  .meta({ description: 'Called', examples: [{ id: exampleId, invited: 22 }] });
export const Opened = z.object({ id: z.string(), checkInCode: z.string() }).meta({
  description: 'Open; six digits that rotate',
  examples: [{ id: exampleId, checkInCode: '204815' }],
});
export const Closed = z
  .object({ id: z.string() })
  .meta({ description: 'Closed', examples: [{ id: exampleId }] });
export const Document = document.meta({
  description: 'Kept',
  examples: [{ id: exampleId, name: 'du-thao.pdf', mediaType: 'application/pdf', size: 120_000 }],
});
export const nothingMore = z.null().meta({ description: 'Done', examples: [null] });
