import { Button, Empty, Field, FormTo, Section, Select, useSay } from '../../console/index.ts';
import type { Topic } from '../port.ts';
import { settingsUrl, top, word, type Settings } from './settings-data.ts';

/** A tree of two levels, as whoever writes chooses from it. */
export function Topics({ of: { unit, topics, refused } }: { of: Settings }) {
  const say = useSay();
  const tops = topics.filter(({ parentId }) => parentId === null);
  const typed = refused?.form === 'topic' ? refused.fields : {};
  return (
    <Section title={say('feedback-topics-title')} id="topic">
      {topics.length === 0 ? <Empty>{say('feedback-topics-none')}</Empty> : null}
      <ul class="tree">
        {tops.map((one) => (
          <li key={one.id}>
            <TopicRow topic={one} unit={unit.code} />
            <ul class="tree">
              {topics
                .filter(({ parentId }) => parentId === one.id)
                .map((below) => (
                  <li key={below.id}>
                    <TopicRow topic={below} unit={unit.code} />
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      <FormTo action={`${settingsUrl}/topics`}>
        <input type="hidden" name="unit" value={unit.code} />
        <Field
          label={say('feedback-topics-name')}
          hint={say('feedback-topics-hint')}
          name="name"
          value={word(typed['name'])}
          maxlength={80}
          autocomplete="off"
          required
        />
        {tops.length > 0 ? (
          <Select
            label={say('feedback-topics-under')}
            name="parent"
            value={word(typed['parent'])}
            required
            choices={[
              { value: top, label: say('feedback-topics-top') },
              ...tops.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        ) : null}
        <Button kind="plain">{say('feedback-topics-add')}</Button>
      </FormTo>
    </Section>
  );
}

function TopicRow({ topic: { id, name }, unit }: { topic: Topic; unit: string }) {
  const say = useSay();
  return (
    <div class="tick">
      <span>{name}</span>
      <FormTo action={`${settingsUrl}/topics/retirement`} inline>
        <input type="hidden" name="unit" value={unit} />
        <input type="hidden" name="id" value={id} />
        <Button kind="plain">
          {say('feedback-topics-retire')}
          <span class="unseen"> {name}</span>
        </Button>
      </FormTo>
    </div>
  );
}
