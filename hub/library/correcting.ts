import type { People } from '../people/index.ts';
import type { Actor, Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Sql } from '../platform/database/index.ts';
import { isId } from '../platform/ids.ts';
import type { Changing } from './changing.ts';
import { checkedDescription } from './checked.ts';
import { empty } from './emptying.ts';
import { DocumentMovedOn, DocumentUnknown, IdentityTaken } from './errors.ts';
import { mayRead, withEyes, type Eyes } from './eyes.ts';
import { lockedRow, type LockedRow } from './locked-row.ts';
import type { Described, Keeping } from './port.ts';
import { findTargets, spokenOf, touch } from './relating.ts';
import { heldOver, placeFor, takePlace } from './taking-place.ts';

/** What a person says of a document, and taking it out. */
export function correcting({
  database,
  people,
  audit,
  clock,
  eyes,
  change,
}: {
  database: Database;
  people: People;
  audit: Audit;
  clock: Clock;
  eyes: Eyes;
  change: Changing;
}) {
  /**
   * The unit of a document that one may keep.
   *
   * @throws {DocumentUnknown} also where one may not even read it @throws {MayNot}
   */
  async function keptUnit(by: Actor, id: string): Promise<string> {
    const [row] = isId(id)
      ? await database.query<{ unitId: string }>(selectReadable, [...(await eyes.of(by)), id])
      : [];
    if (!row) throw new DocumentUnknown();
    await people.requireMay(by, 'library.keep', row.unitId);
    return row.unitId;
  }

  const describe: Keeping['describe'] = async (
    by,
    id,
    given,
    revision,
    { takesPlaceOf: place = id } = {},
  ) => {
    const described = checkedDescription(given);
    const ownUnit = await keptUnit(by, id);
    const unitId = place === id ? ownUnit : await keptUnit(by, place);
    await change(async ({ sql, version }) => {
      const seen = await lockedRow(sql, id);
      if (seen.revision !== revision) throw new DocumentMovedOn();
      const before = place === id ? seen : await placeFor(sql, seen, place);
      await refuseSameIdentity(sql, place, unitId, described);
      const spoken = await spokenOf(sql, place);
      const reached = await version();
      if (place !== id) await takePlace(sql, id, place, reached);
      const said = place === id ? described : heldOver(before, described);
      await sql.query(updateDescription, valuesOf(place, said, { now: clock(), version: reached }));
      const moved = await findTargets(sql, place, before.number);
      await touch(sql, [...spoken, ...moved, ...(await spokenOf(sql, place))], reached);
      await audit.record(by, { ...deedOf(seen, place !== id), unitId, subjectId: place }, sql);
    });
  };

  const remove: Keeping['remove'] = async (by, id) => {
    const unitId = await keptUnit(by, id);
    await change(async ({ sql, version }) => {
      const before = await lockedRow(sql, id);
      const spoken = await spokenOf(sql, id);
      const reached = await version();
      await empty(sql, id, reached);
      const others = await sql.query<{ id: string }>(
        'update library_relation set target_id = null where target_id = $1 returning document_id as id',
        [id],
      );
      const moved = await findTargets(sql, id, before.number);
      await touch(sql, [...spoken, ...others.map((other) => other.id), ...moved], reached);
      await audit.record(by, { action: 'library.removed', unitId, subjectId: id }, sql);
    });
  };

  return { describe, remove, keptUnit };
}

function deedOf({ state }: LockedRow, takesPlace: boolean) {
  if (takesPlace) return { action: 'library.replaced', facts: { released: true } };
  return state === 'draft' ? { action: 'library.released' } : { action: 'library.corrected' };
}

/** @throws {IdentityTaken} */
async function refuseSameIdentity(
  sql: Sql,
  id: string,
  unitId: string,
  { number, issuer, date }: Described,
): Promise<void> {
  if (number === '' || date === null) return;
  const [taken] = await sql.query<{ id: string }>(
    `select id from library_document where unit_id = $1 and lower(number) = lower($2) and lower(issuer) = lower($3)
       and issued_on = $4::date and state = 'released' and id <> $5`,
    [unitId, number, issuer, date, id],
  );
  if (taken) throw new IdentityTaken(number, taken.id);
}

function valuesOf(
  id: string,
  { number, kind, issuer, title, date, effective, expires, saidStatus, readers }: Described,
  { now, version }: { now: Date; version: number },
): unknown[] {
  return [
    id,
    number,
    kind,
    issuer,
    title,
    date,
    effective,
    expires,
    saidStatus,
    readers.who,
    readers.roles,
    now,
    version,
  ];
}

const selectReadable = `
  ${withEyes} select d.unit_id as "unitId" from library_document d where d.id = $4 and ${mayRead}`;

const updateDescription = `
  update library_document set number = $2, kind = $3, issuer = $4, title = $5, issued_on = $6, effective_on = $7,
    expires_on = $8, said_status = $9, readers = $10, reader_roles = $11, described = true, state = 'released',
    released_at = coalesce(released_at, $12), revision = revision + 1, version = $13
  where id = $1`;
