import { z } from 'zod';
import { feedbackKinds, feedbackLevels, feedbackStates } from './port.ts';

/** Shapes of the API of opinions. Days are of the calendar in Vietnam. */

const exampleId = 'b9a0c6de-5d63-4f6e-9d4a-0c1f0a3f7b11';
const exampleUnit = {
  id: '01990d3e-7c1a-7b54-9d6a-3f0c8a51e2b8',
  code: 'SLT-01-CB01',
  name: 'Chi bộ thôn Một',
};
const exampleText = 'Đề nghị sửa đoạn đường trước nhà văn hóa trước mùa mưa.';

// What is not an id belongs to no item: the answer is 404, as for one that others answer for.
const id = z
  .string()
  .max(64)
  .meta({ examples: [exampleId] });
export const ItemId = z.object({ id });
export const FileId = z.object({ id, file: id });

const unit = z.object({ id: z.string(), code: z.string(), name: z.string() });
const kind = z.enum(feedbackKinds);
const level = z.enum(feedbackLevels);
const state = z.enum(feedbackStates);
const day = z.string().describe('A day such as 2026-12-03');

const summary = {
  id: z.string(),
  number: z.string().nullable().describe('Null: unlinkable'),
  unit,
  level,
  kind,
  topic: z.string().nullable(),
  text: z.string(),
  state,
  receivedOn: day,
  dueOn: day.nullable().describe('Null: nobody can be answered'),
  late: z.boolean(),
  author: z
    .object({ id: z.string(), code: z.string(), fullName: z.string() })
    .nullable()
    .describe('Of what was said by name, and of nothing else'),
  takenBy: z.object({ id: z.string(), fullName: z.string() }).nullable(),
  files: z.int(),
  useful: z.boolean().nullable().describe('What the author made of the answer'),
  revision: z.int(),
};
const exampleSummary = {
  id: exampleId,
  number: '7KQ2-MP4D',
  unit: exampleUnit,
  level: 'confidential',
  kind: 'proposal',
  topic: 'Đường thôn',
  text: exampleText,
  state: 'new',
  receivedOn: '2026-12-03',
  dueOn: '2027-01-15',
  late: false,
  author: null,
  takenBy: null,
  files: 0,
  useful: null,
  revision: 0,
};

export const Summaries = z.object({ items: z.array(z.object(summary)) }).meta({
  description: 'Opinions, late ones first',
  examples: [{ items: [exampleSummary] }],
});

export const View = z
  .object({
    ...summary,
    saidTo: unit.describe('To whom it was said first'),
    entries: z.array(
      z.object({
        position: z.int(),
        kind: z.enum([
          'reply',
          'note',
          'took',
          'released',
          'forwarded',
          'closed',
          'reopened',
          'rated',
          'escalated',
          'succeeded',
        ]),
        by: z
          .object({ id: z.string(), fullName: z.string() })
          .nullable()
          .describe('Null: the author, or the hub'),
        unit,
        to: unit.nullable(),
        text: z.string().nullable(),
        on: day,
      }),
    ),
    attachments: z.array(
      z.object({ id: z.string(), name: z.string(), mediaType: z.string(), bytes: z.int() }),
    ),
    lateReason: z.string().nullable().describe('Why it was answered after its day'),
  })
  .meta({
    description: 'The opinion, and what was done about it',
    examples: [{ ...exampleSummary, saidTo: exampleUnit, entries: [], attachments: [], lateReason: null }],
  });

export const Receipt = z
  .object({ number: z.string(), level: z.enum(['named', 'confidential']), unit, dueOn: day })
  .meta({
    description: 'Taken in',
    examples: [{ number: '7KQ2-MP4D', level: 'named', unit: exampleUnit, dueOn: '2027-01-15' }],
  });

export const Own = z
  .object({
    items: z.array(
      z.object({
        number: z.string(),
        level: z.enum(['named', 'confidential']),
        kind,
        unit,
        text: z.string(),
        state,
        receivedOn: day,
        dueOn: day.nullable(),
        replies: z.array(z.object({ text: z.string(), on: day, from: unit })),
        useful: z.boolean().nullable(),
        canEdit: z.boolean().describe('Nobody has read it'),
        canReopen: z.boolean(),
      }),
    ),
  })
  .meta({
    description: 'What the token’s member said, newest first',
    examples: [
      {
        items: [
          {
            number: '7KQ2-MP4D',
            level: 'named',
            kind: 'proposal',
            unit: exampleUnit,
            text: exampleText,
            state: 'answered',
            receivedOn: '2026-12-03',
            dueOn: '2027-01-15',
            replies: [{ text: 'Làm trong tháng 12.', on: '2026-12-05', from: exampleUnit }],
            useful: null,
            canEdit: false,
            canReopen: true,
          },
        ],
      },
    ],
  });

export const Replied = z
  .object({ id: z.string(), state })
  .meta({ description: 'Answered; the author is told', examples: [{ id: exampleId, state: 'answered' }] });

export const FileReply = {
  description: 'The file',
  content: {
    'application/octet-stream': { schema: z.instanceof(Buffer).meta({ examples: ['…'] }) },
  },
};
