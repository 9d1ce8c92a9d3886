import { Button, Details, FormTo, Select, TextArea, useSay } from '../../console/index.ts';
import type { Shown } from './item-data.ts';
import { Problem, SeenSoFar } from './reply-form.tsx';
import { itemUrl } from './urls.ts';

/** A word among those who answer; whoever wrote never sees it. */
export function NoteForm({ shown }: { shown: Shown }) {
  const say = useSay();
  const { item, again } = shown;
  return (
    <Details summary={say('feedback-note-title')} open={again?.form === 'note'}>
      {again?.form === 'note' ? <Problem shown={shown} /> : null}
      <p class="hint">{say('feedback-note-hint')}</p>
      <FormTo action={itemUrl(item.id, '/notes')}>
        <SeenSoFar of={item} />
        <TextArea
          label={say('feedback-note-text')}
          name="note"
          value={again?.typed.note}
          rows={3}
          maxlength={2000}
          required
        />
        <Button kind="plain">{say('feedback-note-save')}</Button>
      </FormTo>
    </Details>
  );
}

/** To whom it belongs, with why: the author is told. */
export function ForwardForm({ shown }: { shown: Shown }) {
  const say = useSay();
  const { item, targets, again } = shown;
  if (targets.length === 0) return null;
  const place = (above: boolean) => (above ? say('feedback-forward-above') : say('feedback-forward-beside'));
  return (
    <Details summary={say('feedback-forward-title')} open={again?.form === 'forward'}>
      {again?.form === 'forward' ? <Problem shown={shown} /> : null}
      <p class="hint">{say('feedback-forward-hint', { level: item.level })}</p>
      <FormTo action={itemUrl(item.id, '/forwardings')}>
        <SeenSoFar of={item} />
        <Select
          label={say('feedback-forward-unit')}
          name="unit"
          value={again?.typed.unit}
          required
          choices={targets.map(({ code, name, above }) => ({
            value: code,
            label: `${name} (${code}) – ${place(above)}`,
          }))}
        />
        <TextArea
          label={say('feedback-forward-reason')}
          name="reason"
          value={again?.typed.reason}
          rows={3}
          maxlength={500}
          required
        />
        <Button kind="plain">{say('feedback-forward-send')}</Button>
      </FormTo>
    </Details>
  );
}
