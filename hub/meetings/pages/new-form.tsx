import {
  Alert,
  Button,
  Check,
  DayField,
  Details,
  Field,
  FormTo,
  type Page,
  Radios,
  Select,
  TextArea,
  TimeField,
  useSay,
} from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import { AgendaFields, EnterButton } from './agenda-fields.tsx';
import type { Faults, TypedMeeting } from './typed-meeting.ts';
import { meetingsUrl } from './urls.ts';
import { distanceInWords, kindChoices } from './words.tsx';

/** Longer lists of units are a burden on a phone: there the unit's code is typed. */
const mostChoices = 400;
/** Distances that are offered, in minutes before the start. */
const offeredReminders = [7 * 1440, 3 * 1440, 1440, 120, 60];

export interface FormState {
  units: readonly { code: string; name: string }[];
  typed: TypedMeeting;
  /** Where the unit has met lately. */
  places: readonly string[];
  faults?: Faults;
  problem?: string | null;
  /** Lines were just added or taken away. */
  atAgenda?: boolean;
}

/** The page with the form, empty or as it was left. */
export function formPage(say: Say, state: FormState): Page {
  const wrong = Object.keys(state.faults ?? {}).length > 0 || Boolean(state.problem);
  const nowhere = state.units.length === 0;
  return {
    title: say('meetings-call'),
    status: nowhere ? 403 : wrong ? 422 : 200,
    styles: ['meetings.css'],
    body: nowhere ? <Alert kind="note">{say('meeting-form-nowhere')}</Alert> : <Form {...state} />,
  };
}

function Form({ units, typed, places, faults = {}, problem, atAgenda }: FormState) {
  const say = useSay();
  return (
    <>
      {problem ? <Alert kind="problem">{problem}</Alert> : null}
      {Object.keys(faults).length > 0 ? <Alert kind="problem">{say('meeting-form-wrong')}</Alert> : null}
      <FormTo action={`${meetingsUrl}/new`}>
        <EnterButton />
        <input type="hidden" name="key" value={typed.key ?? ''} />
        <input type="hidden" name="agendaOf" value={typed.agendaOf ?? ''} />
        <Unit units={units} typed={typed} error={faults.unit} />
        <div class="moment">
          <DayField label={say('meeting-form-day')} value={typed.day} error={faults.day} />
          <TimeField value={typed.time} error={faults.time} />
        </div>
        <Field
          label={say('meetings-where')}
          hint={places.length > 1 ? say('meeting-form-places', { places: places.join('; ') }) : undefined}
          name="place"
          value={typed.place}
          maxlength={300}
        />
        <Radios
          legend={say('meeting-form-kind')}
          name="kind"
          value={typed.kind ?? 'regular'}
          choices={kindChoices(say)}
        />
        <Details summary={say('meeting-form-agenda', { count: typed.items.length })} open={atAgenda ?? false}>
          <AgendaFields items={typed.items} />
        </Details>
        <Repeat typed={typed} error={faults.rule} />
        <Reminders typed={typed} />
        <Others typed={typed} />
        <Button name="do" value="preview">
          {say('compose-preview')}
        </Button>
        <p class="hint">{say('meeting-form-preview-hint')}</p>
      </FormTo>
    </>
  );
}

function Unit({ units, typed, error }: Pick<FormState, 'units' | 'typed'> & { error: string | undefined }) {
  const say = useSay();
  const [only, ...others] = units;
  if (others.length === 0) {
    return (
      <p>
        <input type="hidden" name="unit" value={only!.code} />
        {say('meeting-form-of', { unit: only!.name })}
      </p>
    );
  }
  const field = { name: 'unit', value: typed.unit, error, required: true };
  if (units.length > mostChoices) return <Field label={say('compose-unit-code')} {...field} />;
  const choices = units.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));
  return <Select label={say('meeting-form-unit')} choices={choices} {...field} />;
}

function Repeat({ typed, error }: { typed: TypedMeeting; error: string | undefined }) {
  const say = useSay();
  const chosen = typed.repeat ?? 'none';
  return (
    <Details summary={say('meeting-form-repeat')} open={chosen !== 'none'}>
      <Radios
        legend={say('meeting-form-repeat')}
        name="repeat"
        value={chosen}
        choices={[
          { value: 'none', label: say('meeting-form-repeat-none') },
          { value: 'date', label: say('meeting-form-repeat-date') },
          { value: 'weekday', label: say('meeting-form-repeat-weekday') },
          { value: 'own', label: say('meeting-form-repeat-own') },
        ]}
      />
      <Field
        label={say('meeting-form-rule')}
        hint={say('meeting-form-rule-hint')}
        name="rule"
        value={typed.rule}
        error={error}
        maxlength={200}
        autocomplete="off"
      />
    </Details>
  );
}

function Reminders({ typed }: { typed: TypedMeeting }) {
  const say = useSay();
  const distances = [...new Set([...offeredReminders, ...typed.remind.map(Number)])].toSorted(
    (one, other) => other - one,
  );
  return (
    <Details summary={say('meeting-form-reminders', { count: typed.remind.length })}>
      <p class="hint">{say('meeting-form-reminders-hint')}</p>
      {distances.map((minutes) => (
        <Check
          key={minutes}
          id={`remind-${minutes}`}
          name="remind"
          value={String(minutes)}
          label={say('meeting-form-before', { distance: distanceInWords(minutes, say) })}
          checked={typed.remind.includes(String(minutes))}
        />
      ))}
    </Details>
  );
}

function Others({ typed }: { typed: TypedMeeting }) {
  const say = useSay();
  return (
    <Details summary={say('meeting-form-others')} open={Boolean(typed.title ?? typed.link ?? typed.guests)}>
      <Field
        label={say('meeting-form-title')}
        hint={say('meeting-form-title-hint')}
        name="title"
        value={typed.title}
        maxlength={300}
      />
      <Field
        label={say('meeting-form-minutes')}
        hint={say('meeting-form-minutes-hint')}
        name="minutes"
        value={typed.minutes}
        inputmode="numeric"
        maxlength={4}
      />
      <Field
        label={say('meeting-form-link')}
        hint={say('meeting-form-link-hint')}
        name="link"
        value={typed.link}
        autocapitalize="none"
      />
      <TextArea
        label={say('meeting-form-guests')}
        hint={say('meeting-form-guests-hint')}
        name="guests"
        value={typed.guests}
        rows={2}
        maxlength={1000}
      />
    </Details>
  );
}
