import { z } from 'zod';
import {
  Alert,
  Button,
  Buttons,
  Check,
  Details,
  Field,
  FormTo,
  LinkButton,
  Select,
  all,
  read,
  seeOther,
  useSay,
  type Console,
  type Fields,
} from '../../console/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Say } from '../../platform/locales.ts';
import { calendarDay } from '../days.ts';
import { instantOf } from '../members/decisions.ts';
import type { People } from '../people.ts';
import type { UnitChoices, UnitFigures } from '../units/history.ts';
import { unitKinds, type Unit } from '../units/units.ts';
import { unitUrl } from './urls.ts';
import { unitKindWords } from './words.tsx';

/**
 * Hanging a unit elsewhere, renaming, merging, splitting and dissolving it. Each form leads to a page that says in
 * numbers what will happen; only the form there does it.
 */
export function reorganisePages(console: Console, { people, clock }: { people: People; clock: Clock }): void {
  const needs = { needs: 'unit.reorganise' };
  const url = '/console/people/units/:code/reorganise';

  console.page(url, needs, async ({ viewer, say, params }) => {
    const unit = await people.unitByCode(params['code'] ?? '');
    const figures = await people.unitFigures(viewer.actor, unit.code);
    const [targets, members] = await Promise.all([
      people.unitTargets(viewer.actor, unit.code),
      people.membersOf(unit.code),
    ]);
    const today = calendarDay(clock());
    return {
      title: say('reorganise-title', { unit: unit.name }),
      body: (
        <>
          <p>{say('reorganise-lead', { code: unit.code, ...figures })}</p>
          <Rehang unit={unit} choices={targets.above} today={today} />
          <Rename unit={unit} />
          <Merge unit={unit} choices={targets.beside} today={today} />
          <Split unit={unit} members={members} today={today} />
          <Dissolve unit={unit} today={today} />
        </>
      ),
    };
  });

  for (const what of ['rehang', 'merge', 'split', 'dissolve'] as const) {
    console.form(`${url}/${what}/check`, needs, async ({ viewer, say, params, fields }) => {
      const unit = await people.unitByCode(params['code'] ?? '');
      const figures = await people.unitFigures(viewer.actor, unit.code);
      const sentences = await consequences[what](people, { unit, figures, fields, say });
      return {
        title: say('reorganise-sure-title'),
        body: <Sure unit={unit} what={what} sentences={sentences} fields={fields} />,
      };
    });
  }

  console.form(`${url}/rehang`, needs, async ({ viewer, say, params, fields }) => {
    const given = { unit: params['code'] ?? '', ...read(Rehanging, fields) };
    await people.rehangUnit(viewer.actor, given);
    const [unit, parent] = [await people.unitByCode(given.unit), await people.unitByCode(given.parent)];
    return seeOther(
      unitUrl(unit.code),
      say('reorganise-done-rehang', { unit: unit.name, parent: parent.name }),
    );
  });

  console.form(`${url}/rename`, needs, async ({ viewer, say, params, fields }) => {
    const unit = params['code'] ?? '';
    await people.renameUnit(viewer.actor, { unit, ...read(Renaming, fields) });
    return seeOther(unitUrl(unit), say('reorganise-done-rename'));
  });

  console.form(`${url}/merge`, needs, async ({ viewer, say, params, fields }) => {
    const { into, ...resolution } = read(Merging, fields);
    const done = await people.mergeUnits(viewer.actor, { from: [params['code'] ?? ''], into, ...resolution });
    return seeOther(unitUrl(into), say('reorganise-done-merge', { ...done }));
  });

  console.form(`${url}/split`, needs, async ({ viewer, say, params, fields }) => {
    const { newCode, newName, kind, ...resolution } = read(Splitting, fields);
    const unit = { code: newCode, name: newName, kind };
    const given = { from: params['code'] ?? '', unit, members: all(fields, 'members'), ...resolution };
    const done = await people.splitUnit(viewer.actor, given);
    return seeOther(unitUrl(newCode), say('reorganise-done-split', { ...done }));
  });

  console.form(`${url}/dissolve`, needs, async ({ viewer, say, params, fields }) => {
    const unit = await people.unitByCode(params['code'] ?? '');
    await people.dissolveUnit(viewer.actor, { unit: unit.code, ...read(Resolved, fields) });
    return seeOther('/console/people', say('reorganise-done-dissolve', { unit: unit.name }));
  });
}

