import { Alert, Button, FormTo, sameSite, type Page } from '../../hub/console/index.ts';
import type { App } from '../../hub/platform/http.ts';
import type { Say } from '../../hub/platform/locales.ts';
import { overPage, rateLimit, showing, ToChat, type WithToken } from './page.tsx';
import type { PageParts } from './routes.ts';

type Asked = NonNullable<Awaited<ReturnType<PageParts['notices']['askedOf']>>>;

/** GET shows the button and changes nothing, since scanners and previews open links; POST acknowledges. */
export function acknowledgingPages(app: App, parts: PageParts): void {
  const { tokens, notices, people } = parts;
  const { look, show } = showing(parts);
  const url = '/email/ack/:token';

  app.get<WithToken>(url, { config: { rateLimit } }, async (request, reply) => {
    const { token } = request.params;
    const about = tokens.acknowledged(token);
    const asked = about && (await notices.askedOf(about.memberId, about.noticeId));
    if (!asked) {
      const stranger = look(request);
      return await show(reply, overPage(stranger.say, stranger.say('email-acknowledge-over')), stranger);
    }
    const reader = look(request, (await people.member(about.memberId)).language);
    return await show(reply, noticePage(token, asked, reader.say), reader);
  });

  app.post<WithToken>(
    url,
    { config: { rateLimit, form: 'fields' }, onRequest: sameSite },
    async (request, reply) => {
      const { token } = request.params;
      const about = tokens.acknowledged(token);
      const asked = about && (await notices.askedOf(about.memberId, about.noticeId));
      if (asked?.state === 'waiting') await notices.acknowledge(about!.memberId, about!.noticeId);
      return await reply.redirect(`/email/ack/${encodeURIComponent(token)}`, 303);
    },
  );
}

function noticePage(token: string, { title, number, unit, state }: Asked, say: Say): Page {
  const heading = (
    <>
      <p class="hint">{[unit, ...(number ? [say('notice-number', { number })] : [])].join(' · ')}</p>
      <p class="lead">{title}</p>
    </>
  );
  switch (state) {
    case 'waiting':
      return {
        title: say('email-acknowledge-title'),
        body: (
          <FormTo action={`/email/ack/${token}`}>
            {heading}
            <Button>{say('button-acknowledge')}</Button>
          </FormTo>
        ),
      };
    case 'acknowledged':
      return {
        title: say('email-acknowledged-title'),
        body: (
          <>
            <Alert kind="done">{say('conversation-acknowledged', { title })}</Alert>
            <p>{say('email-acknowledged-more')}</p>
            <ToChat say={say} />
          </>
        ),
      };
    default:
      return {
        title: say('email-closed-title'),
        body: (
          <>
            {heading}
            <Alert kind="note">
              {state === 'cancelled' ? say('email-notice-cancelled') : say('conversation-notice-closed')}
            </Alert>
          </>
        ),
      };
  }
}
