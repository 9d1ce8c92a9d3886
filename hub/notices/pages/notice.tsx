import {
  Button,
  Buttons,
  Empty,
  FormTo,
  LinkButton,
  Live,
  More,
  Section,
  seeOther,
  useSay,
  type Console,
  type Viewer,
} from '../../console/index.ts';
import { sumOf, type PartTally, type Recipient, type Status } from '../../delivery/index.ts';
import type { Actor } from '../../platform/audit.ts';
import { DomainError } from '../../platform/errors.ts';
import type { Say } from '../../platform/locales.ts';
import type { OpenedNotice } from '../opened.ts';
import type { TrailEntry } from '../trail.ts';
import { About, Sent, State } from './about.tsx';
import { Figures } from './figures.tsx';
import { CascadeSection } from './cascade-section.tsx';
import type { NoticePagesParts } from './pages.tsx';
import { NotYet } from './people.tsx';
import { Timeline } from './timeline.tsx';
import { Trail } from './trail-view.tsx';
import { UnitTable } from './units.tsx';

/** The page itself shows so many units; the rest is a page of its own. */
const unitsAtFirst = 10;
/** So many one can look through and tick before the list goes on. */
const namesShown = 20;
/** In the list of those to be told in person where nobody was asked for an acknowledgement. */
const lost: readonly Status[] = ['unreachable', 'failed'];

/** What the reader may do with this notice. */
export interface Offered {
  remind: boolean;
  cancel: boolean;
  export: boolean;
  tell: boolean;
}

/** A notice: how far it has come, who has not answered, and what can be done about it. */
export function noticePage(console: Console, parts: NoticePagesParts): void {
  const { notices, clock } = parts;

  console.page('/console/notices/:id', { needs: 'notice.read' }, async ({ viewer, say, params, query }) => {
    const id = params['id'] ?? '';
    const notice = await notices.open(viewer.actor, id);
    if (notice.remindsId) return seeOther(`/console/notices/${notice.remindsId}`);
    const filter = notice.wantsAck ? { notYet: true } : { only: lost };
    const [units, silent, history, offered, steps, cascade] = await Promise.all([
      notices.byUnit(viewer.actor, id),
      notices.recipientsOf(viewer.actor, id, { ...filter, after: query['after'], limit: namesShown }),
      notices.historyOf(viewer.actor, id),
      offeredTo(parts, viewer, notice),
      notices.chaseOf(viewer.actor, id),
      notice.cascade ? cascadeFor(parts, viewer, notice) : null,
    ]);
    // The lines add up to the notice, or to the reader's part of it: no need to count twice.
    const figures = sumOf(units);
    const now = clock();
    return {
      title: notice.title,
      body: (
        <>
          <State notice={notice} now={now} />
          <About notice={notice} />
          <Section title={say('notice-page-ledger')} id="ledger">
            <Live from={`/console/notices/${id}/live`}>
              <Figures of={figures} />
            </Live>
            <p>
              <a href={`/console/notices/${id}`}>{say('notice-page-reload')}</a>
            </p>
            <Actions notice={notice} figures={figures} offered={offered} />
          </Section>
          {cascade ? <CascadeSection id={notice.rootId ?? id} {...cascade} /> : null}
          {notice.compactedAt ? null : <Silent notice={notice} silent={silent} offered={offered} say={say} />}
          <Timeline id={id} steps={steps} mayStop={offered.remind} />
          <Section title={say('notice-page-units')} id="units">
            <UnitTable id={id} lines={units.slice(0, unitsAtFirst)} wantsAck={notice.wantsAck} />
            {units.length > unitsAtFirst ? (
              <p>
                <LinkButton href={`/console/notices/${id}/units`}>
                  {say('notice-page-all-units', { count: units.length })}
                </LinkButton>
              </p>
            ) : null}
          </Section>
          <Sent notice={notice} />
          <History entries={history} />
        </>
      ),
    };
  });
}

