import { Badge, Card, Empty, LinkButton, useSay, type Console } from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import type { ToMeet } from '../chasing/timeline.ts';
import type { NoticeLine } from '../overview.ts';
import { CascadeTasks } from './cascade-section.tsx';
import type { NoticePagesParts } from './pages.tsx';

const soonMs = 3 * 86_400_000;

/** What needs the reader today, each with one thing to do next. */
export function todayPage(
  console: Console,
  { notices, people, requestsWaiting, otherTasks, clock }: NoticePagesParts,
): void {
  console.page('/console', { needs: 'self' }, async ({ viewer, say }) => {
    const [{ waiting, scheduled }, requests, others, units, toMeet, toPassOn, heldUp] = await Promise.all([
      notices.today(viewer.actor),
      requestsWaiting(viewer.actor),
      otherTasks(viewer.actor),
      people.unitsWithin(viewer.actor, 'notice.send'),
      notices.toMeet(viewer.actor),
      notices.cascade.waiting(viewer.actor.memberId),
      notices.cascade.heldUp(viewer.actor),
    ]);
    const name = viewer.fullName.split(' ').at(-1) ?? viewer.fullName;
    const now = clock();
    const tasks = [waiting, scheduled, toPassOn, heldUp, others];
    const nothing = requests + tasks.reduce((sum, { length }) => sum + length, 0) === 0;
    return {
      title: say('nav-today'),
      body: (
        <>
          <p class="lead">{say('today-greeting', { name, now })}</p>
          {units.size > 0 ? (
            <div class="buttons">
              <LinkButton href="/console/notices/new" kind="primary">
                {say('notices-compose')}
              </LinkButton>
            </div>
          ) : null}
          {nothing ? (
            <Empty>{say('today-nothing')}</Empty>
          ) : (
            <ol class="tasks">
              {requests > 0 ? (
                <li>
                  <Card tone="attention">
                    <h2>{say('today-requests-title')}</h2>
                    <p>{say('today-requests', { count: requests })}</p>
                    <LinkButton href="/console/requests">{say('today-requests-action')}</LinkButton>
                  </Card>
                </li>
              ) : null}
              {others.map((card, index) => (
                <li key={index}>{card}</li>
              ))}
              <CascadeTasks waiting={toPassOn} heldUp={heldUp} />
              {waiting.map((line) => (
                <li key={line.id}>
                  <Waiting line={line} toMeet={toMeet.get(line.id)} now={now} />
                </li>
              ))}
              {scheduled.map((line) => (
                <li key={line.id}>
                  <Card>
                    <h2>{line.title}</h2>
                    <p>{say('today-scheduled', { sendAt: line.sendAt, recipients: line.recipients })}</p>
                    <LinkButton href={`/console/notices/${line.id}`}>
                      {say('today-scheduled-action')}
                    </LinkButton>
                  </Card>
                </li>
              ))}
            </ol>
          )}
        </>
      ),
    };
  });
}

function Waiting({ line, toMeet, now }: { line: NoticeLine; toMeet: ToMeet | undefined; now: Date }) {
  const say = useSay();
  const { dueAt, wantsAck, notYet, unreachable, recipients, whole } = line;
  const leftMs = dueAt ? dueAt.getTime() - now.getTime() : Infinity;
  return (
    <Card tone={leftMs < soonMs ? 'attention' : 'plain'}>
      <h2>{line.title}</h2>
      <p class="hint">
        {line.number ? `${line.number} · ` : ''}
        {line.unitName}
      </p>
      {dueAt ? (
        <p>
          <Badge tone={leftMs < 0 ? 'bad' : leftMs < soonMs ? 'warning' : 'plain'}>
            {leftMs < 0 ? say('today-overdue', { dueAt }) : say('today-due', { dueAt })}
          </Badge>
        </p>
      ) : null}
      {wantsAck ? <p>{say('today-not-yet', { notYet, recipients })}</p> : null}
      {unreachable > 0 ? <p>{say('today-unreachable', { unreachable })}</p> : null}
      {toMeet ? <p>{namesOf(toMeet, say)}</p> : null}
      <LinkButton href={`/console/notices/${line.id}#not-yet`}>
        {whole && wantsAck && notYet > unreachable && !toMeet
          ? say('today-remind-action')
          : say('today-tell-action')}
      </LinkButton>
    </Card>
  );
}

function namesOf({ count, first }: ToMeet, say: Say): string {
  const names = first.map(({ fullName, unit }) => `${fullName} (${unit})`);
  const others = count > first.length ? [say('today-to-meet-others', { count: count - first.length })] : [];
  return say('today-to-meet', { names: [...names, ...others].join(', ') });
}
