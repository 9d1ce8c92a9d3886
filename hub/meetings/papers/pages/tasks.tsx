import { z } from 'zod';
import {
  Badge,
  Button,
  Details,
  Empty,
  Field,
  FormTo,
  Table,
  read,
  seeOther,
  useSay,
  type Console,
} from '../../../console/index.ts';
import { readDay } from '../../../notices/index.ts';
import { TaskInvalid } from '../errors.ts';
import type { PapersOfMeeting } from '../reading.ts';
import type { MeetingTask } from '../tasks.ts';
import { shortDay } from '../vietnamese-form.ts';
import { papersUrl, type PaperPagesParts } from './urls.ts';

const NewTask = z.object({ what: z.string(), who: z.string(), due: z.string().optional() });

/** Work that a meeting gave somebody. */
export function taskForms(console: Console, { papers, clock }: PaperPagesParts): void {
  console.form('/console/meetings/:id/tasks', { needs: 'meeting.run' }, async (visit) => {
    const { viewer, say, params, fields } = visit;
    const id = params['id'] ?? '';
    const { due, ...task } = read(NewTask, fields);
    const dueOn = due === undefined ? undefined : readDay(due, clock());
    if (dueOn === null) throw new TaskInvalid('due');
    await papers.addTask(viewer.actor, id, { ...task, dueOn });
    return seeOther(`${papersUrl(id)}#tasks`, say('tasks-added'));
  });

  console.form('/console/meetings/:id/tasks/:task/done', { needs: 'meeting.run' }, async (visit) => {
    const { viewer, say, params, fields } = visit;
    const done = fields['done'] !== 'no';
    await papers.markTask(viewer.actor, params['task'] ?? '', done);
    return seeOther(
      `${papersUrl(params['id'] ?? '')}#tasks`,
      done ? say('tasks-now-done') : say('tasks-now-open'),
    );
  });

  console.form('/console/meetings/:id/tasks/:task/removal', { needs: 'meeting.run' }, async (visit) => {
    const { viewer, say, params } = visit;
    const id = params['id'] ?? '';
    await papers.removeTask(viewer.actor, id, params['task'] ?? '');
    return seeOther(`${papersUrl(id)}#tasks`, say('tasks-removed'));
  });
}

export function Tasks({ all: { meeting, tasks, writes, papers } }: { all: PapersOfMeeting }) {
  const say = useSay();
  const settled = papers.some(({ kind, approvedAt }) => kind === 'minutes' && approvedAt);
  return (
    <>
      {tasks.length === 0 ? (
        <Empty>{say('tasks-none')}</Empty>
      ) : (
        <Table
          caption={say('tasks-title')}
          keyOf={({ id }) => id}
          rows={tasks}
          columns={[
            { title: say('tasks-what'), cell: ({ what }) => what },
            { title: say('tasks-who'), cell: ({ who }) => who },
            { title: say('tasks-due'), cell: ({ dueOn }) => (dueOn ? shortDay(dueOn) : '') },
            {
              title: say('tasks-stand'),
              cell: (task) => (
                <Stand task={task} meetingId={meeting.id} writes={writes} removable={writes && !settled} />
              ),
            },
          ]}
        />
      )}
      {writes && !settled ? (
        <Details summary={say('tasks-add')} open={tasks.length === 0}>
          <FormTo action={`/console/meetings/${meeting.id}/tasks`}>
            <Field label={say('tasks-what')} name="what" required maxlength={500} />
            <Field label={say('tasks-who')} name="who" required maxlength={200} />
            <Field label={say('tasks-due')} name="due" hint={say('tasks-due-hint')} />
            <Button>{say('tasks-add')}</Button>
          </FormTo>
        </Details>
      ) : null}
    </>
  );
}

function Stand({
  task: { id, doneAt },
  meetingId,
  writes,
  removable,
}: {
  task: MeetingTask;
  meetingId: string;
  writes: boolean;
  removable: boolean;
}) {
  const say = useSay();
  const url = `/console/meetings/${meetingId}/tasks/${id}`;
  return (
    <div>
      {doneAt ? (
        <Badge tone="good">{say('tasks-done-at', { doneAt })}</Badge>
      ) : (
        <Badge>{say('tasks-open')}</Badge>
      )}
      {writes ? (
        <FormTo action={`${url}/done`} inline>
          <input type="hidden" name="done" value={doneAt ? 'no' : 'yes'} />
          <Button kind="plain">{doneAt ? say('tasks-mark-open') : say('tasks-mark-done')}</Button>
        </FormTo>
      ) : null}
      {removable ? (
        <FormTo action={`${url}/removal`} inline>
          <Button kind="plain">{say('tasks-remove')}</Button>
        </FormTo>
      ) : null}
    </div>
  );
}
