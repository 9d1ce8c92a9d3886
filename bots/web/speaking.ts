import { setTimeout as sleep } from 'node:timers/promises';
import { kindOfFile, type InboundFile } from '../../hub/channels/index.ts';
import { looksLikeInvite } from '../../hub/people/index.ts';
import { DomainError } from '../../hub/platform/errors.ts';
import type { Upload } from '../../hub/platform/http.ts';
import type { Device, WebMessage } from '../../hub/webchat/index.ts';
import { typedKey } from './message.tsx';
import type { WebParts } from './routes.ts';

/** What a person does on the page, as every channel tells it. */
export interface Speaking {
  /**
   * Something typed. The same `clientId` again is the same message: a page that got no answer just asks again.
   * Returns the message as it stands in the conversation.
   */
  say(
    device: Pick<Device, 'address'>,
    typed: { text: string; clientId: string; language: string },
  ): Promise<WebMessage>;
  /** Files, perhaps with words under them. The same `clientId` again is the same message. */
  bring(
    device: Pick<Device, 'address'>,
    brought: { files: readonly Upload[]; text: string; clientId: string; language: string },
  ): Promise<void>;
  /**
   * A button was pressed: `button` counts from 0, and what it refers to is looked up here. False where the message
   * has no such button any more: it was answered already, perhaps on another device.
   */
  tap(
    device: Pick<Device, 'address'>,
    pressed: { messageId: string; button: number; language: string },
  ): Promise<boolean>;
  /** For pages without scripts: waits a moment for what is answered to what came after `event`. */
  answered(address: string, event: number): Promise<void>;
}

const longestText = 4_000;
const waitMs = 2_500;
const lookEveryMs = 60;
/** Answers often are several messages: so long after the last one nothing more is expected. */
const quietMs = 300;

export function openSpeaking({ webchat, receive }: Pick<WebParts, 'webchat' | 'receive'>): Speaking {
  return {
    async say({ address }, { text, clientId, language }) {
      const said = text.trim();
      if (said === '') throw new DomainError('webchat.text-empty', { status: 422 });
      if (said.length > longestText)
        throw new DomainError('webchat.text-too-long', { status: 422, facts: { longest: longestText } });
      const key = typedKey(clientId);
      const kept = await webchat.append({ address, direction: 'in', text: withoutCode(said), key });
      if (kept.kind !== 'kept') throw new DomainError('webchat.no-device', { status: 401 });
      // After it is kept and before it is answered for: a page that hears nothing says it again, and both are
      // done once.
      await receive([
        {
          channel: 'web',
          address,
          eventKey: `${address}:${clientId}`,
          kind: 'text',
          text: said,
          payload: '',
          messageId: kept.id,
          appLanguage: language,
        },
      ]);
      const message = await webchat.message(address, kept.id);
      // Erased in this very moment.
      if (!message) throw new DomainError('webchat.no-device', { status: 401 });
      return message;
    },

    async bring({ address }, { files, text, clientId, language }) {
      const said = text.trim();
      const key = typedKey(clientId);
      const brought: InboundFile[] = [];
      for (const [index, { name, mediaType, content }] of files.entries()) {
        const ref = `${clientId}-${index}`;
        await webchat.keepUpload(address, { ref, messageKey: key, content });
        brought.push({ ref, kind: kindOfFile(mediaType), name, mediaType, bytes: content.byteLength });
      }
      const shown = [...files.map(({ name }) => `[${name}]`), ...(said === '' ? [] : [said])].join('\n');
      const kept = await webchat.append({ address, direction: 'in', text: shown, key });
      if (kept.kind !== 'kept') throw new DomainError('webchat.no-device', { status: 401 });
      await receive([
        {
          channel: 'web',
          address,
          eventKey: `${address}:${clientId}`,
          kind: 'file',
          text: said.normalize('NFC'),
          payload: '',
          files: brought,
          messageId: kept.id,
          appLanguage: language,
        },
      ]);
    },

    async tap({ address }, { messageId, button, language }) {
      const message = await webchat.message(address, messageId);
      if (!message) throw new DomainError('webchat.message-unknown', { status: 404 });
      const pressed = message.buttons[button];
      if (!pressed) return false;
      const tapId = `${messageId}:${button}:${message.event}`;
      await receive([
        {
          channel: 'web',
          address,
          eventKey: `${address}:${tapId}`,
          kind: 'tap',
          text: '',
          payload: pressed.payload,
          tapId,
          messageId,
          appLanguage: language,
        },
      ]);
      return true;
    },

    async answered(address, event) {
      const deadline = performance.now() + waitMs;
      let last = event;
      let changedAt: number | null = null;
      while (
        performance.now() < deadline &&
        (changedAt === null || performance.now() - changedAt < quietMs)
      ) {
        await sleep(lookEveryMs);
        const now = await webchat.lastEvent(address);
        if (now > last) changedAt = performance.now();
        last = now;
      }
    },
  };
}

/** A code that nobody has used yet is not kept where it can be read. */
function withoutCode(text: string): string {
  return looksLikeInvite(text)
    ? `${text
        .replaceAll(/[^A-Za-z0-9]/g, '')
        .slice(0, 2)
        .toUpperCase()}••-••••`
    : text;
}
