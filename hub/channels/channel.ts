import type { Fetched } from '../platform/download.ts';
import type { InboundFile } from './inbound-file.ts';
import type { Content } from './render.ts';
import type { Terms } from './ways.ts';

/** The ways to reach a person. */
export const channelNames = ['telegram', 'zalo', 'zalo_bot', 'web', 'email', 'push'] as const;
export type ChannelName = (typeof channelNames)[number];

/** A way to reach one person. An adapter translates; it never decides who, whether or when. */
export interface Channel {
  readonly name: ChannelName;
  readonly limits: Limits;
  /** It makes so few sends at once; more of them only wait inside it, and a crash would leave them all in doubt. */
  readonly lines?: number;
  /** What the provider asks of whoever writes to people by themselves. Absent: nothing. */
  readonly terms?: Terms;
  /** Its receipts and bounces name a message by the id that `send` returned, so that these are kept for a while. */
  readonly hasReceipts?: boolean;
  /** Its provider tells of every text that it showed (`Echo`): what is in doubt waits for that for a while. */
  readonly hasEchoes?: boolean;
  /**
   * Asks the provider to show one part in one chat. Resolves for every answer the provider gives, and for
   * none (`unknown`); throws only for our own bugs.
   */
  send(outgoing: Outgoing): Promise<SendOutcome>;
  /** Sends an approved text to one person: what the outcome says of `send` holds here too. */
  sendTemplate?(address: string, template: TemplateToSend): Promise<SendOutcome>;
  /** Sends a whole message as one letter, where `limits` say so: what the outcome says of `send` holds here too. */
  sendLetter?(address: string, letter: LetterToSend): Promise<SendOutcome>;
  /** Shows a text to everybody in a group, by the group's address. Groups have no buttons. */
  sendToGroup?(address: string, text: string): Promise<SendOutcome>;
  /** What the provider says of a group; null where it does not say. */
  groupInfo?(address: string): Promise<GroupInfo | null>;
  /** Asks the provider something that concerns nobody: does it answer at all, and does it know us? */
  answers?(): Promise<boolean>;
  /** Answers a tap: takes the waiting sign off the button, says a short word, and may take the buttons away. */
  settleTap?(tap: Tap, answer: { toast: string; removeButtons: boolean }): Promise<void>;
  /** Shows that an answer is being prepared; of no consequence when it fails. */
  showTyping?(address: string): Promise<void>;
  /**
   * Shows a text that is still being written, or what has become of it: the message that it stands in, whose place the
   * finished text takes by `Outgoing.replaces`. Null: it is not shown, which is of no consequence. Absent: only whole texts.
   */
  showDraft?(draft: DraftToShow): Promise<string | null>;
  /**
   * Brings what somebody sent in a chat, up to `mostFileBytes`, as often as it is asked. Absent: files cannot be had
   * here. Why it did not come is a value; throws only for our own bugs.
   */
  fetchFile?(address: string, file: Pick<InboundFile, 'ref'>): Promise<Fetched>;
  /** Which files people can send here at all; absent: of every kind. */
  fileKinds?: readonly InboundFile['kind'][];
  /** Only where we keep it ourselves: it was taken in, or is not wanted. */
  dropFile?(address: string, file: Pick<InboundFile, 'ref'>): Promise<void>;
  /**
   * Only where a member has one chat at a time: these were replaced by another. Nobody reads them from here on,
   * and whoever opens one is told so.
   */
  retire?(addresses: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export interface GroupInfo {
  name: string;
  /** Addresses of the people in it. */
  people: readonly string[];
}

/** What the renderer must respect. */
export interface Limits {
  /** Longest text, in UTF-16 units after NFC. */
  textUnits: number;
  /** Most buttons under one message; 0 where the channel has none and typed answers are asked for instead. */
  buttons: number;
  /** Largest file, in bytes. */
  fileBytes: number;
  /** A message goes in one piece with all its files, however long it is: the channel has `sendLetter`. */
  letters?: true;
}

export interface Outgoing {
  address: string;
  part: TextToSend | FileToSend;
  /** What this send is about. A channel of our own shows the same key once, however often it is asked. */
  key?: string;
  /** A text takes the place of this draft; where that is gone it goes by itself. */
  replaces?: string;
  /** For a channel that only announces what stands elsewhere: of which notice this is a part. */
  notice?: {
    /** Name of the unit that issued it. */
    unit: string;
    title: string;
    /** It may come in quiet hours too. */
    urgent: boolean;
    /** When it is stale. */
    expiresAt: Date | null;
  };
}

export interface DraftToShow {
  address: string;
  text: string;
  /** The message that an earlier draft of it stands in; null: it is the first. */
  messageId: string | null;
}

export interface TextToSend {
  kind: 'text';
  text: string;
  /** Emphasised stretches, in UTF-16 units. */
  bold: readonly { offset: number; length: number }[];
  buttons: readonly Button[];
}

/** `payload` is a short reference of at most 64 bytes, never trusted content. */
export interface Button {
  label: string;
  payload: string;
}

export interface FileToSend {
  kind: 'file';
  file: OutgoingFile;
}

/** All of a message, for one person. */
export interface LetterToSend {
  content: Content;
  /** For the greeting. */
  givenName: string;
  language: string;
  noticeId: string;
  memberId: string;
}

/** An approved text with its places filled in; it stands for all parts of a message. */
export interface TemplateToSend {
  templateId: string;
  data: Readonly<Record<string, string>>;
  /** Goes to this number instead of the address. */
  phone?: string;
  /** Our own name of this send, at most 48 characters, by which the provider reports on it. */
  trackingId: string;
}

export interface OutgoingFile {
  id: string;
  name: string;
  mediaType: string;
  /** How large it is. */
  bytes: number;
  /** The provider's own id where the file went up before. */
  uploadedAs: string | null;
  content(): Promise<Uint8Array>;
}

export type SendOutcome =
  /**
   * `uploadedAs`: the provider's id of a file that went up with this message. `paid`: the provider says whether it
   * charged for it, where that is another than was expected.
   */
  | { kind: 'sent'; providerId: string; uploadedAs?: string; paid?: boolean }
  /**
   * Do not ask again on this channel: the chat is gone (`blocked`), or this message can never go (`invalid`). `closed`:
   * this way to the person is closed for now, such as after a reply window; the chat stays.
   */
  | { kind: 'refused'; reason: 'blocked' | 'invalid' | 'closed'; detail: string }
  /** The chat has another address now. */
  | { kind: 'moved'; address: string }
  /**
   * The provider said no for now. `limited`: it named the wait itself, which is obeyed to the second. `ofChannel`: it
   * speaks of the channel and would be said to anybody; as a rule it does where the wait is not named. `ofMessage`: the
   * wait is for a message of this kind alone, such as until the morning; others may go meanwhile. `needsPerson`: it will
   * be said until somebody acts (a bill, a plan, a consent): nobody is asked on the channel any more, and who keeps it
   * going is told.
   */
  | {
      kind: 'retry';
      waitMs: number;
      limited: boolean;
      detail: string;
      ofChannel?: boolean;
      ofMessage?: boolean;
      needsPerson?: boolean;
    }
  /** Asked, and no answer came: it may or may not have been shown. */
  | { kind: 'unknown'; detail: string };

export interface Tap {
  channel: ChannelName;
  address: string;
  /** The provider's reference of the tap itself. */
  tapId: string;
  messageId: string;
}
