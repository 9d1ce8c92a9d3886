import { Alert, Button, FormTo, Section, Select, TextArea, useSay } from '../../console/index.ts';
import type { ItemView } from '../port.ts';
import { Entries } from './history.tsx';
import { lastEntry, type Shown, type Typed } from './item-data.ts';
import { itemUrl } from './urls.ts';

/** The answer, begun with one of those the unit gives often. */
export function ReplyForm({ shown }: { shown: Shown }) {
  const say = useSay();
  const { item, canned, again } = shown;
  const typed = again?.typed ?? {};
  const { id, level, late, state } = item;
  return (
    <Section
      title={state === 'answered' ? say('feedback-reply-again') : say('feedback-reply-title')}
      id="reply"
    >
      {again?.form === 'reply' ? <Problem shown={shown} /> : null}
      <p class="hint">{say('feedback-reply-goes', { level })}</p>
      <FormTo action={itemUrl(id, '/replies#reply')}>
        <SeenSoFar of={item} />
        {canned.length > 0 ? (
          <div class="form form-inline">
            <Select
              label={say('feedback-reply-canned')}
              name="canned"
              required
              choices={canned.map((answer) => ({ value: answer.id, label: answer.title }))}
            />
            {/* An answer that is still empty must not be in its way. */}
            <button class="button button-plain" type="submit" name="do" value="insert" formnovalidate>
              {say('feedback-reply-insert')}
            </button>
          </div>
        ) : null}
        <TextArea
          label={say('feedback-reply-text')}
          name="text"
          value={typed.text}
          rows={8}
          maxlength={4000}
          required
        />
        {late && state !== 'answered' ? (
          <TextArea
            label={say('feedback-reply-late-reason')}
            hint={say('feedback-reply-late-hint')}
            name="lateReason"
            value={typed.lateReason}
            rows={2}
            maxlength={500}
            required
          />
        ) : null}
        <Button name="do" value="send">
          {say('feedback-reply-send')}
        </Button>
      </FormTo>
    </Section>
  );
}

/** What went wrong, what others did meanwhile, and that nothing typed is lost. */
export function Problem({ shown: { again, changed } }: { shown: Shown }) {
  const say = useSay();
  if (!again || (!again.problem && changed.length === 0)) return null;
  return (
    <Alert kind="problem">
      {again.problem ? <p>{again.problem}</p> : null}
      {changed.length > 0 ? (
        <>
          <p>{say('feedback-item-changed')}</p>
          <Entries of={changed} />
        </>
      ) : null}
      {Object.keys(again.typed).length > 0 ? <p>{say('feedback-item-typed-kept')}</p> : null}
    </Alert>
  );
}

/** What was written for an item that takes it no more. */
export function GivenBack({ typed }: { typed: Typed }) {
  const say = useSay();
  const text = [typed.text, typed.note, typed.reason].filter(Boolean).join('\n\n');
  return text === '' ? null : (
    <TextArea label={say('feedback-gone-typed')} name="typed" value={text} required />
  );
}

/** What the reader had before their eyes when they pressed. */
export function SeenSoFar({ of }: { of: ItemView }) {
  return (
    <>
      <input type="hidden" name="revision" value={of.revision} />
      <input type="hidden" name="seen" value={lastEntry(of)} />
    </>
  );
}
