import { Table, useFrame, useSay, type Column } from '../../console/index.ts';
import type { AttendanceYear, MonthFigures, PersonFigures } from '../../attendance/index.ts';
import type { Say } from '../../platform/locales.ts';
import { reportUrl } from './urls.ts';

const marks = ['present', 'late', 'excused', 'absent'] as const;
type Mark = (typeof marks)[number];
type Marked = Record<Mark, number> & { meetings: number };
type Cell = AttendanceYear['cells'][number];

const markWords: Record<Mark, (say: Say) => string> = {
  present: (say) => say('attendance-sheet-present'),
  late: (say) => say('attendance-sheet-late'),
  excused: (say) => say('attendance-sheet-excused'),
  absent: (say) => say('attendance-sheet-absent'),
};

/** A column for each month, for the eye; the same figures stand in the table below for everybody. */
export function YearChart({ months }: { months: readonly MonthFigures[] }) {
  const say = useSay();
  return (
    <figure class="year-chart">
      <ol aria-hidden="true">
        {months.map((figures) => (
          <li key={figures.month}>
            <svg viewBox="0 0 10 100" preserveAspectRatio="none">
              <rect width="10" height="100" class="mark-none" />
              <Columns of={figures} />
            </svg>
            {figures.month}
          </li>
        ))}
      </ol>
      <figcaption>
        {marks.map((mark) => (
          <span key={mark}>
            <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
              <rect width="10" height="10" class={`mark-${mark}`} />
            </svg>
            {markWords[mark](say)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** From the bottom up, as shares of those who were expected. */
function Columns({ of: figures }: { of: MonthFigures }) {
  let top = 100;
  return (
    <>
      {marks.map((mark) => {
        const height = (figures[mark] / Math.max(1, figures.expected)) * 100;
        top -= height;
        return (
          <rect key={mark} y={top.toFixed(2)} width="10" height={height.toFixed(2)} class={`mark-${mark}`} />
        );
      })}
    </>
  );
}

export function MonthTable({ months }: { months: readonly MonthFigures[] }) {
  const say = useSay();
  return (
    <Table
      caption={say('year-months')}
      keyOf={({ month }) => String(month)}
      rows={months.filter(({ meetings }) => meetings > 0)}
      columns={[
        { title: say('attendance-sheet-month'), cell: ({ month }) => say('year-month', { month }) },
        ...figureColumns<MonthFigures>(say),
        { title: say('year-rate'), numeric: true, cell: (row) => <Rate of={row} /> },
      ]}
    />
  );
}

/** Cells below, each with its own page. */
export function CellTable({ cells, year }: { cells: readonly Cell[]; year: number }) {
  const say = useSay();
  return (
    <Table
      caption={say('year-cells')}
      keyOf={({ id }) => id}
      rows={cells}
      columns={[
        {
          title: say('attendance-sheet-cell'),
          cell: ({ code, name }) => (
            <a href={reportUrl('year', { unit: code, year: String(year) })}>{name}</a>
          ),
        },
        ...figureColumns<Cell>(say),
        { title: say('year-rate'), numeric: true, cell: (row) => <Rate of={row} /> },
      ]}
    />
  );
}

/** By name, as a roll is; nobody stands before another by figures. */
export function PersonTable({ people }: { people: readonly PersonFigures[] }) {
  const say = useSay();
  return (
    <Table
      caption={say('year-people')}
      keyOf={({ code }) => code}
      rows={people}
      columns={[
        {
          title: say('attendance-sheet-member'),
          cell: ({ code, fullName }) => (
            <a href={`/console/people/members/${encodeURIComponent(code)}`}>{fullName}</a>
          ),
        },
        ...figureColumns<PersonFigures>(say),
      ]}
    />
  );
}

function figureColumns<Row extends Marked>(say: Say): Column<Row>[] {
  return [
    { title: say('attendance-sheet-meetings'), numeric: true, cell: ({ meetings }) => meetings },
    ...marks.map((mark) => ({
      title: markWords[mark](say),
      numeric: true,
      cell: (row: Row) => row[mark],
    })),
  ];
}

/** Of those who were expected, how many came, on time or late. */
function Rate({
  of: { present, late, expected },
}: {
  of: { present: number; late: number; expected: number };
}) {
  const { language } = useFrame();
  if (expected === 0) return <>–</>;
  const share = (present + late) / expected;
  return <>{new Intl.NumberFormat(language, { style: 'percent' }).format(share)}</>;
}
