import type { RoleName } from '../../../prisma/generated/enums.ts';
import { newId } from '../../platform/ids.ts';
import type { Keys } from '../../platform/keys.ts';
import { openContact, sealContact, type ContactField } from '../members/contacts.ts';
import { foldName } from '../text.ts';
import type { KnownMember, KnownRole } from './known-members.ts';
import type { MemberLine } from './member-lines.ts';
import type { FieldChange } from './plan.ts';
import type { FileStatus } from './words.ts';

/** One line held against what is known. Where nothing differs, everything is empty. */
export interface MemberChange {
  line: MemberLine;
  known: KnownMember | undefined;
  memberId: string;
  unitId: string;
  person: MemberRow | null;
  /** A new home; what ends for it is in `known`. */
  home: boolean;
  endedStatuses: string[];
  newStatus: FileStatus | null;
  endedRoles: KnownRole[];
  newRoles: RoleName[];
  fields: FieldChange[];
}

/** A row of `member`, as JSON: contacts sealed, in base64. */
export interface MemberRow {
  id: string;
  code: string;
  full_name: string;
  folded_name: string;
  joined_on: string | null;
  phone: string | null;
  email: string | null;
}

export function compareMember(
  line: MemberLine,
  unitId: string,
  known: KnownMember | undefined,
  keys: Keys,
): MemberChange {
  const memberId = known?.id ?? newId();
  const home = known?.homeUnitId !== unitId;
  const person = comparePerson(line, memberId, known, keys);
  const status = compareStatus(line, known);
  const roles = compareRoles(line, unitId, home, known);
  const moved: FieldChange[] = home
    ? [{ field: 'unit_code', from: known?.homeCode ?? null, to: line.unitCode }]
    : [];
  return {
    line,
    known,
    memberId,
    unitId,
    person: person.row,
    home,
    ...status.changes,
    ...roles.changes,
    fields: [...person.fields, ...moved, ...roles.fields, ...status.fields],
  };
}

function comparePerson(
  line: MemberLine,
  id: string,
  known: KnownMember | undefined,
  keys: Keys,
): { row: MemberRow | null; fields: FieldChange[] } {
  const phone = compareContact('phone');
  const email = compareContact('email');
  const joinedOn = line.joinedOn === undefined ? (known?.joinedOn ?? null) : line.joinedOn;
  const fields = [
    ...changed('full_name', known?.fullName ?? null, line.fullName),
    ...phone.fields,
    ...email.fields,
    ...changed('joined_on', known?.joinedOn ?? null, joinedOn),
  ];
  if (fields.length === 0) return { row: null, fields };
  const row = {
    id,
    code: line.code,
    full_name: line.fullName,
    folded_name: foldName(line.fullName),
    joined_on: joinedOn,
    phone: phone.sealed,
    email: email.sealed,
  };
  return { row, fields };

  function compareContact(field: ContactField): { sealed: string | null; fields: FieldChange[] } {
    const sealed = known?.[field] ?? null;
    const before = sealed && openContact(keys, id, field, sealed);
    const written = line[field];
    if (written === undefined || written === before) {
      return { sealed: sealed && base64(sealed), fields: [] };
    }
    return {
      sealed: written && base64(sealContact(keys, id, field, written)),
      fields: [{ field, from: hidden(field, before), to: hidden(field, written) }],
    };
  }
}

function changed(field: string, from: string | null, to: string | null): FieldChange[] {
  return from === to ? [] : [{ field, from, to }];
}

/** Enough to tell one's own telephone again, not enough to call it. */
function hidden(field: ContactField, contact: string | null): string | null {
  if (contact === null) return null;
  return field === 'phone' ? `•••${contact.slice(-3)}` : '•••';
}

/** What a file says of a status holds from today on. What is planned for later stays, unless today's changes. */
function compareStatus(
  { status }: MemberLine,
  known: KnownMember | undefined,
): { changes: Pick<MemberChange, 'endedStatuses' | 'newStatus'>; fields: FieldChange[] } {
  const all = known?.statuses ?? [];
  const held = all.filter(({ planned }) => !planned);
  const kept = held.find((row) => row.status === status);
  if (status === undefined || (kept && held.length === 1)) {
    return { changes: { endedStatuses: [], newStatus: null }, fields: [] };
  }
  const ended = kept ? held.filter((row) => row !== kept) : all;
  return {
    changes: { endedStatuses: ended.map(({ id }) => id), newStatus: kept ? null : status },
    fields: [{ field: 'status', from: listed(held.map((row) => row.status)), to: status }],
  };
}

/**
 * Only roles in the home unit are the file's to change; roles held elsewhere stay. Whoever leaves a unit leaves the
 * roles held in it behind.
 */
function compareRoles(
  { roles: wanted }: MemberLine,
  unitId: string,
  moves: boolean,
  known: KnownMember | undefined,
): { changes: Pick<MemberChange, 'endedRoles' | 'newRoles'>; fields: FieldChange[] } {
  const all = known?.roles ?? [];
  const left = moves ? all.filter((row) => row.unitId === known?.homeUnitId) : [];
  const here = all.filter((row) => row.unitId === unitId);
  const held = here.filter(({ planned }) => !planned);
  const newRoles = wanted?.filter((role) => !held.some((row) => row.role === role)) ?? [];
  const endedHere = here.filter(({ role, planned }) =>
    planned ? newRoles.includes(role) : wanted && !wanted.includes(role),
  );
  const ended = [...left, ...endedHere];
  const before = listed((moves ? left : held).filter(({ planned }) => !planned).map(({ role }) => role));
  const after = listed(wanted ?? held.map(({ role }) => role));
  return {
    changes: { endedRoles: ended, newRoles },
    fields:
      newRoles.length + ended.length > 0 && before !== after
        ? [{ field: 'role', from: before, to: after }]
        : [],
  };
}

function listed(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.toSorted().join(', ');
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
