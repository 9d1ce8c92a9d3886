import {
  Alert,
  Button,
  Check,
  Details,
  Field,
  FormTo,
  Radios,
  Select,
  TextArea,
  useSay,
  type Page,
} from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import type { Faults, Typed } from './form.ts';
import type { NoticePagesParts } from './pages.tsx';

/** Longer lists of units are a burden on a phone: there the unit's code is typed. */
const mostChoices = 400;
const mostFiles = 5;
const accepted = '.pdf,.docx,.doc,.xlsx,.txt,.md,.html,.jpg,.jpeg,.png';

type Addressable = Awaited<ReturnType<NoticePagesParts['notices']['addressable']>>;
type KeptFile = { id: string; name: string };

/** What stands in the form, and what is wrong with it. */
export interface FormState {
  units: Addressable;
  typed: Typed;
  files: readonly KeptFile[];
  draftId: string | null;
  faults?: Faults;
  problem?: string | null;
  lostFiles?: boolean;
}

/** The page with the form, empty or as it was left. */
export function formPage(say: Say, state: FormState): Page {
  const wrong = Object.keys(state.faults ?? {}).length > 0 || Boolean(state.problem);
  return {
    title: say('notices-compose'),
    status: state.units.length === 0 ? 403 : wrong ? 422 : 200,
    body:
      state.units.length === 0 ? <Alert kind="note">{say('compose-nowhere')}</Alert> : <Form {...state} />,
  };
}

function Form({ units, typed, files, draftId, faults = {}, problem, lostFiles }: FormState) {
  const say = useSay();
  const wrong = Object.keys(faults).length > 0;
  return (
    <>
      {problem ? <Alert kind="problem">{problem}</Alert> : null}
      {wrong ? <Alert kind="problem">{say('compose-wrong')}</Alert> : null}
      {lostFiles ? <Alert kind="warning">{say('compose-files-again')}</Alert> : null}
      <FormTo action="/console/notices/new" upload>
        {draftId ? <input type="hidden" name="draft" value={draftId} /> : null}
        <Unit units={units} typed={typed} error={faults.unit} />
        <Radios
          legend={say('compose-to')}
          name="to"
          value={typed.to ?? 'members'}
          choices={[
            { value: 'members', label: say('compose-to-members') },
            { value: 'cascade', label: say('compose-to-cascade') },
            { value: 'secretaries', label: say('compose-to-secretaries') },
          ]}
        />
        <Field
          label={say('compose-title')}
          name="title"
          value={typed.title}
          error={faults.title}
          maxlength={300}
          required
        />
        <TextArea
          label={say('compose-body')}
          hint={say('compose-body-hint')}
          name="body"
          value={typed.body}
          rows={9}
        />
        <Files files={files} />
        <Details
          summary={say('compose-document')}
          open={typed.kind === 'directive' || Boolean(faults.issuedOn)}
        >
          <Radios
            legend={say('compose-kind')}
            name="kind"
            value={typed.kind ?? 'notice'}
            choices={[
              { value: 'notice', label: say('compose-kind-notice') },
              { value: 'directive', label: say('compose-kind-directive') },
            ]}
          />
          <Field
            label={say('compose-number')}
            hint="27-KH/TU"
            name="number"
            value={typed.number}
            maxlength={100}
          />
          <Field
            label={say('compose-issued-on')}
            hint={say('compose-day-hint')}
            name="issuedOn"
            value={typed.issuedOn}
            error={faults.issuedOn}
            inputmode="numeric"
          />
        </Details>
        <Check
          label={say('compose-ack')}
          hint={say('compose-ack-hint')}
          name="ack"
          checked={typed.ack === 'yes'}
        />
        <Details
          summary={say('compose-chase')}
          open={!['default', undefined].includes(typed.chase) || Boolean(faults.chaseHours)}
        >
          <Radios
            legend={say('compose-chase')}
            name="chase"
            value={typed.chase ?? 'default'}
            choices={[
              { value: 'default', label: say('compose-chase-default') },
              { value: 'gentle', label: say('compose-chase-gentle') },
              { value: 'none', label: say('compose-chase-none') },
              { value: 'own', label: say('compose-chase-own') },
            ]}
          />
          <Field
            label={say('compose-chase-hours')}
            hint={say('compose-chase-hours-hint')}
            name="chaseHours"
            value={typed.chaseHours}
            error={faults.chaseHours}
            autocomplete="off"
          />
        </Details>
        <Moment
          legend={say('compose-due')}
          day={{ name: 'dueDay', value: typed.dueDay, error: faults.dueDay }}
          time={{ name: 'dueTime', value: typed.dueTime, error: faults.dueTime }}
        />
        <Radios
          legend={say('compose-when')}
          name="when"
          value={typed.when ?? 'now'}
          choices={[
            { value: 'now', label: say('compose-when-now') },
            { value: 'at', label: say('compose-when-at') },
          ]}
        />
        <Moment
          legend={say('compose-send-at')}
          day={{ name: 'sendDay', value: typed.sendDay, error: faults.sendDay }}
          time={{ name: 'sendTime', value: typed.sendTime, error: faults.sendTime }}
        />
        <Check
          label={say('compose-urgent')}
          hint={say('compose-urgent-hint')}
          name="urgent"
          checked={typed.urgent === 'yes'}
        />
        <Button>{say('compose-preview')}</Button>
        <p class="hint">{say('compose-preview-hint')}</p>
      </FormTo>
    </>
  );
}

function Unit({ units, typed, error }: { units: Addressable; typed: Typed; error: string | undefined }) {
  const say = useSay();
  if (units.length > mostChoices) {
    return (
      <Field
        label={say('compose-unit-code')}
        hint={say('compose-unit-hint')}
        name="unit"
        value={typed.unit}
        error={error}
        required
      />
    );
  }
  const choices = units.map(({ code, name, depth }) => ({ value: code, label: `${name} (${code})`, depth }));
  return (
    <Select
      label={say('compose-unit')}
      hint={say('compose-unit-hint')}
      name="unit"
      value={typed.unit}
      choices={choices}
      error={error}
      required
    />
  );
}

function Files({ files }: { files: readonly KeptFile[] }) {
  const say = useSay();
  return (
    <>
      {files.length > 0 ? (
        <fieldset class="radios">
          <legend>{say('compose-files-kept')}</legend>
          {files.map(({ id, name }) => (
            <Check key={id} id={`keep-${id}`} label={name} name="keep" value={id} checked />
          ))}
        </fieldset>
      ) : null}
      <Field
        label={say('compose-files')}
        hint={say('compose-files-hint', { most: mostFiles })}
        name="file"
        type="file"
        accept={accepted}
        multiple
      />
    </>
  );
}

interface MomentField {
  name: string;
  value: string | undefined;
  error: string | undefined;
}

/** A day and a time of it, as people here write them. */
function Moment({ legend, day, time }: { legend: string; day: MomentField; time: MomentField }) {
  const say = useSay();
  return (
    <fieldset class="moment">
      <legend class="unseen">{legend}</legend>
      <Field
        {...day}
        label={say('compose-day-of', { what: legend })}
        hint={say('compose-day-hint')}
        inputmode="numeric"
        autocomplete="off"
      />
      <Field {...time} label={say('compose-time')} hint={say('compose-time-hint')} autocomplete="off" />
    </fieldset>
  );
}
