import { z } from 'zod';
import {
  Badge,
  Button,
  Card,
  Empty,
  FormTo,
  TextArea,
  read,
  seeOther,
  useSay,
  type Console,
} from '../../console/index.ts';
import { instantOf } from '../members/decisions.ts';
import type { People } from '../people.ts';
import type { OpenRequest } from '../data/requests.ts';
import { memberUrl } from './urls.ts';

/** What members asked and nobody has answered yet. */
export function requestPages(console: Console, { people }: { people: People }): void {
  console.page('/console/requests', { needs: 'member.answer' }, async ({ viewer, say }) => {
    const open = await people.openRequests(viewer.actor);
    return {
      title: say('requests-title'),
      body: (
        <>
          <p>{say('requests-lead')}</p>
          {open.length === 0 ? <Empty>{say('requests-none')}</Empty> : null}
          {open.map((request) => (
            <Request key={request.id} of={request} />
          ))}
        </>
      ),
    };
  });

  console.form(
    '/console/requests/:id/answer',
    { needs: 'member.answer' },
    async ({ viewer, say, params, fields }) => {
      const { answer } = read(Answer, fields);
      const { told } = await people.answerRequest(viewer.actor, params['id'] ?? '', answer);
      return seeOther('/console/requests', told ? say('requests-told') : say('requests-not-told'));
    },
  );
}

const Answer = z.object({ answer: z.string().max(2_000) });

function Request({ of: request }: { of: OpenRequest }) {
  const say = useSay();
  const { id, kind, member, fullName, unitName, text, createdAt, dueOn, overdue } = request;
  return (
    <Card tone={overdue ? 'attention' : 'plain'}>
      <h2>{say('requests-kind', { kind })}</h2>
      <p>
        <a href={memberUrl(member)}>
          {say('requests-from', { name: fullName, code: member, unit: unitName })}
        </a>{' '}
        <span class="hint">{say('requests-asked-at', { at: createdAt })}</span>
      </p>
      <blockquote class="quote">
        {text.split('\n').map((line, index) => (
          // Lines of one text have no names of their own.
          <p key={`${index}`}>{line}</p>
        ))}
      </blockquote>
      <p>
        {overdue ? <Badge tone="bad">{say('requests-overdue')}</Badge> : null}{' '}
        {say('requests-due', { dueOn: instantOf(dueOn) })}
      </p>
      <FormTo action={`/console/requests/${id}/answer`}>
        <TextArea
          id={`answer-${id}`}
          label={say('requests-answer')}
          hint={say('requests-answer-hint')}
          name="answer"
          required
          rows={3}
          maxlength={2_000}
        />
        <Button>{say('requests-send')}</Button>
      </FormTo>
    </Card>
  );
}
