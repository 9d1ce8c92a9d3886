import { Button, Details, Field, FormTo, Section, TextArea, useSay } from '../../console/index.ts';
import { settingsUrl, word, type Settings } from './settings-data.ts';

/** What the unit says often: chosen into an answer and mended there. */
export function CannedAnswers({ of: { unit, canned, refused } }: { of: Settings }) {
  const say = useSay();
  const typed = refused?.form === 'answer' ? refused.fields : {};
  const typedFor = (id: string) => (word(typed['id']) === id ? typed : null);
  return (
    <Section title={say('feedback-canned-title')} id="answer">
      {canned.map((answer) => {
        const { id } = answer;
        const { title, text } = typedFor(id) ?? answer;
        return (
          <Details key={id} summary={answer.title} open={typedFor(id) !== null}>
            <CannedForm unit={unit.code} id={id} title={word(title)} text={word(text)} />
            <FormTo action={`${settingsUrl}/answers/removal`} inline>
              <input type="hidden" name="unit" value={unit.code} />
              <input type="hidden" name="id" value={id} />
              <Button kind="danger">
                {say('feedback-canned-remove')}
                <span class="unseen"> {answer.title}</span>
              </Button>
            </FormTo>
          </Details>
        );
      })}
      <Details summary={say('feedback-canned-new')} open={canned.length === 0 || typedFor('') !== null}>
        <CannedForm
          unit={unit.code}
          id=""
          title={word(typedFor('')?.['title'])}
          text={word(typedFor('')?.['text'])}
        />
      </Details>
    </Section>
  );
}

function CannedForm({ unit, id, title, text }: { unit: string; id: string; title: string; text: string }) {
  const say = useSay();
  return (
    <FormTo action={`${settingsUrl}/answers`}>
      <input type="hidden" name="unit" value={unit} />
      <input type="hidden" name="id" value={id} />
      <Field
        label={say('feedback-canned-name')}
        name="title"
        id={`title-${id || 'new'}`}
        value={title}
        maxlength={100}
        autocomplete="off"
        required
      />
      <TextArea
        label={say('feedback-reply-text')}
        name="text"
        id={`text-${id || 'new'}`}
        value={text}
        rows={5}
        maxlength={2000}
        required
      />
      <Button kind="plain">{say('feedback-canned-save')}</Button>
    </FormTo>
  );
}

/** Sooner than the rule demands; the rule itself stands in the table of rules. */
export function AnswerTerm({ of: { unit, answerDays, refused } }: { of: Settings }) {
  const say = useSay();
  const typed = refused?.form === 'promise' ? word(refused.fields['days']) : undefined;
  return (
    <Section title={say('feedback-promise-title')} id="promise">
      <p>{say('feedback-promise-now', { days: answerDays })}</p>
      <FormTo action={`${settingsUrl}/promise`} inline>
        <input type="hidden" name="unit" value={unit.code} />
        <Field
          label={say('feedback-promise-days')}
          hint={say('feedback-promise-hint')}
          name="days"
          type="number"
          inputmode="numeric"
          min="1"
          max="90"
          value={typed}
        />
        <Button kind="plain">{say('feedback-promise-save')}</Button>
      </FormTo>
    </Section>
  );
}
