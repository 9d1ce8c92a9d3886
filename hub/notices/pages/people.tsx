import {
  Alert,
  Badge,
  Button,
  Check,
  Empty,
  FormTo,
  More,
  SearchForm,
  Select,
  Table,
  useSay,
  type Column,
  type Console,
} from '../../console/index.ts';
import { channelInWords } from '../../channels/index.ts';
import { statuses, type Recipient, type Status } from '../../delivery/index.ts';
import { rowsOnPage } from './paging.ts';
import type { NoticePagesParts } from './pages.tsx';
import { statusOrder, statusWord, When } from './words.tsx';

const dayMs = 86_400_000;

/** The recipients by name, with filters; and what was recorded by mistake taken back. */
export function recipientsPage(console: Console, { notices, clock }: NoticePagesParts): void {
  console.page(
    '/console/notices/:id/people',
    { needs: 'notice.read' },
    async ({ viewer, say, params, query }) => {
      const id = params['id'] ?? '';
      const { unit, after } = query;
      const status = statuses.find((name) => name === query['status']);
      const filter = { unit: unit || undefined, only: status ? [status] : undefined };
      const [notice, found, units] = await Promise.all([
        notices.open(viewer.actor, id),
        notices.recipientsOf(viewer.actor, id, { ...filter, after, limit: rowsOnPage }),
        notices.byUnit(viewer.actor, id),
      ]);
      const last = found.length === rowsOnPage ? found.at(-1) : undefined;
      const next = new URLSearchParams({ unit: unit ?? '', status: status ?? '', after: last?.member ?? '' });
      const takenBack = (row: Recipient) =>
        !notice.compactedAt &&
        row.toldBy === viewer.memberId &&
        row.at !== null &&
        clock().getTime() - row.at.getTime() < dayMs;
      return {
        title: say('people-page-title'),
        body: (
          <>
            <p>
              <a href={`/console/notices/${id}`}>{notice.title}</a>
            </p>
            {notice.compactedAt ? (
              <Alert kind="note">{say('people-page-compacted', { compactedAt: notice.compactedAt })}</Alert>
            ) : null}
            <SearchForm action={`/console/notices/${id}/people`}>
              <Select
                label={say('people-page-status')}
                name="status"
                value={status}
                choices={[
                  { value: '', label: say('people-page-any-status') },
                  ...statusOrder.map((name) => ({ value: name, label: statusWord(name, say) })),
                ]}
              />
              {units.length > 1 && units.length <= 400 ? (
                <Select
                  label={say('people-page-unit')}
                  name="unit"
                  value={unit}
                  choices={[
                    { value: '', label: say('people-page-any-unit') },
                    ...units.flatMap((line) =>
                      line.unit
                        ? [{ value: line.unit.code, label: `${line.unit.name} (${line.unit.code})` }]
                        : [],
                    ),
                  ]}
                />
              ) : null}
              <Button kind="plain">{say('people-page-filter')}</Button>
            </SearchForm>
            {found.length === 0 ? (
              <Empty>{say('people-page-nobody')}</Empty>
            ) : (
              <Table
                caption={say('people-page-title')}
                keyOf={({ member }) => member}
                rows={found}
                columns={[
                  ...columns(say),
                  {
                    title: say('people-page-correct'),
                    cell: (row) =>
                      takenBack(row) ? (
                        <FormTo
                          action={`/console/notices/${id}/tellings/${encodeURIComponent(row.member)}/withdrawal`}
                          inline
                        >
                          <Button kind="plain">{say('people-page-untell')}</Button>
                        </FormTo>
                      ) : null,
                  },
                ]}
              />
            )}
            <More href={last ? `/console/notices/${id}/people?${next.toString()}` : null} />
          </>
        ),
      };
    },
  );
}

function columns(say: ReturnType<typeof useSay>): Column<Recipient>[] {
  return [
    { title: say('people-page-person'), cell: (row) => <Person row={row} /> },
    { title: say('ledger-status'), cell: (row) => <StatusOf row={row} /> },
    {
      title: say('people-page-since'),
      cell: ({ at }) => (at ? <When at={at} /> : '–'),
    },
    {
      title: say('preview-channel'),
      cell: ({ channel, inGroup, inPerson }) => {
        if (inPerson) return say('people-page-in-person');
        if (!channel) return '–';
        const name = channelInWords(channel, say);
        return inGroup ? say('people-page-in-group', { channel: name }) : name;
      },
    },
  ];
}

function Person({ row }: { row: Recipient }) {
  return (
    <>
      {row.fullName}
      <span class="hint block">
        {row.member} · {row.unit}
      </span>
    </>
  );
}

const tones: Record<Status, 'plain' | 'good' | 'warning' | 'bad'> = {
  acknowledged: 'good',
  seen: 'good',
  delivered: 'plain',
  handed_over: 'plain',
  created: 'plain',
  unreachable: 'bad',
  failed: 'bad',
  cancelled: 'warning',
};

function StatusOf({ row: { status, inDoubt } }: { row: Recipient }) {
  const say = useSay();
  return (
    <>
      <Badge tone={tones[status]}>{statusWord(status, say)}</Badge>
      {inDoubt ? <span class="hint block">{say('people-page-in-doubt')}</span> : null}
    </>
  );
}

/** Those who have not answered, with a box for each who was told face to face. */
export function NotYet({
  id,
  people,
  mayTell,
}: {
  id: string;
  people: readonly Recipient[];
  mayTell: boolean;
}) {
  const say = useSay();
  if (!mayTell) {
    return (
      <Table
        caption={say('notice-page-not-yet')}
        keyOf={({ member }) => member}
        rows={people}
        columns={columns(say)}
      />
    );
  }
  return (
    <FormTo action={`/console/notices/${id}/tellings`}>
      <ul class="ticks">
        {people.map((row) => (
          <li key={row.member}>
            <Check
              id={`told-${row.member}`}
              name="member"
              value={row.member}
              label={
                <span class="tick">
                  <span>
                    <Person row={row} />
                  </span>
                  <span>
                    <StatusOf row={row} />
                  </span>
                </span>
              }
            />
          </li>
        ))}
      </ul>
      <Button>{say('notice-page-told')}</Button>
    </FormTo>
  );
}
