import { Buttons, Card, LinkButton, Section, useSay } from '../../console/index.ts';
import type { UnitsPart } from '../cascade/part-of-unit.ts';
import type { CascadeTree } from '../cascade/tree.ts';
import type { HeldUp } from '../cascade/waiting.ts';
import { Totals } from './cascade.tsx';

/** On the page of a notice that goes level by level: how far it has come, and what waits here. */
export function CascadeSection({
  id,
  tree,
  waiting,
}: {
  id: string;
  tree: CascadeTree;
  waiting: readonly UnitsPart[];
}) {
  const say = useSay();
  return (
    <Section title={say('cascade-section')} id="cascade">
      <Totals of={tree.figures} />
      {waiting.map(({ unit, unitName, passOnBy, cameAt }) => (
        <p key={unit}>{say('cascade-wait', { unit: unitName, passOnBy: passOnBy ?? cameAt })}</p>
      ))}
      <Buttons>
        {waiting.map(({ unit, unitName }) => (
          <LinkButton key={unit} href={passOnUrl(id, unit)} kind="primary">
            {say('cascade-pass-on-for', { unit: unitName })}
          </LinkButton>
        ))}
        <LinkButton href={`/console/notices/${id}/cascade`}>{say('cascade-see')}</LinkButton>
      </Buttons>
    </Section>
  );
}

/** On the page of today: what the reader's units are to pass on, and what is held up below them. */
export function CascadeTasks({
  waiting,
  heldUp,
}: {
  waiting: readonly UnitsPart[];
  heldUp: readonly HeldUp[];
}) {
  const say = useSay();
  return (
    <>
      {waiting.map(({ rootId, unit, unitName, title, passOnBy, cameAt }) => (
        <li key={`${rootId}-${unit}`}>
          <Card tone="attention">
            <h2>{title}</h2>
            <p class="hint">{say('today-cascade-waiting')}</p>
            <p>{say('today-cascade-wait', { unit: unitName, passOnBy: passOnBy ?? cameAt })}</p>
            <LinkButton href={passOnUrl(rootId, unit)}>{say('cascade-pass-on')}</LinkButton>
          </Card>
        </li>
      ))}
      {heldUp.map(({ rootId, title, late, nobody }) => (
        <li key={`${rootId}-below`}>
          <Card tone="attention">
            <h2>{title}</h2>
            <p class="hint">{say('today-cascade-held-up')}</p>
            {late > 0 ? <p>{say('today-cascade-late', { late })}</p> : null}
            {nobody > 0 ? <p>{say('today-cascade-nobody', { nobody })}</p> : null}
            <LinkButton href={`/console/notices/${rootId}/cascade`}>{say('cascade-see')}</LinkButton>
          </Card>
        </li>
      ))}
    </>
  );
}

function passOnUrl(id: string, unit: string): string {
  return `/console/notices/${id}/pass-on?unit=${encodeURIComponent(unit)}`;
}
