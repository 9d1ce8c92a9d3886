import type { MembershipKind, RoleName, StatusName } from '../../../prisma/generated/enums.ts';
import type { Actor } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { LinkedChat } from '../joining/chats.ts';
import { calendarDay } from '../days.ts';
import { gone, hasStatus, inForce } from '../in-force.ts';
import type { Action } from '../may.ts';
import { standingOf, type Standing } from './standing.ts';
import type { Unit } from '../units/units.ts';

/** A member on the roll of a unit, at home or temporarily there. */
export interface RollLine {
  code: string;
  fullName: string;
  kind: MembershipKind;
  statuses: StatusName[];
  standing: Standing;
  /** Held in this very unit. */
  roles: RoleName[];
  /** In the order in which they are tried, those that take nothing at the moment included. */
  channels: LinkedChat['channel'][];
  /** Some chat takes our messages. */
  reachable: boolean;
}

export interface Roll {
  unit: Unit;
  /** Of the whole unit, whatever page this is. */
  members: number;
  withoutChannel: number;
  lines: RollLine[];
  /** To be given as `after` for the next page; null at the end. */
  next: string | null;
}

const linesPerPage = 200;

export function rolls({
  database,
  clock,
  unitByCode,
  requireMay,
}: {
  database: Database;
  clock: Clock;
  unitByCode: (code: string) => Promise<Unit>;
  requireMay: (by: Actor, action: Action, unitId: string) => Promise<void>;
}) {
  /**
   * Who belongs to this very unit today, by code, without those who left.
   *
   * @param options.after code of the last member of the page before
   * @throws {UnknownUnit | MayNot}
   */
  async function roll(
    by: Actor,
    unitCode: string,
    { after = '', unreachable = false }: { after?: string | undefined; unreachable?: boolean } = {},
  ): Promise<Roll> {
    const unit = await unitByCode(unitCode);
    await requireMay(by, 'member.read', unit.id);
    const today = calendarDay(clock());
    const [counts] = await database.query<{ members: number; withoutChannel: number }>(countLines, [
      unit.id,
      today,
    ]);
    const rows = await database.query<LineRow>(selectLines, [
      unit.id,
      today,
      after,
      unreachable,
      linesPerPage + 1,
    ]);
    const lines = rows.slice(0, linesPerPage).map((row) => ({
      code: row.code,
      fullName: row.fullName,
      kind: row.kind,
      statuses: row.statuses,
      standing: standingOf(row.awayToo ? [...row.statuses, 'away'] : row.statuses, row.kind),
      roles: row.roles,
      channels: row.channels,
      reachable: row.reachable,
    }));
    const next = rows.length > linesPerPage ? (lines.at(-1)?.code ?? null) : null;
    return { unit, members: counts?.members ?? 0, withoutChannel: counts?.withoutChannel ?? 0, lines, next };
  }

  return { roll };
}

interface LineRow extends Omit<RollLine, 'standing'> {
  /** At home here, and somewhere else for a time. */
  awayToo: boolean;
}

const hasChannel = `exists (select from chat c where c.member_id = m.id and c.state = 'active')`;

// Whoever is here temporarily while at home in another unit stands on both rolls; once on each.
const belongs = `
  select h.member_id, min(h.kind) as kind from membership h
  where h.unit_id = $1 and ${inForce('h', '$2::date')} and not ${hasStatus(gone, 'h.member_id', '$2::date')}
  group by h.member_id`;

const countLines = `
  select count(*)::int as members, count(*) filter (where not ${hasChannel})::int as "withoutChannel"
  from (${belongs}) b join member m on m.id = b.member_id`;

const selectLines = `
  select m.code, m.full_name as "fullName", b.kind,
    array(select s.status::text from member_status s
      where s.member_id = m.id and ${inForce('s', '$2::date')} order by s.status) as statuses,
    array(select distinct r.role::text from role r
      where r.member_id = m.id and r.unit_id = $1 and ${inForce('r', '$2::date')}) as roles,
    array(select c.channel::text from chat c
      where c.member_id = m.id and c.state <> 'ended' order by c.preference, c.linked_at, c.id) as channels,
    ${hasChannel} as reachable,
    b.kind = 'home' and exists (select from membership e
      where e.member_id = m.id and e.kind = 'temporary' and ${inForce('e', '$2::date')}) as "awayToo"
  from (${belongs}) b join member m on m.id = b.member_id
  where m.code > $3 and (not $4::boolean or not ${hasChannel})
  order by m.code limit $5`;
