import type { ExcuseState, RsvpAnswer } from '../attendance/index.ts';
import type { Actor, Via } from '../platform/audit.ts';
import type { Language } from '../platform/locales.ts';
import type { Papers } from './papers/papers.ts';
import type { Running } from './running/running.ts';
import type { Calendar } from './calendar/days-off.ts';

export const meetingKinds = ['regular', 'thematic', 'regular_thematic', 'extraordinary', 'congress'] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** What its moments say. `proposed`: a series' next one, of which nobody has been told. */
export type MeetingState = 'proposed' | 'called' | 'open' | 'closed' | 'cancelled';

export interface NewItem {
  /** 1 to 300 characters. */
  title: string;
  minutes?: number | undefined;
  rapporteur?: string | undefined;
}

export interface NewDocument {
  name: string;
  mediaType: string;
  /** Up to 20 MB. */
  content: Uint8Array;
}

export interface NewMeeting {
  /** Member code of who calls it. */
  from: string;
  /** Code of the unit whose members are called. */
  unit: string;
  /** Up to 300 characters; empty: made of kind and month. */
  title?: string | undefined;
  kind?: MeetingKind;
  startsAt: Date;
  /** Default: the least the rule says for the kind. */
  minutes?: number | undefined;
  place?: string | undefined;
  /** http or https. */
  link?: string | undefined;
  /** Minutes before the start, at most five. Default: the rule `meeting.reminders`. */
  remind?: readonly number[] | undefined;
  /** RRULE of RFC 5545: it comes again; this one is the first. */
  repeat?: string | undefined;
  /** Default: the customary order of the rule `meeting.customary-agenda`. */
  items?: readonly NewItem[] | undefined;
  lateAfter?: number | undefined;
  /** Names of guests, as they stand in the minutes. */
  guests?: string | undefined;
  /** Named in the invitation; at most ten. More can be added later. */
  documents?: readonly NewDocument[] | undefined;
  idempotencyKey?: string | undefined;
}

/** What a caller should know before; nothing of it forbids. */
export type Warning =
  | { kind: 'short'; minutes: number; least: number; source: string }
  | { kind: 'day-off'; name: string; source: string; better: Date | null }
  | { kind: 'too-few-official'; official: number; least: number; source: string }
  /** It begins when everybody sleeps: perhaps another hour was meant. */
  | { kind: 'quiet-hours' }
  | { kind: 'clash'; title: string; startsAt: Date };

/** What calling it would do. */
export interface CallPreview {
  title: string;
  unit: { id: string; code: string; name: string };
  kind: MeetingKind;
  startsAt: Date;
  minutes: number;
  invited: number;
  reminders: readonly Date[];
  items: readonly NewItem[];
  warnings: readonly Warning[];
  /** Of a series: its next days, moved off holidays where they fall on one. */
  next: readonly { day: string; startsAt: Date; movedFrom: { day: string; name: string } | null }[];
  /** The invitation in the words of its readers. */
  words: { title: string; body: string };
}

/** What is to be otherwise; absent: as it was. */
export interface MeetingChange {
  title?: string;
  startsAt?: Date;
  minutes?: number;
  place?: string;
  link?: string;
  kind?: MeetingKind;
  remind?: readonly number[];
  lateAfter?: number;
  guests?: string;
  /** Member code, or null for nobody. */
  chair?: string | null;
  taker?: string | null;
}

/** Of a series: this one, or it and all that follow. */
export type Scope = 'one' | 'following';

export interface MeetingItem {
  id: string;
  position: number;
  title: string;
  minutes: number | null;
  rapporteur: string | null;
  conclusion: string;
}

export interface MeetingDocument {
  id: string;
  name: string;
  mediaType: string;
  size: number;
}

export interface MeetingLine {
  id: string;
  unit: { id: string; code: string; name: string };
  kind: MeetingKind;
  title: string;
  startsAt: Date;
  minutes: number;
  place: string | null;
  link: string | null;
  state: MeetingState;
  seriesId: string | null;
}

export interface MeetingView extends MeetingLine {
  lateAfter: number;
  reminders: readonly number[];
  revision: number;
  /** When it was last moved in time. */
  movedAt: Date | null;
  guests: string;
  calledAt: Date | null;
  openedAt: Date | null;
  closedAt: Date | null;
  cancelReason: string | null;
  calledByName: string;
  chair: { id: string; code: string; fullName: string } | null;
  taker: { id: string; code: string; fullName: string } | null;
  items: readonly MeetingItem[];
  documents: readonly MeetingDocument[];
  series: { id: string; rule: string; startsOn: string; endedOn: string | null } | null;
  /** Steps before and after, with what became of them. */
  steps: readonly {
    kind: 'remind' | 'handbook' | 'report';
    minutesBefore: number;
    dueAt: Date;
    state: 'waiting' | 'done' | 'needless' | 'cancelled';
    people: number | null;
  }[];
  /** What was decided in the unit's last closed meeting, and what of it is due. */
  last: LastMeeting | null;
}

export interface LastMeeting {
  id: string;
  title: string;
  startsAt: Date;
  decided: readonly { kind: 'resolution' | 'conclusion'; title: string; number: string | null }[];
  tasks: readonly { id: string; what: string; who: string; dueOn: string | null; done: boolean }[];
}

