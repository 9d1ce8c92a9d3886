import { Button, Details, SearchForm, Select, useSay, type Visit } from '../../console/index.ts';
import { feedbackLevels, type Answering, type FeedbackLevel, type ItemFilter } from '../port.ts';
import { feedbackUrl } from './urls.ts';
import { levelInWords } from './words.tsx';

const shown = ['open', 'late', 'answered', 'closed', 'all'] as const;
type Shown = (typeof shown)[number];
/** Chosen in a list, it says that nothing is left out. No unit has such a code. */
const any = '*';
type Desks = Awaited<ReturnType<Answering['desks']>>;

export interface Chosen {
  /** Code of one of the reader's units; null: all of them. */
  unit: string | null;
  show: Shown;
  level: FeedbackLevel | null;
}

/** What stands in the address; what makes no sense there counts as missing. */
export function readFilter(query: Visit['query'], desks: Desks): Chosen {
  const { unit, show, level } = query;
  return {
    // Whoever has one unit has not chosen it.
    unit: desks.length > 1 && desks.some((desk) => desk.unit.code === unit) ? unit! : null,
    show: shown.find((one) => one === show) ?? 'open',
    level: feedbackLevels.find((one) => one === level) ?? null,
  };
}

export function isFiltered({ unit, show, level }: Chosen): boolean {
  return unit !== null || show !== 'open' || level !== null;
}

export function filterOf({ unit, show, level }: Chosen): ItemFilter {
  return {
    ...(unit && { unit }),
    ...(level && { level }),
    ...(show === 'late' ? { late: true } : show === 'all' ? {} : { state: show }),
  };
}

/** Folded away: on most days one wants what waits. */
export function Filter({ chosen, desks }: { chosen: Chosen; desks: Desks }) {
  const say = useSay();
  const { unit, show, level } = chosen;
  const levelName = level ? levelInWords(level, say) : say('feedback-filter-any-level');
  return (
    <Details
      summary={`${say('feedback-filter')}: ${say('feedback-filter-show', { show })} · ${levelName}`}
      open={isFiltered(chosen)}
    >
      <SearchForm action={feedbackUrl}>
        {desks.length > 1 ? (
          <Select
            label={say('feedback-filter-unit')}
            name="unit"
            value={unit ?? any}
            required
            choices={[
              { value: any, label: say('feedback-filter-any-unit') },
              ...desks.map((desk) => ({ value: desk.unit.code, label: desk.unit.name })),
            ]}
          />
        ) : null}
        <Select
          label={say('feedback-filter-state')}
          name="show"
          value={show}
          required
          choices={shown.map((value) => ({ value, label: say('feedback-filter-show', { show: value }) }))}
        />
        <Select
          label={say('feedback-filter-level')}
          name="level"
          value={level ?? any}
          required
          choices={[
            { value: any, label: say('feedback-filter-any-level') },
            ...feedbackLevels.map((value) => ({ value, label: levelInWords(value, say) })),
          ]}
        />
        <Button kind="plain">{say('feedback-filter-go')}</Button>
      </SearchForm>
    </Details>
  );
}
