import type { FastifyReply, FastifyRequest } from 'fastify';
import { Alert, Button, FormTo, sameSite, type Page } from '../../hub/console/index.ts';
import type { MailboxQuestion } from '../../hub/people/index.ts';
import { DomainError } from '../../hub/platform/errors.ts';
import type { App } from '../../hub/platform/http.ts';
import type { Say } from '../../hub/platform/locales.ts';
import { overPage, rateLimit, showing, type WithToken } from './page.tsx';
import type { PageParts } from './routes.ts';

/** Letters may come when the reader of the mailbox has agreed on this page: GET asks, POST agrees. */
export function joiningPages(app: App, parts: PageParts): void {
  const { people, notices } = parts;
  const { look, show } = showing(parts);
  const url = '/email/join/:token';

  app.get<WithToken>(url, { config: { rateLimit } }, async (request, reply) => {
    return await unlessOver(request, reply, async () => {
      const { token } = request.params;
      const question = await people.mailbox.question(token);
      const { id, language } = question.member;
      const reader = look(request, language);
      const isOn = (await people.mailbox.chatOf(id))?.state === 'active';
      const page = isOn ? donePage(reader.say) : questionPage(token, question, reader.say);
      return await show(reply, page, reader);
    });
  });

  app.post<WithToken>(
    url,
    { config: { rateLimit, form: 'fields' }, onRequest: sameSite },
    async (request, reply) => {
      return await unlessOver(request, reply, async () => {
        const { token } = request.params;
        const { member } = await people.mailbox.question(token);
        const { language, say } = look(request, member.language);
        await people.mailbox.agree(token, { consentText: say('email-consent'), language });
        await notices.deliverMissed(member.id);
        return await reply.redirect(`/email/join/${encodeURIComponent(token)}`, 303);
      });
    },
  );

  async function unlessOver(
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<FastifyReply>,
  ): Promise<FastifyReply> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const stranger = look(request);
      const words = stranger.say(error.code.replaceAll('.', '-'), error.facts);
      return await show(reply, overPage(stranger.say, words), stranger);
    }
  }
}

function questionPage(token: string, { member, unit, hint }: MailboxQuestion, say: Say): Page {
  return {
    title: say('email-consent-title'),
    body: (
      <FormTo action={`/email/join/${token}`}>
        <p class="lead">{[member.fullName, ...(unit ? [unit] : [])].join(', ')}</p>
        <p>{say('email-consent-mailbox', { mailbox: hint })}</p>
        <p>{say('email-consent')}</p>
        <p class="hint">{say('email-consent-no')}</p>
        <Button>{say('button-consent-yes')}</Button>
      </FormTo>
    ),
  };
}

function donePage(say: Say): Page {
  return {
    title: say('email-joined-title'),
    body: <Alert kind="done">{say('email-joined')}</Alert>,
  };
}
