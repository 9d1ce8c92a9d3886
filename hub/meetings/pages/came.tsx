import { z } from 'zod';
import {
  Button,
  Details,
  Facts,
  Field,
  FormTo,
  Radios,
  Section,
  read,
  seeOther,
  useSay,
  type Console,
} from '../../console/index.ts';
import type { AttendanceMark, RollRow } from '../../attendance/index.ts';
import type { Say } from '../../platform/locales.ts';
import { MemberOf } from './answers.tsx';
import type { Shown } from './meeting-data.ts';
import { meetingUrl, type MeetingPagesParts } from './urls.ts';

const marks = ['present', 'late', 'excused', 'absent'] as const satisfies readonly AttendanceMark[];

const Corrected = z.object({
  member: z.string().min(1).max(40),
  mark: z.enum(marks),
  reason: z.string().max(500).optional(),
});

/** What was noted wrongly is put right, with a reason. */
export function correctionForm(console: Console, { attendance }: MeetingPagesParts): void {
  console.form(meetingUrl(':id', '/corrections'), { needs: 'attendance.people' }, async (visit) => {
    const { viewer, say, params, fields } = visit;
    const id = params['id'] ?? '';
    const { member, mark, reason = '' } = read(Corrected, fields);
    await attendance.correct(viewer.actor, id, member, { mark, reason });
    return seeOther(meetingUrl(id, '#came'), say('meeting-corrected'));
  });
}

/** Who came: in figures for everybody, by name for who leads the very unit. */
export function Came({ shown }: { shown: Shown }) {
  const say = useSay();
  const { meeting, status, roll, corrections, correctableUntil: until, now } = shown;
  const { attendance: figures, invited } = status;
  return (
    <Section title={say('meeting-page-came')} id="came">
      <Facts
        of={[
          [say('meeting-page-invited'), invited],
          ...marks.map((mark) => [markInWords(mark, say), figures[mark]] as const),
          ...(meeting.state === 'open' ? [[say('roll-unmarked'), figures.unknown] as const] : []),
        ]}
      />
      {roll ? <ByName roll={roll} /> : <p class="hint">{say('meeting-page-figures-only')}</p>}
      {corrections.length > 0 ? (
        <Details summary={say('meeting-page-corrections', { count: corrections.length })}>
          <ul>
            {corrections.map(({ fullName, before, after, reason, byName, at }) => (
              <li key={`${fullName} ${at.getTime()}`}>
                {say('meeting-page-correction', {
                  name: fullName,
                  before: markInWords(before, say),
                  after: markInWords(after, say),
                  reason,
                  by: byName ?? '',
                  at,
                })}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
      {roll && until && until > now ? <Correction id={meeting.id} roll={roll} until={until} /> : null}
    </Section>
  );
}

function ByName({ roll }: { roll: readonly RollRow[] }) {
  const say = useSay();
  return (
    <>
      {marks.map((mark) => {
        const people = roll.filter((row) => row.mark === mark);
        return people.length > 0 ? (
          <Details
            key={mark}
            summary={say('meeting-page-marked', { mark: markInWords(mark, say), count: people.length })}
          >
            <ul>
              {people.map(({ code, fullName, reason }) => (
                <li key={code}>{mark === 'excused' && reason ? `${fullName}: ${reason}` : fullName}</li>
              ))}
            </ul>
          </Details>
        ) : null;
      })}
    </>
  );
}

function Correction({ id, roll, until }: { id: string; roll: readonly RollRow[]; until: Date }) {
  const say = useSay();
  return (
    <Details summary={say('meeting-page-correct')}>
      <p class="hint">{say('meeting-page-correct-hint', { until })}</p>
      <FormTo action={meetingUrl(id, '/corrections')}>
        <MemberOf roll={roll} />
        <Radios
          legend={say('meeting-page-mark')}
          name="mark"
          value="present"
          choices={marks.map((mark) => ({ value: mark, label: markInWords(mark, say) }))}
        />
        <Field label={say('meeting-page-why')} name="reason" maxlength={500} required autocomplete="off" />
        <Button kind="plain">{say('meeting-page-correct')}</Button>
      </FormTo>
    </Details>
  );
}

function markInWords(mark: AttendanceMark, say: Say): string {
  const words = {
    present: () => say('roll-present'),
    late: () => say('roll-late'),
    excused: () => say('roll-excused'),
    absent: () => say('attendance-sheet-absent'),
  };
  return words[mark]();
}
