import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Language } from '../../platform/locales.ts';
import { calendarDay } from '../days.ts';
import { UnknownMember } from '../errors.ts';
import { apart, gone, hasStatus, inForce, unitStands } from '../in-force.ts';
import { clean } from '../text.ts';
import type { Unit } from '../units/units.ts';

export interface Member {
  id: string;
  code: string;
  fullName: string;
  language: Language;
}

/** How a chat speaks to and about a member: `đồng chí Lan`. */
export interface MemberDescription {
  name: string;
  /** The last word of the name. */
  givenName: string;
  /** Name of the home unit; null for someone who belongs nowhere today. */
  unit: string | null;
}

/** A line of a unit's roll. */
export interface RollEntry {
  id: string;
  code: string;
  fullName: string;
  /** When the first of the member's active chats was linked; null without one. */
  linkedAt: Date | null;
}

/** A member as the columns of alias `m`, for queries that find one on their way. */
export const memberColumns = `m.id, m.code, m.full_name as "fullName", m.language`;

export function members({
  database,
  clock,
  unitByCode,
  unitsOf,
}: {
  database: Database;
  clock: Clock;
  unitByCode: (code: string) => Promise<Unit>;
  unitsOf: (memberId: string) => Promise<Unit[]>;
}) {
  /** @throws {UnknownMember} */
  async function memberByCode(code: string): Promise<Member> {
    const [found] = await database.query<Member>(`select ${memberColumns} from member m where m.code = $1`, [
      clean(code),
    ]);
    if (!found) throw new UnknownMember(code);
    return found;
  }

  /** @throws {UnknownMember} */
  async function member(id: string): Promise<Member> {
    const [found] = await database.query<Member>(`select ${memberColumns} from member m where m.id = $1`, [
      id,
    ]);
    if (!found) throw new UnknownMember(id);
    return found;
  }

  async function setLanguage(memberId: string, language: Language): Promise<void> {
    const text = 'update member set language = $2, updated_at = $3 where id = $1';
    await database.query(text, [memberId, language, clock()]);
  }

  /** @throws {UnknownMember} */
  async function describeMember(memberId: string): Promise<MemberDescription> {
    const { fullName } = await member(memberId);
    const [home] = await unitsOf(memberId);
    return { name: fullName, givenName: fullName.split(' ').at(-1) ?? fullName, unit: home?.name ?? null };
  }

  /**
   * Who is at home in this very unit today, by code, without those who left.
   *
   * @throws {UnknownUnit}
   */
  async function membersOf(unitCode: string): Promise<RollEntry[]> {
    const { id } = await unitByCode(unitCode);
    return await database.query<RollEntry>(selectRoll, [id, calendarDay(clock())]);
  }

  /** Code of an officer of the unit at the top of the tree; null where there is none. */
  async function officerOfRoot(): Promise<string | null> {
    const [officer] = await database.query<{ code: string }>(selectOfficer, [calendarDay(clock())]);
    return officer?.code ?? null;
  }

  return { memberByCode, member, setLanguage, describeMember, membersOf, officerOfRoot };
}

const selectRoll = `
  select m.id, m.code, m.full_name as "fullName",
    (select min(c.linked_at) from chat c where c.member_id = m.id and c.state = 'active') as "linkedAt"
  from membership h join member m on m.id = h.member_id
  where h.unit_id = $1 and h.kind = 'home' and ${inForce('h', '$2::date')}
    and not ${hasStatus(gone, 'm.id', '$2::date')}
  order by m.code`;

const selectOfficer = `
  select m.code from role r join unit u on u.id = r.unit_id join member m on m.id = r.member_id
  where u.parent_id is null and r.role = 'officer'
    and ${unitStands('u', '$1::date')} and ${inForce('r', '$1::date')}
    and not ${hasStatus(apart, 'm.id', '$1::date')}
  order by u.code, m.code limit 1`;
