import { Table, useSay } from '../../console/index.ts';
import type { PartTally, Status } from '../../delivery/index.ts';
import { Count, statusMeaning, statusOrder, statusWord } from './words.tsx';

const barWidth = 1000;

/** How far a notice has come: a bar for the eye, the same numbers beside it for everybody. They add up. */
export function Figures({ of: figures }: { of: PartTally }) {
  const say = useSay();
  const shown = statusOrder.filter((status) => figures.byStatus[status] > 0);
  const rows = shown.map((status) => ({ status, count: figures.byStatus[status] }));
  const notes = [
    figures.inPerson > 0 ? say('ledger-in-person', { count: figures.inPerson }) : null,
    figures.inDoubt > 0 ? say('ledger-in-doubt', { count: figures.inDoubt }) : null,
    figures.duplicates > 0 ? say('ledger-duplicates', { count: figures.duplicates }) : null,
  ].filter((note) => note !== null);
  return (
    <>
      <p class="lead">
        {say('ledger-lead', { acknowledged: figures.byStatus.acknowledged, recipients: figures.recipients })}
      </p>
      <Bar figures={figures} shown={shown} />
      <Table
        caption={say('ledger-caption')}
        keyOf={({ status }) => status}
        rows={rows}
        columns={[
          {
            title: say('ledger-status'),
            cell: ({ status }) => (
              <>
                <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
                  <rect width="10" height="10" class={`bar-${status}`} />
                </svg>
                {statusWord(status, say)}
              </>
            ),
          },
          { title: say('ledger-people'), numeric: true, cell: ({ count }) => <Count of={count} /> },
          { title: say('ledger-means'), cell: ({ status }) => statusMeaning(status, say) },
        ]}
      />
      <p>
        <strong>{say('ledger-total', { recipients: figures.recipients })}</strong>
      </p>
      {notes.length > 0 ? (
        <ul class="hint">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Bar({ figures, shown }: { figures: PartTally; shown: readonly Status[] }) {
  const say = useSay();
  const said = shown.map((status) => `${statusWord(status, say)}: ${figures.byStatus[status]}`).join('; ');
  let x = 0;
  return (
    <svg class="bar" viewBox={`0 0 ${barWidth} 24`} preserveAspectRatio="none" role="img" aria-label={said}>
      {shown.map((status) => {
        const width = (figures.byStatus[status] / Math.max(1, figures.recipients)) * barWidth;
        const from = x;
        x += width;
        return (
          <rect
            key={status}
            x={from.toFixed(2)}
            width={width.toFixed(2)}
            height="24"
            class={`bar-${status}`}
          />
        );
      })}
    </svg>
  );
}
