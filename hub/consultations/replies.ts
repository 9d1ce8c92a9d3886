import { z } from 'zod';
import { consultationKinds, consultationLevels, consultationStates, questionForms } from './port.ts';
import { AnswersByNumber } from './requests.ts';

/** Shapes of the API of consultations. */

const exampleId = '01990d3e-7c1a-7b54-9d6a-3f0c8a51e2c1';
const exampleUnit = {
  id: '01990d3e-7c1a-7b54-9d6a-3f0c8a51e2b8',
  code: 'SLT-01-CB01',
  name: 'Chi bộ thôn Một',
};

// What is not an id belongs to no consultation: the answer is 404, as for one that others ask.
export const ConsultationId = z.object({
  id: z
    .string()
    .max(64)
    .meta({ examples: [exampleId] }),
});

const moment = z.date();
const unit = z.object({ id: z.string(), code: z.string(), name: z.string() });
const places = z.array(z.int());

const question = z.object({
  form: z.enum(questionForms),
  wording: z.string(),
  options: z.array(z.string()),
  most: z.int().nullable(),
  scale: z.object({ from: z.int(), to: z.int(), low: z.string(), high: z.string() }).nullable(),
  passage: z.string().nullable(),
  required: z.boolean(),
  onlyIf: z.object({ question: z.int(), options: places }).nullable(),
});
const exampleQuestion = {
  form: 'one',
  wording: 'Giờ họp hiện nay có hợp không?',
  options: ['Hợp', 'Chưa hợp'],
  most: null,
  scale: null,
  passage: null,
  required: true,
  onlyIf: null,
};

const summary = {
  id: z.string(),
  unit,
  kind: z.enum(consultationKinds),
  level: z.enum(consultationLevels),
  state: z.enum(consultationStates),
  title: z.string(),
  closesAt: moment,
  endedAt: moment.nullable(),
  eligible: z.int().nullable().describe('How many are asked; null while it is being prepared'),
  answered: z.int().nullable().describe('Null: not open yet, or too few to be told'),
  revision: z.int(),
};
const exampleSummary = {
  id: exampleId,
  unit: exampleUnit,
  kind: 'survey',
  level: 'confidential',
  state: 'open',
  title: 'Giờ sinh hoạt chi bộ',
  closesAt: '2026-12-20T10:00:00.000Z',
  endedAt: null,
  eligible: 24,
  answered: 11,
  revision: 3,
};

export const Summaries = z.object({ items: z.array(z.object(summary)) }).meta({
  description: 'Consultations, open ones first',
  examples: [{ items: [exampleSummary] }],
});

export const View = z
  .object({
    ...summary,
    audience: z.enum(['members', 'secretaries']),
    introduction: z.string(),
    questions: z.array(question),
    live: z.boolean(),
    shared: z.boolean(),
    openedAt: moment.nullable(),
    remindedAt: moment.nullable(),
    noticeId: z.string().nullable().describe('The notice by which they were told'),
    drawn: z.int().nullable().describe('Unnamed: how many drew a paper'),
    silent: z
      .array(z.object({ code: z.string(), fullName: z.string(), unit: z.string() }))
      .nullable()
      .describe('Named, and read in the very unit: who has not answered; null: not told'),
  })
  .meta({
    description: 'The consultation',
    examples: [
      {
        ...exampleSummary,
        audience: 'members',
        introduction: '',
        questions: [exampleQuestion],
        live: false,
        shared: true,
        openedAt: '2026-12-01T02:00:00.000Z',
        remindedAt: null,
        noticeId: exampleId,
        drawn: null,
        silent: null,
      },
    ],
  });

export const Saved = z
  .object({ id: z.string(), revision: z.int() })
  .meta({ description: 'Kept; nobody is asked yet', examples: [{ id: exampleId, revision: 1 }] });

export const Opened = z
  .object({ id: z.string(), eligible: z.int() })
  .meta({ description: 'Open', examples: [{ id: exampleId, eligible: 24 }] });

export const Reminded = z
  .object({
    id: z.string(),
    reminded: z.int().nullable().describe('Null: too few have answered to be told'),
  })
  .meta({ description: 'Reminded', examples: [{ id: exampleId, reminded: 13 }] });

export const Discarded = z.null().meta({ description: 'Gone', examples: [null] });

