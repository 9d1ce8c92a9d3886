import type { Actor, Via } from '../platform/audit.ts';
import type { Sql } from '../platform/database/index.ts';

/** What a member says before a meeting. Null: nothing yet. */
export type RsvpAnswer = 'yes' | 'no';

/** An absence with a reason waits for the secretary, is accepted, or was asked back about. */
export type ExcuseState = 'asked' | 'accepted' | 'returned';

/** What was true. Null: nobody knows yet. */
export type AttendanceMark = 'present' | 'late' | 'excused' | 'absent';
export type CheckInRoad = 'code' | 'link' | 'list' | 'settled';

/** What a member answers: a reason belongs to `no`, minutes of delay to `yes`. */
export interface Answer {
  answer: RsvpAnswer;
  /** Up to 500 characters; NFC. */
  reason?: string | undefined;
  /** 1 to 240. */
  lateMinutes?: number | undefined;
}

/** What came of an answer. `closed`: the meeting is over, cancelled or unknown to the member. */
export type Answered =
  | { kind: 'noted'; changed: boolean; answer: RsvpAnswer; excuse: ExcuseState | null }
  | { kind: 'closed' };

export interface OpenMeeting {
  id: string;
  title: string;
  unit: string;
  startsAt: Date;
}

/** What came of a code or a link. */
export type CheckedIn =
  | { kind: 'present' | 'late'; meeting: OpenMeeting; at: Date }
  | { kind: 'already'; meeting: OpenMeeting; at: Date }
  /** Not a code of any meeting that is open for this person now. */
  | { kind: 'wrong' }
  /** Too many wrong ones: none is looked at until then. */
  | { kind: 'wait'; until: Date }
  /** No meeting of this person's is open. */
  | { kind: 'none-open' };

/** One mark made in the secretary's list, perhaps without a line and sent later. */
export interface Mark {
  /** Member code. */
  member: string;
  /** Null takes a mark back. */
  mark: AttendanceMark | null;
  /** When it was made, by the phone that made it; one in the future counts as now. */
  at: Date;
}

/** Who else marked the same person, later: that mark stands. */
export interface MarkConflict {
  member: string;
  kept: { mark: AttendanceMark | null; at: Date; byName: string | null };
  refused: { mark: AttendanceMark | null; at: Date };
}

/** Somebody on the roll of one meeting. */
export interface RollRow {
  memberId: string;
  code: string;
  fullName: string;
  /** Name of the unit the person belongs to; of interest where the meeting is of several. */
  unit: string;
  summoned: boolean;
  /** Whether the member votes, and whether he or she counts for the base today (domain.md 2.1, 2.2). */
  votes: boolean;
  counted: 'always' | 'when-present' | 'never';
  rsvp: RsvpAnswer | null;
  lateMinutes: number | null;
  /** Opened for who leads the cell alone; null for others and where there is none. */
  reason: string | null;
  excuse: ExcuseState | null;
  mark: AttendanceMark | null;
  markedAt: Date | null;
  road: CheckInRoad | null;
  markedByName: string | null;
  /** Others who checked in from the very browser this person did. */
  sharesDeviceWith: readonly string[];
}

/** A threshold of party life with what sets it. */
export interface Threshold {
  /** Votes in favour that carry it over the base. */
  required: number;
  /** As a person reads it: "quá 1/2", "ít nhất 2/3". */
  share: { moreThan: readonly [number, number] } | { atLeast: readonly [number, number] };
  source: string;
  note: string | null;
}

/** The voting base of a meeting now, each number with the people behind it (domain.md 2.2). Names, sorted as Vietnamese lists are. */
export interface VotingBase {
  /** Official members summoned, less those sent elsewhere, exempt (neither there), suspended; for a congress also less who is excused from all of it. */
  base: number;
  counted: readonly string[];
  /** Why others do not count. */
  left: readonly {
    name: string;
    why: 'away' | 'exempt' | 'suspended' | 'probationary' | 'visiting' | 'excused-from-congress';
  }[];
  /** Voters who are there. */
  present: number;
  voters: readonly string[];
  majority: Threshold;
  twoThirds: Threshold;
  /** False where the cell has fewer official members than it needs to meet. */
  canMeet: boolean;
  /** Official members there are, and how many there must be (Điều lệ Đ.24). */
  official: number;
  minimumOfficial: number;
  source: string;
}

/** The same without names: for who may see the meeting and not who is in it. */
export type VotingFigures = Omit<VotingBase, 'counted' | 'left' | 'voters'>;

/** `caunoi meeting status`, as the contract names it. */
export interface MeetingStatus {
  id: string;
  invited: number;
  rsvp: { yes: number; no: number; unknown: number };
  attendance: { present: number; late: number; excused: number; absent: number; unknown: number };
  quorum: { base: number; required: number; present: number; met: boolean; rule: string };
}

/** Can a resolution pass if these come? Voters who said yes, over the base as it will be. */
export interface Forecast {
  base: number;
  coming: number;
  notComing: number;
  silent: number;
  required: number;
  requiredTwoThirds: number;
  /** `yes`: those who said so suffice; `open`: it hangs on the silent; `no`: even with them it does not. */
  majority: 'yes' | 'open' | 'no';
  twoThirds: 'yes' | 'open' | 'no';
}

