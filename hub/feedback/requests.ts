import { z } from 'zod';
import { feedbackKinds, feedbackLevels, feedbackStates } from './port.ts';

/** What the API of opinions takes. */

const unit = z.string().min(1).max(64);
const revision = z.int().optional().describe('What one has read; where it moved on since, 409');

const exampleSaid = {
  unit: 'SLT-01-CB01',
  kind: 'proposal',
  level: 'named',
  topic: 'Đường thôn',
  text: 'Đề nghị sửa đoạn đường trước nhà văn hóa trước mùa mưa.',
};

export const SayBody = z
  .strictObject({
    unit: unit.describe('Code of who is to answer: the own cell, or any unit above'),
    kind: z.enum(feedbackKinds),
    level: z
      .enum(['named', 'confidential'])
      .describe('Confidential: who answers never learns who; without any link see the unit’s page'),
    topicId: z.string().max(64).optional().describe('A topic of the addressee'),
    topic: z.string().max(400).optional().describe('Free words instead, up to 80 characters'),
    text: z.string().describe('1 to 2,000 characters'),
  })
  .meta({ examples: [exampleSaid] });

export const SayForm = z
  .object({ feedback: z.string().describe('The JSON of what is said'), file: z.array(z.file()).max(5) })
  .meta({ examples: [{ feedback: JSON.stringify(exampleSaid), file: ['anh.jpg'] }] });

export const ListQuery = z.object({
  unit: unit.optional().describe('Code of a unit; default: all for which one answers'),
  state: z
    .enum(['open', ...feedbackStates])
    .optional()
    .describe('`open`: new, taken or reopened'),
  level: z.enum(feedbackLevels).optional(),
  late: z.enum(['true', 'false']).optional().describe('Past its day without an answer'),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});

export const ReplyBody = z
  .strictObject({
    text: z.string().describe('1 to 4,000 characters'),
    lateReason: z.string().optional().describe('Needed after its day; 1 to 500 characters'),
    revision,
  })
  .meta({ examples: [{ text: 'Xã đã bố trí kinh phí, làm trong tháng 12.', revision: 2 }] });

export const NoteBody = z
  .strictObject({ text: z.string().describe('1 to 4,000 characters'), revision })
  .meta({ examples: [{ text: 'Đã hỏi địa chính, chờ số liệu.' }] });

export const ForwardBody = z
  .strictObject({
    unit: unit.describe('Code of the unit that can answer'),
    reason: z.string().describe('1 to 500 characters; the author reads it'),
    revision,
  })
  .meta({ examples: [{ unit: 'SLT-01', reason: 'Việc này thuộc thẩm quyền của xã.' }] });

export const CloseBody = z
  .strictObject({
    reason: z.string().optional().describe('Needed where there was no reply; the author reads it'),
    revision,
  })
  .nullish()
  .meta({ examples: [{ reason: 'Đã làm xong.' }] });

export const SeenBody = z
  .strictObject({ revision })
  .nullish()
  .meta({ examples: [{ revision: 0 }] });
