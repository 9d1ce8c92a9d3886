import { Alert, Button, Field, FormTo, LinkButton, seeOther, type Console } from '../../console/index.ts';
import { momentInWords } from '../moment.ts';
import { ScopeChoice } from './change-form.tsx';
import { momentIn, scopeIn } from './changing.ts';
import { meetingUrl, type MeetingPagesParts } from './urls.ts';

/** What cannot be taken back is asked once: calling what was proposed, calling off, closing. */
export function endingPages(console: Console, parts: MeetingPagesParts): void {
  const { meetings, attendance, people, clock, timeZone } = parts;
  const calls = { needs: 'meeting.call' } as const;
  const runs = { needs: 'meeting.run' } as const;

  console.form(meetingUrl(':id', '/confirmation'), calls, async ({ viewer, say, params, fields }) => {
    const id = params['id'] ?? '';
    const [day, time] = [fields['day'], fields['time']];
    const given =
      typeof day === 'string' && typeof time === 'string' ? { startsAt: momentIn(day, time, clock()) } : {};
    const { invited } = await meetings.confirm(viewer.actor, id, given);
    return seeOther(meetingUrl(id), say('meeting-called-told', { count: invited }));
  });

  console.page(meetingUrl(':id', '/cancelling'), calls, async ({ viewer, say, params }) => {
    const meeting = await meetings.meeting(viewer.actor, params['id'] ?? '');
    await people.requireMay(viewer.actor, calls.needs, meeting.unit.id);
    const { invited } = await attendance.status(viewer.actor, meeting.id);
    const { title, startsAt, state } = meeting;
    return {
      title: say('meeting-cancel-title'),
      body: (
        <>
          <p class="lead">
            {say('meeting-talk-line', { title, moment: momentInWords(startsAt, { say, timeZone }) })}
          </p>
          <Alert kind="warning">
            {state === 'proposed'
              ? say('meeting-cancel-proposed')
              : say('meeting-cancel-tells', { count: invited })}
          </Alert>
          <FormTo action={meetingUrl(meeting.id, '/cancelling')}>
            <Field label={say('meeting-cancel-reason')} name="reason" maxlength={300} autocomplete="off" />
            <ScopeChoice meeting={meeting} />
            <div class="buttons">
              <Button kind="danger">{say('meeting-page-cancel')}</Button>
              <LinkButton href={meetingUrl(meeting.id)}>{say('meeting-cancel-not')}</LinkButton>
            </div>
          </FormTo>
        </>
      ),
    };
  });

  console.form(meetingUrl(':id', '/cancelling'), calls, async ({ viewer, say, params, fields }) => {
    const id = params['id'] ?? '';
    const reason = typeof fields['reason'] === 'string' ? fields['reason'] : '';
    const { told } = await meetings.cancel(viewer.actor, id, { reason, scope: scopeIn(fields) });
    return seeOther(meetingUrl(id), say('meeting-cancel-told', { count: told }));
  });

  console.page(meetingUrl(':id', '/closing'), runs, async ({ viewer, say, params }) => {
    const { id, unit, title, startsAt } = await meetings.meeting(viewer.actor, params['id'] ?? '');
    await people.requireMay(viewer.actor, runs.needs, unit.id);
    const { attendance: figures } = await attendance.status(viewer.actor, id);
    return {
      title: say('meeting-close-title'),
      body: (
        <>
          <p class="lead">
            {say('meeting-talk-line', { title, moment: momentInWords(startsAt, { say, timeZone }) })}
          </p>
          <p>{say('meeting-close-there', { present: figures.present + figures.late })}</p>
          {figures.unknown > 0 ? (
            <Alert kind="warning">{say('meeting-close-unknown', { unknown: figures.unknown })}</Alert>
          ) : null}
          <p>{say('meeting-close-then')}</p>
          <FormTo action={meetingUrl(id, '/closing')}>
            <div class="buttons">
              <Button>{say('button-meeting-close')}</Button>
              <LinkButton href={meetingUrl(id)}>{say('button-meeting-go-on')}</LinkButton>
            </div>
          </FormTo>
        </>
      ),
    };
  });

  console.form(meetingUrl(':id', '/closing'), runs, async ({ viewer, say, params }) => {
    const id = params['id'] ?? '';
    await meetings.close(viewer.actor, id);
    return seeOther(meetingUrl(id), say('meeting-closed-told'));
  });
}
