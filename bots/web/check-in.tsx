import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { CheckedIn } from '../../hub/attendance/index.ts';
import { cookieOptions, sameSite } from '../../hub/console/index.ts';
import type { App } from '../../hub/platform/http.ts';
import { idFromShort } from '../../hub/platform/ids.ts';
import type { Say } from '../../hub/platform/locales.ts';
import { preferredLanguage } from '../../hub/platform/problems.ts';
import { chatDocument, Sheet, type Look } from './document.tsx';
import { byBrowser } from './guard.ts';
import type { RouteParts } from './routes.ts';

/** Being at a meeting, said from this browser. */
export interface CheckInParts {
  /** `browser`: what this browser is known by for one day, whoever's conversation is open in it. */
  checkIn: (member: string, code: string, by: { meetingId: string; browser: string }) => Promise<CheckedIn>;
  /** Other chats in which the same six digits can be sent; an address where the chat has one. */
  otherWays: (code: string) => Promise<{ telegram?: string; zalo?: string; zaloBot?: string }>;
}

const Code = z.object({ code: z.string().trim().max(20).catch('') });
const browserCookie = 'caunoi_browser';
/** Longer than any meeting. */
const browserKeptSeconds = 86_400;
const rateLimit = { max: 30, timeWindow: 60_000, allowList: [], keyGenerator: byBrowser };

/**
 * The page behind the square code on the wall. Its address holds the digits of one minute, which are worth nothing a few
 * minutes later and nothing at all without a member's chat; access logs name the route alone, and no referrer leaves us.
 * Looking at it does nothing: chats fetch the links they show.
 */
export function checkInRoutes(app: App, parts: RouteParts, { checkIn, otherWays }: CheckInParts): void {
  const { people, guard, locales, assets, secure } = parts;

  /** Who is at the page: a member's own conversation in this browser, or nobody we know. */
  async function whoIsHere(request: FastifyRequest) {
    const device = await guard.deviceOf(request);
    const here = device && !device.endedAt ? device : null;
    const linked = here && (await people.chats.memberOf('web', here.address));
    const language = linked?.member.language ?? preferredLanguage(request.headers['accept-language']);
    const look: Look = { say: locales(language), language, assets };
    return { device: linked ? here : null, member: linked?.member ?? null, look };
  }

  app.get<{ Params: { id: string; code: string } }>(
    '/chat/checkin/:id/:code',
    { config: { rateLimit } },
    async (request, reply) => {
      const { id, code } = request.params;
      const { device, member, look } = await whoIsHere(request);
      void reply.type('text/html; charset=utf-8');
      const digits = /^\d{6}$/.test(code) ? code : '';
      if (!idFromShort(id)) return await reply.code(404).send(notALink(look));
      if (!device || !member) return await reply.send(strangerPage(digits, await otherWays(digits), look));
      const form = { id, digits, formToken: guard.formToken(device) };
      return await reply.send(formPage({ ...form, name: member.fullName }, look));
    },
  );

  app.post<{ Params: { id: string } }>(
    '/chat/checkin/:id',
    { config: { rateLimit, form: 'fields' }, onRequest: sameSite },
    async (request, reply) => {
      const device = await guard.requireForm(request);
      const { member, look } = await whoIsHere(request);
      const meetingId = idFromShort(request.params.id);
      void reply.type('text/html; charset=utf-8');
      if (!meetingId || !member) return await reply.code(404).send(notALink(look));
      const digits = Code.parse(request.body).code.replaceAll(/\D/g, '');
      const browser = browserOf(request, reply);
      const came = await checkIn(member.id, digits, { meetingId, browser });
      if (came.kind === 'present' || came.kind === 'late' || came.kind === 'already')
        return await reply.send(donePage(came, look));
      const form = { id: request.params.id, digits: '', formToken: guard.formToken(device) };
      const problem = problemInWords(came, look.say);
      return await reply.code(422).send(formPage({ ...form, name: member.fullName, problem }, look));
    },
  );

  /** Two people who check in from one browser are shown to the secretary: the mark outlives a conversation. */
  function browserOf(request: FastifyRequest, reply: FastifyReply): string {
    const known = request.cookies[browserCookie];
    if (known && /^[\w-]{22}$/.test(known)) return known;
    const made = randomBytes(16).toString('base64url');
    const options = { ...cookieOptions(secure), path: '/chat/checkin', maxAge: browserKeptSeconds };
    void reply.setCookie(browserCookie, made, options);
    return made;
  }
}