/** The reader's view of the levels; what waits to be passed on by the reader's own units. */
async function cascadeFor(
  { notices: { cascade } }: Pick<NoticePagesParts, 'notices'>,
  { actor }: Viewer & { actor: Actor & { memberId: string } },
  { id, rootId }: OpenedNotice,
) {
  const waiting = await cascade.waiting(actor.memberId);
  const root = rootId ?? id;
  try {
    const tree = await cascade.of(actor, id);
    return { tree, waiting: waiting.filter((part) => part.rootId === root) };
  } catch (error) {
    // Some of the reader's people received it for a unit elsewhere: their part, and none in the levels.
    if (error instanceof DomainError && error.code === 'may.not') return null;
    throw error;
  }
}

/** What a page offers is what the feature will allow; the feature asks again. */
async function offeredTo(
  { people }: Pick<NoticePagesParts, 'people'>,
  viewer: Viewer & { actor: Actor & { memberId: string } },
  notice: OpenedNotice,
): Promise<Offered> {
  const { memberId } = viewer.actor;
  const asked = ['notice.remind', 'notice.cancel', 'notice.export', 'notice.tell'] as const;
  const over = await people.mayOf(memberId, notice.unitId, asked);
  const inPart = async (action: 'notice.export' | 'notice.tell') =>
    !notice.whole && (await people.reach(memberId, action)).length > 0;
  return {
    remind: over.has('notice.remind'),
    cancel: over.has('notice.cancel'),
    export: over.has('notice.export') || (await inPart('notice.export')),
    tell: over.has('notice.tell') || (await inPart('notice.tell')),
  };
}

function Actions({
  notice,
  figures,
  offered,
}: {
  notice: OpenedNotice;
  figures: PartTally;
  offered: Offered;
}) {
  const say = useSay();
  const { id, wantsAck, cancelledAt, compactedAt } = notice;
  const { handed_over: handedOver, delivered, seen, created } = figures.byStatus;
  const toRemind = handedOver + delivered + seen;
  return (
    <Buttons>
      {offered.remind && wantsAck && !cancelledAt && !compactedAt && toRemind > 0 ? (
        <FormTo action={`/console/notices/${id}/reminders`} inline>
          <Button>{say('notice-page-remind', { count: toRemind })}</Button>
        </FormTo>
      ) : null}
      <LinkButton href={`/console/notices/${id}/people`}>{say('notice-page-people')}</LinkButton>
      {offered.export ? (
        <>
          <LinkButton href={`/console/notices/${id}/recipients.xlsx`} download>
            {say('notice-page-export-xlsx')}
          </LinkButton>
          <LinkButton href={`/console/notices/${id}/recipients.csv`} download>
            {say('notice-page-export-csv')}
          </LinkButton>
        </>
      ) : null}
      {offered.cancel && !cancelledAt && (created > 0 || notice.cascade) ? (
        <LinkButton href={`/console/notices/${id}/cancellation`} kind="danger">
          {say('notice-page-cancel')}
        </LinkButton>
      ) : null}
    </Buttons>
  );
}

function Silent({
  notice,
  silent,
  offered,
  say,
}: {
  notice: OpenedNotice;
  silent: readonly Recipient[];
  offered: Offered;
  say: Say;
}) {
  const last = silent.length === namesShown ? silent.at(-1) : undefined;
  return (
    <Section title={notice.wantsAck ? say('notice-page-not-yet') : say('notice-page-lost')} id="not-yet">
      {silent.length === 0 ? (
        <Empty>{notice.wantsAck ? say('notice-page-all-known') : say('notice-page-none-lost')}</Empty>
      ) : (
        <>
          <p class="hint">{say('notice-page-tell-hint')}</p>
          <NotYet id={notice.id} people={silent} mayTell={offered.tell} />
          <More
            href={
              last ? `/console/notices/${notice.id}?after=${encodeURIComponent(last.member)}#not-yet` : null
            }
          />
        </>
      )}
    </Section>
  );
}

function History({ entries }: { entries: readonly TrailEntry[] }) {
  const say = useSay();
  if (entries.length === 0) return null;
  return (
    <Section title={say('notice-page-history')} id="history">
      <Trail entries={entries} of="notice" />
    </Section>
  );
}
