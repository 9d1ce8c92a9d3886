import { audienceQuery, calendarDay, ruleWithin, successorOf, unitStands } from '../../people/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { DomainError } from '../../platform/errors.ts';
import type { Company, Door, UnitName } from '../port.ts';

type Step = UnitName & { ofCell: boolean };

/** Everybody may ask, as often as they like: an open one holds so long. A shut one is soon counted. */
const keptMs = 60_000;

/** Which units have a page for what is said without a name. */
export function doors({ database, clock }: { database: Database; clock: Clock }) {
  const openUntil = new Map<string, number>();

  async function company(): Promise<Company> {
    return (await ruleWithin(database, 'feedback.company', clock())).value as Company;
  }

  /** Of a unit that is no more, the door of what took its place. @throws {DomainError} `unit.unknown` */
  async function door(unitCode: string): Promise<Door> {
    const [here, ...above] = await database.query<Step>(unitAndAbove, [unitCode, calendarDay(clock())]);
    if (!here) throw unknownUnit(unitCode);
    const { ofCell, ...unit } = here;
    if (await isOpen(unit.id)) return { unit, ofCell, open: true, instead: null };
    for (const { ofCell: _, ...instead } of above) {
      if (await isOpen(instead.id)) return { unit, ofCell, open: false, instead };
    }
    return { unit, ofCell, open: false, instead: null };
  }

  async function isOpen(unitId: string): Promise<boolean> {
    const now = clock();
    const until = openUntil.get(unitId) ?? 0;
    if (until > now.getTime() && until <= now.getTime() + keptMs) return true;
    const { eligible } = await company();
    const [found] = await database.query<{ members: number }>(eligibleMembers, [
      unitId,
      calendarDay(now),
      eligible,
    ]);
    const open = (found?.members ?? 0) >= eligible;
    if (open) openUntil.set(unitId, now.getTime() + keptMs);
    return open;
  }

  return { door, isOpen, company };
}

export type Doors = ReturnType<typeof doors>;

const unknownUnit = (code: string) => new DomainError('unit.unknown', { status: 404, facts: { code } });

const next = `case when ${unitStands('u', '$2::date')} then u.parent_id else ${successorOf('u')} end`;

/** The unit, or what took its place, and what that hangs under, as they stand today, from it upwards. */
const unitAndAbove = `
  with recursive up (id, next_id, depth) as (
    select u.id, ${next}, 0 from unit u where u.code = $1
    union all
    select u.id, ${next}, up.depth + 1 from unit u join up on u.id = up.next_id
  )
  select u.id, u.code, u.name, u.kind = 'cell' as "ofCell" from up join unit u on u.id = up.id
  where ${unitStands('u', '$2::date')} order by up.depth`;

/** How many belong there or below today, counted no further than `$3`. */
const eligibleMembers = `
  select count(*)::int as members from (
    select a.member_id from (${audienceQuery.members}) a join member m on m.id = a.member_id
    where m.erased_at is null limit $3
  ) some_of_them`;