/** One month of a cell's year; what has no meeting has zeros. */
export interface MonthFigures {
  /** 1 to 12. */
  month: number;
  meetings: number;
  /** Sums over the month's closed meetings, exempt members left out. */
  expected: number;
  present: number;
  late: number;
  excused: number;
  absent: number;
}

export interface PersonFigures {
  memberId: string;
  code: string;
  fullName: string;
  meetings: number;
  present: number;
  late: number;
  excused: number;
  absent: number;
}

export interface AttendanceYear {
  unit: { id: string; code: string; name: string };
  year: number;
  months: readonly MonthFigures[];
  /** Null for the committees above: they see the cell, not its people. Sorted by name, never by figures. */
  people: readonly PersonFigures[] | null;
  /** Cells below, where the unit is above cells. */
  cells: readonly {
    id: string;
    code: string;
    name: string;
    meetings: number;
    expected: number;
    present: number;
    late: number;
    excused: number;
    absent: number;
  }[];
}

/** Somebody whom the secretary may want to see how they are. Kept nowhere, reckoned when asked. */
export interface ToAskAfter {
  memberId: string;
  code: string;
  fullName: string;
  /** Months of this year with meetings at none of which the person was, unexcused. */
  months: readonly number[];
  source: string;
}

export interface Attendance {
  /** Rows for everybody who is called to a meeting of the unit on its day. Again: adds who is new, keeps answers. Returns how many are called. */
  summon(sql: Sql, meeting: { id: string; unitId: string; startsAt: Date }): Promise<number>;
  /** A member says whether he or she comes. */
  answer(memberId: string, meetingId: string, given: Answer, via: Via): Promise<Answered>;
  /** The secretary says it for a member. @throws {DomainError} `may.not`, `member.unknown`, `attendance.closed` */
  answerFor(by: Actor, meetingId: string, memberCode: string, given: Answer): Promise<Answered>;
  /**
   * Of a member who said no, with or without a reason; whoever asks back tells the member.
   *
   * @throws {DomainError} `may.not`, `member.unknown`, `attendance.no-excuse`, `attendance.closed`
   */
  decideExcuse(
    by: Actor,
    meetingId: string,
    memberCode: string,
    decision: { accept: true } | { accept: false; question: string },
  ): Promise<{ memberId: string; excuse: ExcuseState }>;
  /** The six digits that count at this moment, and when the next ones come. @throws {DomainError} `may.not`, `attendance.not-open` */
  code(by: Actor, meetingId: string): Promise<{ code: string; until: Date }>;
  /** From which a page without a line reckons the digits: 32 bytes, of this meeting alone. The same rights. */
  codeKey(by: Actor, meetingId: string): Promise<Uint8Array>;
  /** A member checks in, one chat one person. `device`: what the browser is known by. */
  checkIn(
    memberId: string,
    code: string,
    how: { road: 'code' | 'link'; via: Via; device?: string | undefined; meetingId?: string | undefined },
  ): Promise<CheckedIn>;
  /**
   * Marks of the list, each taken where it is later than what stands. The same twice changes nothing. What was made before
   * the meeting was closed and had no line is taken for some days after, over what was only settled. A code of nobody
   * of the meeting is passed over.
   *
   * @throws {DomainError} `may.not`, `meeting.unknown`, `attendance.closed`
   */
  mark(
    by: Actor,
    meetingId: string,
    marks: readonly Mark[],
  ): Promise<{ taken: number; conflicts: readonly MarkConflict[] }>;
  /** @throws {DomainError} `may.not`, `meeting.unknown` */
  status(by: Actor, meetingId: string): Promise<MeetingStatus>;
  /** By name: for those who lead the very unit. @throws {DomainError} `may.not` */
  roll(by: Actor, meetingId: string): Promise<readonly RollRow[]>;
  base(by: Actor, meetingId: string): Promise<VotingBase>;
  /** @throws {DomainError} `may.not`, `meeting.unknown` */
  baseFigures(by: Actor, meetingId: string): Promise<VotingFigures>;
  /** The same inside a transaction, without asking for a right. */
  baseWithin(sql: Sql, meetingId: string): Promise<VotingBase>;
  forecast(by: Actor, meetingId: string): Promise<Forecast>;
  /**
   * When a meeting is closed: accepted absence, or a stay elsewhere by a decision → excused; an answer `no`, a `yes` not kept,
   * silence → absent. Returns how many were settled.
   */
  settle(sql: Sql, meetingId: string, at: Date): Promise<number>;
  /**
   * Within seven days, with a reason, written down.
   *
   * @throws {DomainError} `may.not`, `member.unknown`, `attendance.not-closed`, `attendance.too-late-to-correct`,
   *   `attendance.reason-missing`
   */
  correct(
    by: Actor,
    meetingId: string,
    memberCode: string,
    change: { mark: AttendanceMark; reason: string },
  ): Promise<void>;
  corrections(
    by: Actor,
    meetingId: string,
  ): Promise<
    readonly {
      fullName: string;
      before: AttendanceMark;
      after: AttendanceMark;
      reason: string;
      byName: string | null;
      at: Date;
    }[]
  >;
  /** @throws {DomainError} `may.not`, `unit.unknown` */
  year(by: Actor, unitCode: string, year: number): Promise<AttendanceYear>;
  yearWorkbook(by: Actor, unitCode: string, year: number): Promise<Uint8Array>;
  /** For the secretary alone. */
  toAskAfter(by: Actor, unitCode: string): Promise<readonly ToAskAfter[]>;
}
