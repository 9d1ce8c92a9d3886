import { Card, LinkButton, useSay } from '../../console/index.ts';
import type { Actor } from '../../platform/audit.ts';
import type { Answering, Feedback } from '../port.ts';
import { unitUrl } from './urls.ts';

type Desk = Awaited<ReturnType<Answering['desks']>>[number];

/** For the page Hôm nay: units where something said to them waits for the reader's answer. */
export function feedbackTasks({
  feedback,
}: {
  feedback: { answering: Pick<Feedback['answering'], 'desks'> };
}) {
  return async function tasksOf(by: Actor & { memberId: string }) {
    const desks = await feedback.answering.desks(by.memberId);
    return desks
      .filter(({ waiting }) => waiting > 0)
      .map((desk) => <Waiting key={desk.unit.id} desk={desk} />);
  };
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
