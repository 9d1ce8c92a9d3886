import type { OutgoingFile } from '../../hub/channels/index.ts';
import type { Refusal } from './outcomes.ts';
import type { ZaloAnswer, ZaloClient } from './client.ts';

/** What Zalo takes, where it goes up, and how a message shows it. @source channels.md 1.7 */
export interface FileKind {
  path: string;
  /** Largest size, in bytes. */
  mostBytes: number;
  attachment(uploadedAs: string): object;
}

const document: FileKind = {
  path: '/v2.0/oa/upload/file',
  mostBytes: 5_000_000,
  attachment: (token) => ({ type: 'file', payload: { token } }),
};

const image: FileKind = {
  path: '/v2.0/oa/upload/image',
  mostBytes: 1_000_000,
  attachment: (id) => ({
    type: 'template',
    payload: { template_type: 'media', elements: [{ media_type: 'image', attachment_id: id }] },
  }),
};

const kinds: Readonly<Record<string, FileKind>> = {
  pdf: document,
  doc: document,
  docx: document,
  csv: document,
  jpg: image,
  jpeg: image,
  png: image,
};

/** Null for what Zalo does not take. It goes by the name, as Zalo does. */
export function kindOf({ name }: Pick<OutgoingFile, 'name'>): FileKind | null {
  return kinds[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? null;
}

type Uploaded = { kind: 'uploaded'; id: string } | Refusal;

interface Upload {
  going: Promise<Uploaded>;
  /** Null while it is going up. */
  id: string | null;
  /** Whoever sends the file first tells its new id; from then on the notice knows it. */
  told: boolean;
}

/** Files of messages under way: two languages of one notice hold the same file as two objects. */
const filesKept = 200;

/** Files go up before they are sent; their ids die after seven days. */
export function zaloUploads(client: Pick<ZaloClient, 'call'>) {
  const uploads = new Map<string, Upload>();

  async function upload(file: OutgoingFile, kind: FileKind): Promise<Uploaded> {
    const begun: Upload = { going: goUp(client, file, kind), id: null, told: false };
    uploads.set(file.id, begun);
    if (uploads.size > filesKept) uploads.delete(uploads.keys().next().value!);
    try {
      const result = await begun.going;
      if (result.kind === 'uploaded') begun.id = result.id;
      return result;
    } finally {
      // Those who wait for it learn of a failure; who comes after them tries again.
      if (begun.id === null && uploads.get(file.id) === begun) uploads.delete(file.id);
    }
  }

  return {
    /**
     * The id under which Zalo has the file. Of all who want to send one that has not gone up yet, one uploads it.
     *
     * @param dead an id that Zalo knows no more
     */
    async idOf(file: OutgoingFile, kind: FileKind, dead?: string): Promise<Uploaded> {
      if (file.uploadedAs && file.uploadedAs !== dead) return { kind: 'uploaded', id: file.uploadedAs };
      const under = uploads.get(file.id);
      return await (under && (dead === undefined || under.id !== dead) ? under.going : upload(file, kind));
    },
    /** The file was shown under this id. True for the first to say so of an upload. */
    tell(file: OutgoingFile, id: string): boolean {
      file.uploadedAs = id;
      const { told = true } = uploads.get(file.id) ?? {};
      if (!told) uploads.get(file.id)!.told = true;
      return !told;
    },
  };
}

async function goUp(client: Pick<ZaloClient, 'call'>, file: OutgoingFile, kind: FileKind): Promise<Uploaded> {
  const form = new FormData();
  form.set('file', new Blob([Buffer.from(await file.content())], { type: file.mediaType }), file.name);
  const answer: ZaloAnswer<{ token?: string; attachment_id?: string }> = await client.call({
    path: kind.path,
    form,
  });
  // Nothing was shown to anybody yet: no doubt arises.
  if (answer.kind === 'no-answer') return { ...answer, asked: false };
  if (answer.kind !== 'ok') return answer;
  const id = answer.data.token ?? answer.data.attachment_id;
  return id ? { kind: 'uploaded', id } : { kind: 'no-answer', asked: false, detail: 'upload-without-id' };
}
