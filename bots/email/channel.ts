import type { Channel, LetterToSend, Outgoing, SendOutcome } from '../../hub/channels/index.ts';
import type { Keys } from '../../hub/platform/keys.ts';
import type { Locales } from '../../hub/platform/locales.ts';
import { openAddress } from './address.ts';
import { openEnclosures } from './enclosures.ts';
import { askedAbout, noticeSheet, oneLine, packed, subjectOf } from './letter.ts';
import type { Letter, Post } from './post.ts';
import type { Sheet } from './sheet.ts';
import type { MailTokens } from './tokens.ts';
import { connections, type MailLine } from './transport.ts';

/** Ours to choose. A file that is too large for a letter is named in it; what is said in between has no buttons. */
const limits = { textUnits: 50_000, buttons: 0, fileBytes: 30_000_000, letters: true } as const;

const noMailbox: SendOutcome = { kind: 'refused', reason: 'blocked', detail: 'no-mailbox' };
const fileTooLarge: SendOutcome = { kind: 'refused', reason: 'invalid', detail: 'too-large' };

export interface EmailChannelParts {
  line: Pick<MailLine, 'answers' | 'close'>;
  post: Post;
  tokens: MailTokens;
  keys: Keys;
  locales: Locales;
  /** Where people reach our pages. */
  publicUrl: () => Promise<string>;
}

/** Letters. A notice is one, with its files; what is said in between is a short one. */
export function emailChannel({ line, post, tokens, keys, locales, publicUrl }: EmailChannelParts): Channel {
  const enclose = openEnclosures();

  async function toMailbox(address: string, letterTo: (to: string) => Promise<Letter>): Promise<SendOutcome> {
    const to = openAddress(keys, address);
    return to === null ? noMailbox : await post(await letterTo(to));
  }

  async function noticeLetter(to: string, address: string, letter: LetterToSend): Promise<Letter> {
    const { noticeId, memberId, language, content } = letter;
    const url = await publicUrl();
    const parcel = packed(content.files);
    const asked = askedAbout(letter);
    const links = {
      acknowledge:
        asked && `${url}/email/ack/${tokens.acknowledging({ noticeId: asked.noticeId, memberId })}`,
      stop: `${url}/email/unsubscribe/${tokens.stopping(memberId, address)}`,
      chat: `${url}/chat`,
    };
    const isReminder = asked !== null && asked.noticeId !== noticeId;
    return {
      to,
      subject: subjectOf(letter),
      sheet: noticeSheet(letter, { parcel, links, button: asked?.button ?? null, say: locales(language) }),
      enclosures: await Promise.all(parcel.enclosed.map(enclose)),
      token: tokens.returning({ noticeId, memberId }),
      ...(isReminder ? { follows: tokens.returning({ noticeId: asked.noticeId, memberId }) } : {}),
      stopUrl: links.stop,
    };
  }

  /** What is said in between: an answer, a word to try whether it arrives. */
  async function note(to: string, { part }: Outgoing): Promise<Letter> {
    const say = locales('vi');
    const [text, file] = part.kind === 'text' ? [part.text, null] : ['', part.file];
    const [first = ''] = text.split('\n');
    const sheet: Sheet = {
      language: 'vi',
      head: [],
      title: '',
      paragraphs: text === '' ? [] : [text],
      asked: [],
      button: null,
      lists: [],
      foot: [say('email-automatic')],
      stop: null,
    };
    const enclosures = file ? [await enclose(file)] : [];
    return { to, subject: oneLine(file?.name ?? first) || say('email-note-subject'), sheet, enclosures };
  }

  return {
    name: 'email',
    limits,
    lines: connections,
    async send(outgoing) {
      const { part, address } = outgoing;
      if (part.kind === 'file' && packed([part.file]).named.length > 0) return fileTooLarge;
      return await toMailbox(address, (to) => note(to, outgoing));
    },
    async sendLetter(address, letter) {
      return await toMailbox(address, (to) => noticeLetter(to, address, letter));
    },
    async answers() {
      return await line.answers();
    },
    async close() {
      await line.close();
    },
  };
}
