import { Card, LinkButton, useSay } from '../../console/index.ts';
import type { Actor } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Asked, Consultations, ConsultationSummary } from '../port.ts';
import { consultationUrl, ownUrl } from './urls.ts';
import { waits } from './words.tsx';

const soonMs = 3 * 86_400_000;

/** For the page Hôm nay: what waits for the reader's own answer, and what the reader asked that ends soon. */
export function consultationTasks({
  consultations: { asking, answering },
  clock,
}: {
  consultations: {
    asking: Pick<Consultations['asking'], 'list'>;
    answering: Pick<Consultations['answering'], 'mine'>;
  };
  clock: Clock;
}) {
  return async function tasksOf(by: Actor & { memberId: string }) {
    const [mine, asked] = await Promise.all([answering.mine(by.memberId), asking.list(by)]);
    const soon = clock().getTime() + soonMs;
    return [
      ...mine.filter(waits).map((one) => <Waiting key={one.id} of={one} soon={soon} />),
      ...asked
        .filter(({ state, closesAt }) => state === 'open' && closesAt.getTime() <= soon)
        .map((one) => <Closing key={one.id} of={one} />),
    ];
  };
}

function Waiting({ of: { id, title, unit, closesAt }, soon }: { of: Asked; soon: number }) {
  const say = useSay();
  return (
    <Card tone={closesAt.getTime() <= soon ? 'attention' : 'plain'}>
      <h2>
        <bdi>{title}</bdi>
      </h2>
      <p>{say('today-consultation', { unit: unit.name, moment: closesAt })}</p>
      <LinkButton href={ownUrl(id)}>{say('today-consultation-action')}</LinkButton>
    </Card>
  );
}

function Closing({ of: { id, title, closesAt, answered, eligible } }: { of: ConsultationSummary }) {
  const say = useSay();
  return (
    <Card>
      <h2>
        <bdi>{title}</bdi>
      </h2>
      <p>{say('today-consultation-closing', { moment: closesAt })}</p>
      <p>{say('consultation-page-answered', { answered: answered ?? -1, eligible: eligible ?? 0 })}</p>
      <LinkButton href={consultationUrl(id)}>{say('today-consultation-closing-action')}</LinkButton>
    </Card>
  );
}
