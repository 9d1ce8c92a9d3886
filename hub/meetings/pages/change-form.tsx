import {
  Alert,
  Button,
  Check,
  Field,
  FormTo,
  LinkButton,
  Radios,
  Select,
  TextArea,
  useSay,
  type Page,
} from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import type { MeetingView } from '../port.ts';
import { meetingUrl } from './urls.ts';
import { distanceInWords, kindChoices } from './words.tsx';

const offeredReminders = [7 * 1440, 3 * 1440, 1440, 120, 60];

/** A meeting's own fields as they are typed, by name. */
export type TypedChange = Readonly<Record<string, string>>;
export type Choice = { value: string; label: string };

export interface FormState {
  meeting: MeetingView;
  typed: TypedChange;
  leaders: readonly Choice[] | null;
  problem?: string;
}

/** The page with the form, as the meeting is or as it was left. */
export function formPage(say: Say, state: FormState): Page {
  const { meeting, problem } = state;
  return {
    title: say('meeting-change-page-title', { title: meeting.title }),
    status: problem ? 422 : 200,
    styles: ['meetings.css'],
    body: (
      <>
        {problem ? <Alert kind="problem">{problem}</Alert> : null}
        <FormTo action={meetingUrl(meeting.id, '/change')}>
          {isOver(meeting) ? null : <WhenAndWhere {...state} />}
          <Record {...state} />
          {isOver(meeting) ? null : <ScopeChoice meeting={meeting} />}
          <p class="hint">{say('meeting-change-hint')}</p>
          <div class="buttons">
            <Button>{say('meeting-change-save')}</Button>
            <LinkButton href={meetingUrl(meeting.id)}>{say('wall-back')}</LinkButton>
          </div>
        </FormTo>
      </>
    ),
  };
}

function WhenAndWhere({ meeting, typed }: FormState) {
  const say = useSay();
  const distances = [...new Set([...offeredReminders, ...meeting.reminders])].toSorted(
    (one, other) => other - one,
  );
  return (
    <>
      <div class="moment">
        <Field
          label={say('meeting-form-day')}
          name="day"
          value={typed['day']}
          inputmode="numeric"
          required
          autocomplete="off"
        />
        <Field label={say('compose-time')} name="time" value={typed['time']} required autocomplete="off" />
      </div>
      <Field label={say('meetings-where')} name="place" value={typed['place']} maxlength={300} />
      <Field label={say('meeting-form-link')} name="link" value={typed['link']} autocapitalize="none" />
      <Field
        label={say('meeting-form-minutes')}
        name="minutes"
        value={typed['minutes']}
        inputmode="numeric"
        required
      />
      <Field label={say('meeting-form-title')} name="title" value={typed['title']} maxlength={300} required />
      <Radios
        legend={say('meeting-form-kind')}
        name="kind"
        value={typed['kind']!}
        choices={kindChoices(say)}
      />
      <fieldset class="radios">
        <legend>{say('meeting-preview-reminders')}</legend>
        {distances.map((minutes) => (
          <Check
            key={minutes}
            id={`remind-${minutes}`}
            name="remind"
            value={String(minutes)}
            label={say('meeting-form-before', { distance: distanceInWords(minutes, say) })}
            checked={meeting.reminders.includes(minutes)}
          />
        ))}
      </fieldset>
      <Field
        label={say('meeting-page-late')}
        hint={say('meeting-form-late-hint')}
        name="lateAfter"
        value={typed['lateAfter']}
        inputmode="numeric"
        required
      />
    </>
  );
}

/** What stands in the minutes: it is put right after the meeting too. */
function Record({ typed, leaders }: FormState) {
  const say = useSay();
  const choices = [{ value: '', label: say('meeting-form-nobody') }, ...(leaders ?? [])];
  return (
    <>
      {leaders ? (
        <>
          <Select label={say('meeting-page-chair')} name="chair" value={typed['chair']} choices={choices} />
          <Select label={say('meeting-page-taker')} name="taker" value={typed['taker']} choices={choices} />
        </>
      ) : null}
      <TextArea
        label={say('meeting-form-guests')}
        hint={say('meeting-form-guests-hint')}
        name="guests"
        value={typed['guests']}
        rows={2}
        maxlength={1000}
      />
    </>
  );
}

/** For one of a series: this one, or all that follow as well. */
export function ScopeChoice({ meeting }: { meeting: MeetingView }) {
  const say = useSay();
  if (!meeting.series || meeting.series.endedOn) return null;
  return (
    <Radios
      legend={say('meeting-scope')}
      name="scope"
      value="one"
      choices={[
        { value: 'one', label: say('meeting-scope-one') },
        { value: 'following', label: say('meeting-scope-following') },
      ]}
    />
  );
}

/** Then only what stands in the minutes is put right. */
export function isOver({ state }: MeetingView): boolean {
  return state === 'closed';
}
