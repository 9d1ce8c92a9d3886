import { calendarDay, inForce, subtreeQuery } from '../../people/index.ts';
import type { OwnAsked, OwningParts } from './own-answers.ts';
import { unitMeant, unitsAbove } from './units-above.ts';

interface Counts {
  members: number;
  official: number;
  probationary: number;
}

/** How many belong to the own cell, or to the committee above it with all its cells; nobody by name. */
export function ownUnitCount(parts: OwningParts) {
  return async ({ memberId, text, say }: OwnAsked): Promise<string> => {
    const unit = unitMeant(await unitsAbove(parts, memberId), { text });
    if (!unit) return say('own-no-unit');
    const [counts] = await parts.database.query<Counts>(selectCounts, [unit.id, calendarDay(parts.clock())]);
    const { members = 0, official = 0, probationary = 0 } = counts ?? {};
    return say('own-members-count', { unit: unit.name, members, official, probationary });
  };
}

const has = (status: string) => `
  exists (select from member_status s where s.member_id = h.member_id and s.status = '${status}'
    and ${inForce('s', '$2::date')})`;

const selectCounts = `
  select count(*)::int as members, (count(*) filter (where official))::int as official,
    (count(*) filter (where probationary and not official))::int as probationary
  from (
    select distinct h.member_id, ${has('official')} as official, ${has('probationary')} as probationary
    from membership h
    where h.kind = 'home' and h.unit_id in (${subtreeQuery}) and ${inForce('h', '$2::date')}
      and not exists (select from member_status s where s.member_id = h.member_id and ${inForce('s', '$2::date')}
        and s.status in ('removed', 'expelled', 'resigned', 'deceased'))
  ) counted`;
