import type { Sql } from '../platform/database/index.ts';
import { isId } from '../platform/ids.ts';
import { ConsultationUnknown } from './errors.ts';
import type {
  ConsultationKind,
  ConsultationLevel,
  ConsultationState,
  ConsultationSummary,
  Question,
  UnitName,
} from './port.ts';

/** A consultation as it lies in the database, with the unit that asks. */
export interface ConsultationRow {
  id: string;
  unitId: string;
  unitCode: string;
  unitName: string;
  kind: ConsultationKind;
  level: ConsultationLevel;
  state: ConsultationState;
  audience: 'members' | 'secretaries';
  title: string;
  introduction: string;
  questions: readonly Question[];
  live: boolean;
  shared: boolean;
  createdBy: string;
  revision: number;
  closesAt: Date;
  openedBy: string | null;
  openedAt: Date | null;
  endedAt: Date | null;
  eligible: number;
  noticeId: string | null;
  remindedAt: Date | null;
  answered: number | null;
  results: Uint8Array | null;
}

/** One that was opened. */
export type OpenedRow = ConsultationRow & { openedBy: string; openedAt: Date };

const columns = `
  c.id, c.unit_id as "unitId", u.code as "unitCode", u.name as "unitName", c.kind, c.level, c.state, c.audience, c.title,
  c.introduction, c.questions, c.live, c.shared, c.created_by as "createdBy", c.revision, c.closes_at as "closesAt",
  c.opened_by as "openedBy", c.opened_at as "openedAt", c.ended_at as "endedAt", c.eligible, c.notice_id as "noticeId",
  c.reminded_at as "remindedAt", c.answered, c.results`;

/** How a query begins that reads consultations, as alias `c`. */
export const selectConsultations = `select ${columns} from consultation c join unit u on u.id = c.unit_id`;

/** @throws {ConsultationUnknown} */
export async function consultationById(sql: Sql, id: string): Promise<ConsultationRow> {
  return await one(sql, `${selectConsultations} where c.id = $1`, id);
}

/** Holds it until the caller's transaction ends: one deed after another. @throws {ConsultationUnknown} */
export async function holdConsultation(sql: Sql, id: string): Promise<ConsultationRow> {
  return await one(sql, `${selectConsultations} where c.id = $1 for no key update of c`, id);
}

async function one(sql: Sql, text: string, id: string): Promise<ConsultationRow> {
  if (!isId(id)) throw new ConsultationUnknown();
  const [row] = await sql.query<ConsultationRow>(text, [id]);
  if (!row) throw new ConsultationUnknown();
  return row;
}

export function isOpen(row: ConsultationRow, now: Date): row is OpenedRow {
  return row.state === 'open' && now < row.closesAt;
}

export const unitOf = ({ unitId, unitCode, unitName }: ConsultationRow): UnitName => ({
  id: unitId,
  code: unitCode,
  name: unitName,
});

/**
 * @param given how many answers there are; of one that was counted it does not matter
 * @param least fewer are not told, unless they are known by name
 */
export function summaryOf(row: ConsultationRow, given: number, least: number): ConsultationSummary {
  const { id, kind, level, state, title, closesAt, endedAt, revision } = row;
  const counted = level === 'named' || given >= least ? given : null;
  return {
    id,
    unit: unitOf(row),
    kind,
    level,
    state,
    title,
    closesAt,
    endedAt,
    eligible: state === 'preparing' ? null : row.eligible,
    answered: state === 'open' ? counted : row.answered,
    revision,
  };
}
