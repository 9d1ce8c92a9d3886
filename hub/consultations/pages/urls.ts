import type { Clock } from '../../platform/clock.ts';
import type { Sql } from '../../platform/database/index.ts';
import type { Consultations, ExportFormat } from '../port.ts';

export interface ConsultationPagesParts {
  consultations: Pick<Consultations, 'asking' | 'answering' | 'passagesOf'>;
  /** How many would be asked is read from it. */
  database: Sql;
  clock: Clock;
}

/** The right of those who ask; the pages under {@link ownUrl} are every member's. */
export const needs = 'consultation.ask';

export const consultationsUrl = '/console/consultations';

type PageOf =
  | ''
  | '/settings'
  | '/order'
  | '/opening'
  | '/discarding'
  | '/extending'
  | '/reminders'
  | '/closing'
  | '/cancelling'
  | '/results'
  | `/results/file.${ExportFormat}`
  | '/answers'
  | `/questions/${number | 'new' | ':number'}`;

/** @param id or `:id`, for the pattern of the address */
export function consultationUrl(id: string, page: PageOf = ''): string {
  return `${consultationsUrl}/${id}${page}`;
}

const ownListUrl = `${consultationsUrl}/mine`;

/** The pages of a member who is asked. Without an id: all that he or she is asked. */
export function ownUrl(id?: string, page: '' | '/paper' | '/results' = ''): string {
  return id === undefined ? ownListUrl : `${ownListUrl}/${id}${page}`;
}
