import type { Addressee, DraftFile, FeedbackKind, SaidByMember } from '../../../hub/feedback/index.ts';
import { splitText } from '../../../hub/channels/index.ts';

/** What is said, as far as it is known. */
export interface Draft {
  /** Code and name of the unit that is to answer. */
  unit?: string;
  unitName?: string;
  kind?: FeedbackKind;
  /** Null: said to have none. */
  topic?: { id: string | null; name: string } | null;
  level?: SaidByMember['level'];
  text?: string;
  files?: readonly FileOfDraft[];
}

/** `heard`: what is said in it was asked for, whatever came of that. */
export interface FileOfDraft extends DraftFile {
  heard?: boolean;
}

/** What is asked, and is answered next. */
export type Question =
  | 'to'
  | 'kind'
  | 'topic'
  | 'level'
  | 'voice'
  | 'text'
  | 'long'
  | 'edit'
  | 'unfile'
  | 'review';

/** Where somebody stands who writes. */
export interface Writing {
  step: 'feedback';
  asked: Question;
  draft: Draft;
  /** How many parts of a long text have gone already. */
  gone: number;
  [more: string]: unknown;
}

/** The longest text that is one item, in UTF-16 units. */
export const longestText = 2_000;
/** A part of two has room for its number. */
const longestPart = longestText - 10;
/** What two items hold together; a cut at the end of a sentence wastes some of it. */
export const longestKept = 3_000;
export const longestTopic = 80;
/** From so many words on it is what one has to say, and no answer to a question with buttons. */
export const wordsOfText = 6;

/** At most so many files go with what is said. */
export const mostFiles = 5;

/** What is still to be asked before all of it can be shown. Where somebody speaks, nothing need be written. */
export function missing({ unit, kind, topic, level, text, files = [] }: Draft): Question {
  if (unit === undefined) return 'to';
  if (kind === undefined) return 'kind';
  if (topic === undefined) return 'topic';
  if (level === undefined) return 'level';
  const speaks = files.some(isVoice);
  // By a voice people are known.
  if (speaks && level === 'confidential') return 'voice';
  return text === undefined && !speaks ? 'text' : 'review';
}

export const isVoice = ({ kind }: DraftFile): boolean => kind === 'voice';

/** Without these files; the rest stays. */
export function withoutFiles({ files = [], ...draft }: Draft, goes: (file: FileOfDraft) => boolean): Draft {
  const left = files.filter((file) => !goes(file));
  return left.length === 0 ? draft : { ...draft, files: left };
}

/** All that stays where nothing that was said may be kept. */
export function withoutContent({ text: _text, files: _files, ...draft }: Draft): Draft {
  return draft;
}

/** Who answers has topics of its own: those of another do not go with the draft. */
export function addressedTo(draft: Draft, { unit }: Addressee): Draft {
  const { topic, ...rest } = draft;
  const stays = topic !== undefined && (draft.unit === unit.code || topic?.id == null);
  return { ...rest, ...(stays && { topic }), unit: unit.code, unitName: unit.name };
}

/** One item, or the two that a long text becomes. */
export function partsOf(text: string): string[] {
  return text.length <= longestText ? [text] : splitText(text, longestPart);
}

export function tidied(text: string): string {
  return text.normalize('NFC').trim();
}
