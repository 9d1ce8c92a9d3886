import type { Actor, Via } from '../platform/audit.ts';
import type { Language } from '../platform/locales.ts';
import type { UnsealingVerbs } from './unsealing/port.ts';

/**
 * How much is known of who said it. `named`: everybody who answers. `confidential`: the hub alone, under a key of its
 * own, so that it can bring an answer, and whomever two administrators let see it. `unlinkable`: nobody.
 */
export const feedbackLevels = ['named', 'confidential', 'unlinkable'] as const;
export type FeedbackLevel = (typeof feedbackLevels)[number];

/** Question, opinion, kiến nghị, and what people outside the Party said (phản ánh). */
export const feedbackKinds = ['question', 'opinion', 'proposal', 'reported'] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

export const feedbackStates = ['new', 'taken', 'answered', 'closed', 'reopened', 'withdrawn'] as const;
export type FeedbackState = (typeof feedbackStates)[number];

/** Doors that are not ours: what must bear a name and goes to who may decide it. */
export type SignedDoor = 'complaint' | 'denunciation';

export interface UnitName {
  id: string;
  code: string;
  name: string;
}

export interface Topic {
  id: string;
  name: string;
  /** Null at the top of the tree. */
  parentId: string | null;
}

export interface GivenFile {
  name: string;
  mediaType: string;
  content: Uint8Array;
}

/** A file of something that is being written in a chat: kept, clean and sealed, for a day at most. */
export interface DraftFile {
  id: string;
  kind: 'photo' | 'file' | 'voice';
  name: string;
  bytes: number;
}

/** Files of a member's drafts. Of what is sent or given up nothing is kept here. */
export interface DraftFiles {
  /**
   * @param source the same event tells of one file once
   * @throws {FeedbackInvalid} `file-size`, `file-type` @throws {DomainError} `notice.classified`
   */
  keep(memberId: string, file: GivenFile, source: string): Promise<DraftFile>;
  drop(ids: readonly string[]): Promise<void>;
  /** The host that writes down what is said in a voice note; null where none does. */
  transcribedBy: string | null;
  /** What is said in a voice note. Null: nobody writes it down, it could not be made out, or it is gone. */
  transcript(memberId: string, id: string): Promise<string | null>;
}

/** What was said, before anybody took it in. */
export interface Said {
  kind: FeedbackKind;
  /** A topic of the addressee. */
  topicId?: string | null | undefined;
  /** Free words instead, up to 80 characters. */
  topic?: string | null | undefined;
  /** 1 to 2,000 characters. */
  text: string;
  /** At most five, together up to 10 MB. What tells who made them is taken out. */
  files?: readonly GivenFile[] | undefined;
}

export interface SaidByMember extends Said {
  /** Code of the unit that is to answer: the own cell or any unit above it. */
  unit: string;
  level: 'named' | 'confidential';
  /** Of the member's drafts: with `files` at most five, together up to 10 MB. */
  draftFiles?: readonly string[] | undefined;
  /** The same member and key say it once. */
  requestKey?: string | undefined;
}

/** To whom a member can turn. */
export interface Addressee {
  unit: UnitName;
  /** 0: the own cell; 1: what it hangs under, and so on. */
  distance: number;
  /** The path of its page for what is said without a name; null where too few belong to it. */
  unlinkablePath: string | null;
  /** Working days within which it answers. */
  answerDays: number;
}

export interface Receipt {
  /** Such as `7KQ2-MP4D`. */
  number: string;
  level: 'named' | 'confidential';
  unit: UnitName;
  /** By when it is answered, a day in Vietnam. */
  dueOn: string;
}

/** An item as its author sees it. */
export interface OwnItem {
  number: string;
  level: 'named' | 'confidential';
  kind: FeedbackKind;
  unit: UnitName;
  text: string;
  state: FeedbackState;
  receivedOn: string;
  dueOn: string | null;
  replies: readonly { text: string; on: string; from: UnitName }[];
  useful: boolean | null;
  /** Nobody has read it. */
  canEdit: boolean;
  canReopen: boolean;
}

