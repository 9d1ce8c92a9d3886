import type { ComponentChildren } from 'preact';
import { Buttons, Empty, LinkButton, Section, Table, useSay, type Console } from '../../console/index.ts';
import { calendarDay } from '../../people/index.ts';
import type { ItemSummary } from '../port.ts';
import { unsealingUrl } from '../unsealing/pages.tsx';
import { DoorCard, doorOf, type ShownDoor } from './door.tsx';
import { Filter, filterOf, isFiltered, readFilter } from './filter.tsx';
import { feedbackUrl, itemUrl, unitUrl, type FeedbackPagesParts } from './urls.ts';
import { Day, Due, firstWords, kindInWords, levelInWords, StateBadge, type Today } from './words.tsx';

/** More at once nobody reads, and a page stays light. */
const most = 60;

/** What was said to the units for which the reader answers: late ones first, then the oldest. */
export function inboxPage(console: Console, parts: FeedbackPagesParts): void {
  const { feedback, people, database, calendar, clock } = parts;
  console.page(feedbackUrl, { needs: 'self' }, async ({ viewer, say, query }) => {
    const [desks, reported, unseals] = await Promise.all([
      feedback.answering.desks(viewer.memberId),
      people.unitsHeld(viewer.memberId, 'feedback.report'),
      people.unitsHeld(viewer.memberId, 'feedback.unseal'),
    ]);
    const elsewhere = (
      <>
        {reported[0] ? <ReportLink unit={reported[0].code} /> : null}
        {unseals.length > 0 ? <LinkButton href={unsealingUrl}>{say('unsealing-title')}</LinkButton> : null}
      </>
    );
    if (desks.length === 0) return { title: say('nav-feedback'), body: <NoDesk>{elsewhere}</NoDesk> };
    const chosen = readFilter(query, desks);
    const here = desks.find(({ unit }) => unit.code === chosen.unit) ?? desks[0]!;
    const [found, today] = await Promise.all([
      feedback.answering.list(viewer.actor, { ...filterOf(chosen), limit: most + 1 }),
      calendar(database),
    ]);
    const items = found.slice(0, most);
    const empty = items.length === 0 && !isFiltered(chosen);
    const door = empty ? await doorOf(here.unit.code, parts) : null;
    const waiting = desks.reduce((sum, desk) => sum + desk.waiting, 0);
    const late = desks.reduce((sum, desk) => sum + desk.late, 0);
    return {
      title: say('nav-feedback'),
      body: (
        <>
          <p class="lead">{say('feedback-inbox-lead', { waiting, late })}</p>
          <Filter chosen={chosen} desks={desks} />
          {items.length > 0 ? (
            <Items items={items} today={{ day: calendarDay(clock()), calendar: today }} />
          ) : door ? (
            <Nothing door={door} />
          ) : (
            <Empty>{say('feedback-inbox-none')}</Empty>
          )}
          {found.length > most ? <p class="hint">{say('feedback-inbox-more', { most })}</p> : null}
          <Buttons>
            <LinkButton href={unitUrl('/settings', here.unit.code)}>
              {say('feedback-settings-link')}
            </LinkButton>
            <ConsultationsLink />
            {elsewhere}
          </Buttons>
        </>
      ),
    };
  });
}

/** Those who answer for no unit may still read how much was said in theirs. */
function NoDesk({ children }: { children: ComponentChildren }) {
  const say = useSay();
  return (
    <>
      <Empty>{say('feedback-inbox-no-desk')}</Empty>
      <Buttons>
        <ConsultationsLink />
        {children}
      </Buttons>
    </>
  );
}

/** What a committee asks on purpose stands beside what it is told. */
function ConsultationsLink() {
  const say = useSay();
  return <LinkButton href="/console/consultations">{say('consultation-page-list')}</LinkButton>;
}

function ReportLink({ unit }: { unit: string }) {
  const say = useSay();
  return (
    <LinkButton href={`/console/reports/feedback?${new URLSearchParams({ unit }).toString()}`}>
      {say('feedback-inbox-report')}
    </LinkButton>
  );
}

/** Says what will come here, and what a committee can do so that it comes. */
function Nothing({ door }: { door: ShownDoor }) {
  const say = useSay();
  return (
    <>
      <Empty>{say('feedback-inbox-empty')}</Empty>
      <Section title={say('feedback-door-title')}>
        <DoorCard of={door} />
      </Section>
    </>
  );
}

function Items({ items, today }: { items: readonly ItemSummary[]; today: Today }) {
  const say = useSay();
  return (
    <Table
      caption={say('nav-feedback')}
      keyOf={({ id }) => id}
      rows={items}
      columns={[
        { title: say('feedback-inbox-item'), cell: (item) => <Head item={item} /> },
        { title: say('feedback-inbox-received'), cell: ({ receivedOn }) => <Day of={receivedOn} /> },
        { title: say('feedback-inbox-due'), cell: (item) => <Due of={item} today={today} /> },
        { title: say('feedback-inbox-by'), cell: ({ takenBy }) => takenBy?.fullName ?? '' },
        { title: say('feedback-inbox-state'), cell: ({ state }) => <StateBadge state={state} /> },
      ]}
    />
  );
}

function Head({ item }: { item: ItemSummary }) {
  const say = useSay();
  const { id, text, kind, topic, level, author, unit, number } = item;
  return (
    <>
      <a href={itemUrl(id)}>
        <bdi>{firstWords(text)}</bdi>
      </a>
      <span class="hint block">
        {kindInWords(kind, say)}
        {topic ? (
          <>
            {' · '}
            <bdi>{topic}</bdi>
          </>
        ) : null}
        {` · ${author ? author.fullName : levelInWords(level, say)}`}
        {` · ${unit.name}`}
        {number ? ` · ${number}` : ''}
      </span>
    </>
  );
}
