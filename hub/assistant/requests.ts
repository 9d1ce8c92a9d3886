import { z } from 'zod';
import { complaints } from './port.ts';

export const QuestionBody = z
  .strictObject({
    text: z.string().max(10_000).describe('1 to 1,000 characters'),
    after: z.string().max(64).optional().describe('Id of one’s own answer after which it is asked'),
  })
  .meta({ examples: [{ text: 'Sinh hoạt chi bộ tối thiểu bao lâu?' }] });

export const JudgementBody = z
  .strictObject({ helped: z.boolean(), reason: z.enum(complaints).optional() })
  .meta({ examples: [{ helped: false, reason: 'outdated' }] });

export const DecisionBody = z
  .strictObject({ state: z.enum(['filled', 'dismissed']) })
  .meta({ examples: [{ state: 'filled' }] });