/** A meeting as one of its members sees it. */
export interface OwnMeeting extends MeetingLine {
  rsvp: RsvpAnswer | null;
  lateMinutes: number | null;
  excuse: ExcuseState | null;
  /** It was moved in time after the member had answered: the answer stands, and is asked for again. */
  askedAgain: boolean;
  summoned: boolean;
  checkedInAt: Date | null;
  /** May call, open and close it. */
  runs: boolean;
  items: readonly MeetingItem[];
  documents: readonly MeetingDocument[];
}

export interface Meetings {
  /** The meeting itself: who wants to speak, what was said, concluded and voted. */
  running: Running;
  /** What stays of a meeting: minutes, resolution or conclusion, tasks, its own score. */
  papers: Papers;
  /** @throws {DomainError} `meeting.invalid`, `may.not`, `unit.unknown`, `member.unknown`, `meeting.past`, `meeting.no-members` */
  call(given: NewMeeting, via?: Via): Promise<{ id: string; invited: number; warnings: readonly Warning[] }>;
  preview(by: Actor, given: NewMeeting, language?: Language): Promise<CallPreview>;
  /** Tells everybody only what is otherwise; who had answered a meeting whose time moved is asked again. */
  change(by: Actor, id: string, change: MeetingChange, scope?: Scope): Promise<{ id: string; told: number }>;
  /** Tells all who were called. */
  cancel(
    by: Actor,
    id: string,
    given: { reason?: string; scope?: Scope },
  ): Promise<{ id: string; told: number }>;
  /** A proposed one of a series is called, at its day or another. */
  confirm(by: Actor, id: string, given?: { startsAt?: Date }): Promise<{ id: string; invited: number }>;
  /** Those who have not answered are asked once more, at once; within an hour only once. Nobody after the start. */
  chase(by: Actor, id: string): Promise<{ id: string; told: number }>;
  /** Works at any time before it is closed. */
  open(by: Actor, id: string): Promise<{ id: string; checkInCode: string }>;
  close(by: Actor, id: string): Promise<{ id: string }>;
  /** @throws {DomainError} `meeting.unknown`, `may.not` */
  meeting(by: Actor, id: string): Promise<MeetingView>;
  /** Of the unit alone, newest first. */
  ofUnit(
    by: Actor,
    unitCode: string,
    options?: { before?: Date; limit?: number },
  ): Promise<readonly MeetingLine[]>;
  /** What the actor may see of what comes and of what is open, of all units, soonest first. */
  coming(by: Actor, options?: { limit?: number }): Promise<readonly MeetingLine[]>;
  /** What is over or was cancelled, of all units the actor may see, the latest first. `before`: the id of the last one seen. */
  over(by: Actor, options?: { before?: string; limit?: number }): Promise<readonly MeetingLine[]>;
  /** Units whose meetings the actor may call, by code. */
  callable(by: Actor): Promise<readonly { code: string; name: string }[]>;
  /** What waits for the member's own hand, of the units where he or she leads. */
  duties(by: Actor & { memberId: string }): Promise<MeetingDuties>;
  /** Whom its words have reached. @throws {DomainError} `meeting.unknown`, `may.not` */
  reach(by: Actor, id: string): Promise<Reach>;
  /** Minutes before the start at which members are reminded where nobody says otherwise. */
  usualReminders(on: Date): Promise<readonly number[]>;
  /** The agenda a meeting of this kind has by custom, by the rules of its day. */
  customaryAgenda(kind: MeetingKind, on: Date): Promise<readonly NewItem[]>;
  /** A member's own that are not over, soonest first; an open one first. */
  ofMember(memberId: string): Promise<readonly OwnMeeting[]>;
  setItems(by: Actor, id: string, items: readonly (NewItem & { id?: string | undefined })[]): Promise<void>;
  addDocument(by: Actor, id: string, file: NewDocument): Promise<MeetingDocument>;
  removeDocument(by: Actor, id: string, documentId: string): Promise<void>;
  /** For who may read the meeting, or is called to it. */
  document(by: Actor, id: string, documentId: string): Promise<MeetingDocument & { content: Uint8Array }>;
  /** Days off and lunar days, as the rules have them now. */
  calendar(): Promise<Calendar>;
  /** Path under our own address of the calendar file; it names nobody and cannot be guessed. */
  calendarPath(id: string): string;
  /** The calendar file behind such a path; null for none. */
  calendarFile(token: string): Promise<string | null>;
  /** Steps whose time has come, and next meetings of series; any process, as often as one likes. */
  work(): Promise<void>;
  /** Of each cell the actor may see: its meeting of this month. For the page of the commune. */
  month(by: Actor, unitCode: string, month: string): Promise<readonly MonthOfCell[]>;
}

export interface MeetingDuties {
  /** A series proposes them, and nobody has been told. */
  proposed: readonly MeetingLine[];
  /** Their time is over within two months, and nobody has closed them. */
  unclosed: readonly MeetingLine[];
  /** Closed within two months, their minutes not approved. */
  withoutMinutes: readonly MeetingLine[];
}

/** Of those who are called: whom a word of the meeting has come to. The three add up. */
export interface Reach {
  reached: number;
  underWay: number;
  missed: number;
  /** By name for who leads the very unit; null for others. */
  missedPeople: readonly { code: string; fullName: string }[] | null;
}

export interface MonthOfCell {
  unit: { id: string; code: string; name: string };
  meeting: (MeetingLine & { quorumMet: boolean | null; paperApproved: boolean }) | null;
  /** Nothing called and the customary day is over, or the month is nearly. */
  late: boolean;
}
