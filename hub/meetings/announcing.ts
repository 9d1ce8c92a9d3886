import type { Actor } from '../platform/audit.ts';
import type { Sql } from '../platform/database/index.ts';
import { NobodyToCall } from './errors.ts';
import { askWhetherComing, invitationInWords, type Invited } from './invitation.ts';
import type { MeetingsParts } from './meetings.ts';
import type { MeetingRow } from './row.ts';
import { keepSteps, stepsBefore, type StepRules } from './steps.ts';
import { tell, whomToTell, type MeetingWord } from './telling.ts';

/** What has to be looked up before a transaction begins. */
export interface Prepared {
  rules: StepRules;
  /** Where people reach our pages. */
  publicUrl: string;
}

type Parts = Pick<
  MeetingsParts,
  'people' | 'notices' | 'attendance' | 'audit' | 'clock' | 'quietHours' | 'timeZone' | 'publicUrl'
> & { calendarPath: (id: string) => string };

export type Announcing = ReturnType<typeof announcing>;

/** Calls people to a meeting that has been written down. */
export function announcing(parts: Parts) {
  const { people, notices, attendance, audit, clock, timeZone, calendarPath } = parts;

  async function prepare(startsAt: Date): Promise<Prepared> {
    const { value } = await people.rule('meeting.handbook-days-before', startsAt);
    return {
      publicUrl: await parts.publicUrl(),
      rules: { quiet: parts.quietHours, timeZone, handbookDays: value as number },
    };
  }

  /**
   * Everybody who belongs there gets a row and an invitation, and what falls due before is written down. The meeting
   * counts as called from here on.
   *
   * @throws {NobodyToCall}
   */
  async function announce(
    sql: Sql,
    by: Actor,
    { meeting, prepared }: { meeting: MeetingRow; prepared: Prepared },
  ): Promise<number> {
    const { id, unitId, startsAt } = meeting;
    const now = clock();
    await sql.query('update meeting set called_at = $2 where id = $1', [id, now]);
    const invited = await attendance.summon(sql, { id, unitId, startsAt });
    if (invited === 0) throw new NobodyToCall(await codeOf(sql, unitId));
    await planSteps(sql, meeting, prepared.rules);
    const called = await whomToTell(sql, id, clock);
    const word = await invitation(sql, { meeting, prepared, memberIds: called.map((one) => one.memberId) });
    await tell(sql, notices, { meeting, words: [word] });
    const facts = { invited, kind: meeting.kind };
    await audit.record(by, { action: 'meeting.called', unitId, subjectId: id, facts }, sql);
    return invited;
  }

  async function planSteps(sql: Sql, meeting: MeetingRow, rules: StepRules): Promise<void> {
    const now = clock();
    const steps = stepsBefore(meeting, { now, rules, random: Math.random() });
    await keepSteps(sql, meeting.id, { steps, now });
  }

  /** The invitation as the meeting is now, also for those who have not got the one before. */
  async function invitation(
    sql: Sql,
    {
      meeting,
      prepared,
      memberIds,
    }: { meeting: MeetingRow; prepared: Prepared; memberIds: readonly string[] },
  ): Promise<MeetingWord> {
    const facts: Invited = {
      ...meeting,
      items: await sql.query(selectItems, [meeting.id]),
      documents: (await sql.query<{ name: string }>(selectNames, [meeting.id])).map(({ name }) => name),
      calendar: `${prepared.publicUrl}${calendarPath(meeting.id)}`,
    };
    return {
      kind: 'invitation',
      key: `invitation ${meeting.revision}`,
      memberIds,
      text: (say) => invitationInWords(facts, { say, timeZone }),
      asks: askWhetherComing(meeting.id),
      expiresAt: meeting.startsAt,
    };
  }

  return { prepare, announce, planSteps, invitation };
}

async function codeOf(sql: Sql, unitId: string): Promise<string> {
  const [unit] = await sql.query<{ code: string }>('select code from unit where id = $1', [unitId]);
  return unit!.code;
}

const selectItems = `select title, minutes, rapporteur from meeting_item where meeting_id = $1 order by position`;
const selectNames = `select name from meeting_document where meeting_id = $1 order by id`;
