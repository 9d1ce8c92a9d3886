import type { FastifyReply, FastifyRequest } from 'fastify';
import { byteRange } from './byte-range.ts';
import type { Download } from './forms.ts';

/** A file to keep: all of it, or the one part that was asked for. */
export async function sendFile(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { fileName, mediaType, content: given }: Download,
): Promise<FastifyReply> {
  const content =
    typeof given === 'string'
      ? Buffer.from(given)
      : Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  void reply
    .type(mediaType)
    .header('content-disposition', attachment(fileName))
    .header('accept-ranges', 'bytes');
  const part = byteRange(request.headers.range, content.length);
  if (part === null) return await reply.send(content);
  if (part === 'beyond')
    return await reply.code(416).header('content-range', `bytes */${content.length}`).send();
  return await reply
    .code(206)
    .header('content-range', `bytes ${part.from}-${part.to}/${content.length}`)
    .send(content.subarray(part.from, part.to + 1));
}

/** A file name with Vietnamese letters, as browsers old and new understand it (RFC 6266). */
function attachment(fileName: string): string {
  const plain = fileName
    .normalize('NFD')
    .replaceAll(/[đĐ]/g, 'd')
    .replaceAll(/[^\x20-\x7e]|["\\]/g, '');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}