function problemInWords(came: CheckedIn, say: Say): string {
  if (came.kind === 'wait') return say('check-in-wait', { until: came.until });
  return came.kind === 'none-open' ? say('check-in-none-open') : say('check-in-wrong');
}

interface Form {
  id: string;
  digits: string;
  formToken: string;
  name: string;
  problem?: string;
}

function formPage({ id, digits, formToken, name, problem }: Form, look: Look): string {
  const { say } = look;
  const title = say('check-in-title');
  const body = (
    <Sheet title={title} back look={look}>
      {problem ? (
        <p class="problem" role="alert" id="code-problem">
          {problem}
        </p>
      ) : (
        <p class="lead">{say('check-in-lead', { name })}</p>
      )}
      <form method="post" action={`/chat/checkin/${id}`} class="stacked">
        <input type="hidden" name="formToken" value={formToken} />
        <label for="code">{say('check-in-code')}</label>
        <input
          id="code"
          name="code"
          class="code"
          value={digits}
          required
          maxlength={20}
          inputmode="numeric"
          autocomplete="off"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? 'code-problem' : undefined}
        />
        <button class="main-button">{say('check-in-button')}</button>
      </form>
      <p class="note">{say('check-in-own')}</p>
    </Sheet>
  );
  return chatDocument({ title: `${title} – Cầu Nối`, body }, look);
}

function donePage(came: Extract<CheckedIn, { at: Date }>, look: Look): string {
  const { say } = look;
  const { kind, at, meeting } = came;
  const title =
    kind === 'already'
      ? say('check-in-already')
      : kind === 'late'
        ? say('check-in-late')
        : say('check-in-done');
  const body = (
    <Sheet title={title} back look={look}>
      <p class="lead">{say('check-in-facts', { at, title: meeting.title, unit: meeting.unit })}</p>
      <p>
        <a class="main-button" href="/chat">
          {say('check-in-to-chat')}
        </a>
      </p>
    </Sheet>
  );
  return chatDocument({ title: `${title} – Cầu Nối`, body }, look);
}

type Ways = Awaited<ReturnType<CheckInParts['otherWays']>>;

/** No conversation here: the digits go by whichever chat the member has. */
function strangerPage(digits: string, { telegram, zalo, zaloBot }: Ways, look: Look): string {
  const { say } = look;
  const title = say('check-in-title');
  const body = (
    <Sheet title={title} look={look}>
      <p class="lead">{say('check-in-elsewhere')}</p>
      {digits ? <p class="big-code">{`${digits.slice(0, 3)} ${digits.slice(3)}`}</p> : null}
      {zalo ? (
        <p>
          <a class="main-button" href={zalo} rel="noreferrer">
            {say('check-in-zalo')}
          </a>
        </p>
      ) : null}
      {zaloBot ? <p>{say('check-in-zalo-bot', { name: zaloBot })}</p> : null}
      {telegram ? (
        <p>
          <a class="main-button" href={telegram} rel="noreferrer">
            {say('check-in-telegram')}
          </a>
        </p>
      ) : null}
      <p class="note">
        <a href="/chat/join">{say('check-in-join')}</a>
      </p>
      <p class="note">{say('check-in-secretary')}</p>
    </Sheet>
  );
  return chatDocument({ title: `${title} – Cầu Nối`, body }, look);
}

function notALink(look: Look): string {
  const { say } = look;
  const title = say('check-in-no-link');
  const body = (
    <Sheet title={title} look={look}>
      <p class="lead">{say('check-in-no-link-lead')}</p>
    </Sheet>
  );
  return chatDocument({ title: `${title} – Cầu Nối`, body }, look);
}
