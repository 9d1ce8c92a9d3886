import { z } from 'zod';
import { instant } from '../platform/instant.ts';
import {
  consultationKinds,
  consultationLevels,
  questionForms,
  type Answers,
  type NewConsultation,
  type Question,
} from './port.ts';

/** What the API and the command line take; lengths and what fits together are checked by the feature. */

const place = z.int().min(0).max(11);

const QuestionBody = z.strictObject({
  form: z.enum(questionForms),
  wording: z.string().describe('1 to 500 characters; of a passage where it stands, such as Điều 3'),
  options: z.array(z.string()).default([]).describe('Of one, several: 2 to 12; of ranking: 2 to 8'),
  most: z.int().nullable().default(null).describe('Of several: how many at most; null: all'),
  scale: z
    .strictObject({ from: z.int(), to: z.int(), low: z.string(), high: z.string() })
    .nullable()
    .default(null)
    .describe('From 0 or 1 to at most 10, with words for both ends'),
  passage: z.string().nullable().default(null).describe('Of passage: what stands there'),
  required: z.boolean().default(true),
  onlyIf: z
    .strictObject({ question: z.int().min(1), options: z.array(place) })
    .nullable()
    .default(null)
    .describe(
      'Only of those who chose one of these options, counted from 0, of an earlier question of the form one',
    ),
});

export const ConsultationBody = z
  .strictObject({
    id: z.string().max(64).optional().describe('Of one that is being prepared: it is written anew'),
    revision: z.int().optional().describe('With id: what one has read; where it moved on since, 409'),
    unit: z.string().min(1).max(64).describe('Code of the unit that asks: its members and those below'),
    kind: z.enum(consultationKinds),
    level: z.enum(consultationLevels).describe('How much is known of who answered'),
    audience: z.enum(['members', 'secretaries']).default('members'),
    title: z.string().describe('1 to 200 characters'),
    introduction: z.string().default(''),
    questions: z.array(QuestionBody).default([]).describe('1 to 60; of a poll at most 3'),
    draft: z.string().optional().describe('The text of a draft: its passages come before the questions'),
    live: z.boolean().default(false).describe('Named only: those asked see the counts while it is open'),
    shared: z.boolean().default(true).describe('Those asked may read the results'),
    closesAt: instant,
  })
  .meta({
    examples: [
      {
        unit: 'SLT-01-CB01',
        kind: 'survey',
        level: 'confidential',
        title: 'Giờ sinh hoạt chi bộ',
        questions: [
          { form: 'one', wording: 'Giờ họp hiện nay có hợp không?', options: ['Hợp', 'Chưa hợp'] },
          {
            form: 'text',
            wording: 'Nên đổi thế nào?',
            required: false,
            onlyIf: { question: 1, options: [1] },
          },
        ],
        closesAt: '2026-12-20T17:00:00+07:00',
      },
    ],
  });

const Answer = z.union([
  z.int(),
  z.array(place).max(12),
  z.string(),
  z.strictObject({ agrees: z.boolean(), comment: z.string().nullable().default(null) }),
]);

/** By the number of the question. */
export const AnswersByNumber = z
  .record(z.string().regex(/^[1-9]\d?$/), Answer)
  .describe(
    'By the number of the question: a place counted from 0, places, a number, words, or a view of a passage',
  );

const exampleAnswers = { 1: 1, 2: 'Nên họp lúc 19 giờ.' };
export const AnswersBody = z
  .strictObject({ answers: AnswersByNumber })
  .meta({ examples: [{ answers: exampleAnswers }] });

const paper = z.string().min(1).max(400).describe('The words of a paper');
const examplePaper = 'bóng cây nước non …';
export const PaperBody = z.strictObject({ paper }).meta({ examples: [{ paper: examplePaper }] });
export const PaperAnswersBody = z
  .strictObject({ paper, answers: AnswersByNumber })
  .meta({ examples: [{ paper: examplePaper, answers: exampleAnswers }] });

export const ListQuery = z.object({
  unit: z.string().max(64).optional().describe('Code of a unit; default: all over which one may ask'),
});
export const ExtendBody = z
  .strictObject({ closesAt: instant })
  .meta({ examples: [{ closesAt: '2026-12-27T17:00:00+07:00' }] });
export const CancelBody = z
  .strictObject({ reason: z.string().describe('1 to 500 characters; those asked read it') })
  .meta({ examples: [{ reason: 'Dự thảo được viết lại.' }] });
export const ExportQuery = z.object({ format: z.enum(['xlsx', 'docx']).default('xlsx') });

/** What was given, as the feature takes it. */
export function asNewConsultation(
  { draft, ...given }: z.output<typeof ConsultationBody>,
  passagesOf: (text: string) => Question[],
): NewConsultation {
  const passages = draft === undefined ? [] : passagesOf(draft);
  // Branches name questions by their numbers, which the passages before them move on.
  const questions = given.questions.map((question) => ({
    ...question,
    onlyIf: question.onlyIf && {
      ...question.onlyIf,
      question: question.onlyIf.question + passages.length,
    },
  }));
  return { ...given, questions: [...passages, ...questions], closesAt: new Date(given.closesAt) };
}

export function asAnswers(given: z.output<typeof AnswersByNumber>): Answers {
  return Object.fromEntries(Object.entries(given).map(([number, answer]) => [Number(number), answer]));
}
