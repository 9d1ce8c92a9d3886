import {
  Alert,
  Button,
  Buttons,
  Facts,
  Field,
  FormTo,
  Section,
  TextArea,
  seeOther,
  useSay,
  type Console,
  type Fields,
  type Page,
} from '../../console/index.ts';
import { DomainError } from '../../platform/errors.ts';
import type { Say } from '../../platform/locales.ts';
import type { PassOnPreview } from '../cascade/passing-on.ts';
import { readDay, readTime } from './form.ts';
import type { NoticePagesParts } from './pages.tsx';

/** What stands in the form. */
interface Typed {
  unit: string;
  instruction: string;
  dueDay: string;
  dueTime: string;
}

/** Passing a directive on from the console: what is added, a look at whom it reaches, and a clear yes. */
export function passOnPages(console: Console, { notices, clock }: NoticePagesParts): void {
  const { cascade } = notices;

  console.page(
    '/console/notices/:id/pass-on',
    { needs: 'notice.send' },
    async ({ viewer, say, params, query }) => {
      const id = params['id'] ?? '';
      const unit = query['unit'] ?? '';
      const preview = await cascade.preview(viewer.actor, id, unit);
      return formPage(say, { id, preview, typed: { unit, instruction: '', dueDay: '', dueTime: '' } });
    },
  );

  console.form(
    '/console/notices/:id/pass-on',
    { needs: 'notice.send' },
    async ({ viewer, say, params, fields }) => {
      const id = params['id'] ?? '';
      const typed = typedIn(fields);
      const preview = await cascade.preview(viewer.actor, id, typed.unit);
      if (textIn(fields, 'change') === 'yes') return formPage(say, { id, preview, typed });
      const due = dueIn(typed, clock());
      if (due === 'wrong') return formPage(say, { id, preview, typed, problem: say('compose-day-wrong') });
      try {
        await cascade.readInstruction(typed.instruction);
        cascade.readDue(preview, due, clock());
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        return formPage(say, {
          id,
          preview,
          typed,
          problem: say(error.code.replaceAll('.', '-'), error.facts),
        });
      }
      return {
        title: say('cascade-form-preview-title'),
        body: <Confirm id={id} preview={preview} typed={typed} due={due} />,
      };
    },
  );

  console.form(
    '/console/notices/:id/pass-on/sending',
    { needs: 'notice.send' },
    async ({ viewer, say, params, fields }) => {
      const id = params['id'] ?? '';
      const { unit, instruction, ...typed } = typedIn(fields);
      const due = dueIn(typed, clock());
      const { recipients, first } = await cascade.passOn(viewer.actor, id, {
        unit,
        instruction,
        dueAt: due === 'wrong' ? undefined : due,
      });
      return seeOther(
        `/console/notices/${id}/cascade?unit=${encodeURIComponent(unit)}`,
        first ? say('cascade-sent', { recipients }) : say('cascade-sent-before'),
      );
    },
  );

  console.form(
    '/console/notices/:id/pass-on/taking-back',
    { needs: 'notice.send' },
    async ({ viewer, say, params, fields }) => {
      const id = params['id'] ?? '';
      const { unit } = typedIn(fields);
      await cascade.takeBack(viewer.actor, id, unit);
      return seeOther(
        `/console/notices/${id}/cascade?unit=${encodeURIComponent(unit)}`,
        say('cascade-taken-back'),
      );
    },
  );
}

function formPage(
  say: Say,
  state: { id: string; preview: PassOnPreview; typed: Typed; problem?: string },
): Page {
  return {
    title: say('cascade-form-title'),
    status: state.problem ? 422 : 200,
    body: <Form {...state} />,
  };
}

