import type { RoleName } from '../../../prisma/generated/enums.ts';
import type { Sql } from '../../platform/database/index.ts';
import type { Keys } from '../../platform/keys.ts';
import { gone, hasStatus, inForce, unitStands } from '../in-force.ts';
import type { FileStatus } from './words.ts';

/** A member of the file as the hub has it today. */
export interface KnownMember {
  id: string;
  code: string;
  fullName: string;
  joinedOn: string | null;
  phone: Uint8Array | null;
  email: Uint8Array | null;
  /** A tombstone. */
  erased: boolean;
  /** Left the Party. */
  gone: boolean;
  /** Where at home today. */
  homeId: string | null;
  homeUnitId: string | null;
  homeCode: string | null;
  /** The unit that keeps the member: the home, else where temporarily, else where last. */
  keptIn: string | null;
  /** Homes of moves that have not taken effect yet. */
  plannedHomeIds: string[];
  statuses: KnownStatus[];
  roles: KnownRole[];
}

/** `planned`: begins later than today. */
export interface KnownStatus {
  id: string;
  status: FileStatus;
  planned: boolean;
}
export interface KnownRole {
  id: string;
  unitId: string;
  role: RoleName;
  planned: boolean;
}

/** Ids of the units that stand today, by code. */
export async function standingUnits(
  sql: Sql,
  codes: readonly string[],
  today: string,
): Promise<Map<string, string>> {
  const rows = await sql.query<{ id: string; code: string }>(selectUnits, [[...new Set(codes)], today]);
  return new Map(rows.map(({ code, id }) => [code, id]));
}

export async function knownMembers(
  sql: Sql,
  codes: readonly string[],
  today: string,
): Promise<Map<string, KnownMember>> {
  const rows = await sql.query<KnownMember>(selectMembers, [codes, today]);
  return new Map(rows.map((row) => [row.code, row]));
}

/** Those of the codes under which somebody was a member whose data has been erased. */
export async function erasedAmong(sql: Sql, codes: readonly string[], keys: Keys): Promise<Set<string>> {
  const [any] = codes.length > 0 ? await sql.query('select from erasure limit 1') : [];
  if (!any) return new Set();
  const byHash = new Map(codes.map((code) => [keys.fingerprint('member-code', code).toString('hex'), code]));
  const found = await sql.query<{ hash: string }>(selectErased, [[...byHash.keys()]]);
  return new Set(found.map(({ hash }) => byHash.get(hash)!));
}

/** Codes of members that differ from these only by zeros at the beginning, which a spreadsheet drops: 12 → 0012. */
export async function withZeros(sql: Sql, codes: readonly string[]): Promise<Map<string, string>> {
  const digits = codes.filter((code) => /^[1-9]\d*$/.test(code));
  if (digits.length === 0) return new Map();
  const rows = await sql.query<{ written: string; code: string }>(selectWithZeros, [digits]);
  return new Map(rows.map(({ written, code }) => [written, code]));
}

const selectUnits = `
  select u.id, u.code from unit u where u.code = any ($1::text[]) and ${unitStands('u', '$2::date')}`;

const selectMembers = `
  select m.id, m.code, m.full_name as "fullName", m.joined_on as "joinedOn", m.phone, m.email,
    m.erased_at is not null as erased, ${hasStatus(gone, 'm.id', '$2::date')} as gone, h.id as "homeId", h.unit_id as "homeUnitId", u.code as "homeCode",
    coalesce(h.unit_id, (
      select k.unit_id from membership k where k.member_id = m.id
      order by ${inForce('k', '$2::date')} desc, k.kind, k.from_on desc limit 1
    )) as "keptIn",
    coalesce(p.ids, '[]') as "plannedHomeIds", coalesce(s.rows, '[]') as statuses, coalesce(r.rows, '[]') as roles
  from member m
  left join membership h on h.member_id = m.id and h.kind = 'home' and ${inForce('h', '$2::date')}
  left join unit u on u.id = h.unit_id
  left join (
    select member_id, jsonb_agg(id) as ids from membership
    where kind = 'home' and from_on > $2::date and (to_on is null or to_on > from_on) group by member_id
  ) p on p.member_id = m.id
  left join (
    select member_id,
      jsonb_agg(jsonb_build_object('id', id, 'status', status, 'planned', from_on > $2::date)) as rows
    from member_status
    where status in ('official', 'probationary') and (to_on is null or to_on > greatest($2::date, from_on))
    group by member_id
  ) s on s.member_id = m.id
  left join (
    select member_id,
      jsonb_agg(jsonb_build_object('id', id, 'unitId', unit_id, 'role', role, 'planned', from_on > $2::date)
        order by role) as rows
    from role where to_on is null or to_on > greatest($2::date, from_on) group by member_id
  ) r on r.member_id = m.id
  where m.code = any ($1::text[])`;

const selectErased = `
  select distinct encode(e.code_hash, 'hex') as hash from erasure e
  where e.code_hash in (select decode(hash, 'hex') from unnest($1::text[]) as asked (hash))`;

const selectWithZeros = `
  select asked.code as written, min(m.code) as code
  from member m join unnest($1::text[]) as asked (code) on ltrim(m.code, '0') = asked.code
  where m.erased_at is null and m.code <> asked.code group by asked.code`;
