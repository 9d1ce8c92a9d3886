import {
  Alert,
  Badge,
  Buttons,
  Empty,
  LinkButton,
  Table,
  useSay,
  type Console,
} from '../../console/index.ts';
import type { Asked } from '../port.ts';
import { ResultsView } from './results-view.tsx';
import { consultationsUrl, ownUrl, type ConsultationPagesParts } from './urls.ts';
import { waits } from './words.tsx';

/** What a member is asked, and what came of it. These pages are every member's: no role is needed. */
export function minePages(console: Console, { consultations }: ConsultationPagesParts): void {
  const { answering } = consultations;

  console.page(ownUrl(), { needs: 'member' }, async ({ viewer, say }) => {
    const mine = await answering.mine(viewer.memberId);
    const waiting = mine.filter(waits).length;
    return {
      title: say('consultation-page-mine'),
      body: (
        <>
          <p class="lead">{say('consultation-page-mine-lead', { waiting })}</p>
          {mine.length > 0 ? <List of={mine} /> : <Empty>{say('consultation-page-mine-empty')}</Empty>}
          {viewer.holdsRole ? (
            <Buttons>
              <LinkButton href={consultationsUrl}>{say('consultation-page-to-asking')}</LinkButton>
            </Buttons>
          ) : null}
        </>
      ),
    };
  });

  console.page(ownUrl(':id', '/results'), { needs: 'member' }, async ({ viewer, say, params }) => {
    const results = await answering.results(viewer.memberId, params['id'] ?? '');
    return {
      title: say('consultation-page-results-of', { title: results.title }),
      styles: ['reports.css'],
      body: (
        <>
          <ResultsView of={results} />
          <Alert kind="note">{say('consultation-page-poll-only')}</Alert>
          <Buttons>
            <LinkButton href={ownUrl()}>{say('consultation-page-back')}</LinkButton>
          </Buttons>
        </>
      ),
    };
  });
}

function List({ of }: { of: readonly Asked[] }) {
  const say = useSay();
  return (
    <Table
      caption={say('consultation-page-mine')}
      keyOf={({ id }) => id}
      rows={of}
      columns={[
        {
          title: say('consultation-page-title'),
          cell: ({ id, title, unit }) => (
            <>
              <a href={ownUrl(id)}>
                <bdi>{title}</bdi>
              </a>
              <span class="hint block">{unit.name}</span>
            </>
          ),
        },
        {
          title: say('consultation-page-until'),
          cell: ({ closesAt }) => say('consultation-page-moment', { moment: closesAt }),
        },
        { title: say('consultation-page-state-column'), cell: (one) => <OwnState of={one} /> },
      ]}
    />
  );
}

function OwnState({ of }: { of: Asked }) {
  const say = useSay();
  const state = of.state !== 'open' ? of.state : waits(of) ? 'waits' : of.drawn ? 'drawn' : 'answered';
  return (
    <Badge tone={state === 'waits' ? 'warning' : state === 'answered' ? 'good' : 'plain'}>
      {say('consultation-page-own-state', { state })}
    </Badge>
  );
}
