import {
  Button,
  Details,
  FormTo,
  Radios,
  seeOther,
  useSay,
  word,
  type Console,
} from '../../console/index.ts';
import { complaints } from '../port.ts';
import { answerUrl, type AssistantPagesParts } from './urls.ts';

/** Whether an answer helped; kept without who said it. */
export function judgementForm(console: Console, { assistant }: AssistantPagesParts): void {
  console.form(
    answerUrl(':id', '/judgement'),
    { needs: 'member' },
    async ({ viewer, say, params, fields }) => {
      const id = params['id'] ?? '';
      const helped = word(fields, 'helped') === 'yes';
      const reason = complaints.find((one) => one === word(fields, 'reason'));
      await assistant.judge(viewer.actor, id, { helped, ...(helped || !reason ? {} : { reason }) });
      return seeOther(`${answerUrl(id)}?judged=yes`, say('assistant-page-judged'));
    },
  );
}

export function JudgementFields({ id }: { id: string }) {
  const say = useSay();
  const action = answerUrl(id, '/judgement');
  return (
    <section class="judging" aria-label={say('assistant-page-judge')}>
      <FormTo action={action}>
        <Button kind="plain" name="helped" value="yes">
          {say('assistant-page-helped')}
        </Button>
      </FormTo>
      <Details summary={say('assistant-page-not-helped')}>
        <FormTo action={action}>
          <input type="hidden" name="helped" value="no" />
          <Radios
            legend={say('assistant-page-why-not')}
            name="reason"
            choices={complaints.map((complaint) => ({
              value: complaint,
              label: say('assistant-page-complaint', { complaint }),
            }))}
          />
          <Button kind="plain">{say('assistant-page-send')}</Button>
          <p class="hint">{say('assistant-page-judge-nameless')}</p>
        </FormTo>
      </Details>
    </section>
  );
}
