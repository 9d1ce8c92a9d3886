import { renderToString } from 'preact-render-to-string';
import {
  Alert,
  Badge,
  Button,
  Buttons,
  Empty,
  FormTo,
  FrameContext,
  LinkButton,
  Live,
  Section,
  Table,
  useSay,
  type Console,
} from '../../console/index.ts';
import { openStream } from '../../platform/event-stream.ts';
import type { Branch, CascadeFigures, CascadeTree } from '../cascade/tree.ts';
import { takenBackWithinMs } from '../cascade/taking-back.ts';
import { durationInWords, standInWords } from '../cascade/stand-words.ts';
import type { NoticePagesParts } from './pages.tsx';
import { When } from './words.tsx';

/** After so long the browser connects again, and is asked again who it is. */
const longestMs = 15 * 60_000;

/** The tree of a directive that goes level by level, one level at a time, as it changes. */
export function cascadePages(console: Console, { notices, people, clock }: NoticePagesParts): void {
  const { cascade } = notices;

  console.page(
    '/console/notices/:id/cascade',
    { needs: 'notice.read' },
    async ({ viewer, say, params, query }) => {
      const id = params['id'] ?? '';
      const unit = query['unit'] || undefined;
      const tree = await cascade.of(viewer.actor, id, unit);
      const may = await people.unitsWithin(viewer.actor, 'notice.send');
      const here = unit ? await people.unitByCode(unit) : null;
      const [top] = tree.from;
      const mayTakeBack =
        here !== null &&
        may.has(here.id) &&
        top?.passedOnAt != null &&
        clock().getTime() - top.passedOnAt.getTime() < takenBackWithinMs;
      const live = `/console/notices/${id}/cascade/live${unit ? `?unit=${encodeURIComponent(unit)}` : ''}`;
      return {
        title: say('cascade-page-title'),
        body: (
          <>
            <p class="lead">
              <a href={`/console/notices/${id}`}>{tree.title}</a>
            </p>
            <p class="hint">
              {tree.number ? `${tree.number} · ` : ''}
              {say('cascade-page-issuer', { unit: tree.issuerName })}
            </p>
            {tree.cancelledAt ? (
              <Alert kind="warning">{say('notice-page-cancelled', { cancelledAt: tree.cancelledAt })}</Alert>
            ) : null}
            <Live from={live}>
              <Levels id={id} tree={tree} />
            </Live>
            <p class="hint">{say('cascade-page-hint')}</p>
            <Buttons>
              {unit && may.has(here!.id) && waits(top) && !tree.cancelledAt ? (
                <LinkButton
                  href={`/console/notices/${id}/pass-on?unit=${encodeURIComponent(unit)}`}
                  kind="primary"
                >
                  {say('cascade-pass-on')}
                </LinkButton>
              ) : null}
              {mayTakeBack ? (
                <FormTo action={`/console/notices/${id}/pass-on/taking-back`} inline>
                  <input type="hidden" name="unit" value={unit} />
                  <Button kind="plain">{say('cascade-take-back')}</Button>
                </FormTo>
              ) : null}
              {unit ? (
                <LinkButton href={`/console/notices/${id}/cascade`}>{say('cascade-page-back')}</LinkButton>
              ) : null}
              <LinkButton
                href={`/console/notices/${id}/cascade${unit ? `?unit=${encodeURIComponent(unit)}` : ''}`}
              >
                {say('cascade-page-reload')}
              </LinkButton>
            </Buttons>
          </>
        ),
      };
    },
  );

  console.stream(
    '/console/notices/:id/cascade/live',
    { needs: 'notice.read' },
    async ({ viewer, request, reply, params, query }) => {
      const frame = console.frameFor(viewer.language);
      const id = params['id'] ?? '';
      // The right is asked before the stream is opened: a refusal is an answer like any other.
      let tell: ((html: string) => void) | null = null;
      let first: string | null = null;
      const unfollow = await cascade.follow(viewer.actor, id, {
        unit: query['unit'] || undefined,
        listener: (tree) => {
          const html = renderToString(
            <FrameContext.Provider value={frame}>
              <Levels id={id} tree={tree} />
            </FrameContext.Provider>,
          );
          if (tell) tell(html);
          else first = html;
        },
      });
      const stream = openStream(request, reply);
      tell = (html) => stream.send({ data: html });
      if (first) tell(first);
      const timer = setTimeout(() => stream.close(), longestMs);
      stream.onClose(() => {
        clearTimeout(timer);
        unfollow();
      });
    },
  );
}

