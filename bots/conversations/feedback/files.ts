import { mostFileBytes, type InboundFile } from '../../../hub/channels/index.ts';
import { idFromShort } from '../../../hub/platform/ids.ts';
import { DomainError } from '../../../hub/platform/errors.ts';
import type { ConversationParts } from '../turn.ts';
import { withDraft, type At } from './asking.ts';
import { isVoice, mostFiles, withoutFiles, type FileOfDraft } from './draft.ts';
import { countOfFiles } from './words.ts';

/** What came of files that were sent: those kept are in the draft, of the others it is said why not. */
export interface Brought {
  at: At;
  words: string[];
  /** Once all of it is remembered: the channel need not keep them any longer. */
  settle(): Promise<void>;
}

/** Photos, files and voice notes that go with what is said. */
export function feedbackFiles({
  channels,
  feedback: { saying },
}: Pick<ConversationParts, 'channels' | 'feedback'>) {
  const { drafts } = saying;

  async function bring(at: At, sent: readonly InboundFile[]): Promise<Brought> {
    const { say, event } = at.turn;
    const channel = channels.get(event.channel);
    const files = [...(at.state.draft.files ?? [])];
    const fresh: FileOfDraft[] = [];
    const refusals = new Set<string>();
    for (const one of sent) {
      const kept = await bringOne(at, one, files);
      if (typeof kept === 'string') refusals.add(kept);
      // The same event, handled again after a crash.
      else if (!files.some(({ id }) => id === kept.id)) files.push(kept);
      if (typeof kept !== 'string') fresh.push(kept);
    }
    const taken =
      fresh.length > 0 ? [say('feedback-talk-file-taken', { files: countOfFiles(fresh, say) })] : [];
    // Whoever is asked for the text under a name has read it there.
    const host = at.state.draft.level === 'named' ? null : drafts.transcribedBy;
    if (host !== null && fresh.some(isVoice)) taken.push(say('feedback-talk-text-heard', { host }));
    if (sent.length === 0) refusals.add(say('feedback-talk-file'));
    return {
      at: files.length > 0 ? withDraft(at, { ...at.state.draft, files }) : at,
      words: [...taken, ...refusals],
      async settle() {
        for (const one of sent) await channel?.dropFile?.(event.address, one);
      },
    };
  }

  /** The file as it is kept, or why it is not. */
  async function bringOne(
    { turn, memberId }: At,
    sent: InboundFile,
    files: readonly FileOfDraft[],
  ): Promise<FileOfDraft | string> {
    const { say, event } = turn;
    const channel = channels.get(event.channel);
    if (!channel?.fetchFile) return say('feedback-talk-file');
    const invalid = (field: string) => say('feedback-invalid', { field });
    if (files.length >= mostFiles) return invalid('files');
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    if (bytes + (sent.bytes ?? 0) > mostFileBytes) return invalid('file-size');
    const fetched = await channel.fetchFile(event.address, sent);
    if (fetched.kind === 'refused')
      return fetched.why === 'too-large'
        ? invalid('file-size')
        : say('feedback-talk-file-away', { why: fetched.why === 'away' ? 'away' : 'gone' });
    try {
      const { name = '', mediaType = '' } = sent;
      const given = { name, mediaType, content: fetched.content };
      const kept = await drafts.keep(memberId, given, `${event.channel} ${event.address} ${sent.ref}`);
      if (bytes + kept.bytes <= mostFileBytes) return kept;
      await drafts.drop([kept.id]);
      return invalid('file-size');
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return say(error.code.replaceAll('.', '-'), error.facts);
    }
  }

  /** @param which a short id, or `all` */
  async function leaveOut(at: At, which: string): Promise<At> {
    const id = idFromShort(which);
    return await drop(at, (file) => which === 'all' || file.id === id);
  }

  async function dropVoices(at: At): Promise<At> {
    return await drop(at, isVoice);
  }

  async function drop(at: At, goes: (file: FileOfDraft) => boolean): Promise<At> {
    const { draft } = at.state;
    await drafts.drop((draft.files ?? []).filter(goes).map(({ id }) => id));
    return withDraft(at, withoutFiles(draft, goes));
  }

  return { bring, leaveOut, dropVoices };
}
