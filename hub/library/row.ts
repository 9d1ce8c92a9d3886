import type { RoleName } from '../people/index.ts';
import type { DocumentName } from './document-name.ts';
import type { DocumentStatus, DocumentSummary, UnitName } from './port.ts';
import type { Standing } from './status.ts';

/** A document as it is listed: everything but its text and file. */
export interface SummaryRow extends DocumentName {
  unitId: string;
  unitCode: string;
  unitName: string;
  state: 'draft' | 'released';
  effective: string | null;
  expires: string | null;
  saidStatus: DocumentStatus | null;
  saysExpired: boolean;
  described: boolean;
  passages: number;
  releasedAt: Date | null;
}

/** Columns of a {@link SummaryRow}, of the alias `d` joined with its unit `u`. */
export const summaryColumns = `
  d.id, d.number, d.kind, d.issuer, d.issued_on as date, d.title, d.unit_id as "unitId", u.code as "unitCode",
  u.name as "unitName", d.state, d.effective_on as effective, d.expires_on as expires, d.said_status as "saidStatus",
  d.says_expired as "saysExpired", d.described, d.passages, d.released_at as "releasedAt"`;

/** Everything of a document but its file. */
export interface DocumentRow extends SummaryRow {
  who: 'members' | 'roles';
  roles: RoleName[];
  text: string;
  pageStarts: number[];
  fileName: string;
  mediaType: string;
  fileBytes: number;
  addedAt: Date;
  revision: number;
  mayKeep: boolean;
}

export const documentColumns = `${summaryColumns}, d.readers as who, d.reader_roles::text[] as roles, d.text,
  d.page_starts as "pageStarts", d.file_name as "fileName", d.media_type as "mediaType", d.file_bytes as "fileBytes",
  d.added_at as "addedAt", d.revision`;

export function nameOf({ id, number, kind, issuer, date, title }: DocumentName): DocumentName {
  return { id, number, kind, issuer, date, title };
}

function unitOf({ unitId, unitCode, unitName }: SummaryRow): UnitName {
  return { id: unitId, code: unitCode, name: unitName };
}

export function summaryOf(row: SummaryRow, { status, isFound }: Standing): DocumentSummary {
  return {
    ...nameOf(row),
    unit: unitOf(row),
    state: row.state,
    effective: row.effective,
    status,
    statusIsFound: isFound,
    passages: row.passages,
    releasedAt: row.releasedAt,
  };
}
