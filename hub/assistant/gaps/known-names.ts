import { calendarDay, inForce } from '../../people/index.ts';
import { withoutDiacritics } from '../../platform/folding.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';

const shortestName = 2;
const longestName = 5;
/** Said before the given name of somebody whom both know. */
const titles = 'dong chi|d/c|dc|anh|chi|ong|ba|bac|co|chu|thay|em';

/**
 * Names of people whom the hub knows and that stand in a question, folded: full names of all members, and given names of
 * those of the asker's own unit where a title stands before them.
 */
export function knownNames({ database, clock }: { database: Database; clock: Clock }) {
  return async (question: string, unitId: string): Promise<string[]> => {
    const words = withoutDiacritics(question)
      .split(/[^a-z0-9/]+/)
      .filter(Boolean);
    const runs = words.flatMap((_, from) =>
      Array.from({ length: longestName - shortestName + 1 }, (_, more) =>
        words.slice(from, from + shortestName + more).join(' '),
      ),
    );
    const titled = new RegExp(`(?:^| )(?:${titles}) (?<name>[a-z]+)(?= |$)`, 'g');
    const given = [...words.join(' ').matchAll(titled)].map(({ groups }) => groups!['name']!);
    const rows = await database.query<{ name: string }>(selectNames, [
      [...new Set(runs)],
      given,
      unitId,
      calendarDay(clock()),
    ]);
    // The longest first: part of a name is no name any more once the whole is hidden.
    return rows.map(({ name }) => name).toSorted((one, other) => other.length - one.length);
  };
}

const selectNames = `
  select distinct folded_name as name from member where folded_name = any ($1::text[]) and erased_at is null
  union
  select distinct (regexp_match(m.folded_name, '[^ ]+$'))[1] from membership h join member m on m.id = h.member_id
  where h.unit_id = $3::uuid and ${inForce('h', '$4::date')} and m.erased_at is null
    and (regexp_match(m.folded_name, '[^ ]+$'))[1] = any ($2::text[])`;
