import type { Channel, ChannelName, GroupLink, GroupMode, Groups } from '../channels/index.ts';
import { calendarDay, unitStands, type People } from '../people/index.ts';
import type { Actor, Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { DomainError } from '../platform/errors.ts';
import { goOnWithoutGroup } from './group-rows.ts';

/** A unit's group as whoever keeps the unit sees it: who is in it is not told. */
export interface UnitGroup {
  id: string;
  channel: ChannelName;
  /** Empty where the provider does not say. */
  name: string;
  mode: GroupMode;
  linkedAt: Date;
  /** Members of the hub who are known to be in it. */
  members: number;
}

/** What became of what was said in a group. `linked`: to the unit of that name, by a code of this member. */
export type SaidCode =
  | { kind: 'linked'; unit: string; createdBy: string }
  | { kind: Exclude<GroupLink['kind'], 'linked'> };

export interface UnitGroupsParts {
  database: Database;
  people: Pick<People, 'reach' | 'unitByCode' | 'requireMay'>;
  audit: Audit;
  clock: Clock;
  groups: Groups;
  /** The channels that are on. */
  channels: () => ReadonlyMap<ChannelName, Pick<Channel, 'sendToGroup'>>;
}

/** The groups of a unit on a provider's side: linked by a code that is said in them, and what they are for. */
export function unitGroups({ database, people, audit, clock, groups, channels }: UnitGroupsParts) {
  /** The channel on which a unit may have groups; null where none is on. */
  function channelOfGroups(): ChannelName | null {
    return [...channels()].find(([, { sendToGroup }]) => sendToGroup)?.[0] ?? null;
  }

  /** @throws {DomainError} `may.not`, `unit.unknown` */
  async function groupsOf(by: Actor, unitCode: string): Promise<UnitGroup[]> {
    const { id } = await people.unitByCode(unitCode);
    await people.requireMay(by, 'member.read', id);
    return await database.query<UnitGroup>(selectGroups, [id]);
  }

  /**
   * A code that whoever is in the group says there within half an hour. Shown once. Null: no channel that is on has
   * groups.
   *
   * @throws {DomainError} `may.not`, `unit.unknown`
   */
  async function makeGroupCode(
    by: Actor,
    unitCode: string,
  ): Promise<{ code: string; expiresAt: Date } | null> {
    const { id: unitId } = await people.unitByCode(unitCode);
    await people.requireMay(by, 'member.edit', unitId);
    const channel = channelOfGroups();
    const { memberId } = by;
    if (!channel) return null;
    if (memberId === null) throw new DomainError('may.not', { status: 403 });
    return await database.transaction(async (sql) => {
      await audit.record(by, { action: 'group.code-made', unitId, subjectId: unitId }, sql);
      return await groups.makeCode({ channel, unitId, by: memberId }, sql);
    });
  }

  /** Units for which this member may make a code, without those below them. */
  async function unitsWithGroups(memberId: string): Promise<{ id: string; code: string; name: string }[]> {
    const reach = await people.reach(memberId, 'member.edit');
    return await database.query(
      `select id, code, name from unit where id = any ($1::uuid[]) and ${unitStands('unit', '$2::date')} order by code`,
      [reach, calendarDay(clock())],
    );
  }

  /** Somebody said in a group what may be a code. Nobody's right is asked: whoever made it had it, and it works once. */
  async function sayGroupCode(said: {
    channel: ChannelName;
    address: string;
    text: string;
  }): Promise<SaidCode> {
    return await database.transaction(async (sql) => {
      const link = await groups.link(said, sql);
      if (link.kind !== 'linked') return link;
      const { groupId: subjectId, unitId, createdBy } = link;
      const by: Actor = { memberId: createdBy, via: 'chat' };
      await audit.record(by, { action: 'group.linked', unitId, subjectId }, sql);
      const [unit] = await sql.query<{ name: string }>('select name from unit where id = $1', [unitId]);
      return { kind: 'linked', unit: unit!.name, createdBy };
    });
  }

  /** @throws {DomainError} `may.not`, `group.unknown` */
  async function setGroupMode(by: Actor, id: string, mode: GroupMode): Promise<void> {
    const { unitId } = await groupFor(by, id);
    await database.transaction(async (sql) => {
      await groups.setMode(id, mode, sql);
      await audit.record(by, { action: 'group.mode-set', unitId, subjectId: id, facts: { mode } }, sql);
    });
  }

  /** What would be unlinked, for whoever may: it is asked once more. @throws as {@link unlinkGroup} */
  async function groupToUnlink(by: Actor, id: string): Promise<{ name: string; unit: string }> {
    const { name, unitId } = await groupFor(by, id);
    const [unit] = await database.query<{ code: string }>('select code from unit where id = $1', [unitId]);
    return { name, unit: unit!.code };
  }

  /** Whoever waited for something to be posted in it gets that another way. @throws {DomainError} `may.not`, `group.unknown` */
  async function unlinkGroup(by: Actor, id: string): Promise<void> {
    const { unitId } = await groupFor(by, id);
    await database.transaction(async (sql) => {
      const waiting = await sql.query<{ noticeId: string }>(
        `select notice_id as "noticeId" from group_post where group_id = $1 and state = 'waiting'`,
        [id],
      );
      for (const { noticeId } of waiting)
        await goOnWithoutGroup(sql, { noticeId, groupId: id, now: clock() });
      await groups.unlink(id, sql);
      await audit.record(by, { action: 'group.unlinked', unitId, subjectId: id }, sql);
    });
  }

  async function groupFor(by: Actor, id: string): Promise<{ name: string; unitId: string }> {
    const group = await groups.byId(id);
    if (!group) throw new DomainError('group.unknown', { status: 404 });
    await people.requireMay(by, 'member.edit', group.unitId);
    return group;
  }

  return {
    channelOfGroups,
    groupsOf,
    makeGroupCode,
    unitsWithGroups,
    sayGroupCode,
    setGroupMode,
    groupToUnlink,
    unlinkGroup,
  };
}

const selectGroups = `
  select id, channel, name, mode, linked_at as "linkedAt",
    (select count(distinct chat.member_id) from chat_group_person person
     join chat on chat.channel = chat_group.channel and chat.address = person.address and chat.state <> 'ended'
     where person.group_id = chat_group.id) as members
  from chat_group where unit_id = $1 and ended_at is null order by linked_at, id`;
