import { seeOther, type Console } from '../../console/index.ts';
import { NotAnswered } from '../errors.ts';
import type { ItemView } from '../port.ts';
import { itemUrl, type FeedbackPagesParts } from './urls.ts';

/** An answer that concerns everybody becomes a draft of a notice, which its writer reads, mends and sends. */
export function publishingForm(console: Console, { feedback, notices }: FeedbackPagesParts): void {
  console.form(itemUrl(':id', '/notice'), { needs: 'feedback.answer' }, async ({ viewer, say, params }) => {
    const item = await feedback.answering.item(viewer.actor, params['id'] ?? '');
    const answer = item.entries.findLast(({ kind }) => kind === 'reply')?.text;
    if (!answer) throw new NotAnswered();
    const { topic, question } = told(item);
    const fields = {
      unit: item.unit.code,
      to: 'members',
      kind: 'notice',
      when: 'now',
      title: topic ? say('feedback-publish-subject', { topic }) : say('feedback-publish-subject-plain'),
      body: question ? say('feedback-publish-body', { question, answer }) : answer,
    };
    const draft = await notices.saveDraft(viewer.actor, { id: null, fields, keep: [], files: [] });
    return seeOther(`/console/notices/new?draft=${draft}`, say('feedback-publish-begun'));
  });
}

/** What was said under a promise is not shown to others in its own words: who writes is known by how. */
function told({ level, topic, text }: ItemView): { topic: string | null; question: string | null } {
  return level === 'named' ? { topic, question: text } : { topic: null, question: null };
}