/** What a member says, and what becomes of it. Members act for themselves: each verb takes the member's id. */
export interface Saying {
  drafts: DraftFiles;
  /** Own cell first, then upwards to the province. */
  addressees(memberId: string): Promise<Addressee[]>;
  /** Offered by that unit, else by the nearest above it that has any. */
  topicsFor(unitCode: string): Promise<Topic[]>;
  /** Words that must bear a name and go elsewhere; null for all others. */
  signedDoor(text: string): SignedDoor | null;
  /**
   * @throws {SignedDoorNeeded} a complaint or denunciation: nothing of it is kept
   * @throws {FeedbackInvalid} text, topic or files out of bounds
   * @throws {TooMuchToday} more than ten on one day
   * @throws {DomainError} `unit.unknown`, `may.not` for a unit that is not above the member
   */
  say(memberId: string, said: SaidByMember, via: Via): Promise<Receipt>;
  /** Newest first, those not yet closed before all others; at most fifty. */
  own(memberId: string): Promise<OwnItem[]>;
  /** @throws {FeedbackUnknown} not theirs @throws {AlreadyRead} */
  edit(memberId: string, number: string, text: string): Promise<OwnItem>;
  /** @throws {FeedbackUnknown} @throws {AlreadyRead} */
  withdraw(memberId: string, number: string): Promise<void>;
  /** @throws {FeedbackUnknown} @throws {NotAnswered} */
  rate(
    memberId: string,
    number: string,
    rating: { useful: boolean; why?: string | undefined },
  ): Promise<void>;
  /** Once. @throws {FeedbackUnknown} @throws {NotAnswered} @throws {AlreadyReopened} */
  reopen(memberId: string, number: string, why: string): Promise<void>;
}

/** Where something can be said that is linked to nobody. */
export interface Door {
  unit: UnitName;
  ofCell: boolean;
  /** False: fewer than ten belong to it. */
  open: boolean;
  /** The nearest unit above whose door is open; null where none is. */
  instead: UnitName | null;
}

/** What was said without a name, as whoever holds the receipt sees it. */
export interface FollowedUp {
  unit: UnitName;
  /** `waiting`: nobody can read it yet. */
  state: FeedbackState | 'waiting';
  kind: FeedbackKind;
  receivedOn: string;
  text: string;
  replies: readonly { text: string; on: string; from: UnitName }[];
}

/** The rule `feedback.company`: what keeps one who writes without a name from being guessed. */
export interface Company {
  /** So many wait before any is read. */
  items: number;
  /** So many belong to a unit that has a page. */
  eligible: number;
  /** After so many days what waits goes to the unit above. */
  waitsDays: number;
}

/** Without a member, a cookie, an address: nothing here takes who is speaking. */
export interface Unlinkable {
  company(): Promise<Company>;
  /** @throws {DomainError} `unit.unknown` */
  door(unitCode: string): Promise<Door>;
  /**
   * @returns the receipt, in words that can be read aloud; it is kept nowhere
   * @throws {SignedDoorNeeded} @throws {FeedbackInvalid} @throws {DoorShut}
   */
  submit(unitCode: string, said: Said): Promise<{ receipt: string }>;
  /** Null for words that are nobody's receipt. */
  followUp(receipt: string): Promise<FollowedUp | null>;
}

export interface ItemSummary {
  id: string;
  number: string | null;
  unit: UnitName;
  level: FeedbackLevel;
  kind: FeedbackKind;
  topic: string | null;
  /** The whole text. */
  text: string;
  state: FeedbackState;
  receivedOn: string;
  dueOn: string | null;
  late: boolean;
  /** Named only. */
  author: { id: string; code: string; fullName: string } | null;
  /** Who is working on it. */
  takenBy: { id: string; fullName: string } | null;
  files: number;
  useful: boolean | null;
  revision: number;
}

export type EntryKind =
  | 'reply'
  | 'note'
  | 'took'
  | 'released'
  | 'forwarded'
  | 'closed'
  | 'reopened'
  | 'rated'
  | 'escalated'
  | 'succeeded';

