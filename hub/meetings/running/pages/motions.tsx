import { z } from 'zod';
import {
  Badge,
  Button,
  Details,
  Empty,
  Field,
  FormTo,
  LinkButton,
  Section,
  Select,
  read,
  seeOther,
  useSay,
  type Console,
} from '../../../console/index.ts';
import type { Say } from '../../../platform/locales.ts';
import { motionThresholds, type Motion, type Verdict } from '../motions.ts';
import { CountForm, PrepareBallot } from './ballots.tsx';
import type { RunningPagesParts } from './pages.tsx';
import {
  Count,
  CountField,
  Problem,
  ThresholdChoice,
  itemChoices,
  runUrl,
  shareInWords,
  typedIn,
  type Run,
  type Taking,
} from './run-view.tsx';

const MotionForm = z.object({
  title: z.string().default(''),
  item: z.string().optional(),
  threshold: z.enum(motionThresholds),
  inFavour: Count.prefault(''),
  against: Count.prefault('0'),
  other: Count.prefault('0'),
});

export function motionForms(
  console: Console,
  { meetings: { running } }: RunningPagesParts,
  taking: Taking,
): void {
  const needs = 'meeting.run';

  console.form('/console/meetings/:id/run/motions', { needs }, async (visit) => {
    const { viewer, say, params, fields } = visit;
    const id = params['id'] ?? '';
    return await taking(visit, { part: 'motions', form: 'motion' }, async () => {
      await running.recordMotion(viewer.actor, id, read(MotionForm, fields));
      return seeOther(`${runUrl(id, 'motions')}#votes`, say('run-motion-recorded'));
    });
  });

  console.form('/console/meetings/:id/run/motions/:motion/striking', { needs }, async (visit) => {
    const { viewer, say, params } = visit;
    const id = params['id'] ?? '';
    await running.strikeMotion(viewer.actor, id, params['motion'] ?? '');
    return seeOther(`${runUrl(id, 'motions')}#votes`, say('run-motion-struck'));
  });
}

/** Votes by raised card and on paper: counts, and what they come to. */
export function MotionsPart({ run, BaseFigures }: { run: Run } & Pick<RunningPagesParts, 'BaseFigures'>) {
  const say = useSay();
  const { meeting, motions, items } = run;
  return (
    <>
      <Section title={say('run-base')}>
        <BaseFigures of={run.base} />
      </Section>
      <Section title={say('run-motion-new')}>
        <Problem run={run} form="motion" />
        <FormTo action={`/console/meetings/${meeting.id}/run/motions`}>
          <Field
            label={say('run-motion-title')}
            hint={say('run-motion-hint')}
            name="title"
            required
            maxlength={500}
            value={typedIn(run, 'motion', 'title')}
          />
          <Select
            label={say('run-item')}
            name="item"
            id="motion-item"
            choices={itemChoices(items, say('run-no-item'))}
            value={typedIn(run, 'motion', 'item')}
          />
          <ThresholdChoice run={run} form="motion" />
          <div class="run-counts">
            <CountField run={run} form="motion" name="inFavour" label={say('run-in-favour')} required />
            <CountField run={run} form="motion" name="against" label={say('run-against')} />
            <CountField run={run} form="motion" name="other" label={say('run-other')} />
          </div>
          <Button>{say('run-motion-record')}</Button>
        </FormTo>
        <PrepareBallot run={run} />
      </Section>
      <Section title={say('run-votes')} id="votes">
        {motions.length === 0 ? <Empty>{say('run-no-votes')}</Empty> : null}
        {motions.map((motion) => (
          <Vote key={motion.id} run={run} motion={motion} />
        ))}
      </Section>
    </>
  );
}

/** "28/30 đồng ý: đạt quá 1/2"; "18/30 đồng ý: chưa đạt ít nhất 2/3, cần 20, được 18". */
function verdictInWords({ inFavour, base, required, passed, threshold }: Verdict, say: Say): string {
  const share = shareInWords(threshold, say);
  return passed
    ? say('run-passed', { inFavour, base, share })
    : say('run-not-passed', { inFavour, base, share, required });
}

function Vote({ run, motion }: { run: Run; motion: Motion }) {
  const say = useSay();
  const { id, title, secret, struckAt, recordedAt, ballots, verdict, against, other, names } = motion;
  const source = verdict ?? names.find((name) => name.verdict)?.verdict;
  const body = (
    <>
      {verdict ? <p class="run-verdict">{verdictInWords(verdict, say)}</p> : null}
      {verdict && against !== null && other !== null ? (
        <p>{say('run-sides', { inFavour: verdict.inFavour, against, other })}</p>
      ) : null}
      {ballots ? <p>{say('run-papers', { ...ballots })}</p> : null}
      {recordedAt && names.length > 0 ? (
        <ul>
          {names.map(({ name, verdict: on }) => (
            <li key={name}>{say('run-name-result', { name, result: on ? verdictInWords(on, say) : '' })}</li>
          ))}
        </ul>
      ) : null}
      {source ? <p class="hint">{source.source}</p> : null}
    </>
  );
  return (
    <div class="card" id={`vote-${id}`}>
      <h3>{struckAt ? <s>{title}</s> : title}</h3>
      <p>
        <Badge>{secret ? say('run-secret') : say('run-cards')}</Badge>{' '}
        {struckAt ? <Badge tone="bad">{say('run-struck', { at: struckAt })}</Badge> : null}
      </p>
      {struckAt ? <s>{body}</s> : body}
      {struckAt ? null : (
        <>
          {secret && !recordedAt ? <CountForm run={run} motion={motion} /> : null}
          {secret ? (
            <p>
              <LinkButton href={`/console/meetings/${run.meeting.id}/run/ballots/${id}`}>
                {say('run-ballot-print')}
              </LinkButton>
            </p>
          ) : null}
          <Details summary={say('run-motion-mend')}>
            <p>{say('run-strike-hint')}</p>
            <FormTo action={`/console/meetings/${run.meeting.id}/run/motions/${id}/striking`} inline>
              <Button kind="danger">{say('run-strike')}</Button>
            </FormTo>
          </Details>
        </>
      )}
    </div>
  );
}
