import { Check, DayField, Field, Radios, Select, TextArea, TimeField, useSay } from '../../console/index.ts';
import type { Actor } from '../../platform/audit.ts';
import { consultationLevels, type Asking, type UnitName } from '../port.ts';
import type { SettingFaults, TypedSettings } from './settings-typed.ts';

/** Who can be asked by the one who writes. */
export interface Desks {
  /** Chosen from a list. */
  own: readonly UnitName[];
  /** Units below those too: one of these is named by its code. */
  below: boolean;
}

/** @param kept the unit that asks already: it stays, whoever said so */
export async function desksOf(
  asking: Pick<Asking, 'desks' | 'asksBelow'>,
  by: Actor & { memberId: string },
  kept?: UnitName,
): Promise<Desks> {
  const [held, below] = await Promise.all([asking.desks(by.memberId), asking.asksBelow(by)]);
  const own = kept && !held.some(({ id }) => id === kept.id) ? [kept, ...held] : held;
  return { own, below };
}

/** Who is asked, how much is known of their answers, until when, and who reads what comes out. */
export function SettingsFields({
  typed,
  faults,
  desks,
}: {
  typed: TypedSettings;
  faults: SettingFaults;
  desks: Desks;
}) {
  const say = useSay();
  return (
    <>
      <Field
        label={say('consultation-page-title')}
        hint={say('consultation-page-title-hint')}
        name="title"
        value={typed.title}
        maxlength={200}
        required
      />
      <TextArea
        label={say('consultation-page-introduction')}
        hint={say('consultation-page-introduction-hint')}
        name="introduction"
        value={typed.introduction}
        rows={4}
        maxlength={4_000}
      />
      <Unit typed={typed} desks={desks} />
      <Radios
        legend={say('consultation-page-audience')}
        name="audience"
        value={typed.audience ?? 'members'}
        choices={(['members', 'secretaries'] as const).map((audience) => ({
          value: audience,
          label: say('consultation-page-audience-of', { audience }),
        }))}
      />
      <Radios
        legend={say('consultation-page-level-legend')}
        name="level"
        value={typed.level ?? ''}
        choices={consultationLevels.map((level) => ({
          value: level,
          label: `${say('consultation-page-level', { level })}: ${say('consultation-page-level-what', { level })}`,
        }))}
      />
      <fieldset class="moment">
        <legend class="unseen">{say('consultation-page-until')}</legend>
        <DayField
          label={say('compose-day-of', { what: say('consultation-page-until') })}
          value={typed.day}
          error={faults.day}
        />
        <TimeField value={typed.time ?? '17:00'} error={faults.time} />
      </fieldset>
      <Check
        label={say('consultation-page-shared')}
        hint={say('consultation-page-shared-hint')}
        name="shared"
        checked={typed.shared === 'yes'}
      />
      <Check
        label={say('consultation-page-live')}
        hint={say('consultation-page-live-hint')}
        name="live"
        checked={typed.live === 'yes'}
      />
    </>
  );
}

function Unit({ typed, desks: { own, below } }: { typed: TypedSettings; desks: Desks }) {
  const say = useSay();
  return (
    <>
      <Select
        label={say('consultation-page-unit')}
        hint={say('consultation-page-unit-hint')}
        name="unit"
        value={typed.unit}
        choices={own.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
        required
      />
      {below ? (
        <Field
          label={say('consultation-page-unit-below')}
          hint={say('consultation-page-unit-below-hint')}
          name="below"
          value={typed.below}
          maxlength={64}
          autocomplete="off"
        />
      ) : null}
    </>
  );
}
