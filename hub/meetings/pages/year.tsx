import {
  Alert,
  Button,
  Buttons,
  Empty,
  LinkButton,
  SearchForm,
  Section,
  Select,
  useSay,
  type Console,
  type Visit,
} from '../../console/index.ts';
import type { AttendanceYear, ToAskAfter } from '../../attendance/index.ts';
import { DomainError } from '../../platform/errors.ts';
import { CellTable, MonthTable, PersonTable, YearChart } from './year-figures.tsx';
import { reportUrl, type MeetingPagesParts } from './urls.ts';

const needs = 'meeting.read';

/** A unit's year: by month for all who may read its meetings, by person for who leads that very unit. */
export function yearPages(console: Console, parts: MeetingPagesParts): void {
  const { attendance, people, clock } = parts;

  console.page('/console/meetings/year', { needs }, async (visit) => {
    const { viewer, say } = visit;
    const held = await people.unitsHeld(viewer.memberId, needs);
    const { unit, year } = await asked(visit, held);
    const figures = await attendance.year(viewer.actor, unit, year);
    const current = year === yearOf(clock());
    const toAskAfter = figures.people && current ? await attendance.toAskAfter(viewer.actor, unit) : [];
    return {
      title: say('year-title', { year: String(year) }),
      styles: ['meetings.css'],
      body: <Year figures={figures} toAskAfter={toAskAfter} held={held} />,
    };
  });

  console.page('/console/meetings/year/file.xlsx', { needs }, async (visit) => {
    const { viewer } = visit;
    const { unit, year } = await asked(visit, await people.unitsHeld(viewer.memberId, needs));
    return {
      fileName: `sinh-hoat-${unit}-${year}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: await attendance.yearWorkbook(viewer.actor, unit, year),
    };
  });

  /** Default: the reader's first unit, this year. @throws {DomainError} `route.unknown` for no year */
  async function asked({ query }: Visit, held: readonly { code: string }[]) {
    const year = Number(query['year'] ?? yearOf(clock()));
    const unit = query['unit'] ?? held[0]?.code ?? '';
    if (!Number.isInteger(year) || year < 2000 || year > 2200)
      throw new DomainError('route.unknown', { status: 404 });
    return { unit, year };
  }
}

function yearOf(now: Date): number {
  return new Date(now.getTime() + 7 * 3_600_000).getUTCFullYear();
}

function Year({
  figures,
  toAskAfter,
  held,
}: {
  figures: AttendanceYear;
  toAskAfter: readonly ToAskAfter[];
  held: readonly { code: string; name: string }[];
}) {
  const say = useSay();
  const { unit, year, months, people, cells } = figures;
  const at = (which: number) => reportUrl('year', { unit: unit.code, year: String(which) });
  const nothing = months.every(({ meetings }) => meetings === 0);
  return (
    <>
      <p class="lead">{unit.name}</p>
      <Chooser unit={unit} year={year} held={held} />
      <AskAfter of={toAskAfter} />
      {nothing ? (
        <Empty>{say('year-nothing')}</Empty>
      ) : (
        <>
          <Section title={say('year-months')}>
            <YearChart months={months} />
            <MonthTable months={months} />
          </Section>
          {cells.length > 0 ? (
            <Section title={say('year-cells')}>
              <CellTable cells={cells} year={year} />
            </Section>
          ) : null}
          {people && people.length > 0 ? (
            <Section title={say('year-people')}>
              <p class="hint">{say('year-people-hint')}</p>
              <PersonTable people={people} />
            </Section>
          ) : null}
          <p class="hint">{say('year-how')}</p>
        </>
      )}
      <Buttons>
        {nothing ? null : (
          <LinkButton href={reportUrl('year/file.xlsx', { unit: unit.code, year: String(year) })} download>
            {say('year-download')}
          </LinkButton>
        )}
        <LinkButton href={at(year - 1)}>{say('year-other', { year: String(year - 1) })}</LinkButton>
        <LinkButton href={at(year + 1)}>{say('year-other', { year: String(year + 1) })}</LinkButton>
      </Buttons>
    </>
  );
}

/** Whoever holds roles in several units chooses among them; others drill down from the table of cells. */
function Chooser({
  unit,
  year,
  held,
}: {
  unit: AttendanceYear['unit'];
  year: number;
  held: readonly { code: string; name: string }[];
}) {
  const say = useSay();
  if (held.length < 2 || !held.some(({ code }) => code === unit.code)) return null;
  return (
    <SearchForm action="/console/meetings/year">
      <input type="hidden" name="year" value={year} />
      <Select
        label={say('meeting-form-unit')}
        name="unit"
        value={unit.code}
        choices={held.map(({ code, name }) => ({ value: code, label: name }))}
        required
      />
      <Button kind="plain">{say('year-show')}</Button>
    </SearchForm>
  );
}

/** A word to the secretary alone: somebody may be glad to be asked how they are. */
function AskAfter({ of: people }: { of: readonly ToAskAfter[] }) {
  const say = useSay();
  const [first] = people;
  if (!first) return null;
  return (
    <Alert kind="note">
      <h2>{say('ask-after-title')}</h2>
      <p>{say('ask-after-lead')}</p>
      <ul>
        {people.map(({ code, fullName, months }) => (
          <li key={code}>
            <a href={`/console/people/members/${encodeURIComponent(code)}`}>{fullName}</a>:{' '}
            {say('ask-after-months', { months: months.join(', ') })}
          </li>
        ))}
      </ul>
      <p class="hint">{say('ask-after-source', { source: first.source })}</p>
    </Alert>
  );
}
