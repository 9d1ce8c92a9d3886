import type { Actor, Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { isId, newId } from '../platform/ids.ts';
import type { Changing } from './changing.ts';
import { RelationInvalid } from './errors.ts';
import { mayRead, withEyes, type Eyes } from './eyes.ts';
import { relationKinds, type Keeping } from './port.ts';
import { touch } from './relating.ts';

/** A person says whether what was found of a document and another is so, and what else there is between them. */
export function deciding({
  database,
  audit,
  clock,
  eyes,
  change,
  keptUnit,
}: {
  database: Database;
  audit: Audit;
  clock: Clock;
  eyes: Eyes;
  change: Changing;
  keptUnit: (by: Actor, id: string) => Promise<string>;
}) {
  const decide: Keeping['decide'] = async (by, id, { id: relationId, state, target }) => {
    const unitId = await keptUnit(by, id);
    if (!isId(relationId)) throw new RelationInvalid();
    const meant = target === undefined ? null : await targetOf(by, id, target);
    await change(async ({ sql, version }) => {
      const [before] = await sql.query<{ targetId: string | null }>(selectRelation, [relationId, id]);
      if (!before) throw new RelationInvalid();
      await sql.query(updateRelation, [relationId, state, meant?.id ?? null, clock()]);
      const others = [before.targetId, meant?.id ?? null].filter((other) => other !== null);
      await touch(sql, [id, ...others], await version());
      const about = { unitId, subjectId: id };
      const deed =
        state === 'confirmed'
          ? { action: 'library.relation-confirmed', ...about }
          : { action: 'library.relation-rejected', ...about };
      await audit.record(by, deed, sql);
    });
  };

  const relate: Keeping['relate'] = async (by, id, { kind, target }) => {
    const unitId = await keptUnit(by, id);
    if (!relationKinds.includes(kind)) throw new RelationInvalid();
    const meant = await targetOf(by, id, target);
    await change(async ({ sql, version }) => {
      const number = meant.number || meant.title.slice(0, 60);
      await sql.query(insertRelation, [newId(), id, kind, number, meant.id, clock()]);
      await touch(sql, [id, meant.id], await version());
      await audit.record(by, { action: 'library.relation-confirmed', unitId, subjectId: id }, sql);
    });
  };

  /** @throws {RelationInvalid} no document, not to be read, or the document itself */
  async function targetOf(by: Actor, id: string, target: string) {
    const [row] =
      isId(target) && target !== id
        ? await database.query<{ id: string; number: string; title: string }>(selectTarget, [
            ...(await eyes.of(by)),
            target,
          ])
        : [];
    if (!row) throw new RelationInvalid();
    return row;
  }

  return { decide, relate };
}

const selectTarget = `
  ${withEyes} select d.id, d.number, d.title from library_document d
  where d.id = $4 and d.state = 'released' and ${mayRead}`;

const selectRelation = `
  select target_id as "targetId" from library_relation where id = $1 and document_id = $2 for update`;

const updateRelation = `
  update library_relation set state = $2, target_id = coalesce($3, target_id), decided_at = $4 where id = $1`;

const insertRelation = `
  insert into library_relation (id, document_id, kind, number, target_id, state, decided_at)
  values ($1, $2, $3, $4, $5, 'confirmed', $6)
  on conflict (document_id, kind, number)
    do update set state = 'confirmed', target_id = excluded.target_id, decided_at = excluded.decided_at`;
