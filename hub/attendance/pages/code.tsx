import { renderToString } from 'preact-render-to-string';
import {
  Alert,
  Button,
  Buttons,
  FormTo,
  FrameContext,
  LinkButton,
  QrCode,
  seeOther,
  useSay,
  type Console,
  type Page,
} from '../../console/index.ts';
import type { Actor } from '../../platform/audit.ts';
import { DomainError } from '../../platform/errors.ts';
import { openStream } from '../../platform/event-stream.ts';
import { shortId } from '../../platform/ids.ts';
import type { Say } from '../../platform/locales.ts';
import type { MeetingStatus, VotingFigures } from '../port.ts';
import { CannotMeet } from './base-figures.tsx';
import type { AttendancePagesParts, MeetingHead } from './pages.tsx';

/** So often the figures on the wall are looked at again. */
const lookEveryMs = 2_500;
/** After so long the browser connects again, and is asked again who it is. */
const longestMs = 15 * 60_000;
/** Where no script runs: well within the time for which a code that was replaced is still taken. */
const reloadAfterSeconds = 15;

/** What stands on the wall at one moment. */
interface Wall {
  code: string;
  until: Date;
  link: string;
  status: MeetingStatus;
  base: VotingFigures;
}

/** The code for the wall, as large as it can be: black on white, for a cheap projector and the last row. */
export function codePages(console: Console, parts: AttendancePagesParts): void {
  const { attendance, people, clock } = parts;

  async function wallOf(by: Actor, id: string): Promise<Wall> {
    const { code, until } = await attendance.code(by, id);
    const [status, base] = await Promise.all([attendance.status(by, id), attendance.baseFigures(by, id)]);
    return { code, until, link: await linkFor(id, code), status, base };
  }

  async function linkFor(id: string, code: string): Promise<string> {
    return `${await parts.publicUrl()}/chat/checkin/${shortId(id)}/${code}`;
  }

  console.page('/console/meetings/:id/code', { needs: 'meeting.run' }, async ({ viewer, say, params }) => {
    const id = params['id'] ?? '';
    const meeting = await parts.meeting(viewer.actor, id);
    await people.requireMay(viewer.actor, 'meeting.run', meeting.unit.id);
    if (meeting.state !== 'open') return notOpenPage(meeting, say);
    const wall = await wallOf(viewer.actor, id);
    const key = Buffer.from(await attendance.codeKey(viewer.actor, id)).toString('base64');
    return {
      title: meeting.title,
      bare: true,
      styles: ['meeting-code.css'],
      scripts: ['meeting-code.js'],
      reloadAfter: reloadAfterSeconds,
      body: (
        <div
          class="wall"
          data-wall={`/console/meetings/${id}/code/live`}
          data-key={key}
          data-now={clock().getTime()}
        >
          <Digits code={wall.code} />
          <p class="wall-next" data-wall-next />
          <div class="wall-qr" data-wall-qr>
            <QrCode text={wall.link} label={say('wall-qr')} />
          </div>
          <p class="wall-how">{say('wall-how')}</p>
          <p class="wall-offline" data-wall-offline role="status" hidden>
            {say('wall-offline')}
          </p>
          <div class="wall-figures" data-wall-figures>
            <WallFigures status={wall.status} base={wall.base} />
          </div>
          <p class="wall-back">
            <a href={`/console/meetings/${id}`}>{say('wall-back')}</a>
          </p>
        </div>
      ),
    };
  });

  console.form('/console/meetings/:id/code/opening', { needs: 'meeting.run' }, async ({ viewer, params }) => {
    const id = params['id'] ?? '';
    await parts.open(viewer.actor, id);
    return seeOther(`/console/meetings/${id}/code`);
  });

  console.stream('/console/meetings/:id/code/live', { needs: 'meeting.run' }, async (visit) => {
    const { viewer, say, params, request, reply } = visit;
    const id = params['id'] ?? '';
    const frame = console.frameFor(viewer.language);
    const shown = ({ code, until, link, status, base }: Wall) => ({
      code,
      until: until.getTime(),
      qr: renderToString(<QrCode text={link} label={say('wall-qr')} />),
      figures: renderToString(
        <FrameContext.Provider value={frame}>
          <WallFigures status={status} base={base} />
        </FrameContext.Provider>,
      ),
    });
    // The right is asked before the stream is opened: a refusal is an answer like any other.
    let last = shown(await wallOf(viewer.actor, id));
    const stream = openStream(request, reply);
    const send = () => stream.send({ data: JSON.stringify({ now: clock().getTime(), ...last }) });
    send();
    const began = clock().getTime();
    let timer = setTimeout(look, lookEveryMs);
    let watched = true;
    stream.onClose(() => {
      watched = false;
      clearTimeout(timer);
    });

    async function lookOnce(): Promise<void> {
      const seen = shown(await wallOf(viewer.actor, id));
      if (JSON.stringify(seen) === JSON.stringify(last)) return;
      last = seen;
      send();
    }

    function look(): void {
      lookOnce()
        .catch((error: unknown) => {
          if (!(error instanceof DomainError)) return parts.onProblem(error);
          // Closed, or no longer hers to run: the page asks once more and is told.
          stream.send({ event: 'end', data: '1' });
          stream.close();
        })
        .finally(() => {
          // Whoever left while we looked is not looked for any more.
          if (!watched) return;
          if (clock().getTime() - began > longestMs) stream.close();
          else timer = setTimeout(look, lookEveryMs);
        });
    }
  });
}

function notOpenPage({ id, title, startsAt, state, unit }: MeetingHead, say: Say): Page {
  const over = state === 'closed' || state === 'cancelled';
  return {
    title: say('wall-title'),
    body: (
      <>
        <p class="lead">{say('wall-meeting', { title, unit: unit.name, startsAt })}</p>
        {over ? <Alert kind="note">{say('wall-over')}</Alert> : <p>{say('wall-not-open')}</p>}
        <Buttons>
          {over ? null : (
            <FormTo action={`/console/meetings/${id}/code/opening`} inline>
              <Button>{say('wall-open')}</Button>
            </FormTo>
          )}
          <LinkButton href={`/console/meetings/${id}`}>{say('wall-back')}</LinkButton>
        </Buttons>
      </>
    ),
  };
}

/** Three and three, as people read and type them; a screen reader hears six digits. */
function Digits({ code }: { code: string }) {
  const say = useSay();
  return (
    <p class="wall-code">
      <span class="unseen">{say('wall-code')}</span>
      <span data-wall-code>{`${code.slice(0, 3)} ${code.slice(3)}`}</span>
    </p>
  );
}

function WallFigures({ status, base }: Pick<Wall, 'status' | 'base'>) {
  const say = useSay();
  const { present, late } = status.attendance;
  const { required } = status.quorum;
  return (
    <>
      {base.canMeet ? null : <CannotMeet of={base} />}
      <dl>
        <div>
          <dt>{say('wall-there')}</dt>
          <dd>{say('wall-of', { count: present + late, all: status.invited })}</dd>
        </div>
        <div>
          <dt>{say('wall-voters')}</dt>
          <dd>{say('wall-of', { count: base.present, all: base.base })}</dd>
        </div>
        <div>
          <dt>{say('wall-required')}</dt>
          <dd>{required}</dd>
        </div>
      </dl>
      <p class="wall-quorum">{status.quorum.met ? say('wall-met') : say('wall-not-met')}</p>
    </>
  );
}
