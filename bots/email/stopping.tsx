import type { FastifyReply, FastifyRequest } from 'fastify';
import { Alert, Button, FormTo, type Page } from '../../hub/console/index.ts';
import type { App } from '../../hub/platform/http.ts';
import type { Say } from '../../hub/platform/locales.ts';
import { overPage, rateLimit, showing, type WithToken } from './page.tsx';
import type { PageParts } from './routes.ts';

/**
 * No more letters, and again. GET shows, POST does: also the one that a mail program sends by itself when somebody
 * presses its own button (RFC 8058), which has no page around it and no site of ours behind it.
 */
export function stoppingPages(app: App, parts: PageParts): void {
  const { tokens, people, notices } = parts;
  const { look, show } = showing(parts);
  const url = '/email/unsubscribe/:token';
  const config = { rateLimit, form: 'files' } as const;

  app.get<WithToken>(url, { config }, answer);

  app.post<WithToken>(url, { config }, async (request, reply) => {
    const chat = await chatBehind(request.params.token);
    if (chat) await people.chats.stop('email', chat.address);
    return await answer(request, reply);
  });

  app.post<WithToken>(`${url}/resuming`, { config }, async (request, reply) => {
    const chat = await chatBehind(request.params.token);
    if (chat) {
      await people.chats.resume('email', chat.address);
      await notices.deliverMissed(chat.memberId);
    }
    return await answer(request, reply);
  });

  async function answer(request: FastifyRequest<WithToken>, reply: FastifyReply) {
    const { token } = request.params;
    const chat = await chatBehind(token);
    if (!chat) {
      const stranger = look(request);
      return await show(reply, overPage(stranger.say, stranger.say('email-stop-over')), stranger);
    }
    const { memberId, state } = chat;
    const reader = look(request, (await people.member(memberId)).language);
    const others = (await people.chats.addressesOf(memberId)).some(({ channel }) => channel !== 'email');
    return await show(reply, statePage(token, { isOn: state === 'active', others }, reader.say), reader);
  }

  /** Null for a link that is none of ours, and for a chat that ended since. */
  async function chatBehind(token: string) {
    const stopped = tokens.stopped(token);
    if (!stopped) return null;
    const chat = await people.mailbox.chatOf(stopped.memberId);
    return chat && stopped.isAt(chat.address) ? { ...chat, memberId: stopped.memberId } : null;
  }
}

function statePage(token: string, { isOn, others }: { isOn: boolean; others: boolean }, say: Say): Page {
  const address = `/email/unsubscribe/${token}`;
  if (isOn) {
    return {
      title: say('email-stop-title'),
      body: (
        <FormTo action={address}>
          <p class="lead">{say('email-stop-lead')}</p>
          <Alert kind={others ? 'note' : 'warning'}>
            {others ? say('email-stop-others') : say('email-stop-last')}
          </Alert>
          <Button>{say('email-stop-button')}</Button>
        </FormTo>
      ),
    };
  }
  return {
    title: say('email-stopped-title'),
    body: (
      <FormTo action={`${address}/resuming`}>
        <Alert kind="done">{say('email-stopped')}</Alert>
        <Button kind="plain">{say('email-resume-button')}</Button>
      </FormTo>
    ),
  };
}
