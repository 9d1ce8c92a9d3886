import { Alert, Details, useSay } from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import type { Threshold, VotingBase, VotingFigures } from '../port.ts';

/** With names where the reader may know them. */
export type ShownBase = VotingFigures & Partial<VotingBase>;

/** Over whom a vote is reckoned: every number opens the names behind it and what sets it. */
export function BaseFigures({ of: base }: { of: ShownBase }) {
  const say = useSay();
  return (
    <div class="base-figures">
      {base.canMeet ? null : <CannotMeet of={base} />}
      <Details summary={say('base-counted', { count: base.base })}>
        <Names of={base.counted} />
        <p class="hint">{base.source}</p>
      </Details>
      {base.left && base.left.length > 0 ? (
        <Details summary={say('base-left', { count: base.left.length })}>
          <ul>
            {base.left.map(({ name, why }) => (
              <li key={name}>{say('base-left-line', { name, why: reasonInWords(why, say) })}</li>
            ))}
          </ul>
          <p class="hint">{base.source}</p>
        </Details>
      ) : null}
      <Details summary={say('base-present', { count: base.present })}>
        <Names of={base.voters} />
      </Details>
      <Carries title={say('base-majority', { required: base.majority.required })} by={base.majority} />
      <Carries title={say('base-two-thirds', { required: base.twoThirds.required })} by={base.twoThirds} />
    </div>
  );
}

/** Fewer official members than a cell needs: the level above has to see to it. */
export function CannotMeet({ of }: { of: Pick<VotingBase, 'official' | 'minimumOfficial'> }) {
  const say = useSay();
  const { official, minimumOfficial: least } = of;
  return <Alert kind="problem">{say('base-cannot-meet', { official, least })}</Alert>;
}

function Carries({ title, by: { source, note } }: { title: string; by: Threshold }) {
  return (
    <Details summary={title}>
      <p>{source}</p>
      {note ? <p class="hint">{note}</p> : null}
    </Details>
  );
}

function Names({ of }: { of: readonly string[] | undefined }) {
  const say = useSay();
  if (!of) return <p>{say('base-names-hidden')}</p>;
  if (of.length === 0) return <p>{say('base-nobody')}</p>;
  return (
    <ol>
      {of.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ol>
  );
}

function reasonInWords(why: VotingBase['left'][number]['why'], say: Say): string {
  const words = {
    away: () => say('base-why-away'),
    exempt: () => say('base-why-exempt'),
    suspended: () => say('base-why-suspended'),
    probationary: () => say('base-why-probationary'),
    visiting: () => say('base-why-visiting'),
    'excused-from-congress': () => say('base-why-congress'),
  };
  return words[why]();
}
