import type { ComponentChildren } from 'preact';
import {
  Alert,
  Button,
  Buttons,
  Details,
  Facts,
  Field,
  FormTo,
  Section,
  useSay,
} from '../../console/index.ts';
import { instantOf, readRule, ruleInWords } from '../calendar/index.ts';
import { momentInWords } from '../moment.ts';
import type { CallPreview, Warning } from '../port.ts';
import { warningInWords } from '../warning-words.ts';
import { fieldsOf, writtenDay, writtenTime, type TypedMeeting } from './typed-meeting.ts';
import { meetingsUrl } from './urls.ts';
import { kindInWords } from './words.tsx';

interface Previewed {
  typed: TypedMeeting;
  preview: CallPreview;
  rule: string | null;
  timeZone: string;
}

/** What calling the meeting will do: who is called, what should be known before, the invitation, the days to come. */
export function PreviewBody({ typed, preview, rule, timeZone }: Previewed) {
  const say = useSay();
  const { unit, kind, startsAt, minutes, invited, reminders, warnings, words } = preview;
  const moment = (at: Date) => momentInWords(at, { say, timeZone });
  return (
    <>
      <Alert kind="note">{say('meeting-preview-not-sent')}</Alert>
      {warnings.map((warning) => (
        <Alert kind="warning" key={warning.kind}>
          <p>{warningInWords(warning, say)}</p>
          <Better warning={warning} typed={typed} rule={rule} />
        </Alert>
      ))}
      <Facts
        of={[
          [say('meetings-when'), moment(startsAt)],
          [say('meeting-preview-called'), say('meeting-preview-people', { count: invited, unit: unit.name })],
          [say('meeting-form-kind'), kindInWords(kind, say)],
          [say('meeting-form-minutes'), say('meeting-minutes', { minutes })],
          [
            say('meeting-preview-reminders'),
            reminders.length > 0 ? <Lines of={reminders.map(moment)} /> : say('meeting-preview-no-reminders'),
          ],
          ...(rule ? [[say('meeting-form-repeat'), inWords(rule)] as const] : []),
        ]}
      />
      <FormTo action={`${meetingsUrl}/new/sending`} upload>
        <Kept typed={typed} />
        <Details summary={say('meeting-preview-documents')}>
          <Field
            label={say('meeting-preview-documents')}
            hint={say('meeting-preview-documents-hint')}
            name="file"
            type="file"
            multiple
          />
        </Details>
        <Button>{say('meeting-preview-send', { count: invited })}</Button>
      </FormTo>
      <Buttons>
        <Back typed={typed}>{say('preview-edit')}</Back>
      </Buttons>
      <Section title={say('meeting-preview-invitation')}>
        <div class="chat">
          <div class="bubble">
            <strong>{words.title}</strong>
            {`\n\n${words.body}`}
          </div>
          {[say('button-attend'), say('button-absent')].map((label) => (
            <div class="bubble-button" key={label}>
              {label}
            </div>
          ))}
        </div>
      </Section>
      <Next of={preview.next} />
    </>
  );

  function inWords(text: string): string {
    const read = readRule(text);
    return read ? ruleInWords(read, say) : text;
  }
}

/** Another day, taken by one press. */
function Better({ warning, typed, rule }: { warning: Warning; typed: TypedMeeting; rule: string | null }) {
  const say = useSay();
  if (warning.kind !== 'day-off' || !warning.better) return null;
  const { better } = warning;
  // Only this one is moved: the custom goes by the day that was typed first.
  const custom = rule ? { repeat: 'own', rule } : {};
  const moved = { ...typed, ...custom, day: writtenDay(better), time: writtenTime(better) };
  return (
    <FormTo action={`${meetingsUrl}/new`}>
      <Kept typed={moved} />
      <Button kind="plain" name="do" value="preview">
        {say('meeting-preview-better', { better })}
      </Button>
    </FormTo>
  );
}

function Back({ typed, children }: { typed: TypedMeeting; children: ComponentChildren }) {
  return (
    <FormTo action={`${meetingsUrl}/new`} inline>
      <Kept typed={typed} />
      <Button kind="plain" name="do" value="edit">
        {children}
      </Button>
    </FormTo>
  );
}

/** What was typed goes along unseen: nothing of it is kept before somebody sends it. */
function Kept({ typed }: { typed: TypedMeeting }) {
  return (
    <>
      {fieldsOf(typed).map(([name, value], index) => (
        <input type="hidden" key={`${name}-${index}`} name={name} value={value} />
      ))}
    </>
  );
}

function Next({ of: next }: { of: CallPreview['next'] }) {
  const say = useSay();
  if (next.length === 0) return null;
  return (
    <Section title={say('meeting-preview-next')}>
      <p class="hint">{say('meeting-preview-next-hint')}</p>
      <Lines
        of={next.map(({ day, startsAt, movedFrom }) =>
          movedFrom
            ? say('meeting-preview-next-moved', {
                startsAt,
                from: instantOf(movedFrom.day, 0),
                name: movedFrom.name,
              })
            : say('meeting-preview-next-day', { startsAt, day: instantOf(day, 0) }),
        )}
      />
    </Section>
  );
}

function Lines({ of }: { of: readonly string[] }) {
  return (
    <ul class="plain-list">
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
