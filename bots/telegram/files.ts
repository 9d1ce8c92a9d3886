import { GrammyError, type Api } from 'grammy';
import type { Message } from 'grammy/types';
import { fileWithinMs, kindOfFile, mostFileBytes, type InboundFile } from '../../hub/channels/index.ts';
import { download, type Fetched, type NotFetched } from '../../hub/platform/download.ts';
import { NoAnswer } from '../../hub/platform/line.ts';

/** What stands in a message besides words: a picture in its largest form, a document, a voice note or a recording. */
export function filesIn({ photo, document, voice, audio }: Message): InboundFile[] {
  const largest = photo?.at(-1);
  const picture = largest && { ...sizeOf(largest), ref: largest.file_id, kind: 'photo' as const };
  const sound = voice ?? audio;
  return [
    picture,
    document && { ...named(document), kind: kindOfFile(document.mime_type ?? '') },
    sound && { ...named(sound), kind: 'voice' as const },
  ].filter((file) => file !== undefined);
}

function named(file: { file_id: string; file_name?: string; mime_type?: string; file_size?: number }) {
  const { file_id: ref, file_name: name, mime_type: mediaType } = file;
  return { ref, ...(name && { name }), ...(mediaType && { mediaType }), ...sizeOf(file) };
}

function sizeOf({ file_size: bytes }: { file_size?: number }): { bytes?: number } {
  return bytes === undefined ? {} : { bytes };
}

/** Telegram names a path under which the file lies for an hour; its reference is good for as long as the message. */
export function telegramFiles(api: Api, { token, apiRoot }: { token: string; apiRoot: string }) {
  const { origin } = new URL(apiRoot);

  async function fetchFile(_address: string, { ref }: Pick<InboundFile, 'ref'>): Promise<Fetched> {
    try {
      const { file_path: path } = await api.getFile(ref);
      return await download(`${apiRoot}/file/bot${token}/${path}`, {
        allows: (url) => url.origin === origin,
        mostBytes: mostFileBytes,
        withinMs: fileWithinMs,
      });
    } catch (error) {
      return { kind: 'refused', why: whyNot(error) };
    }
  }

  return { fetchFile };
}

function whyNot(error: unknown): NotFetched {
  if (error instanceof NoAnswer) return 'away';
  if (!(error instanceof GrammyError)) throw error;
  if (/too big/i.test(error.description)) return 'too-large';
  return error.error_code === 400 ? 'gone' : 'away';
}
