import { Badge, Empty, LinkButton, More, Table, useSay, type Console } from '../../console/index.ts';
import type { NoticeLine } from '../overview.ts';
import type { NoticePagesParts } from './pages.tsx';
import { Count, When } from './words.tsx';

const pageSize = 20;

/** Notices of the reader's units, and those from above that concern them. */
export function noticeListPage(console: Console, { notices, people }: NoticePagesParts): void {
  console.page('/console/notices', { needs: 'self' }, async ({ viewer, say, query }) => {
    const before = /^[0-9a-f-]{36}$/.test(query['before'] ?? '') ? query['before'] : undefined;
    const [lines, units] = await Promise.all([
      notices.list(viewer.actor, { before, limit: pageSize }),
      people.unitsWithin(viewer.actor, 'notice.send'),
    ]);
    const last = lines.length === pageSize ? lines.at(-1) : undefined;
    return {
      title: say('nav-notices'),
      body: (
        <>
          {units.size > 0 ? (
            <div class="buttons">
              <LinkButton href="/console/notices/new" kind="primary">
                {say('notices-compose')}
              </LinkButton>
            </div>
          ) : null}
          {lines.length === 0 ? <Empty>{say('notices-none')}</Empty> : <Lines lines={lines} />}
          <More href={last ? `/console/notices?before=${last.id}` : null} />
        </>
      ),
    };
  });
}

function Lines({ lines }: { lines: readonly NoticeLine[] }) {
  const say = useSay();
  return (
    <Table
      caption={say('nav-notices')}
      keyOf={({ id }) => id}
      rows={lines}
      columns={[
        {
          title: say('notices-title'),
          cell: ({ id, title, number, unitName, cancelledAt }) => (
            <>
              <a href={`/console/notices/${id}`}>{title}</a>
              <span class="hint block">{number ? `${number} · ${unitName}` : unitName}</span>
              {cancelledAt ? <Badge>{say('status-cancelled')}</Badge> : null}
            </>
          ),
        },
        { title: say('notices-sent'), cell: ({ sendAt }) => <When at={sendAt} /> },
        {
          title: say('notices-recipients'),
          numeric: true,
          cell: ({ recipients }) => <Count of={recipients} />,
        },
        {
          title: say('status-acknowledged'),
          numeric: true,
          cell: ({ wantsAck, acknowledged }) =>
            wantsAck || acknowledged > 0 ? <Count of={acknowledged} /> : '–',
        },
        {
          title: say('status-unreachable'),
          numeric: true,
          cell: ({ unreachable }) => <Count of={unreachable} />,
        },
      ]}
    />
  );
}
