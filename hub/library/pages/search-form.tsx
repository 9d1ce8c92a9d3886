import { Button, Details, useSay, type Choice } from '../../console/index.ts';
import { documentStatuses, type Browsed, type BrowseFilter, type Counted } from '../port.ts';
import { isNarrowed } from './list-filter.ts';
import { libraryUrl } from './urls.ts';

/** So many are chosen from; those behind them are few documents each, and found by words. */
const choicesAtMost = 60;

/** Words to look for, and what narrows the list, with how many there are of each. */
export function LibrarySearch({ filter, of }: { filter: BrowseFilter; of: Browsed }) {
  const say = useSay();
  const counted = (all: readonly Counted[]): Choice[] =>
    all
      .filter(({ name }) => name !== '')
      .slice(0, choicesAtMost)
      .map(({ name, count }) => ({ value: name, label: say('library-page-choice', { name, count }) }));
  const statuses = documentStatuses.map((status) => ({
    value: status,
    label: say('library-page-status', { status, found: 'no' }),
  }));
  return (
    <form class="form" method="get" action={libraryUrl} role="search">
      <div class="field">
        <label for="words">{say('library-page-search')}</label>
        <p class="hint" id="words-hint">
          {say('library-page-search-hint')}
        </p>
        <div class="form-inline">
          <input
            id="words"
            class="field"
            name="words"
            type="search"
            inputmode="search"
            maxlength={200}
            value={filter.words}
            aria-describedby="words-hint"
          />
          <Button>{say('library-page-search-button')}</Button>
        </div>
      </div>
      <Details summary={say('library-page-narrow')} open={isNarrowed(filter)}>
        <div class="narrowing">
          <Narrow name="kind" label={say('library-page-kind')} to={counted(of.kinds)} value={filter.kind} />
          <Narrow
            name="issuer"
            label={say('library-page-issuer')}
            to={counted(of.issuers)}
            value={filter.issuer}
          />
          <Narrow
            name="year"
            label={say('library-page-year')}
            to={counted(of.years.toSorted((a, b) => b.name.localeCompare(a.name)))}
            value={filter.year?.toString()}
          />
          <Narrow
            name="status"
            label={say('library-page-status-column')}
            to={statuses}
            value={filter.status}
          />
        </div>
        <Button kind="plain">{say('library-page-narrow-button')}</Button>
      </Details>
    </form>
  );
}

function Narrow({
  name,
  label,
  to,
  value,
}: {
  name: string;
  label: string;
  to: readonly Choice[];
  value: string | undefined;
}) {
  const say = useSay();
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{say('library-page-any')}</option>
        {to.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
