import { More, Table, useSay, type Console } from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import type { UnitLine } from '../following.ts';
import { rowsOnPage } from './paging.ts';
import type { NoticePagesParts } from './pages.tsx';
import { Count, Some } from './words.tsx';

/** All units of a notice, page by page, in the order of the tree. */
export function noticeUnitsPage(console: Console, { notices }: NoticePagesParts): void {
  console.page(
    '/console/notices/:id/units',
    { needs: 'notice.read' },
    async ({ viewer, say, params, query }) => {
      const id = params['id'] ?? '';
      const notice = await notices.open(viewer.actor, id);
      const lines = await notices.byUnit(viewer.actor, id);
      const from = Math.max(0, Number.parseInt(query['from'] ?? '0', 10) || 0);
      const next = from + rowsOnPage;
      return {
        title: say('notice-page-units'),
        body: (
          <>
            <p>
              <a href={`/console/notices/${id}`}>{notice.title}</a>
            </p>
            <UnitTable id={id} lines={lines.slice(from, next)} wantsAck={notice.wantsAck} />
            <More href={next < lines.length ? `/console/notices/${id}/units?from=${next}` : null} />
          </>
        ),
      };
    },
  );
}

/** The recipients of each unit; the numbers of a line add up to its recipients. */
export function UnitTable({
  id,
  lines,
  wantsAck,
}: {
  id: string;
  lines: readonly UnitLine[];
  wantsAck: boolean;
}) {
  const say = useSay();
  return (
    <Table
      caption={say('notice-page-units')}
      keyOf={({ unit }) => unit?.code ?? '-'}
      rows={lines}
      columns={[
        {
          title: say('people-page-unit'),
          cell: ({ unit }) =>
            unit ? (
              <>
                <a href={`/console/notices/${id}/people?unit=${encodeURIComponent(unit.code)}`}>
                  {unit.name}
                </a>
                <span class="hint block">{unit.code}</span>
              </>
            ) : (
              say('units-page-nowhere')
            ),
        },
        {
          title: say('notices-recipients'),
          numeric: true,
          cell: ({ recipients }) => <Count of={recipients} />,
        },
        ...(wantsAck
          ? [
              {
                title: say('units-page-acknowledged'),
                numeric: true,
                cell: (line: UnitLine) => <Acknowledged line={line} />,
              },
            ]
          : []),
        ...statusColumns.flatMap(({ title, count }) =>
          // A column of noughts is left out: the table has to fit.
          lines.some((line) => count(line) > 0)
            ? [
                {
                  title: title(say),
                  numeric: true,
                  cell: (line: UnitLine) => <Counted line={line} count={count} />,
                },
              ]
            : [],
        ),
      ]}
    />
  );
}

const waiting = ({ byStatus }: UnitLine) => byStatus.created;

const statusColumns: readonly { title: (say: Say) => string; count: (line: UnitLine) => number }[] = [
  { title: (say) => say('status-seen'), count: ({ byStatus }) => byStatus.seen },
  { title: (say) => say('status-delivered'), count: ({ byStatus }) => byStatus.delivered },
  { title: (say) => say('status-handed-over'), count: ({ byStatus }) => byStatus.handed_over },
  { title: (say) => say('units-page-waiting'), count: waiting },
  { title: (say) => say('status-unreachable'), count: ({ byStatus }) => byStatus.unreachable },
  { title: (say) => say('status-failed'), count: ({ byStatus }) => byStatus.failed },
  { title: (say) => say('status-cancelled'), count: ({ byStatus }) => byStatus.cancelled },
];

function Counted({ line, count }: { line: UnitLine; count: (line: UnitLine) => number }) {
  const say = useSay();
  return (
    <>
      <Some of={count(line)} />
      {count === waiting && line.inDoubt > 0 ? (
        <span class="hint block">{say('units-page-in-doubt', { count: line.inDoubt })}</span>
      ) : null}
    </>
  );
}

function Acknowledged({ line }: { line: UnitLine }) {
  const say = useSay();
  return (
    <>
      <Count of={line.byStatus.acknowledged} />
      {line.inPerson > 0 ? (
        <span class="hint block">{say('units-page-in-person', { count: line.inPerson })}</span>
      ) : null}
    </>
  );
}
