import { CountBar, Details, Empty, Section, Table, useSay } from '../../console/index.ts';
import type { FeedbackReport, GroupedItem } from '../port.ts';

/** What was proposed most often: bars for the eye, sizes in words, and for who answers there the items themselves. */
export function Proposals({
  report: { proposals, smallest },
  items,
}: {
  report: FeedbackReport;
  items: ReadonlyMap<string, readonly GroupedItem[]>;
}) {
  const say = useSay();
  const title = say('report-proposals');
  if (proposals.length === 0)
    return (
      <Section title={title}>
        <Empty>{say('report-proposals-none', { smallest })}</Empty>
      </Section>
    );
  const largest = Math.max(...proposals.map(({ size }) => leastOf(size)));
  return (
    <Section title={title}>
      <Table
        caption={title}
        keyOf={({ label }) => label}
        rows={proposals}
        columns={[
          {
            title: say('report-proposal'),
            cell: ({ label }) => (
              <>
                {label}
                <Items of={items.get(label) ?? []} />
              </>
            ),
          },
          {
            title: say('report-proposal-people'),
            cell: ({ size }) => (
              <span class="counted">
                <CountBar share={leastOf(size) / largest} />
                <b>{say('report-people', { size })}</b>
              </span>
            ),
          },
        ]}
      />
      <p class="hint">{say('report-proposals-how', { smallest })}</p>
    </Section>
  );
}

function Items({ of }: { of: readonly GroupedItem[] }) {
  const say = useSay();
  if (of.length === 0) return null;
  return (
    <Details summary={say('report-proposal-items', { count: of.length })}>
      <ul>
        {of.map(({ id, number, receivedOn, quote }) => (
          <li key={id}>
            <a href={`/console/feedback/${id}`}>{number ?? say('report-proposal-unnamed')}</a>{' '}
            <time dateTime={receivedOn}>
              {say('report-proposal-received', { day: new Date(receivedOn) })}
            </time>
            {quote === null ? null : <q>{quote}</q>}
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** `5–9` is at least five, `50+` at least fifty. */
function leastOf(size: string): number {
  return Number.parseInt(size, 10);
}
