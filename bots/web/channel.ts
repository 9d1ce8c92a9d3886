import type { Channel, FileToSend, Outgoing, OutgoingFile, SendOutcome } from '../../hub/channels/index.ts';
import type { Fetched } from '../../hub/platform/download.ts';
import type { Appended, WebChat } from '../../hub/webchat/index.ts';

/** Ours to choose: a long document stays in one piece, and a page stays light. */
const limits = { textUnits: 12_000, buttons: 8, fileBytes: 30_000_000 };
const toastUnits = 200;
/** Then the hub itself is out of breath: no reason to take anybody off this channel. */
const databaseAway: SendOutcome = {
  kind: 'retry',
  waitMs: 1_000,
  limited: false,
  ofChannel: false,
  detail: 'database-away',
};
const nobodyThere: SendOutcome = { kind: 'refused', reason: 'blocked', detail: 'no-device' };

type Chats = Pick<WebChat, 'append' | 'settle' | 'keepFile' | 'retire' | 'isAway' | 'upload' | 'dropUpload'>;

/**
 * The channel whose provider is our own database: a message is sent when it stands in the conversation. It has no
 * doubt: the same key is one message, so what got no answer is simply asked again.
 */
export function webChannel(chats: Chats): Channel {
  /** Of all who want to send a file that is not kept yet, one keeps it and the others wait for its id. */
  const kept = new Map<string, Promise<string>>();

  async function sendFile(outgoing: Outgoing, { file }: FileToSend): Promise<SendOutcome> {
    const fileId = file.uploadedAs ?? (await keep(file));
    const appended = await append(outgoing, { text: '', fileId });
    if (appended.kind === 'no-file') {
      // Swept away since: it goes up again.
      file.uploadedAs = null;
      kept.delete(file.id);
      return { kind: 'retry', waitMs: 100, limited: false, ofChannel: false, detail: 'file-gone' };
    }
    const outcome = outcomeOf(appended);
    if (outcome.kind !== 'sent' || file.uploadedAs) return outcome;
    file.uploadedAs = fileId;
    // Whoever sends it first tells the id; from then on the notice knows it.
    return kept.delete(file.id) ? { ...outcome, uploadedAs: fileId } : outcome;
  }

  function keep(file: OutgoingFile): Promise<string> {
    const under = kept.get(file.id);
    if (under) return under;
    const keeping = file
      .content()
      .then((content) => chats.keepFile({ name: file.name, mediaType: file.mediaType, content }));
    kept.set(file.id, keeping);
    keeping.catch(() => kept.delete(file.id));
    return keeping;
  }

  async function append(
    { address, key }: Outgoing,
    content: Omit<Parameters<Chats['append']>[0], 'address' | 'direction' | 'key'>,
  ): Promise<Appended> {
    return await chats.append({ address, direction: 'out', ...content, ...(key ? { key } : {}) });
  }

  /** While the database is away nothing is sent, and nothing is lost. */
  async function unlessAway<Result>(work: () => Promise<Result>, otherwise: Result): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (chats.isAway(error)) return otherwise;
      throw error;
    }
  }

  return {
    name: 'web',
    limits,
    async send(outgoing) {
      const { part } = outgoing;
      return await unlessAway(
        async () =>
          part.kind === 'file'
            ? await sendFile(outgoing, part)
            : outcomeOf(await append(outgoing, { text: part.text, bold: part.bold, buttons: part.buttons })),
        databaseAway,
      );
    },
    async settleTap({ address, messageId }, { toast, removeButtons }) {
      const answer = { toast: toast.slice(0, toastUnits), removeButtons };
      await unlessAway(() => chats.settle(address, messageId, answer), undefined);
    },
    async fetchFile(address, { ref }) {
      return await unlessAway<Fetched>(
        async () => {
          const content = await chats.upload(address, ref);
          return content ? { kind: 'fetched', content } : { kind: 'refused', why: 'gone' };
        },
        { kind: 'refused', why: 'away' },
      );
    },
    async dropFile(address, { ref }) {
      await chats.dropUpload(address, ref);
    },
    async retire(addresses) {
      await chats.retire(addresses);
    },
    async close() {},
  };
}

function outcomeOf(appended: Appended): SendOutcome {
  return appended.kind === 'kept' ? { kind: 'sent', providerId: appended.id } : nobodyThere;
}
