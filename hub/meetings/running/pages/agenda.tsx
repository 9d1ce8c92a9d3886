import { z } from 'zod';
import {
  Button,
  Details,
  Empty,
  FormTo,
  Section,
  Select,
  TextArea,
  read,
  seeOther,
  useSay,
  type Console,
} from '../../../console/index.ts';
import type { ItemRecord, Opinion } from '../opinions.ts';
import type { RunningPagesParts } from './pages.tsx';
import { Problem, itemChoices, runUrl, typedIn, type Run, type Taking } from './run-view.tsx';

const OpinionForm = z.object({
  item: z.string().optional(),
  author: z.string().optional(),
  text: z.string().default(''),
});
const ConclusionForm = z.object({ item: z.string(), text: z.string().default('') });

export function agendaForms(
  console: Console,
  { meetings: { running } }: RunningPagesParts,
  taking: Taking,
): void {
  const needs = 'meeting.run';

  console.form('/console/meetings/:id/run/opinions', { needs }, async (visit) => {
    const { viewer, say, params, fields } = visit;
    const id = params['id'] ?? '';
    return await taking(visit, { part: 'agenda', form: 'opinion' }, async () => {
      const given = read(OpinionForm, fields);
      await running.noteOpinion(viewer.actor, id, given);
      // The next opinion is most often about the same item.
      const item = given.item ? `&item=${given.item}` : '';
      return seeOther(`${runUrl(id)}${item}`, say('run-opinion-noted'));
    });
  });

  console.form('/console/meetings/:id/run/opinions/:opinion/removal', { needs }, async (visit) => {
    const { viewer, say, params } = visit;
    const id = params['id'] ?? '';
    await running.removeOpinion(viewer.actor, id, params['opinion'] ?? '');
    return seeOther(runUrl(id), say('run-opinion-removed'));
  });

  console.form('/console/meetings/:id/run/conclusions', { needs }, async (visit) => {
    const { viewer, say, params, fields } = visit;
    const id = params['id'] ?? '';
    return await taking(visit, { part: 'agenda', form: 'conclusion' }, async () => {
      const { item, text } = read(ConclusionForm, fields);
      await running.conclude(viewer.actor, id, item, text);
      return seeOther(`${runUrl(id)}#item-${item}`, say('run-concluded'));
    });
  });
}

/** Opinions and conclusions, item by item; the form for the next opinion stands first. */
export function AgendaPart({ run }: { run: Run }) {
  const say = useSay();
  const { meeting, items, attendees } = run;
  const authors = [
    { value: '', label: say('run-no-author') },
    ...attendees.map(({ code, fullName }) => ({ value: code, label: fullName })),
  ];
  return (
    <>
      <Section title={say('run-note-opinion')}>
        <Problem run={run} form="opinion" />
        <FormTo action={`/console/meetings/${meeting.id}/run/opinions`}>
          <Select
            label={say('run-item')}
            name="item"
            choices={itemChoices(items, say('run-no-item'))}
            value={typedIn(run, 'opinion', 'item') ?? run.item}
          />
          <Select
            label={say('run-author')}
            name="author"
            choices={authors}
            value={typedIn(run, 'opinion', 'author')}
          />
          <TextArea
            label={say('run-opinion')}
            name="text"
            required
            rows={3}
            maxlength={4_000}
            value={typedIn(run, 'opinion', 'text')}
          />
          <Button>{say('run-note')}</Button>
        </FormTo>
      </Section>
      <Section title={say('run-agenda')} id="agenda">
        <Problem run={run} form="conclusion" />
        {items.length === 1 && items[0]?.opinions.length === 0 ? <Empty>{say('run-no-agenda')}</Empty> : null}
        {items.map((item) => (
          <Item key={item.id ?? 'none'} meetingId={meeting.id} item={item} />
        ))}
      </Section>
    </>
  );
}

function Item({ meetingId, item }: { meetingId: string; item: ItemRecord }) {
  const say = useSay();
  const { id, position, title, conclusion, opinions } = item;
  if (id === null && opinions.length === 0) return null;
  return (
    <div class="card" id={id === null ? undefined : `item-${id}`}>
      <h3>{id === null ? say('run-no-item') : `${position}. ${title}`}</h3>
      {opinions.length > 0 ? (
        <ul class="run-opinions">
          {opinions.map((opinion) => (
            <Said key={opinion.id} meetingId={meetingId} opinion={opinion} />
          ))}
        </ul>
      ) : null}
      {id === null ? null : (
        <>
          {conclusion ? <p class="as-written">{say('run-conclusion-is', { conclusion })}</p> : null}
          <Details summary={conclusion ? say('run-conclusion-change') : say('run-conclusion-write')}>
            <FormTo action={`/console/meetings/${meetingId}/run/conclusions`}>
              <input type="hidden" name="item" value={id} />
              <TextArea
                label={say('run-conclusion')}
                id={`conclusion-${id}`}
                name="text"
                rows={3}
                maxlength={4_000}
                value={conclusion}
              />
              <Button kind="plain">{say('run-conclusion-save')}</Button>
            </FormTo>
          </Details>
        </>
      )}
    </div>
  );
}

function Said({ meetingId, opinion: { id, author, text } }: { meetingId: string; opinion: Opinion }) {
  const say = useSay();
  return (
    <li>
      <p class="as-written">
        <strong>{author ? say('run-said-by', { name: author.fullName }) : say('run-said')}</strong> {text}
      </p>
      <details class="run-small">
        <summary>{say('run-opinion-mend')}</summary>
        <FormTo action={`/console/meetings/${meetingId}/run/opinions/${id}/removal`} inline>
          <Button kind="danger">{say('run-opinion-remove')}</Button>
        </FormTo>
      </details>
    </li>
  );
}
