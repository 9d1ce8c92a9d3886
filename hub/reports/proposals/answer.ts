import { z } from 'zod';

const Answer = z.object({
  groups: z.array(
    z.object({
      label: z.string().max(100),
      items: z.array(z.int().positive()).min(1),
      quote: z.string().min(1).max(2_000),
    }),
  ),
});

/** As a model says it: nothing of it is believed. */
export type ProposedGroup = z.infer<typeof Answer>['groups'][number];

/** The groups in what a model said, whatever it likes to put around them; null: there are none to be read. */
export function groupsIn(answer: string | null): ProposedGroup[] | null {
  if (answer === null) return null;
  try {
    const json = answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
    return Answer.parse(JSON.parse(json)).groups;
  } catch {
    return null;
  }
}
