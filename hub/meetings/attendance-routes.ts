import { z } from 'zod';
import type { Attendance } from '../attendance/index.ts';
import { byApi, type App } from '../platform/http.ts';
import { instant } from '../platform/instant.ts';
import { problemReplies } from '../platform/problems.ts';
import { exampleId, MeetingId } from './replies.ts';

/** Who comes and who came, under `/api/v1/meetings/:id`. */
export function attendanceRoutes(
  app: App,
  { attendance }: { attendance: Pick<Attendance, 'status' | 'roll' | 'answerFor' | 'mark'> },
): void {
  const tags = ['meetings'];
  const reads = { scope: 'meetings:read' };
  const writes = { scope: 'meetings:write' };

  app.get(
    '/api/v1/meetings/:id/status',
    {
      config: reads,
      schema: {
        summary: 'A meeting in figures: answers, attendance, whether a resolution can pass',
        tags,
        params: MeetingId,
        response: { 200: Status, ...problemReplies },
      },
    },
    async (request) => await attendance.status(byApi(request), request.params.id),
  );

  app.get(
    '/api/v1/meetings/:id/roll',
    {
      config: reads,
      schema: {
        summary: 'Everybody of a meeting by name; for those who lead the very unit',
        tags,
        params: MeetingId,
        response: { 200: Roll, ...problemReplies },
      },
    },
    async (request) => {
      return { items: [...(await attendance.roll(byApi(request), request.params.id))] };
    },
  );

  app.post(
    '/api/v1/meetings/:id/answers',
    {
      config: writes,
      schema: {
        summary: 'Record what a member has said: whether he or she comes',
        tags,
        params: MeetingId,
        body: AnswerBody,
        response: { 200: Answered, ...problemReplies },
      },
    },
    async (request) => {
      const { member, ...answer } = request.body;
      return await attendance.answerFor(byApi(request), request.params.id, member, answer);
    },
  );

  app.post(
    '/api/v1/meetings/:id/marks',
    {
      config: writes,
      schema: {
        summary: 'Marks of the list, each taken where it is later than what stands',
        tags,
        params: MeetingId,
        body: MarksBody,
        response: { 200: Marked, ...problemReplies },
      },
    },
    async (request) => {
      const marks = request.body.marks.map(({ at, ...mark }) => ({ ...mark, at: new Date(at) }));
      const { taken, conflicts } = await attendance.mark(byApi(request), request.params.id, marks);
      return { taken, conflicts: [...conflicts] };
    },
  );
}

const answer = z.enum(['yes', 'no']);
const excuse = z.enum(['asked', 'accepted', 'returned']);
const mark = z.enum(['present', 'late', 'excused', 'absent']);
const moment = z.date();

const Status = z
  .object({
    id: z.string(),
    invited: z.int(),
    rsvp: z.object({ yes: z.int(), no: z.int(), unknown: z.int() }).describe('Adds up to `invited`'),
    attendance: z
      .object({
        present: z.int(),
        late: z.int(),
        excused: z.int(),
        absent: z.int(),
        unknown: z.int(),
      })
      .describe('Adds up to `invited`'),
    quorum: z
      .object({
        base: z.int().describe('Over how many votes is reckoned'),
        required: z.int().describe('Votes that carry an ordinary resolution'),
        present: z.int().describe('Voters who are there'),
        met: z.boolean(),
        rule: z.string(),
      })
      .describe('The threshold and its source'),
  })
  .meta({
    description: 'The figures',
    examples: [
      {
        id: exampleId,
        invited: 22,
        rsvp: { yes: 15, no: 3, unknown: 4 },
        attendance: { present: 16, late: 1, excused: 3, absent: 2, unknown: 0 },
        quorum: { base: 20, required: 11, present: 16, met: true, rule: 'quá 1/2 (294-QĐ/TW, 9.3.2)' },
      },
    ],
  });

const Roll = z
  .object({
    items: z.array(
      z.object({
        memberId: z.string(),
        code: z.string(),
        fullName: z.string(),
        unit: z.string(),
        summoned: z.boolean(),
        votes: z.boolean(),
        counted: z.enum(['always', 'when-present', 'never']),
        rsvp: answer.nullable(),
        lateMinutes: z.int().nullable(),
        reason: z.string().nullable(),
        excuse: excuse.nullable(),
        mark: mark.nullable(),
        markedAt: moment.nullable(),
        road: z.enum(['code', 'link', 'list', 'settled']).nullable(),
        markedByName: z.string().nullable(),
      }),
    ),
  })
  .meta({
    description: 'The roll',
    examples: [
      {
        items: [
          {
            memberId: exampleId,
            code: 'DV000042',
            fullName: 'Trần Thị Bình',
            unit: 'Chi bộ thôn Một',
            summoned: true,
            votes: true,
            counted: 'always',
            rsvp: 'yes',
            lateMinutes: null,
            reason: null,
            excuse: null,
            mark: 'present',
            markedAt: '2026-12-03T12:28:00.000Z',
            road: 'code',
            markedByName: null,
          },
        ],
      },
    ],
  });

const AnswerBody = z
  .strictObject({
    member: z.string().min(1).max(64).describe('Member code'),
    answer,
    reason: z.string().max(500).optional().describe('Of an absence'),
    lateMinutes: z.int().min(1).max(240).optional().describe('Of who comes late'),
  })
  .meta({ examples: [{ member: 'DV000042', answer: 'no', reason: 'đi công tác' }] });

const Answered = z
  .union([
    z.object({
      kind: z.literal('noted'),
      changed: z.boolean(),
      answer,
      excuse: excuse.nullable(),
    }),
    z.object({ kind: z.literal('closed') }),
  ])
  .meta({
    description: 'What came of it',
    examples: [{ kind: 'noted', changed: true, answer: 'no', excuse: 'asked' }],
  });

const MarksBody = z
  .strictObject({
    marks: z
      .array(
        z.strictObject({
          member: z.string().min(1).max(64).describe('Member code'),
          mark: mark.nullable().describe('Null takes a mark back'),
          at: instant.describe('When it was made; in the future counts as now'),
        }),
      )
      .max(2_000),
  })
  .meta({
    examples: [{ marks: [{ member: 'DV000042', mark: 'present', at: '2026-12-03T19:31:00+07:00' }] }],
  });

const kept = z.object({ mark: mark.nullable(), at: moment });
const Marked = z
  .object({
    taken: z.int(),
    conflicts: z
      .array(
        z.object({
          member: z.string(),
          kept: kept.extend({ byName: z.string().nullable() }),
          refused: kept,
        }),
      )
      .describe('Marks that are older than what stands'),
  })
  .meta({ description: 'What was taken', examples: [{ taken: 1, conflicts: [] }] });
