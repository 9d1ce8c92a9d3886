import { calendarDay, inForce, type RoleName } from '../../people/index.ts';
import type { OwnAsked, OwningParts } from './own-answers.ts';
import { unitMeant, unitsAbove } from './units-above.ts';

interface Leader {
  name: string;
  role: RoleName;
}

/** Who leads the own cell, or the committee above it: names and offices, nothing by which they are reached. */
export function ownLeaders(parts: OwningParts) {
  return async ({ memberId, text, say }: OwnAsked): Promise<string> => {
    const unit = unitMeant(await unitsAbove(parts, memberId), { text });
    if (!unit) return say('own-no-unit');
    const leaders = await parts.database.query<Leader>(selectLeaders, [unit.id, calendarDay(parts.clock())]);
    if (leaders.length === 0) return say('own-leaders-none', { unit: unit.name });
    return [
      say('own-leaders', { unit: unit.name }),
      ...leaders.map(({ name, role }) => say('own-leader', { name, role })),
    ].join('\n');
  };
}

// As people/may.ts says it: suspended members and those who left hold no office, whatever roles they still have.
const selectLeaders = `
  select m.full_name as name, r.role from role r join member m on m.id = r.member_id
  where r.unit_id = $1::uuid and r.role in ('secretary', 'deputy', 'committee') and ${inForce('r', '$2::date')}
    and m.erased_at is null
    and not exists (select from member_status s where s.member_id = m.id and ${inForce('s', '$2::date')}
      and s.status in ('suspended', 'removed', 'expelled', 'resigned', 'deceased'))
  order by array_position(array['secretary', 'deputy', 'committee'], r.role::text), m.code limit 30`;
