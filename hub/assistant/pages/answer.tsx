import { useSay, type Console } from '../../console/index.ts';
import type { AssistantReply } from '../port.ts';
import { QuestionForm } from './asking.tsx';
import { FoundView } from './found-view.tsx';
import { JudgementFields } from './judgement.tsx';
import { RefusedView } from './refused-view.tsx';
import { answerUrl, askUrl, type AssistantPagesParts } from './urls.ts';

/** What was asked and what came back; where one judges it, and asks on. */
export function answerPage(console: Console, { assistant }: AssistantPagesParts): void {
  console.page(answerUrl(':id'), { needs: 'member' }, async ({ viewer, say, params, query }) => {
    const { question, reply } = await assistant.answer(viewer.actor, params['id'] ?? '');
    const judges = (reply.kind === 'found' || reply.kind === 'refused') && query['judged'] === undefined;
    return {
      title: say('assistant-page-answer'),
      trail: [{ href: askUrl, words: say('assistant-page-title') }],
      styles: ['library.css'],
      body: (
        <>
          <div class="asked">
            <h2>{say('assistant-page-asked')}</h2>
            <p class="as-written" dir="auto">
              {question}
            </p>
          </div>
          <ReplyView of={reply} />
          {judges ? <JudgementFields id={reply.id} /> : null}
          <QuestionForm after={reply.id} />
          <p>
            <a href={askUrl}>{say('assistant-page-ask-anew')}</a>
          </p>
        </>
      ),
    };
  });
}

function ReplyView({ of }: { of: AssistantReply }) {
  const say = useSay();
  if (of.kind === 'found') return <FoundView of={of} />;
  if (of.kind === 'refused') return <RefusedView of={of} />;
  return (
    <div class="card">
      <p class="as-written">{of.kind === 'own' ? of.text : say('assistant-page-talk', { talk: of.talk })}</p>
    </div>
  );
}