const Resolved = z.object({ on: z.iso.date(), reason: z.string() });
const Rehanging = Resolved.extend({ parent: z.string() });
const Renaming = z.object({ name: z.string() });
const Merging = Resolved.extend({ into: z.string() });
const Splitting = Resolved.extend({ newCode: z.string(), newName: z.string(), kind: z.enum(unitKinds) });

interface Asked {
  unit: Unit;
  figures: UnitFigures;
  fields: Fields;
  say: Say;
}

/** What will happen: a sentence, then the numbers of what goes along. What does not happen is not said. */
const consequences = {
  async rehang(
    people: People,
    { unit, figures: { members, children }, fields, say }: Asked,
  ): Promise<string[]> {
    const { on, parent: code } = read(Rehanging, fields);
    const parent = (await people.unitByCode(code)).name;
    const first = say('reorganise-sure-rehang', { unit: unit.name, parent, on: instantOf(on) });
    return [first, ...numbers({ members, children }, unit, say)];
  },
  async merge(people: People, { unit, figures, fields, say }: Asked): Promise<string[]> {
    const { on, into: code } = read(Merging, fields);
    const into = (await people.unitByCode(code)).name;
    const first = say('reorganise-sure-merge', { unit: unit.name, into, on: instantOf(on) });
    return [first, ...numbers(figures, unit, say)];
  },
  async split(_people: People, { unit, fields, say }: Asked): Promise<string[]> {
    const { on, newCode: code, newName: name } = read(Splitting, fields);
    const chosen = all(fields, 'members').length;
    return [say('reorganise-sure-split', { unit: unit.name, name, code, chosen, on: instantOf(on) })];
  },
  async dissolve(
    _people: People,
    { unit, figures: { roles, notices }, fields, say }: Asked,
  ): Promise<string[]> {
    const { on } = read(Resolved, fields);
    const first = say('reorganise-sure-dissolve', { unit: unit.name, on: instantOf(on) });
    return [first, ...numbers({ roles, notices }, unit, say)];
  },
};

function numbers(figures: Partial<UnitFigures>, { name: unit }: Unit, say: Say): string[] {
  const { members = 0, stays = 0, roles = 0, children = 0, notices = 0 } = figures;
  return [
    members > 0 ? say('reorganise-sure-members', { members }) : '',
    stays > 0 ? say('reorganise-sure-stays', { stays }) : '',
    roles > 0 ? say('reorganise-sure-roles', { roles, unit }) : '',
    children > 0 ? say('reorganise-sure-children', { children }) : '',
    notices > 0 ? say('reorganise-sure-notices', { notices }) : '',
  ].filter((sentence) => sentence !== '');
}

