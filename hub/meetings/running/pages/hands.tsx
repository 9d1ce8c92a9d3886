import { z } from 'zod';
import {
  Button,
  Buttons,
  Empty,
  FormTo,
  LinkButton,
  Section,
  Select,
  read,
  seeOther,
  useSay,
  type Console,
} from '../../../console/index.ts';
import type { RunningPagesParts } from './pages.tsx';
import { runUrl, type Run } from './run-view.tsx';

const HandForm = z.object({ member: z.string().max(40) });
const LoweringForm = z.object({ spoke: z.enum(['yes', 'no']) });

export function handForms(console: Console, { meetings: { running } }: RunningPagesParts): void {
  const needs = 'meeting.run';

  console.form('/console/meetings/:id/run/hands', { needs }, async ({ viewer, say, params, fields }) => {
    const id = params['id'] ?? '';
    const { place } = await running.raiseHandFor(viewer.actor, id, read(HandForm, fields).member);
    return seeOther(runUrl(id, 'hands'), say('run-hand-raised', { place }));
  });

  console.form('/console/meetings/:id/run/hands/:hand/lowering', { needs }, async (visit) => {
    const { viewer, params, fields } = visit;
    const id = params['id'] ?? '';
    const { spoke } = read(LoweringForm, fields);
    await running.lowerHandOf(viewer.actor, id, params['hand'] ?? '', spoke === 'yes');
    return seeOther(runUrl(id, 'hands'));
  });
}

/** Who wants to speak, the first first. */
export function HandsPart({ run: { meeting, hands, attendees } }: { run: Run }) {
  const say = useSay();
  const url = `/console/meetings/${meeting.id}/run/hands`;
  const up = new Set(hands.map(({ member }) => member));
  const others = attendees.filter(({ code }) => !up.has(code));
  return (
    <Section title={say('run-hands-title')}>
      {hands.length === 0 ? <Empty>{say('run-no-hands')}</Empty> : null}
      <ol class="run-hands">
        {hands.map(({ id, fullName, raisedAt }) => (
          <li key={id}>
            <p>
              <strong>{fullName}</strong> <span class="hint">{say('run-hand-since', { at: raisedAt })}</span>
            </p>
            <FormTo action={`${url}/${id}/lowering`} inline>
              <Button name="spoke" value="yes">
                {say('run-hand-spoke')}
              </Button>
              <Button kind="plain" name="spoke" value="no">
                {say('run-hand-drop')}
              </Button>
            </FormTo>
          </li>
        ))}
      </ol>
      {meeting.state === 'open' && others.length > 0 ? (
        <FormTo action={url} inline>
          <Select
            label={say('run-hand-of')}
            name="member"
            required
            choices={others.map(({ code, fullName }) => ({ value: code, label: fullName }))}
          />
          <Button kind="plain">{say('run-hand-add')}</Button>
        </FormTo>
      ) : null}
      <Buttons>
        <LinkButton href={runUrl(meeting.id, 'hands')}>{say('run-reload')}</LinkButton>
      </Buttons>
    </Section>
  );
}
