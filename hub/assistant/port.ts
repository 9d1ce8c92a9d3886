import type { DocumentName, DocumentStatus } from '../library/index.ts';
import type { Actor, Via } from '../platform/audit.ts';
import type { Language } from '../platform/locales.ts';

/** A place in a document that stands behind a sentence, and its words as they stand there. */
export interface Citation {
  document: DocumentName & { status: DocumentStatus };
  /** `Điều 5, khoản 2`. */
  locator: string;
  /** `text.slice(start, end)` of the document; at most 700 characters. */
  quote: string;
  start: number;
  end: number;
  /** What took the document's place, where something did; `id` where this reader may read it. */
  replacedBy: readonly { id: string | null; number: string; confirmed: boolean }[];
}

/** A sentence of an answer with its places among the answer's citations, at least one. */
export interface Sentence {
  text: string;
  citations: readonly number[];
}

/** What one reads with an answer. */
export type Remark =
  /** The passage was replaced; the newer document is answered with, where there is one. */
  | { kind: 'replaced'; number: string; by: string; confirmed: boolean }
  | { kind: 'expired'; number: string }
  /** The unit's budget for the day is used up: quoted, no model was asked. */
  | { kind: 'budget' }
  /** The model server did not answer, or nothing of what it said could be shown. */
  | { kind: 'no-model' };

/** Matters of one's own, answered from the hub's data. */
export const ownTopics = [
  'meetings',
  'leaders',
  'members-count',
  'waiting',
  'opinions',
  'attendance',
  'unit',
  'status',
] as const;
export type OwnTopic = (typeof ownTopics)[number];

export type Talk =
  | 'greeting'
  | 'thanks'
  | 'who-are-you'
  | 'goodbye'
  | 'off-topic'
  /** Cross with the assistant, or rude: it has not been of help. */
  | 'cross';

/** Why nothing is claimed. */
export type RefusalReason =
  /** A document that was named is not in the library. */
  | 'missing-document'
  /** It asks for a date, number, name or sum of money, and nothing found has one. */
  | 'no-such-answer'
  | 'nothing-near'
  /** Something is near, and does not answer. */
  | 'not-sure'
  /** The library is still being read. */
  | 'not-ready';

interface Reply {
  /** To refer to it: for its buttons, and what is asked after it. */
  id: string;
}

export interface FoundReply extends Reply {
  kind: 'found';
  mode: 'quote' | 'model';
  /** With `quote` each is a quotation. */
  sentences: readonly Sentence[];
  citations: readonly Citation[];
  /** Further places that were found, not shown at first. */
  more: readonly Citation[];
  remarks: readonly Remark[];
}

export interface RefusedReply extends Reply {
  kind: 'refused';
  why: RefusalReason;
  /** Documents that were asked for and are not there, as they were typed. */
  missing: readonly string[];
  /** What was looked for: the telling words of the question. */
  lookedFor: readonly string[];
  /** Nearest documents, at most three, none of which is claimed to answer. */
  near: readonly (DocumentName & { locator: string; start: number })[];
  /** The asker may hand the question to a person. */
  canHandOver: boolean;
}

export interface OwnReply extends Reply {
  kind: 'own';
  topic: OwnTopic;
  /** In the asker's language. */
  text: string;
}

export interface TalkReply extends Reply {
  kind: 'talk';
  talk: Talk;
}

export type AssistantReply = FoundReply | RefusedReply | OwnReply | TalkReply;

export interface AskedQuestion {
  /** 1 to 1,000 characters. */
  text: string;
  language: Language;
  via: Via;
  /** The answer that this one is asked after; null, or too old: it stands by itself. */
  after?: string | undefined;
}

/** What makes an answer unhelpful. */
export const complaints = ['wrong', 'missing', 'unclear', 'outdated', 'other'] as const;
export type Complaint = (typeof complaints)[number];

export interface Gap {
  id: string;
  unit: { id: string; code: string; name: string };
  /** Without names and numbers of people. */
  question: string;
  /** How often, as a range: nobody is to be counted out. */
  asked: '1-4' | '5-9' | '10+';
  /** In which it was asked last: `2036-03`. */
  month: string;
}

/** What a model and a reader of its answers may do with it. */
export interface Assistant {
  /**
   * Answers out of what the asker may read, or refuses. Whatever fails outside is a value: a model that does not answer is
   * a remark, a library that is not ready a refusal.
   *
   * @param onSentence called with all sentences so far, each checked, while a model still writes
   * @throws {QuestionInvalid} empty, or longer than 1,000 characters
   */
  ask(
    by: Actor,
    question: AskedQuestion,
    onSentence?: (soFar: readonly Sentence[]) => void,
  ): Promise<AssistantReply>;
  /** An answer of the asker's own that is not older than thirty days. @throws {AnswerUnknown} */
  answer(by: Actor, id: string): Promise<{ question: string; reply: AssistantReply }>;
  /** Kept without who said it; once for each answer. @throws {AnswerUnknown} @throws {AlreadyJudged} */
  judge(
    by: Actor & { memberId: string },
    id: string,
    judgement: { helped: boolean; reason?: Complaint },
  ): Promise<void>;
  /**
   * The question goes to the secretary of the own cell, as a question by name. Asked twice it goes once.
   *
   * @throws {AnswerUnknown} @throws whatever saying an opinion throws
   */
  handOver(by: Actor & { memberId: string }, id: string): Promise<{ number: string; unit: string }>;
  gaps: {
    /** What was not answered, of units over which one has `library.gaps`; the most asked first, at most 100. */
    list(by: Actor): Promise<Gap[]>;
    /** @throws {GapUnknown} */
    decide(by: Actor, id: string, state: 'filled' | 'dismissed'): Promise<void>;
    /** What was judged in a month, by reason. */
    judgements(by: Actor): Promise<{ month: string; helped: number; not: Record<Complaint, number> }[]>;
  };
  /** Wipes answers older than thirty days. Never throws. */
  work(): Promise<void>;
}