function Sure({
  unit,
  what,
  sentences: [first, ...others],
  fields,
}: {
  unit: Unit;
  what: keyof typeof consequences;
  sentences: readonly string[];
  fields: Fields;
}) {
  const say = useSay();
  const here = `${unitUrl(unit.code)}/reorganise`;
  const given = Object.entries(fields).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => ({ name, value: one })),
  );
  return (
    <>
      <Alert kind="warning">
        <p>{first}</p>
        {others.length > 0 ? (
          <ul>
            {others.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        ) : null}
        <p>{say('reorganise-sure-undo')}</p>
      </Alert>
      <FormTo action={`${here}/${what}`}>
        {given.map(({ name, value }) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <Buttons>
          <Button kind="danger">{say('reorganise-do-it')}</Button>
          <LinkButton href={here}>{say('reorganise-leave')}</LinkButton>
        </Buttons>
      </FormTo>
    </>
  );
}

function Rehang({ unit, choices, today }: { unit: Unit; choices: UnitChoices; today: string }) {
  const say = useSay();
  return (
    <Details summary={say('reorganise-rehang')}>
      <FormTo action={`${unitUrl(unit.code)}/reorganise/rehang/check`}>
        <Target label={say('reorganise-parent')} name="parent" choices={choices} />
        <Resolution of="rehang" today={today} />
      </FormTo>
    </Details>
  );
}

function Rename({ unit }: { unit: Unit }) {
  const say = useSay();
  return (
    <Details summary={say('reorganise-rename')}>
      <FormTo action={`${unitUrl(unit.code)}/reorganise/rename`}>
        <Field label={say('reorganise-name')} name="name" value={unit.name} required maxlength={300} />
        <Button>{say('reorganise-rename')}</Button>
      </FormTo>
    </Details>
  );
}

function Merge({ unit, choices, today }: { unit: Unit; choices: UnitChoices; today: string }) {
  const say = useSay();
  return (
    <Details summary={say('reorganise-merge')}>
      <FormTo action={`${unitUrl(unit.code)}/reorganise/merge/check`}>
        <Target label={say('reorganise-into')} name="into" choices={choices} />
        <Resolution of="merge" today={today} />
      </FormTo>
    </Details>
  );
}

function Split({
  unit,
  members,
  today,
}: {
  unit: Unit;
  members: readonly { code: string; fullName: string }[];
  today: string;
}) {
  const say = useSay();
  if (members.length === 0) return null;
  return (
    <Details summary={say('reorganise-split')}>
      <FormTo action={`${unitUrl(unit.code)}/reorganise/split/check`}>
        <Field label={say('reorganise-new-code')} name="newCode" required maxlength={64} />
        <Field label={say('reorganise-new-name')} name="newName" required maxlength={300} />
        <Select
          label={say('reorganise-kind')}
          name="kind"
          required
          value={unit.kind}
          choices={unitKinds.map((kind) => ({ value: kind, label: unitKindWords[kind](say) }))}
        />
        <fieldset class="radios">
          <legend>{say('reorganise-members')}</legend>
          {members.map(({ code, fullName }) => (
            <Check
              key={code}
              id={`member-${code}`}
              name="members"
              value={code}
              label={`${fullName} (${code})`}
            />
          ))}
        </fieldset>
        <Resolution of="split" today={today} />
      </FormTo>
    </Details>
  );
}

function Dissolve({ unit, today }: { unit: Unit; today: string }) {
  const say = useSay();
  return (
    <Details summary={say('reorganise-dissolve')}>
      <p>{say('reorganise-dissolve-hint')}</p>
      <FormTo action={`${unitUrl(unit.code)}/reorganise/dissolve/check`}>
        <Resolution of="dissolve" today={today} />
      </FormTo>
    </Details>
  );
}

/** A list where it is short enough to be read, else the code. */
function Target({ label, name, choices }: { label: string; name: string; choices: UnitChoices }) {
  const say = useSay();
  if (!choices)
    return <Field label={label} name={name} required hint={say('reorganise-target-code')} maxlength={64} />;
  const shown = choices.map(({ code, name: unit }) => ({ value: code, label: `${unit} (${code})` }));
  return <Select label={label} name={name} required choices={shown} />;
}

function Resolution({ of, today }: { of: string; today: string }) {
  const say = useSay();
  return (
    <>
      <Field
        id={`${of}-on`}
        label={say('reorganise-on')}
        hint={say('reorganise-on-hint')}
        name="on"
        type="date"
        value={today}
        max={today}
        required
      />
      <Field
        id={`${of}-reason`}
        label={say('reorganise-reason')}
        hint={say('reorganise-reason-hint')}
        name="reason"
        required
        maxlength={500}
      />
      <Button>{say('reorganise-continue')}</Button>
    </>
  );
}
