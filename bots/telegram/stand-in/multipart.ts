import type { UploadedFile } from './calls.ts';

export type Form = { fields: Record<string, string>; files: Map<string, UploadedFile> };

const blankLine = Buffer.from('\r\n\r\n');

/** Splits a whole multipart/form-data body; undefined when it is malformed. */
export function parseMultipart(body: Buffer, contentType: string): Form | undefined {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const marker = boundary?.[1] ?? boundary?.[2];
  if (marker === undefined) return undefined;
  const form: Form = { fields: {}, files: new Map() };
  for (const part of partsBetween(body, Buffer.from(`--${marker}`))) {
    if (!readPart(part, form)) return undefined;
  }
  return form;
}

function* partsBetween(body: Buffer, delimiter: Buffer): Generator<Buffer> {
  const following = Buffer.concat([Buffer.from('\r\n'), delimiter]);
  let start = body.indexOf(delimiter);
  if (start < 0) return;
  start += delimiter.length;
  for (;;) {
    // The last delimiter is followed by two dashes, every other one by a line break.
    if (body.subarray(start, start + 2).toString('latin1') !== '\r\n') return;
    const end = body.indexOf(following, start);
    if (end < 0) return;
    yield body.subarray(start + 2, end);
    start = end + following.length;
  }
}

function readPart(part: Buffer, form: Form): boolean {
  const headersEnd = part.indexOf(blankLine);
  if (headersEnd < 0) return false;
  const headers = part.toString('utf8', 0, headersEnd);
  const name = /[;\s]name="?([^";\r\n]*)"?/i.exec(headers)?.[1];
  if (name === undefined) return false;
  const content = part.subarray(headersEnd + blankLine.length);
  const fileName = fileNameIn(headers);
  if (fileName === undefined) form.fields[name] = content.toString('utf8');
  else {
    const mimeType = /^content-type:\s*([^;\r\n]+)/im.exec(headers)?.[1] ?? 'application/octet-stream';
    form.files.set(name, { name: fileName, mimeType, bytes: Buffer.from(content) });
  }
  return true;
}

function fileNameIn(headers: string): string | undefined {
  const extended = /filename\*=utf-8''([^;\r\n]+)/i.exec(headers)?.[1];
  if (extended !== undefined) return decoded(extended);
  // grammY writes the name without quotes, browsers quote it and escape the quotes inside as %22.
  const match = /filename=(?:"([^"\r\n]*)"|([^\r\n]*))/i.exec(headers);
  const name = match?.[1] ?? match?.[2];
  return name?.replaceAll('%22', '"').trim();
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
