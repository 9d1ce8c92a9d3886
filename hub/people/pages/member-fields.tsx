import { Field, Select, TextArea, useSay } from '../../console/index.ts';
import type { UnitChoice } from '../units/tree.ts';

export function Reason({ id }: { id: string }) {
  const say = useSay();
  return (
    <TextArea
      name="reason"
      id={id}
      label={say('form-reason')}
      hint={say('form-reason-hint')}
      rows={2}
      maxlength={500}
      required
    />
  );
}

export function DayField({
  id,
  name,
  label,
  value,
  required,
}: {
  id: string;
  name: string;
  label: string;
  value?: string;
  required?: boolean;
}) {
  const say = useSay();
  return (
    <Field
      type="date"
      id={id}
      name={name}
      label={label}
      hint={say('form-day-hint')}
      value={value}
      required={required}
    />
  );
}

export function UnitField({
  id,
  name,
  label,
  units,
}: {
  id: string;
  name: string;
  label: string;
  units: readonly UnitChoice[] | null;
}) {
  const say = useSay();
  return units ? (
    <Select
      id={id}
      name={name}
      label={label}
      choices={units.map((unit) => ({
        value: unit.code,
        label: `${unit.name} (${unit.code})`,
        depth: unit.depth,
      }))}
      required
    />
  ) : (
    <Field
      id={id}
      name={name}
      label={label}
      hint={say('form-unit-hint')}
      maxlength={64}
      autocapitalize="characters"
      required
    />
  );
}
