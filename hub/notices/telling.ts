import type { Actor } from '../platform/audit.ts';
import { tell, unitsOfRecipients, untell as takeBack } from '../delivery/index.ts';
import { calendarDay } from '../people/index.ts';
import { refuseCompacted } from './compacting.ts';
import { AlreadyAcknowledged, NoticeInvalid, NotForThisMember, NotToldByYou } from './errors.ts';
import type { Find } from './find.ts';
import type { SendingParts } from './sending.ts';

/** Somebody who can tell another in person: the operator of a machine cannot. */
type Teller = Actor & { memberId: string };

/** For as long somebody can take back what they recorded: a day. */
const takenBackWithinMs = 86_400_000;
/** Members of one form. */
const mostAtOnce = 200;

/** What a person told members face to face, on the record with who did. */
export function telling({ database, people, audit, queues, clock }: SendingParts, find: Find) {
  /**
   * Somebody with the right to do so told the member in person.
   *
   * @throws {DomainError} `notice.not-for-member`, `notice.already-acknowledged`, `may.not`
   */
  async function told(by: Teller, id: string, memberCode: string): Promise<{ id: string; member: string }> {
    const { told: count } = await toldAll(by, id, [memberCode]);
    const member = await people.memberByCode(memberCode);
    if (count === 0) throw new AlreadyAcknowledged(member.code);
    return { id, member: member.code };
  }

  /**
   * The same for several members at once: all of them or, where one of them is not to be told by this person, none.
   * Who has acknowledged meanwhile is left as it is; `told` counts the others.
   *
   * @throws {DomainError} `notice.not-for-member`, `may.not`
   */
  async function toldAll(
    by: Teller,
    id: string,
    memberCodes: readonly string[],
  ): Promise<{ id: string; told: number }> {
    if (memberCodes.length > mostAtOnce) throw new NoticeInvalid('members');
    const notice = await find(id);
    await refuseCompacted(database, notice.id);
    const members = await Promise.all(memberCodes.map((code) => people.memberByCode(code)));
    const day = calendarDay(clock());
    const units = await unitsOfRecipients(database, notice.id, {
      members: members.map((each) => each.id),
      day,
    });
    for (const member of members) if (!units.has(member.id)) throw new NotForThisMember(member.code);
    // The right is over the member: a cell's secretary tells its people what the province has sent.
    for (const unitId of new Set(units.values())) await people.requireMay(by, 'notice.tell', unitId);
    const told = await database.transaction(async (sql) => {
      await refuseCompacted(sql, notice.id);
      const given = { noticeId: notice.id, members: units, by: by.memberId, at: clock() };
      const fresh = await tell(sql, given);
      for (const memberId of fresh) {
        const deed = { action: 'notice.told', unitId: units.get(memberId)!, subjectId: notice.id };
        await audit.record(by, { ...deed, facts: { memberId } }, sql);
      }
      return fresh.length;
    });
    return { id: notice.id, told };
  }

  /**
   * Takes back a wrong "told in person": by who recorded it, within a day. What was not sent because of it goes now.
   *
   * @throws {DomainError} `notice.not-told-by-you`, `notice.not-for-member`, `may.not`
   */
  async function untell(by: Teller, id: string, memberCode: string): Promise<{ id: string; member: string }> {
    const notice = await find(id);
    await refuseCompacted(database, notice.id);
    const member = await people.memberByCode(memberCode);
    const now = clock();
    const units = await unitsOfRecipients(database, notice.id, {
      members: [member.id],
      day: calendarDay(now),
    });
    const unitId = units.get(member.id);
    if (!unitId) throw new NotForThisMember(member.code);
    await people.requireMay(by, 'notice.tell', unitId);
    await database.transaction(async (sql) => {
      await refuseCompacted(sql, notice.id);
      const since = new Date(now.getTime() - takenBackWithinMs);
      const which = { noticeId: notice.id, memberId: member.id, by: by.memberId, since, now };
      if (!(await takeBack(sql, which))) throw new NotToldByYou(member.code);
      const deed = { action: 'notice.untold', unitId, subjectId: notice.id };
      await audit.record(by, { ...deed, facts: { memberId: member.id } }, sql);
    });
    await queues.ring('deliver');
    return { id: notice.id, member: member.code };
  }

  return { told, toldAll, untell };
}
