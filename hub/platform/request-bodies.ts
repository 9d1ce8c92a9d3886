import { parse as parseFields } from 'node:querystring';
import multipart, { type MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { DomainError } from './errors.ts';
import type { App, Upload } from './http.ts';
import { refusalIn } from './problems.ts';
import { uploadRoom } from './upload-room.ts';

/** Bytes of a form with all its files, or of a file sent as it is. */
export const uploadBytes = 30_000_000;
export const jsonBytes = 1_000_000;
/** Of all forms that are being taken in: who has no room sends again. */
const uploadedAtOnceBytes = 300_000_000;
const tooLarge = () => new DomainError('request.too-large', { status: 413 });
/** @param bytes that a form may have with all its files */
const filesTooLarge = (bytes: number) =>
  new DomainError('request.files-too-large', {
    status: 413,
    facts: { megabytes: Math.floor(bytes / 1_048_576) },
  });

/** JSON, fields of a form, and what a route takes besides. */
export function takeBodies(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    // Many programs say "JSON" also where they send nothing.
    if (body.length === 0) done(null, undefined);
    else void parse(request, body.toString(), done);
  });
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (request, body, done) => {
      if (request.routeOptions.config.form) done(null, fieldsOf(body.toString()));
      else done(new DomainError('request.media-type', { status: 415 }));
    },
  );
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    if (alsoTakes(request)) done(null, body);
    else done(new DomainError('request.media-type', { status: 415 }));
  });
}

/** Each field once, or as a list where it stands several times; text as we keep it. */
function fieldsOf(text: string): Record<string, string | string[]> {
  const entries = Object.entries(parseFields(text)).map(([name, value = '']) => [
    name,
    Array.isArray(value) ? value.map(asKept) : asKept(value),
  ]);
  return Object.fromEntries(entries) as Record<string, string | string[]>;
}

/** NFC, and without the one character that no text in the database can hold. */
function asKept(text: string): string {
  return text.normalize('NFC').replaceAll('\0', '');
}

function alsoTakes(request: FastifyRequest): boolean {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  return Object.hasOwn(request.routeOptions.config.alsoTakes ?? {}, type);
}

/** Reads forms with files, one after another as far as there is room for what they hold. */
export async function takeForms(app: App): Promise<void> {
  await app.register(multipart);
  const roomFor = uploadRoom(uploadedAtOnceBytes);
  app.addHook('preValidation', async (request, reply) => {
    if (!request.isMultipart()) return;
    const room = roomFor();
    // Answered or given up, it is all the same.
    reply.raw.once('close', room.release);
    await takeForm(request, room.take);
  });
}

/** Reads a form: its files become `uploads`, the JSON in its `bodyField` the body. */
async function takeForm(request: FastifyRequest, takeRoom: (bytes: number) => void): Promise<void> {
  const { bodyField, form, formBytes = uploadBytes } = request.routeOptions.config;
  if (form !== 'files' && !alsoTakes(request)) throw new DomainError('request.media-type', { status: 415 });
  const uploads: Upload[] = [];
  const fields: Record<string, string | string[]> = {};
  let left = formBytes;
  try {
    const limits = { fileSize: formBytes, files: 20, fields: 100, fieldSize: jsonBytes };
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') {
        const content = await contentOf(part.file, takeRoom);
        left -= content.byteLength;
        // A browser sends an empty file for a field nobody filled in.
        if (part.filename === '' && content.byteLength === 0) continue;
        uploads.push({ name: part.filename.normalize('NFC'), mediaType: part.mimetype, content });
      } else if (part.fieldname === bodyField) {
        request.body = typeof part.value === 'string' ? JSON.parse(part.value) : part.value;
      } else if (form) {
        const value = asKept(String(part.value));
        const earlier = fields[part.fieldname];
        fields[part.fieldname] = earlier === undefined ? value : [earlier, value].flat();
      }
      if (left < 0 || (part.type === 'field' && part.valueTruncated)) throw tooLarge();
    }
  } catch (error) {
    const refusal = refusalIn(error);
    if (refusal?.status === 413 && form === 'files') throw filesTooLarge(formBytes);
    // The parser of forms says nothing of whose fault a broken form is.
    throw refusal ? error : new DomainError('request.invalid');
  }
  if (form) request.body = fields;
  request.uploads = uploads;
}

/** @throws {DomainError} larger than it may be, or there is no room for it */
async function contentOf(file: MultipartFile['file'], takeRoom: (bytes: number) => void): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of file as AsyncIterable<Buffer>) {
    takeRoom(chunk.byteLength);
    chunks.push(chunk);
  }
  if (file.truncated) throw tooLarge();
  return Buffer.concat(chunks);
}
