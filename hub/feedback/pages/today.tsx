import { Card, LinkButton, useSay } from '../../console/index.ts';
import type { Actor } from '../../platform/audit.ts';
import type { Answering, Feedback } from '../port.ts';
import { unsealingUrl } from '../unsealing/pages.tsx';
import { unitUrl } from './urls.ts';

type Desk = Awaited<ReturnType<Answering['desks']>>[number];

/** For the page Hôm nay: units where something said to them waits for the reader's answer, or a second administrator. */
export function feedbackTasks({
  feedback,
}: {
  feedback: {
    answering: Pick<Feedback['answering'], 'desks'>;
    unsealing: Pick<Feedback['unsealing'], 'waitingFor'>;
  };
}) {
  return async function tasksOf(by: Actor & { memberId: string }) {
    const [desks, unsealings] = await Promise.all([
      feedback.answering.desks(by.memberId),
      feedback.unsealing.waitingFor(by.memberId),
    ]);
    const waiting = desks.filter((desk) => desk.waiting > 0);
    return [
      ...waiting.map((desk) => <Waiting key={desk.unit.id} desk={desk} />),
      ...(unsealings > 0 ? [<Unsealings key="unsealing" count={unsealings} />] : []),
    ];
  };
}

function Unsealings({ count }: { count: number }) {
  const say = useSay();
  return (
    <Card tone="attention">
      <h2>{say('today-unsealing-title')}</h2>
      <p>{say('today-unsealing', { count })}</p>
      <LinkButton href={unsealingUrl}>{say('today-unsealing-action')}</LinkButton>
    </Card>
  );
}

function Waiting({ desk: { unit, waiting, late } }: { desk: Desk }) {
  const say = useSay();
  return (
    <Card tone={late > 0 ? 'attention' : 'plain'}>
      <h2>{say('today-feedback-title', { unit: unit.name })}</h2>
      <p>{say('feedback-inbox-lead', { waiting, late })}</p>
      <LinkButton href={unitUrl('', unit.code)}>{say('today-feedback-action')}</LinkButton>
    </Card>
  );
}
