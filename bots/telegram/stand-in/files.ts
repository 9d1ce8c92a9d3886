import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { Document } from 'grammy/types';
import { badRequest, Refusal, type UploadedFile } from './calls.ts';

/** Sizes in bytes, from the Bot API page: a bot uploads up to 50 MB and downloads up to 20 MB. */
export const uploadLimitBytes = 50 * 1024 * 1024;
const downloadLimitBytes = 20 * 1024 * 1024;

export type StoredFile = {
  document: Document;
  path: string;
  /** Hex digest of the content. */
  sha256: string;
  /** Size in bytes. */
  size: number;
  bytes: Buffer;
};

const mimeTypes: Record<string, string> = {
  '.csv': 'text/csv',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.ics': 'text/calendar',
  '.jpg': 'image/jpeg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.txt': 'text/plain',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
};

/** Every file the bot or a person sent. The same name and content is stored once. */
export function fileStore() {
  const byId = new Map<string, StoredFile>();
  const byPath = new Map<string, StoredFile>();

  function keep(upload: UploadedFile): StoredFile {
    if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
    if (upload.bytes.length > uploadLimitBytes) throw new Refusal(413, 'Request Entity Too Large');
    const sha256 = createHash('sha256').update(upload.bytes).digest('hex');
    const key = createHash('sha256').update(`${sha256}\n${upload.name}`).digest('base64url');
    return byId.get(`BQ${key}`) ?? store(upload, sha256, key);
  }

  function store(upload: UploadedFile, sha256: string, key: string): StoredFile {
    const size = upload.bytes.length;
    const document: Document = {
      file_name: upload.name,
      mime_type: mimeTypes[extname(upload.name).toLowerCase()] ?? upload.mimeType,
      file_id: `BQ${key}`,
      file_unique_id: `Ag${key.slice(0, 13)}`,
      file_size: size,
    };
    const path = `documents/${document.file_unique_id}${extname(upload.name)}`;
    const file: StoredFile = { document, path, sha256, size, bytes: upload.bytes };
    byId.set(document.file_id, file);
    byPath.set(path, file);
    return file;
  }

  function byFileId(fileId: string): StoredFile {
    const file = byId.get(fileId);
    if (!file) throw badRequest('wrong file identifier/HTTP URL specified');
    return file;
  }

  function downloadable(fileId: string): StoredFile {
    const file = byId.get(fileId);
    if (!file) throw badRequest('invalid file_id');
    if (file.size > downloadLimitBytes) throw badRequest('file is too big');
    return file;
  }

  return {
    keep,
    byFileId,
    downloadable,
    find: (fileId: string) => byId.get(fileId),
    atPath: (path: string) => byPath.get(path),
  };
}
export type FileStore = ReturnType<typeof fileStore>;
