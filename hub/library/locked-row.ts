import type { Sql } from '../platform/database/index.ts';
import { DocumentUnknown } from './errors.ts';
import type { Described, Readers } from './port.ts';

/** What is said of a document while nobody else can change it. */
export interface LockedRow extends Pick<Described, 'number' | 'effective' | 'expires' | 'saidStatus'> {
  state: 'draft' | 'released';
  revision: number;
  who: Readers['who'];
  roles: Readers['roles'];
}

/** @throws {DocumentUnknown} taken out meanwhile */
export async function lockedRow(sql: Sql, id: string): Promise<LockedRow> {
  const [row] = await sql.query<LockedRow>(selectLocked, [id]);
  if (!row) throw new DocumentUnknown();
  return row;
}

const selectLocked = `
  select state, number, revision, effective_on as effective, expires_on as expires, said_status as "saidStatus",
    readers as who, reader_roles::text[] as roles
  from library_document where id = $1 and state <> 'removed' for update`;