/** Whether the unit has come so far that it can pass it on, and has not. */
function waits(branch: Branch | undefined): boolean {
  return branch !== undefined && branch.passOnBy !== null && branch.passedOnAt === null;
}

function Levels({ id, tree }: { id: string; tree: CascadeTree }) {
  const say = useSay();
  return (
    <>
      <Totals of={tree.figures} />
      {tree.from.map((branch) => (
        <>
          {branch.stand === 'issued' ? null : (
            <Level id={id} title={branch.name} branches={[branch]} key={`own-${branch.code}`} />
          )}
          {branch.below.length > 0 ? (
            <Level
              id={id}
              key={branch.code}
              title={say('cascade-page-below', { unit: branch.name })}
              branches={branch.below}
            />
          ) : (
            <Empty>{say('cascade-page-nobody-below')}</Empty>
          )}
        </>
      ))}
    </>
  );
}

/** Figures alone: how many units have come how far. */
export function Totals({ of }: { of: CascadeFigures }) {
  const say = useSay();
  return (
    <>
      <p>{say('cascade-figures', { ...of })}</p>
      {of.nobody > 0 ? <Alert kind="warning">{say('cascade-nobody', { nobody: of.nobody })}</Alert> : null}
    </>
  );
}

function Level({ id, title, branches }: { id: string; title: string; branches: readonly Branch[] }) {
  const say = useSay();
  return (
    <Section title={title}>
      <Table
        caption={title}
        keyOf={({ code }) => code}
        rows={branches}
        columns={[
          { title: say('cascade-page-unit'), cell: (branch) => <UnitCell id={id} branch={branch} /> },
          { title: say('cascade-page-stand'), cell: (branch) => <StandCell branch={branch} /> },
          { title: say('cascade-page-came'), cell: ({ cameAt }) => <When at={cameAt} /> },
          {
            title: say('cascade-page-took'),
            cell: ({ tookMs }) => (tookMs === null ? '' : durationInWords(tookMs, say)),
          },
          {
            title: say('cascade-page-below-figures'),
            cell: ({ figures: { passedOn, toPassOn } }) =>
              toPassOn === 0 ? '' : say('cascade-page-of', { count: passedOn, all: toPassOn }),
          },
          {
            title: say('cascade-page-people'),
            cell: ({ acknowledged, recipients, noticeId }) =>
              noticeId ? (
                <a href={`/console/notices/${noticeId}`}>
                  {say('cascade-page-of', { count: acknowledged, all: recipients })}
                </a>
              ) : (
                ''
              ),
          },
        ]}
      />
    </Section>
  );
}

function UnitCell({ id, branch: { code, name } }: { id: string; branch: Branch }) {
  return (
    <>
      <a href={`/console/notices/${id}/cascade?unit=${encodeURIComponent(code)}`}>{name}</a>
      <span class="hint block">{code}</span>
    </>
  );
}

function StandCell({ branch }: { branch: Branch }) {
  const say = useSay();
  const { stand, late, passOnBy, passedOnAt, chasedAt, escalatedAt, inSteadBy, figures } = branch;
  const tone = stand === 'passed_on' ? 'good' : stand === 'nobody' ? 'bad' : 'plain';
  return (
    <div>
      <Badge tone={tone}>{standInWords(stand, say)}</Badge>{' '}
      {late ? <Badge tone="bad">{say('cascade-late')}</Badge> : null}
      {!late && figures.late > 0 ? (
        <Badge tone="warning">{say('today-cascade-late', { late: figures.late })}</Badge>
      ) : null}
      {inSteadBy ? <span class="hint block">{say('cascade-in-stead', { name: inSteadBy })}</span> : null}
      {passOnBy && !passedOnAt ? (
        <span class="hint block">{say('cascade-page-due', { passOnBy })}</span>
      ) : null}
      {late && (escalatedAt || chasedAt) ? (
        <span class="hint block">{escalatedAt ? say('cascade-escalated') : say('cascade-chased')}</span>
      ) : null}
    </div>
  );
}
