import { randomBytes } from 'node:crypto';
import { extname } from 'node:path';
import { digestOf } from './people.ts';
import { invalid, Refusal } from './refusal.ts';

const idsLiveMs = 7 * 86_400_000;
const monthlyUploads = 5_000;

/** What may go up under which name, and how large. */
const kinds = {
  image: { suffixes: ['.jpg', '.jpeg', '.png'], bytes: 1_048_576 },
  gif: { suffixes: ['.gif'], bytes: 5 * 1_048_576 },
  file: { suffixes: ['.pdf', '.doc', '.docx', '.csv'], bytes: 5 * 1_048_576 },
} as const;
export type UploadKind = keyof typeof kinds;

export type StoredFile = { name: string; size: number; sha256: string };

export type Uploads = ReturnType<typeof uploads>;

/** Files that went up; each has an id that is good for seven days. */
export function uploads({ clock }: { clock: () => Date }) {
  const byId = new Map<string, { kind: UploadKind; file: StoredFile; expiresAt: number }>();
  let count = 0;

  async function keep(kind: UploadKind, form: FormData | null): Promise<string> {
    const file = form?.get('file');
    if (!(file instanceof File)) throw invalid('file');
    const { suffixes, bytes: limit } = kinds[kind];
    if (!(suffixes as readonly string[]).includes(extname(file.name).toLowerCase()))
      throw invalid('file type');
    if (file.size === 0) throw invalid('file');
    if (file.size > limit) throw new Refusal(-210, 'File is larger than allowed');
    count += 1;
    if (count > monthlyUploads) throw new Refusal(-211, 'Out of quota for uploads');
    const sha256 = digestOf(new Uint8Array(await file.arrayBuffer()));
    const id = randomBytes(24).toString('base64url');
    const stored = { name: file.name, size: file.size, sha256 };
    byId.set(id, { kind, file: stored, expiresAt: clock().getTime() + idsLiveMs });
    return id;
  }

  /** @throws {Refusal} for an id that is unknown, of another kind, or too old */
  function take(kinds: readonly UploadKind[], id: unknown): StoredFile {
    const found = typeof id === 'string' ? byId.get(id) : undefined;
    if (!found || !kinds.includes(found.kind)) throw invalid('attachment_id');
    if (found.expiresAt < clock().getTime()) throw new Refusal(-100, 'Attachment has expired');
    return found.file;
  }

  return { keep, take, count: () => count };
}
