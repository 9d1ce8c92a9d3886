import type { Actor, Via } from '../platform/audit.ts';
import type { Sql } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Language } from '../platform/locales.ts';
import { keepItems } from './agenda.ts';
import type { Announcing } from './announcing.ts';
import type { series } from './calendar/index.ts';
import { checkedDocuments, keepDocuments } from './documents.ts';
import { invitationInWords } from './invitation.ts';
import { IdempotencyConflict } from './errors.ts';
import type { MeetingsParts } from './meetings.ts';
import { refuseMarked } from './new-meeting.ts';
import type { PlannedMeeting, planning } from './planning.ts';
import type { CallPreview, Meetings, NewMeeting } from './port.ts';
import { hashOf } from './request-hash.ts';
import { lockMeeting } from './row.ts';
import { stepsBefore } from './steps.ts';
import type { warning } from './warnings.ts';

type Parts = Pick<MeetingsParts, 'database' | 'people' | 'queues' | 'clock' | 'locales' | 'timeZone'> & {
  announcing: Announcing;
  series: ReturnType<typeof series>;
} & ReturnType<typeof planning> &
  ReturnType<typeof warning>;

/** As for accepting a notice: a congress may call thousands. */
const limitMs = 60_000;

/** Calling a meeting, and seeing before what that would do. */
export function calling(parts: Parts): Pick<Meetings, 'call' | 'preview'> {
  const { database, people, queues, clock, locales, timeZone, announcing, plan, foresee } = parts;

  async function call(given: NewMeeting, via: Via = 'command') {
    const planned = await plan(given);
    const by = { memberId: planned.caller.id, via };
    await people.requireMay(by, 'meeting.call', planned.unit.id);
    const files = await checkedDocuments(given.documents ?? []);
    await refuseMarked(planned);
    const requestHash = hashOf(given);
    const known = await calledBefore(planned, requestHash);
    if (known) return known;
    const { warnings } = await foresee(planned);
    const prepared = await announcing.prepare(planned.startsAt);
    const rule = planned.repeat === null ? null : parts.series.rule(planned);
    try {
      const called = await database.transaction(async (sql) => {
        const id = newId();
        const seriesId = rule === null ? null : await parts.series.begin(sql, { planned, rule }, by);
        await insert(sql, { id, planned, seriesId, requestHash });
        await keepItems(sql, id, planned.items);
        await keepDocuments(sql, { meetingId: id, files, at: clock() });
        const meeting = await lockMeeting(sql, id);
        return { id, invited: await announcing.announce(sql, by, { meeting, prepared }), warnings };
      }, limitMs);
      await queues.ring('deliver');
      return called;
    } catch (error) {
      // Another request with the same key was faster: its answer is ours.
      if ((error as { code?: string }).code !== '23505') throw error;
      const first = await calledBefore(planned, requestHash);
      if (!first) throw error;
      return first;
    }
  }

  async function preview(by: Actor, given: NewMeeting, language: Language = 'vi'): Promise<CallPreview> {
    const planned = await plan(given);
    const { unit, kind, title, startsAt, minutes, items } = planned;
    await people.requireMay(by, 'meeting.call', unit.id);
    await refuseMarked(planned);
    const { invited, warnings } = await foresee(planned);
    const { rules } = await announcing.prepare(startsAt);
    const rule = planned.repeat === null ? null : parts.series.rule(planned);
    const now = clock();
    const documents = (given.documents ?? []).map(({ name }) => name);
    return {
      title,
      unit: { id: unit.id, code: unit.code, name: unit.name },
      kind,
      startsAt,
      minutes,
      invited,
      reminders: stepsBefore(planned, { now, rules, random: 0 })
        .filter(({ kind: step, dueAt }) => step === 'remind' && dueAt > now)
        .map(({ dueAt }) => dueAt),
      items,
      warnings,
      next: rule === null ? [] : await parts.series.next({ planned, rule }),
      words: invitationInWords(
        { ...planned, documents, calendar: null },
        { say: locales(language), timeZone },
      ),
    };
  }

  /** @throws {IdempotencyConflict} */
  async function calledBefore({ caller, idempotencyKey }: PlannedMeeting, requestHash: Buffer) {
    if (idempotencyKey === null) return null;
    const [row] = await database.query<{ id: string; invited: number; same: boolean }>(selectCalled, [
      caller.id,
      idempotencyKey,
      requestHash,
    ]);
    if (!row) return null;
    if (!row.same) throw new IdempotencyConflict(idempotencyKey);
    return { id: row.id, invited: row.invited, warnings: [] };
  }

  async function insert(
    sql: Sql,
    {
      id,
      planned,
      seriesId,
      requestHash,
    }: { id: string; planned: PlannedMeeting; seriesId: string | null; requestHash: Buffer },
  ): Promise<void> {
    await sql.query(insertMeeting, [
      id,
      planned.unit.id,
      seriesId,
      planned.startsAt,
      planned.kind,
      planned.title,
      planned.minutes,
      planned.place,
      planned.link,
      planned.lateAfter,
      planned.reminders,
      planned.caller.id,
      planned.guests,
      clock(),
      planned.idempotencyKey,
      planned.idempotencyKey === null ? null : requestHash,
    ]);
  }

  return { call, preview };
}

const insertMeeting = `
  insert into meeting (id, unit_id, series_id, series_day, starts_at, kind, title, minutes, place, link, late_after,
    reminders, called_by, guests, created_at, idempotency_key, request_hash)
  values ($1, $2, $3, case when $3::uuid is not null then ($4::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date end,
    $4, $5::meeting_kind, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`;

const selectCalled = `
  select meeting.id, (select count(*)::int from attendance where meeting_id = meeting.id and summoned) as invited,
    request_hash = $3 as same
  from meeting where called_by = $1 and idempotency_key = $2`;
