import { calendarDay, unitStands, type UnitKind } from '../../people/index.ts';
import { says } from '../phrases.ts';
import type { OwnAsked, OwningParts } from './own-answers.ts';
import { spelledOut } from '../shorthand.ts';

export interface UnitAbove {
  id: string;
  name: string;
  kind: UnitKind;
}

const asksAbove = says(['đảng bộ', 'đảng ủy', 'đảng uỷ', 'xã', 'phường', 'cấp trên']);

/**
 * The unit at which one is at home and those above it that stand, from below. Empty for who belongs nowhere, is
 * suspended, or left: what a unit is like is for its members.
 */
export async function unitsAbove(
  { database, people, clock }: Pick<OwningParts, 'database' | 'people' | 'clock'>,
  memberId: string,
): Promise<UnitAbove[]> {
  const [home] = await people.unitsOf(memberId);
  if (!home || !(await people.may(memberId, 'unit.read', home.id))) return [];
  return await database.query<UnitAbove>(selectAbove, [home.id, calendarDay(clock())]);
}

/** The own cell, or the committee above it where that is what the question says. */
export function unitMeant(units: readonly UnitAbove[], { text }: Pick<OwnAsked, 'text'>): UnitAbove | null {
  const [home, ...above] = units;
  if (!home) return null;
  if (!asksAbove(spelledOut(text))) return home;
  return [home, ...above].find(({ kind }) => kind !== 'cell') ?? home;
}

const selectAbove = `
  with recursive above (id, parent_id, depth) as (
    select id, parent_id, 0 from unit where id = $1::uuid
    union all
    select u.id, u.parent_id, a.depth + 1 from above a join unit u on u.id = a.parent_id where a.depth < 12
  )
  select u.id, u.name, u.kind from above a join unit u on u.id = a.id
  where ${unitStands('u', '$2::date')} order by a.depth`;