function Form({
  id,
  preview,
  typed,
  problem,
}: {
  id: string;
  preview: PassOnPreview;
  typed: Typed;
  problem?: string;
}) {
  const say = useSay();
  const { dueAt } = preview;
  return (
    <>
      {problem ? <Alert kind="problem">{problem}</Alert> : null}
      <Whom preview={preview} />
      <FormTo action={`/console/notices/${id}/pass-on`}>
        <input type="hidden" name="unit" value={typed.unit} />
        <TextArea
          label={say('cascade-form-instruction')}
          hint={say('cascade-form-instruction-hint')}
          name="instruction"
          value={typed.instruction}
          rows={4}
          maxlength={4_000}
        />
        <fieldset class="moment">
          <legend class="unseen">{say('cascade-form-due')}</legend>
          <Field
            label={say('compose-day-of', { what: say('cascade-form-due') })}
            hint={dueAt ? say('cascade-form-due-above', { dueAt }) : say('cascade-form-due-none')}
            name="dueDay"
            value={typed.dueDay}
            inputmode="numeric"
            autocomplete="off"
          />
          <Field
            label={say('compose-time')}
            hint={say('compose-time-hint')}
            name="dueTime"
            value={typed.dueTime}
            autocomplete="off"
          />
        </fieldset>
        <Button>{say('cascade-form-preview')}</Button>
      </FormTo>
    </>
  );
}

function Confirm({
  id,
  preview,
  typed,
  due,
}: {
  id: string;
  preview: PassOnPreview;
  typed: Typed;
  due: Date | undefined;
}) {
  const say = useSay();
  const dueAt = due ?? preview.dueAt;
  const hidden = Object.entries(typed).map(([name, value]) => (
    <input type="hidden" name={name} value={value} key={name} />
  ));
  return (
    <>
      <Alert kind="note">{say('preview-not-sent')}</Alert>
      <Whom preview={preview} />
      <Facts
        of={[
          ...(typed.instruction ? [[say('cascade-form-instruction'), typed.instruction] as const] : []),
          ...(dueAt ? [[say('compose-due'), say('notice-page-moment', { moment: dueAt })] as const] : []),
        ]}
      />
      <Buttons>
        <FormTo action={`/console/notices/${id}/pass-on/sending`} inline>
          {hidden}
          <Button>{say('cascade-form-send', { recipients: preview.recipients })}</Button>
        </FormTo>
        <FormTo action={`/console/notices/${id}/pass-on`} inline>
          {hidden}
          <input type="hidden" name="change" value="yes" />
          <Button kind="plain">{say('cascade-form-back')}</Button>
        </FormTo>
      </Buttons>
    </>
  );
}

/** Where it comes from and whom it reaches. */
function Whom({ preview }: { preview: PassOnPreview }) {
  const say = useSay();
  const { title, number, unitName, fromName, passOnBy, cameAt, units, recipients, withoutCommittee } =
    preview;
  return (
    <>
      <p class="lead">{title}</p>
      <p class="hint">
        {number ? `${number} · ` : ''}
        {say('cascade-form-from', { from: fromName, unit: unitName, passOnBy: passOnBy ?? cameAt })}
      </p>
      {preview.inStead ? (
        <Alert kind="warning">{say('cascade-form-in-stead', { unit: unitName })}</Alert>
      ) : null}
      <p>{say('cascade-form-to', { units: units.length, recipients, unit: unitName })}</p>
      {withoutCommittee.length > 0 ? (
        <Alert kind="warning">
          {say('cascade-form-without', { units: withoutCommittee.map(({ name }) => name).join(', ') })}
        </Alert>
      ) : null}
      {preview.instructions.length > 0 ? (
        <Section title={say('cascade-form-above')}>
          {preview.instructions.map(({ unit, text }) => (
            <p class="as-written" key={unit}>
              {say('cascade-instruction', { unit, text })}
            </p>
          ))}
        </Section>
      ) : null}
    </>
  );
}

function typedIn(fields: Fields): Typed {
  return {
    unit: textIn(fields, 'unit'),
    instruction: textIn(fields, 'instruction'),
    dueDay: textIn(fields, 'dueDay'),
    dueTime: textIn(fields, 'dueTime'),
  };
}

function textIn(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

function dueIn(
  { dueDay, dueTime }: Pick<Typed, 'dueDay' | 'dueTime'>,
  now: Date,
): Date | undefined | 'wrong' {
  if (dueDay === '') return undefined;
  const day = readDay(dueDay, now);
  const time = readTime(dueTime || '23:59');
  return day && time ? new Date(`${day}T${time}:00+07:00`) : 'wrong';
}