export interface Entry {
  position: number;
  kind: EntryKind;
  /** Null: the author, or the hub. */
  by: { id: string; fullName: string } | null;
  unit: UnitName;
  to: UnitName | null;
  text: string | null;
  on: string;
}

export interface ItemView extends ItemSummary {
  saidTo: UnitName;
  entries: readonly Entry[];
  attachments: readonly { id: string; name: string; mediaType: string; bytes: number }[];
  lateReason: string | null;
}

export interface ItemFilter {
  /** Default: all units for which one answers. */
  unit?: string | undefined;
  state?: FeedbackState | 'open' | undefined;
  level?: FeedbackLevel | undefined;
  late?: boolean | undefined;
  /** These alone, as far as they are among the others. */
  ids?: readonly string[] | undefined;
  /** Default 100, at most 1,000. */
  limit?: number | undefined;
}

/** For deeds on an item that somebody else may be working on. */
export interface Seen {
  /** The revision one has read; another one is refused. */
  revision?: number | undefined;
}

/** What answers: `feedback.answer`, in the very unit that has the item and in none below or above. */
export interface Answering {
  /** Late ones first, then what waits, the oldest first, then the rest. What was withdrawn is left out. */
  list(by: Actor, filter?: ItemFilter): Promise<ItemSummary[]>;
  /** @throws {FeedbackUnknown} also for one of another unit */
  item(by: Actor, id: string): Promise<ItemView>;
  file(by: Actor, id: string, fileId: string): Promise<GivenFile>;
  take(by: Actor, id: string, seen?: Seen): Promise<ItemView>;
  /** Gives back what one took. */
  release(by: Actor, id: string, seen?: Seen): Promise<ItemView>;
  /**
   * The author is told. After its day a reason is needed.
   *
   * @throws {FeedbackMovedOn} somebody changed it meanwhile @throws {LateReasonNeeded} @throws {FeedbackOver}
   */
  reply(
    by: Actor,
    id: string,
    answer: Seen & { text: string; lateReason?: string | undefined },
  ): Promise<{ id: string; state: FeedbackState }>;
  note(by: Actor, id: string, note: Seen & { text: string }): Promise<ItemView>;
  /** Up or across; the author is told, the day of answer starts anew. */
  forward(by: Actor, id: string, to: Seen & { unit: string; reason: string }): Promise<ItemView>;
  close(by: Actor, id: string, why: Seen & { reason?: string | undefined }): Promise<ItemView>;
  /** Sooner than the rule; null takes it back. */
  promise(by: Actor, unitCode: string, workingDays: number | null): Promise<void>;
  cannedAnswers(by: Actor, unitCode: string): Promise<{ id: string; title: string; text: string }[]>;
  saveCannedAnswer(
    by: Actor,
    unitCode: string,
    answer: { id?: string | undefined; title: string; text: string },
  ): Promise<void>;
  dropCannedAnswer(by: Actor, unitCode: string, id: string): Promise<void>;
  /** As they stand, retired ones left out. */
  topics(by: Actor, unitCode: string): Promise<Topic[]>;
  addTopic(
    by: Actor,
    unitCode: string,
    topic: { name: string; parentId?: string | undefined },
  ): Promise<Topic>;
  retireTopic(by: Actor, unitCode: string, id: string): Promise<void>;
  /** Units for which one answers, with how much waits there. */
  desks(memberId: string): Promise<{ unit: UnitName; waiting: number; late: number }[]>;
}

export interface Feedback {
  saying: Saying;
  unlinkable: Unlinkable;
  answering: Answering;
  unsealing: UnsealingVerbs;
  /** Texts by their items' ids. No right is asked: whoever calls shows no text to anybody. */
  textsOf(ids: readonly string[]): Promise<Map<string, string>>;
  /** Releases, brings answers, reminds, tells those above: whatever is due. Safe to run anywhere, at any time, twice. */
  work(): Promise<void>;
}

/** Says something to a member in the first chat that takes it; false where none does. */
export type TellMember = (memberId: string, text: string) => Promise<boolean>;

/** In whose language, and to whom. */
export interface AuthorToTell {
  memberId: string;
  language: Language;
}
