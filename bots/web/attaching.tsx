import { z } from 'zod';
import { mostFileBytes } from '../../hub/channels/index.ts';
import { sameSite } from '../../hub/console/index.ts';
import { DomainError } from '../../hub/platform/errors.ts';
import type { App } from '../../hub/platform/http.ts';
import { newId } from '../../hub/platform/ids.ts';
import type { Say } from '../../hub/platform/locales.ts';
import { preferredLanguage } from '../../hub/platform/problems.ts';
import type { Device } from '../../hub/webchat/index.ts';
import { byBrowser } from './guard.ts';
import type { RouteParts } from './routes.ts';

const mostFiles = 5;
/** Room for the form around the files. */
const mostFormBytes = mostFileBytes + 100_000;
const accepted = 'image/*,audio/*,.pdf,.docx,.xlsx,.txt';

const Attached = z.object({
  text: z.string().max(4_000).default(''),
  client: z.string().regex(/^[\w-]{8,50}$/),
});

/** Folded away until somebody wants it; a form like any other, so that it works without scripts. */
export function Attach({ say, formToken }: { say: Say; formToken: string }) {
  return (
    <details class="attach">
      <summary>{say('webchat-attach')}</summary>
      <form class="attach-form" method="post" action="/chat/files" enctype="multipart/form-data">
        <input type="hidden" name="formToken" value={formToken} />
        <input type="hidden" name="client" value={newId()} />
        <label for="file">{say('webchat-attach-which', { most: mostFiles })}</label>
        <input id="file" type="file" name="file" accept={accepted} multiple required />
        <button class="send">{say('webchat-attach-send')}</button>
      </form>
    </details>
  );
}

/** Files from the page: kept sealed until the conversation takes them in. Only of members: nobody else has a use for it. */
export function attachRoutes(app: App, { guard, speaking, people, webchat }: RouteParts): void {
  async function memberHere({ address }: Device) {
    const linked = await people.chats.memberOf('web', address);
    if (!linked) throw new DomainError('webchat.files-of-members', { status: 403 });
    return linked.member;
  }

  app.post(
    '/chat/files',
    {
      config: {
        rateLimit: { max: 10, timeWindow: 60_000, allowList: [], keyGenerator: byBrowser },
        form: 'files',
      },
      onRequest: [
        sameSite,
        async (request) => {
          // Before anything of it is read into memory.
          if (Number(request.headers['content-length'] ?? 0) > mostFormBytes) throw tooLarge();
          await memberHere(await guard.requireDevice(request));
        },
      ],
      schema: { body: Attached.loose() },
    },
    async (request, reply) => {
      const device = await guard.requireForm(request);
      const member = await memberHere(device);
      const files = request.uploads ?? [];
      if (files.length === 0) throw new DomainError('webchat.no-file', { status: 422 });
      const bytes = files.reduce((sum, { content }) => sum + content.byteLength, 0);
      if (files.length > mostFiles || bytes > mostFileBytes) throw tooLarge();
      const { text, client: clientId } = request.body;
      const language = member.language ?? preferredLanguage(request.headers['accept-language']);
      const before = await webchat.lastEvent(device.address);
      await speaking.bring(device, { files, text, clientId, language });
      await speaking.answered(device.address, before + 1);
      return await reply.redirect('/chat', 303);
    },
  );
}

const tooLarge = () => new DomainError('webchat.files-too-large', { status: 413 });
