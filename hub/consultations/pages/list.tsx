import { Buttons, Empty, LinkButton, Table, useSay, type Console } from '../../console/index.ts';
import type { ConsultationSummary } from '../port.ts';
import { consultationsUrl, consultationUrl, ownUrl, type ConsultationPagesParts } from './urls.ts';
import { StateBadge } from './words.tsx';

/** What the reader's units ask, and have asked. */
export function listPage(console: Console, { consultations }: ConsultationPagesParts): void {
  console.page(consultationsUrl, { needs: 'self' }, async ({ viewer, say }) => {
    const [desks, asked] = await Promise.all([
      consultations.asking.desks(viewer.memberId),
      consultations.asking.list(viewer.actor),
    ]);
    return {
      title: say('consultation-page-list'),
      body: (
        <>
          <Buttons>
            {desks.length > 0 ? (
              <LinkButton href={`${consultationsUrl}/new`} kind="primary">
                {say('consultation-page-new')}
              </LinkButton>
            ) : null}
            <LinkButton href={ownUrl()}>{say('consultation-page-mine')}</LinkButton>
          </Buttons>
          {asked.length > 0 ? (
            <List of={asked} />
          ) : (
            <Empty>{say(desks.length > 0 ? 'consultation-page-empty' : 'consultation-page-no-desk')}</Empty>
          )}
        </>
      ),
    };
  });
}

function List({ of }: { of: readonly ConsultationSummary[] }) {
  const say = useSay();
  return (
    <Table
      caption={say('consultation-page-list')}
      keyOf={({ id }) => id}
      rows={of}
      columns={[
        { title: say('consultation-page-title'), cell: (one) => <Head of={one} /> },
        { title: say('consultation-page-state-column'), cell: (one) => <StateBadge of={one} /> },
        {
          title: say('consultation-page-until'),
          cell: ({ closesAt, endedAt }) => say('consultation-page-moment', { moment: endedAt ?? closesAt }),
        },
        {
          title: say('consultation-page-answered-column'),
          numeric: true,
          cell: ({ answered, eligible }) =>
            eligible === null
              ? ''
              : say('consultation-page-answered', { answered: answered ?? -1, eligible }),
        },
      ]}
    />
  );
}

function Head({ of: { id, title, kind, level, unit } }: { of: ConsultationSummary }) {
  const say = useSay();
  return (
    <>
      <a href={consultationUrl(id)}>
        <bdi>{title}</bdi>
      </a>
      <span class="hint block">
        {[say('consultation-page-kind', { kind }), say('consultation-page-level', { level }), unit.name].join(
          ' · ',
        )}
      </span>
    </>
  );
}
