import type { Actor } from '../platform/audit.ts';

/** On a draft, passage by passage; one question or a few; several with branches. */
export const consultationKinds = ['draft', 'poll', 'survey'] as const;
export type ConsultationKind = (typeof consultationKinds)[number];

/**
 * How much is known of who answered. `named`: whoever asks reads it. `confidential`: the hub alone, until it is closed, so
 * that an answer can be changed. `unnamed`: nobody; it is written on a paper drawn from a pool.
 */
export const consultationLevels = ['named', 'confidential', 'unnamed'] as const;
export type ConsultationLevel = (typeof consultationLevels)[number];

export const consultationStates = ['preparing', 'open', 'closed', 'cancelled'] as const;
export type ConsultationState = (typeof consultationStates)[number];

/**
 * `one`, `several`: of its options. `ranking`: all options in an order. `scale`: a whole number. `text`: free words.
 * `passage`: agreed with, or with something to say about it.
 */
export const questionForms = ['one', 'several', 'ranking', 'scale', 'text', 'passage'] as const;
export type QuestionForm = (typeof questionForms)[number];

export interface UnitName {
  id: string;
  code: string;
  name: string;
}

/** A question; its number is its place, counted from 1. */
export interface Question {
  form: QuestionForm;
  /** 1 to 500 characters. Of a passage: where it stands, such as `Điều 3`. */
  wording: string;
  /** Of `one` and `several` 2 to 12, of `ranking` 2 to 8; else none. Each 1 to 200 characters, no two alike. */
  options: readonly string[];
  /** Of `several`: how many at most; null: all. */
  most: number | null;
  /** Of `scale`: from 0 or 1 to at most 10, with words for both ends. */
  scale: { from: number; to: number; low: string; high: string } | null;
  /** Of `passage`: what stands there, up to 4,000 characters. */
  passage: string | null;
  required: boolean;
  /** Asked only of those who chose one of these options (counted from 0) of an earlier question of the form `one`. */
  onlyIf: { question: number; options: readonly number[] } | null;
}

/**
 * By the question's form: the place of an option counted from 0; places; places in the order of preference; the number on
 * the scale; the words; of a passage whether one agrees, and what one says.
 */
export type Answer =
  | number
  | readonly number[]
  | string
  | { readonly agrees: boolean; readonly comment: string | null };

/** By the number of the question. What was left out is not in it. */
export type Answers = Readonly<Record<number, Answer>>;

export interface NewConsultation {
  /** Of one that is being prepared. */
  id?: string | undefined;
  /** With `id`: the revision one has read; another one is refused. */
  revision?: number | undefined;
  /** Code of the unit that asks: its members and those below. */
  unit: string;
  kind: ConsultationKind;
  level: ConsultationLevel;
  audience: 'members' | 'secretaries';
  /** 1 to 200 characters. */
  title: string;
  /** Up to 4,000 characters. */
  introduction: string;
  /** 1 to 60, of a poll at most 3. */
  questions: readonly Question[];
  /** Named only. */
  live: boolean;
  shared: boolean;
  /** From an hour to ninety days ahead of its opening. */
  closesAt: Date;
}

export interface ConsultationSummary {
  id: string;
  unit: UnitName;
  kind: ConsultationKind;
  level: ConsultationLevel;
  state: ConsultationState;
  title: string;
  closesAt: Date;
  endedAt: Date | null;
  /** Null while it is being prepared. */
  eligible: number | null;
  /** How many have answered; unnamed: how many papers came back. Null: not yet open, or too few to be told. */
  answered: number | null;
  revision: number;
}

export interface ConsultationView extends ConsultationSummary {
  audience: 'members' | 'secretaries';
  introduction: string;
  questions: readonly Question[];
  live: boolean;
  shared: boolean;
  openedAt: Date | null;
  remindedAt: Date | null;
  /** The notice by which they were told, with its ledger. */
  noticeId: string | null;
  /** Unnamed: how many drew a paper. */
  drawn: number | null;
  /** Named, and the reader belongs to the very unit that asks: who has not answered, at most 200. */
  silent: readonly { code: string; fullName: string; unit: string }[] | null;
}

/** What may be shown of one question. */
export interface QuestionResult {
  /** Counted from 1. */
  number: number;
  /** How many answered it; null: not shown. */
  answered: number | null;
  /**
   * Groups of options that are told apart, each of enough people; of `scale` its numbers, of `passage` 0 agreed and 1 said
   * something. Of `several` an option is alone in its group. Null: nothing is shown, since too few answered, or all alike.
   */
  groups: readonly { options: readonly number[]; count: number | null }[] | null;
  /** Of `ranking`: the mean place of each option, from 1, one decimal; null where not shown. */
  meanPlaces: readonly (number | null)[] | null;
  /** What was written, in random order, no two joined; only for who asks. Null: not for this reader, or not shown. */
  texts: readonly string[] | null;
}

/** By units right below the one that asks; null: not divided. Each cell is of enough people, or there is none. */
export interface UnitsResult {
  number: number;
  /** The groups of options of the columns, and units that are taken together, the others by themselves. */
  groups: readonly (readonly number[])[];
  rows: readonly { units: readonly UnitName[]; counts: readonly number[] }[];
}

