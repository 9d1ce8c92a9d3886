import { asideOf, type InboundFile } from '../../../hub/channels/index.ts';
import type { ConversationParts, Turn } from '../turn.ts';
import { mostFiles } from './draft.ts';
import { countOfFiles } from './words.ts';

/** What lies ready to be made an opinion of. */
export interface Offered {
  files: readonly InboundFile[];
  /** What stood under them. */
  text: string;
}

/**
 * What somebody sent out of the blue. It is not brought, only remembered by its reference, sealed and beside whatever
 * else is talked about, until it is said what is to become of it.
 */
export function offeringFiles({ inbox, channels }: Pick<ConversationParts, 'inbox' | 'channels'>) {
  const placeOf = (address: string) => asideOf(address, 'files');

  async function offer({ event, say, reply }: Turn): Promise<void> {
    const { channel, address, text } = event;
    const sent = channels.get(channel)?.fetchFile ? (event.files ?? []) : [];
    if (sent.length === 0) return await reply.text(say('conversation-file'));
    const before = await offered({ event });
    // Several pictures come as several messages.
    const files = [...(before?.files ?? []), ...sent]
      .filter((file, index, all) => all.findIndex(({ ref }) => ref === file.ref) === index)
      .slice(-mostFiles);
    const texts = [before?.text ?? '', text].filter((words) => words !== '');
    await inbox.setState(channel, placeOf(address), {
      step: 'feedback-files',
      files,
      text: [...new Set(texts)].join('\n'),
    });
    await reply.text(say('feedback-talk-offer', { files: countOfFiles(files, say) }), [
      { label: say('button-feedback-with-files'), payload: 'feedback:with-files' },
    ]);
  }

  async function offered({ event }: Pick<Turn, 'event'>): Promise<Offered | null> {
    return (await inbox.state(event.channel, placeOf(event.address))) as unknown as Offered | null;
  }

  async function forget({ event }: Pick<Turn, 'event'>): Promise<void> {
    await inbox.setState(event.channel, placeOf(event.address), null);
  }

  return { offer, offered, forget };
}