const asked = {
  id: z.string(),
  unit,
  kind: z.enum(consultationKinds),
  level: z.enum(consultationLevels),
  title: z.string(),
  introduction: z.string(),
  questions: z.array(question),
  closesAt: moment,
  live: z.boolean(),
  shared: z.boolean(),
  answers: AnswersByNumber.nullable().describe('One’s own; null: none, or unnamed'),
  drawn: z.boolean().describe('Unnamed: has drawn a paper'),
  state: z.enum(['open', 'closed', 'cancelled']),
};
const exampleAsked = {
  id: exampleId,
  unit: exampleUnit,
  kind: 'survey',
  level: 'confidential',
  title: 'Giờ sinh hoạt chi bộ',
  introduction: '',
  questions: [exampleQuestion],
  closesAt: '2026-12-20T10:00:00.000Z',
  live: false,
  shared: true,
  answers: { 1: 0 },
  drawn: false,
  state: 'open',
};

export const Asked = z
  .object(asked)
  .meta({ description: 'The consultation, as who is asked sees it', examples: [exampleAsked] });

export const Mine = z.object({ items: z.array(z.object(asked)) }).meta({
  description: 'What the token’s member is asked; what waits first',
  examples: [{ items: [exampleAsked] }],
});

export const Drawn = z.object({ paper: z.string() }).meta({
  description: 'A paper, kept nowhere: shown this once',
  examples: [{ paper: 'bóng cây nước non …' }],
});

export const PaperTaken = z
  .object({ answered: z.literal(true) })
  .meta({ description: 'Taken in; the paper is used up', examples: [{ answered: true }] });

export const Results = z
  .object({
    id: z.string(),
    title: z.string(),
    unit,
    level: z.enum(consultationLevels),
    questions: z.array(question),
    eligible: z.int(),
    answered: z.int().nullable(),
    final: z.boolean().describe('False: counted while it still goes on'),
    smallest: z.int().describe('People in the smallest group that is shown'),
    results: z.array(
      z.object({
        number: z.int(),
        answered: z.int().nullable(),
        groups: z
          .array(z.object({ options: places, count: z.int().nullable() }))
          .nullable()
          .describe('Groups of options that are told apart; null: too few answered, or all alike'),
        meanPlaces: z.array(z.number().nullable()).nullable(),
        texts: z.array(z.string()).nullable().describe('In random order; only for who asks'),
      }),
    ),
    byUnit: z.array(
      z.object({
        number: z.int(),
        groups: z.array(places),
        rows: z.array(z.object({ units: z.array(unit), counts: places })),
      }),
    ),
  })
  .meta({
    description: 'What may be shown; never of fewer people than `smallest`',
    examples: [
      {
        id: exampleId,
        title: 'Giờ sinh hoạt chi bộ',
        unit: exampleUnit,
        level: 'confidential',
        questions: [exampleQuestion],
        eligible: 24,
        answered: 19,
        final: true,
        smallest: 5,
        results: [
          {
            number: 1,
            answered: 19,
            groups: [
              { options: [0], count: 12 },
              { options: [1], count: 7 },
            ],
            meanPlaces: null,
            texts: null,
          },
        ],
        byUnit: [],
      },
    ],
  });

export const ByName = z
  .object({
    items: z.array(
      z.object({ code: z.string(), fullName: z.string(), unit: z.string(), answers: AnswersByNumber }),
    ),
  })
  .meta({
    description: 'Who answered what',
    examples: [
      { items: [{ code: 'DV-0001', fullName: 'Trần Thị Bình', unit: 'Chi bộ thôn Một', answers: { 1: 0 } }] },
    ],
  });

const file = { schema: z.instanceof(Buffer).meta({ examples: ['…'] }) };
export const FileReply = {
  description: 'The results as a file',
  content: {
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': file,
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': file,
  },
};

/** The same, as what a reply is made of: there nothing is only to be read, and every key is text. */
type Reply<Shown> = Shown extends Date
  ? Shown
  : Shown extends readonly (infer Item)[]
    ? Reply<Item>[]
    : Shown extends object
      ? number extends keyof Shown
        ? Record<string, Reply<Shown[keyof Shown]>>
        : { -readonly [Name in keyof Shown]: Reply<Shown[Name]> }
      : Shown;

export function asReply<Shown>(shown: Shown): Reply<Shown> {
  return shown as Reply<Shown>;
}
