import type { Actor } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { calendarDay } from '../days.ts';
import { inForce } from '../in-force.ts';
import type { Invite } from './invites.ts';

/** An invitation with what has to stand on it, so that the right person gets it. */
export interface InvitationCard extends Invite {
  fullName: string;
  /** Name of the unit; empty for who belongs nowhere. */
  unit: string;
}

/** Invitations to hand over on paper. The rights are those of inviting. */
export function invitationCards({
  database,
  clock,
  invite,
  inviteUnit,
}: {
  database: Database;
  clock: Clock;
  invite: (by: Actor, memberCode: string) => Promise<Invite>;
  inviteUnit: (by: Actor, unitCode: string) => Promise<Invite[]>;
}) {
  /** @throws {UnknownMember | MayNot} */
  async function invitationCard(by: Actor, memberCode: string): Promise<InvitationCard> {
    const [card] = await asCards([await invite(by, memberCode)]);
    return card!;
  }

  /** Unit after unit, as they are handed out. @throws {UnknownUnit | MayNot} */
  async function invitationCardsOf(by: Actor, unitCode: string): Promise<InvitationCard[]> {
    return await asCards(await inviteUnit(by, unitCode));
  }

  async function asCards(invites: readonly Invite[]): Promise<InvitationCard[]> {
    const byMember = new Map(invites.map((one) => [one.member, one]));
    const rows = await database.query<{ member: string; fullName: string; unit: string }>(selectNames, [
      [...byMember.keys()],
      calendarDay(clock()),
    ]);
    return rows.map(({ member, fullName, unit }) => ({ ...byMember.get(member)!, fullName, unit }));
  }

  return { invitationCard, invitationCardsOf };
}

const selectNames = `
  select m.code as member, m.full_name as "fullName", coalesce(u.name, '') as unit
  from member m left join lateral (
    select u.code, u.name from membership h join unit u on u.id = h.unit_id
    where h.member_id = m.id and ${inForce('h', '$2::date')} order by h.kind, h.from_on desc limit 1
  ) u on true
  where m.code = any ($1::text[]) order by u.code, m.code`;
