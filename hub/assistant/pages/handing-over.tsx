import { Alert, Button, Buttons, FormTo, LinkButton, seeOther, type Console } from '../../console/index.ts';
import { answerUrl, askUrl, type AssistantPagesParts } from './urls.ts';

/** Giving an unanswered question to a person: what goes, to whom, and under whose name is said first. */
export function handingOverPages(console: Console, { assistant }: AssistantPagesParts): void {
  const url = answerUrl(':id', '/handing-over');

  console.page(url, { needs: 'member' }, async ({ viewer, say, params }) => {
    const id = params['id'] ?? '';
    const { question, reply } = await assistant.answer(viewer.actor, id);
    if (reply.kind !== 'refused' || !reply.canHandOver) return seeOther(answerUrl(id));
    return {
      title: say('assistant-page-hand-over'),
      trail: [
        { href: askUrl, words: say('assistant-page-title') },
        { href: answerUrl(id), words: say('assistant-page-answer') },
      ],
      styles: ['library.css'],
      body: (
        <>
          <p class="lead">{say('assistant-page-hand-over-what')}</p>
          <blockquote class="quoted as-written" dir="auto">
            {question}
          </blockquote>
          <Alert kind="note">{say('assistant-page-hand-over-name', { name: viewer.fullName })}</Alert>
          <FormTo action={answerUrl(id, '/handing-over')}>
            <Buttons>
              <Button>{say('assistant-page-hand-over-yes')}</Button>
              <LinkButton href={answerUrl(id)}>{say('assistant-page-hand-over-no')}</LinkButton>
            </Buttons>
          </FormTo>
        </>
      ),
    };
  });

  console.form(url, { needs: 'member' }, async ({ viewer, say, params }) => {
    const id = params['id'] ?? '';
    const { number, unit } = await assistant.handOver(viewer.actor, id);
    return seeOther(`${answerUrl(id)}?judged=yes`, say('assistant-page-handed-over', { number, unit }));
  });
}