export interface Results {
  id: string;
  title: string;
  unit: UnitName;
  level: ConsultationLevel;
  questions: readonly Question[];
  eligible: number;
  answered: number | null;
  /** False: counted while it still goes on, of a named one. */
  final: boolean;
  smallest: number;
  results: readonly QuestionResult[];
  byUnit: readonly UnitsResult[];
}

export type ExportFormat = 'xlsx' | 'docx';

/** What a committee does: `consultation.ask` over the unit that asks. */
export interface Asking {
  /** Units in which the member holds a role to ask. */
  desks(memberId: string): Promise<UnitName[]>;
  /** The member may ask units below those too. */
  asksBelow(by: Actor): Promise<boolean>;
  /** Open ones first, then what is being prepared, then the rest, the newest first; at most 200. */
  list(by: Actor, filter?: { unit?: string | undefined }): Promise<ConsultationSummary[]>;
  /** @throws {ConsultationUnknown} also of a unit over which one has no right */
  consultation(by: Actor, id: string): Promise<ConsultationView>;
  /** @throws {ConsultationInvalid} @throws {ConsultationMovedOn} @throws {NotBeingPrepared} */
  save(by: Actor, given: NewConsultation): Promise<{ id: string; revision: number }>;
  /** What is being prepared goes. @throws {NotBeingPrepared} */
  discard(by: Actor, id: string): Promise<void>;
  /**
   * From here on it is settled who is asked, and what. Asked twice it opens once.
   *
   * @param revision the one that was looked at; another one is not opened
   * @throws {ConsultationMovedOn} @throws {TooFewToAsk} confidential: fewer than five; unnamed: fewer than ten @throws {ConsultationInvalid} its day is past
   */
  open(by: Actor, id: string, revision?: number): Promise<{ id: string; eligible: number }>;
  /** Later, never sooner. @throws {ConsultationOver} */
  extend(by: Actor, id: string, closesAt: Date): Promise<void>;
  /** Before its time; it is not opened again. @throws {ConsultationOver} */
  close(by: Actor, id: string): Promise<void>;
  /** Nothing of what was answered is kept; those asked are told. @throws {ConsultationOver} */
  cancel(by: Actor, id: string, reason: string): Promise<void>;
  /**
   * Those who have not answered, once a day at most; unnamed: those who have not drawn a paper.
   *
   * @returns how many; null: too few have answered to be told
   * @throws {RemindedToday}
   */
  remind(by: Actor, id: string): Promise<{ reminded: number | null }>;
  /** @throws {NotClosedYet} still open, and not a named one */
  results(by: Actor, id: string): Promise<Results>;
  /** Named, and in the very unit alone. @throws {ConsultationUnknown} */
  answersByName(
    by: Actor,
    id: string,
  ): Promise<readonly { code: string; fullName: string; unit: string; answers: Answers }[]>;
  exportResults(
    by: Actor,
    id: string,
    format: ExportFormat,
  ): Promise<{ name: string; mediaType: string; content: Uint8Array }>;
}

/** A consultation as somebody who is asked sees it. */
export interface Asked {
  id: string;
  unit: UnitName;
  kind: ConsultationKind;
  level: ConsultationLevel;
  title: string;
  introduction: string;
  questions: readonly Question[];
  closesAt: Date;
  live: boolean;
  shared: boolean;
  /** One's own, as it stands; null: none yet, or unnamed. */
  answers: Answers | null;
  /** Unnamed: has drawn a paper. */
  drawn: boolean;
  state: 'open' | 'closed' | 'cancelled';
}

/** What those who are asked do. Members act for themselves: each verb takes the member's id. */
export interface Answering {
  /** Open ones that are neither answered nor drawn first, those that close soonest first; then closed ones of the last ninety days. */
  mine(memberId: string): Promise<Asked[]>;
  /** @throws {ConsultationUnknown} not asked */
  asked(memberId: string, id: string): Promise<Asked>;
  /**
   * Replaces what was answered before. Named and confidential.
   *
   * @throws {ConsultationUnknown} @throws {ConsultationOver} @throws {AnswersInvalid} @throws {SignedDoorNeeded}
   */
  answer(memberId: string, id: string, answers: Answers): Promise<Asked>;
  /**
   * Unnamed: a paper, once. That it was drawn is kept, not which.
   *
   * @returns its words, to be read aloud; kept nowhere
   * @throws {ConsultationUnknown} @throws {ConsultationOver} @throws {PaperDrawn}
   */
  draw(memberId: string, id: string): Promise<{ paper: string }>;
  /** @throws {NotClosedYet} @throws {ResultsNotShared} */
  results(memberId: string, id: string): Promise<Results>;
}

/** Without a member, a cookie, an address: nothing here takes who is answering. */
export interface Papers {
  /** Null for words that are no paper, for one that is used, and where it is over. */
  asked(paper: string): Promise<Asked | null>;
  /** Once, and not to be changed. @throws {PaperUnknown} @throws {AnswersInvalid} @throws {SignedDoorNeeded} */
  answer(paper: string, answers: Answers): Promise<void>;
}

export interface Consultations {
  asking: Asking;
  answering: Answering;
  papers: Papers;
  /** A draft's text, divided where it says Điều, Chương, or numbers its points; each part up to 4,000 characters. */
  passagesOf(text: string): Question[];
  /** Tells, reminds, closes, counts: whatever is due. Safe to run anywhere, at any time, twice. */
  work(): Promise<void>;
}
