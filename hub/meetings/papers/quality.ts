import type { Actor } from '../../platform/audit.ts';
import { findMeeting, type MeetingRow } from '../row.ts';
import { PaperApproved, PointsInvalid } from './errors.ts';
import { factsOf } from './facts.ts';
import type { PapersParts } from './parts.ts';
import {
  levelOf,
  proposalsFor,
  type Proposal,
  type QualityProposals,
  type QualityScale,
} from './quality-scale.ts';
import type { PaperRights } from './rights.ts';

/** The meeting's own score as a form. */
export interface QualityForm {
  criteria: readonly {
    key: string;
    title: string;
    max: number;
    /** As saved; else as proposed; null where only people can say. */
    points: number | null;
    proposal: Proposal | null;
  }[];
  levels: QualityScale['levels'];
  source: string;
  note: string | null;
  /** What proposals follow. */
  proposalSource: string;
  saved: { total: number; level: string; at: Date } | null;
  /** The minutes were approved with it. */
  settled: boolean;
}

/** How a meeting scores itself (domain.md 1.6): what is known is proposed, all of it is the meeting's to say. */
export function quality(parts: PapersParts, rights: PaperRights) {
  const { database, people, audit, clock } = parts;

  /** @throws {DomainError} `may.not`, `meeting.unknown` */
  async function qualityOf(by: Actor, meetingId: string): Promise<QualityForm> {
    const meeting = await toWrite(by, meetingId);
    const [rule, proposing, least, facts] = await Promise.all([
      people.rule('meeting.quality-criteria', meeting.startsAt),
      people.rule('meeting.quality-proposals', meeting.startsAt),
      leastMinutes(meeting),
      factsOf(parts, meeting.id, { reasons: false }),
    ]);
    const scale = rule.value as QualityScale;
    const proposals = proposalsFor(facts, proposing.value as QualityProposals, least);
    const [saved] = await database.query<{ total: number; at: Date }>(
      'select total, saved_at as at from meeting_quality where meeting_id = $1',
      [meeting.id],
    );
    return {
      criteria: scale.criteria.map((criterion) => {
        const proposal = proposals.get(criterion.key) ?? null;
        const points = facts.quality?.points[criterion.key] ?? proposal?.points ?? null;
        return { ...criterion, points, proposal };
      }),
      levels: scale.levels,
      source: rule.source,
      note: rule.note,
      proposalSource: proposing.source,
      saved: saved ? { ...saved, level: levelOf(scale, saved.total) } : null,
      settled: await isSettled(meeting),
    };
  }

  /** @throws {DomainError} `may.not`, `quality.invalid`, `paper.approved`: the minutes are */
  async function saveQuality(
    by: Actor,
    meetingId: string,
    points: Readonly<Record<string, number>>,
  ): Promise<{ total: number; level: string }> {
    const meeting = await toWrite(by, meetingId);
    if (await isSettled(meeting)) throw new PaperApproved();
    const scale = (await people.rule('meeting.quality-criteria', meeting.startsAt)).value as QualityScale;
    const scored = scale.criteria.map(({ key, title, max }) => {
      const given = points[key];
      if (given === undefined || !Number.isInteger(given) || given < 0 || given > max)
        throw new PointsInvalid(title, max);
      return [key, given] as const;
    });
    const total = scored.reduce((sum, [, given]) => sum + given, 0);
    await database.transaction(async (sql) => {
      const values = [meeting.id, JSON.stringify(Object.fromEntries(scored)), total, clock()];
      await sql.query(upsertQuality, [...values, by.memberId ?? meeting.calledBy]);
      const deed = { action: 'quality.saved', unitId: meeting.unitId, subjectId: meeting.id };
      await audit.record(by, { ...deed, facts: { total } }, sql);
    });
    return { total, level: levelOf(scale, total) };
  }

  async function leastMinutes({ kind, startsAt }: MeetingRow): Promise<number> {
    const { value } = await people.rule('meeting.minimum-minutes', startsAt);
    const { regular, combined } = value as { regular: number; combined: number };
    return kind === 'regular_thematic' ? combined : regular;
  }

  async function toWrite(by: Actor, meetingId: string): Promise<MeetingRow> {
    const meeting = await findMeeting(database, meetingId);
    await rights.requireWriter(by, meeting);
    return meeting;
  }

  async function isSettled({ id }: MeetingRow): Promise<boolean> {
    const rows = await database.query(
      `select from meeting_paper where meeting_id = $1 and kind = 'minutes' and approved_at is not null`,
      [id],
    );
    return rows.length > 0;
  }

  return { qualityOf, saveQuality };
}

const upsertQuality = `
  insert into meeting_quality (meeting_id, points, total, saved_at, saved_by) values ($1, $2, $3, $4, $5)
  on conflict (meeting_id) do update
    set points = excluded.points, total = excluded.total, saved_at = excluded.saved_at, saved_by = excluded.saved_by`;
