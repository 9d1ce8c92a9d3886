import { z } from 'zod';
import {
  Button,
  Buttons,
  Details,
  Facts,
  Field,
  FormTo,
  LinkButton,
  PrintButton,
  Select,
  TextArea,
  all,
  read,
  seeOther,
  useSay,
  type Console,
} from '../../../console/index.ts';
import { DomainError } from '../../../platform/errors.ts';
import { motionThresholds, type Motion } from '../motions.ts';
import type { RunningPagesParts } from './pages.tsx';
import {
  Count,
  CountField,
  Problem,
  ThresholdChoice,
  itemChoices,
  runUrl,
  typedIn,
  type Run,
  type Taking,
} from './run-view.tsx';

const BallotForm = z.object({
  title: z.string().default(''),
  item: z.string().optional(),
  threshold: z.enum(motionThresholds),
  names: z.string().default(''),
  board: z.string().default(''),
  seats: Count.optional(),
});
const Papers = Count.prefault('');
const CountMinutes = z.object({ issued: Papers, returned: Papers, valid: Papers, invalid: Papers });
const Votes = z.array(Count);

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

/** Secret votes on paper: the list, the sheet to print, the count. */
export function ballotPages(console: Console, { meetings }: RunningPagesParts, taking: Taking): void {
  const { running } = meetings;
  const needs = 'meeting.run';

  console.form('/console/meetings/:id/run/ballots', { needs }, async (visit) => {
    const { viewer, say, params, fields } = visit;
    const id = params['id'] ?? '';
    return await taking(visit, { part: 'motions', form: 'ballot' }, async () => {
      const { names, board, ...given } = read(BallotForm, fields);
      const ballot = { ...given, names: lines(names), countingBoard: lines(board) };
      const made = await running.prepareBallot(viewer.actor, id, ballot);
      return seeOther(`${runUrl(id, 'motions')}#vote-${made.id}`, say('run-ballot-prepared'));
    });
  });

  console.form('/console/meetings/:id/run/ballots/:motion/count', { needs }, async (visit) => {
    const { viewer, say, params, fields } = visit;
    const { id = '', motion = '' } = params;
    return await taking(visit, { part: 'motions', form: motion }, async () => {
      const papers = read(CountMinutes, fields);
      const votes = Votes.parse(all(fields, 'votes'));
      await running.recordCount(viewer.actor, id, motion, { ...papers, votes });
      return seeOther(`${runUrl(id, 'motions')}#vote-${motion}`, say('run-count-recorded'));
    });
  });

  console.page('/console/meetings/:id/run/ballots/:motion', { needs }, async ({ viewer, say, params }) => {
    const id = params['id'] ?? '';
    const motions = await running.motionsOf(viewer.actor, id);
    const ballot = motions.find((each) => each.id === params['motion'] && each.secret);
    if (!ballot) throw new DomainError('motion.unknown', { status: 404 });
    const { unit } = await meetings.meeting(viewer.actor, id);
    return {
      title: ballot.title,
      bare: true,
      styles: ['meeting-run.css'],
      body: (
        <>
          <Buttons>
            <PrintButton>{say('run-print')}</PrintButton>
            <LinkButton href={runUrl(id, 'motions')}>{say('run-back')}</LinkButton>
          </Buttons>
          <BallotSheet ballot={ballot} unit={unit.name} />
        </>
      ),
    };
  });
}

/** What is printed: the names in their order, and an empty form for the counting board. */
function BallotSheet({ ballot, unit }: { ballot: Motion; unit: string }) {
  const say = useSay();
  const { names, countingBoard, seats } = ballot;
  const choices =
    names.length > 0 ? names.map(({ name }) => name) : [say('run-in-favour'), say('run-against')];
  return (
    <div class="ballot">
      <p>{say('run-ballot-of', { unit })}</p>
      {seats ? <p>{say('run-ballot-seats', { seats, names: names.length })}</p> : null}
      <table class="ballot-names">
        <thead>
          <tr>
            <th scope="col">{say('run-ballot-number')}</th>
            <th scope="col">{say('run-ballot-name')}</th>
            <th scope="col">{say('run-ballot-votes')}</th>
          </tr>
        </thead>
        <tbody>
          {choices.map((name, index) => (
            <tr key={name}>
              <td>{index + 1}</td>
              <th scope="row">{name}</th>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{say('run-ballot-minutes')}</h2>
      <Facts
        of={[say('run-issued'), say('run-returned'), say('run-valid'), say('run-invalid')].map((word) => [
          word,
          '……………',
        ])}
      />
      <p>
        {countingBoard.length > 0
          ? say('run-ballot-board-is', { names: countingBoard.join(', ') })
          : say('run-ballot-board-missing')}
      </p>
      <p class="hint">{say('run-ballot-board-rule')}</p>
    </div>
  );
}

export function PrepareBallot({ run }: { run: Run }) {
  const say = useSay();
  const { meeting, items, typed } = run;
  return (
    <Details summary={say('run-ballot-new')} open={typed?.form === 'ballot'}>
      <p class="hint">{say('run-ballot-lead')}</p>
      <Problem run={run} form="ballot" />
      <FormTo action={`/console/meetings/${meeting.id}/run/ballots`}>
        <Field
          label={say('run-motion-title')}
          name="title"
          id="ballot-title"
          required
          maxlength={500}
          value={typedIn(run, 'ballot', 'title')}
        />
        <Select
          label={say('run-item')}
          name="item"
          id="ballot-item"
          choices={itemChoices(items, say('run-no-item'))}
          value={typedIn(run, 'ballot', 'item')}
        />
        <ThresholdChoice run={run} form="ballot" />
        <TextArea
          label={say('run-ballot-names')}
          hint={say('run-ballot-names-hint')}
          name="names"
          rows={4}
          value={typedIn(run, 'ballot', 'names')}
        />
        <CountField run={run} form="ballot" name="seats" label={say('run-ballot-how-many')} />
        <TextArea
          label={say('run-ballot-board')}
          hint={say('run-ballot-board-rule')}
          name="board"
          rows={3}
          value={typedIn(run, 'ballot', 'board')}
        />
        <Button kind="plain">{say('run-ballot-prepare')}</Button>
      </FormTo>
    </Details>
  );
}

/** What the counting board signed. */
export function CountForm({ run, motion: { id, names } }: { run: Run; motion: Motion }) {
  const say = useSay();
  const typed = run.typed?.form === id ? all(run.typed.fields, 'votes') : [];
  const choices =
    names.length > 0 ? names.map(({ name }) => name) : [say('run-in-favour'), say('run-against')];
  return (
    <Details summary={say('run-count')} open={run.typed?.form === id}>
      <Problem run={run} form={id} />
      <FormTo action={`/console/meetings/${run.meeting.id}/run/ballots/${id}/count`}>
        <div class="run-counts">
          <CountField run={run} form={id} name="issued" label={say('run-issued')} required />
          <CountField run={run} form={id} name="returned" label={say('run-returned')} required />
          <CountField run={run} form={id} name="valid" label={say('run-valid')} required />
          <CountField run={run} form={id} name="invalid" label={say('run-invalid')} required />
        </div>
        {choices.map((name, index) => (
          <Field
            key={name}
            label={say('run-votes-for', { name })}
            name="votes"
            id={`${id}-votes-${index}`}
            required
            inputmode="numeric"
            maxlength={5}
            autocomplete="off"
            value={typed[index]}
          />
        ))}
        <Button>{say('run-count-record')}</Button>
      </FormTo>
    </Details>
  );
}
