import { Button, Details, Field, FormTo, LinkButton, Radios, Select, useSay } from '../../console/index.ts';
import { instantOf } from '../members/decisions.ts';
import { phoneAsWritten } from '../members/contacts.ts';
import type { Period, Profile } from '../members/profile.ts';
import type { UnitChoice } from '../units/tree.ts';
import { DayField, Reason, UnitField } from './member-fields.tsx';
import { memberUrl } from './urls.ts';
import { roleWords, statusWords } from './words.tsx';

/** From here on a list of units is too long to choose from, and one writes the code. */
export const unitsToChooseFrom = 120;

interface OfMember {
  profile: Profile;
  today: string;
}

export function EditForm({
  profile: { code, fullName, joinedOn, contacts, language },
}: {
  profile: Profile;
}) {
  const say = useSay();
  return (
    <Details summary={say('member-edit')}>
      <FormTo action={`${memberUrl(code)}/details`}>
        <Field
          name="fullName"
          label={say('member-name')}
          value={fullName}
          maxlength={120}
          required
          autocomplete="off"
        />
        <Field
          name="phone"
          label={say('member-phone')}
          hint={say('member-phone-hint')}
          value={phoneAsWritten(contacts?.phone ?? null) ?? ''}
          type="tel"
          autocomplete="off"
        />
        <Field
          name="email"
          label={say('member-email')}
          value={contacts?.email ?? ''}
          type="email"
          autocomplete="off"
        />
        <DayField id="joinedOn" name="joinedOn" label={say('member-joined')} value={joinedOn ?? ''} />
        <Radios
          legend={say('member-language')}
          name="language"
          value={language}
          choices={[
            { value: 'vi', label: 'Tiếng Việt' },
            { value: 'en', label: 'English' },
          ]}
        />
        <Button>{say('form-save')}</Button>
      </FormTo>
    </Details>
  );
}

export function MoveForm({
  profile: { code },
  today,
  units,
}: OfMember & { units: readonly UnitChoice[] | null }) {
  const say = useSay();
  return (
    <Details summary={say('member-move')}>
      <FormTo action={`${memberUrl(code)}/moves`}>
        <Radios
          legend={say('move-kind')}
          name="kind"
          choices={[
            { value: 'home', label: say('move-kind-home') },
            { value: 'temporary', label: say('move-kind-temporary') },
          ]}
        />
        <UnitField id="move-to" name="to" label={say('move-to')} units={units} />
        <DayField id="move-from" name="from" label={say('form-from')} value={today} required />
        <DayField id="move-until" name="until" label={say('move-until')} />
        <Reason id="move-reason" />
        <p class="hint">{say('move-consequences')}</p>
        <Button>{say('move-button')}</Button>
      </FormTo>
    </Details>
  );
}

export function StatusForm({ profile: { code }, today }: OfMember) {
  const say = useSay();
  const choices = Object.entries(statusWords).map(([value, word]) => ({ value, label: word(say) }));
  return (
    <Details summary={say('member-set-status')}>
      <FormTo action={`${memberUrl(code)}/statuses`}>
        <Select id="status" name="status" label={say('member-status')} choices={choices} required />
        <DayField id="status-from" name="from" label={say('form-from')} value={today} required />
        <DayField id="status-until" name="until" label={say('status-until')} />
        <Reason id="status-reason" />
        <Button>{say('form-record')}</Button>
      </FormTo>
    </Details>
  );
}

export function RoleForm({
  profile: { code },
  today,
  units,
}: OfMember & { units: readonly UnitChoice[] | null }) {
  const say = useSay();
  const choices = Object.entries(roleWords).map(([value, word]) => ({ value, label: word(say) }));
  return (
    <Details summary={say('member-give-role')}>
      <FormTo action={`${memberUrl(code)}/roles`}>
        <Select id="role" name="role" label={say('member-role')} choices={choices} required />
        <UnitField id="role-unit" name="unit" label={say('role-unit')} units={units} />
        <DayField id="role-from" name="from" label={say('form-from')} value={today} required />
        <Reason id="role-reason" />
        <Button>{say('role-button')}</Button>
      </FormTo>
    </Details>
  );
}

/** Ends a stay, a status or a role; what has not begun yet is called off on its first day. */
export function EndForm({ of, path, today }: { of: Period; path: string; today: string }) {
  const say = useSay();
  const planned = of.state === 'planned';
  return (
    <Details summary={planned ? say('period-call-off') : say('period-end')}>
      <FormTo action={path}>
        {planned ? (
          <input type="hidden" name="on" value={of.from} />
        ) : (
          <DayField id={`end-${of.id}`} name="on" label={say('period-end-on')} value={today} required />
        )}
        <Reason id={`why-${of.id}`} />
        <Button kind="danger">{planned ? say('period-call-off') : say('period-end')}</Button>
      </FormTo>
    </Details>
  );
}

/** What is asked again before somebody leaves the list: the fields come along. */
export function LeavingForm({
  code,
  fields,
  from,
}: {
  code: string;
  fields: Record<string, string>;
  from: string;
}) {
  const say = useSay();
  return (
    <FormTo action={`${memberUrl(code)}/statuses`}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="confirmed" value="yes" />
      <div class="buttons">
        <Button kind="danger">{say('leaving-confirm', { from: instantOf(from) })}</Button>
        <LinkButton href={memberUrl(code)}>{say('form-back')}</LinkButton>
      </div>
    </FormTo>
  );
}
