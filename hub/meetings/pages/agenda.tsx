import {
  Button,
  FormTo,
  LinkButton,
  Section,
  all,
  seeOther,
  useSay,
  type Console,
  type Page,
} from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import { AgendaFields, EnterButton, linesAfter } from './agenda-fields.tsx';
import type { Shown } from './meeting-data.ts';
import { itemsIn, typedIn, typedItems, type TypedItem } from './typed-meeting.ts';
import { meetingUrl, type MeetingPagesParts } from './urls.ts';

type KeptItem = TypedItem & { id: string };

/** What is spoken of, in which order: shown on the meeting's page, written on a page of its own. */
export function agendaPages(console: Console, { meetings, people }: MeetingPagesParts): void {
  const url = meetingUrl(':id', '/agenda');
  const needs = 'meeting.call';

  console.page(url, { needs }, async ({ viewer, say, params }) => {
    const { id, unit, items } = await meetings.meeting(viewer.actor, params['id'] ?? '');
    await people.requireMay(viewer.actor, needs, unit.id);
    const given = items.map(({ title, minutes, rapporteur }) => ({
      title,
      ...(minutes === null ? {} : { minutes }),
      ...(rapporteur === null ? {} : { rapporteur }),
    }));
    return formPage(
      say,
      id,
      typedItems(given).map((item, index) => ({ ...item, id: items[index]!.id })),
    );
  });

  console.form(url, { needs }, async ({ viewer, say, params, fields }) => {
    const id = params['id'] ?? '';
    const ids = all(fields, 'itemId');
    const lines = typedIn(fields).items.map((item, index) => ({ ...item, id: ids[index] ?? '' }));
    const after = linesAfter<KeptItem>(fields['do'], lines, {
      title: '',
      minutes: '',
      rapporteur: '',
      id: '',
    });
    if (after) {
      const { unit } = await meetings.meeting(viewer.actor, id);
      await people.requireMay(viewer.actor, needs, unit.id);
      return formPage(say, id, after);
    }
    const items = lines.flatMap((line) =>
      itemsIn([line]).map((item) => ({ ...item, ...(line.id ? { id: line.id } : {}) })),
    );
    await meetings.setItems(viewer.actor, id, items);
    return seeOther(meetingUrl(id, '#agenda'), say('meeting-agenda-saved'));
  });
}

function formPage(say: Say, id: string, items: readonly KeptItem[]): Page {
  return {
    title: say('meeting-agenda-title'),
    styles: ['meetings.css'],
    body: (
      <FormTo action={meetingUrl(id, '/agenda')}>
        <EnterButton />
        <p class="hint">{say('meeting-agenda-hint')}</p>
        <AgendaFields items={items} ids={items.map((item) => item.id)} />
        <div class="buttons form-end">
          <Button>{say('meeting-agenda-save')}</Button>
          <LinkButton href={meetingUrl(id)}>{say('wall-back')}</LinkButton>
        </div>
      </FormTo>
    ),
  };
}

export function Agenda({ shown: { meeting, may } }: { shown: Shown }) {
  const say = useSay();
  const { id, items, state } = meeting;
  const editable = may.has('meeting.call') && state !== 'closed' && state !== 'cancelled';
  return (
    <Section title={say('meeting-page-agenda')} id="agenda">
      {items.length === 0 ? <p>{say('run-no-agenda')}</p> : null}
      <ol>
        {items.map((item) => (
          <li key={item.id}>
            {item.title}
            {item.minutes || item.rapporteur ? (
              <span class="hint block">
                {[
                  item.rapporteur ? say('meeting-rapporteur', { name: item.rapporteur }) : '',
                  item.minutes ? say('meeting-minutes', { minutes: item.minutes }) : '',
                ]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            ) : null}
            {item.conclusion ? (
              <span class="block as-written">
                {say('run-conclusion-is', { conclusion: item.conclusion })}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {editable ? (
        <LinkButton href={meetingUrl(id, '/agenda')}>{say('meeting-page-agenda-change')}</LinkButton>
      ) : null}
    </Section>
  );
}
