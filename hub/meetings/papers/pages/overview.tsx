import {
  Badge,
  Button,
  Buttons,
  Card,
  FormTo,
  LinkButton,
  Section,
  useSay,
  type Console,
} from '../../../console/index.ts';
import { paperKinds, type PaperKind } from '../content.ts';
import type { PaperLine, PapersOfMeeting } from '../reading.ts';
import { Downloads } from './links.tsx';
import { paperUrl, type PaperPagesParts } from './urls.ts';
import { Tasks } from './tasks.tsx';

/** All that was written down of a meeting, and what is still to be. */
export function overviewPage(console: Console, { papers }: PaperPagesParts): void {
  console.page('/console/meetings/:id/papers', { needs: 'meeting.run' }, async ({ viewer, say, params }) => {
    const all = await papers.papersOfMeeting(viewer.actor, params['id'] ?? '');
    return { title: say('papers-title'), body: <Overview all={all} /> };
  });
}

function Overview({ all }: { all: PapersOfMeeting }) {
  const say = useSay();
  const { meeting, writes, quality } = all;
  return (
    <>
      <p class="lead">
        <a href={`/console/meetings/${meeting.id}`}>{meeting.title}</a>
      </p>
      <p class="hint">{say('papers-meeting', { startsAt: meeting.startsAt })}</p>
      {paperKinds.map((kind) => {
        const paper = all.papers.find((each) => each.kind === kind);
        return paper || writes ? <PaperCard key={kind} kind={kind} paper={paper} all={all} /> : null;
      })}
      <Section title={say('tasks-title')} id="tasks">
        <Tasks all={all} />
      </Section>
      {writes ? (
        <Section title={say('quality-title')}>
          <p>{quality ? say('quality-scored', { total: quality.total }) : say('quality-not-scored')}</p>
          <Buttons>
            <LinkButton href={`/console/meetings/${meeting.id}/quality`}>{say('quality-open')}</LinkButton>
          </Buttons>
        </Section>
      ) : null}
    </>
  );
}

function PaperCard({
  kind,
  paper,
  all: { meeting, writes },
}: {
  kind: PaperKind;
  paper: PaperLine | undefined;
  all: PapersOfMeeting;
}) {
  const say = useSay();
  const url = paperUrl(meeting.id, kind);
  return (
    <Card>
      <h2>{say('papers-kind', { kind })}</h2>
      {paper ? <Stand paper={paper} /> : <p>{say('papers-not-begun', { kind })}</p>}
      <Buttons>
        {paper ? (
          <LinkButton href={url} kind={paper.approvedAt ? 'plain' : 'primary'}>
            {say('papers-open')}
          </LinkButton>
        ) : (
          <FormTo action={url} inline>
            <Button kind={kind === 'minutes' ? 'primary' : 'plain'}>{say('papers-begin', { kind })}</Button>
          </FormTo>
        )}
        {paper ? <Downloads url={url} /> : null}
        {paper?.approvedAt && !paper.noticeId && writes ? (
          <FormTo action={`${url}/sending`} inline>
            <Button kind="plain">{say('papers-send')}</Button>
          </FormTo>
        ) : null}
        {paper?.noticeId ? (
          <LinkButton href={`/console/notices/${paper.noticeId}`}>{say('papers-who-has-it')}</LinkButton>
        ) : null}
      </Buttons>
    </Card>
  );
}

function Stand({ paper }: { paper: PaperLine }) {
  const say = useSay();
  const { number, subject, approvedAt, changedAt } = paper;
  return (
    <p>
      {approvedAt ? (
        <Badge tone="good">{say('papers-approved')}</Badge>
      ) : (
        <Badge tone="warning">{say('papers-draft')}</Badge>
      )}{' '}
      {number ? `${number} – ` : ''}
      {subject}
      <span class="hint block">
        {approvedAt ? say('papers-approved-at', { approvedAt }) : say('papers-saved-at', { changedAt })}
      </span>
    </p>
  );
}
