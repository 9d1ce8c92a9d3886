import type { Clock } from '../../../platform/clock.ts';
import { DomainError } from '../../../platform/errors.ts';
import { paperKinds, type PaperKind } from '../content.ts';
import type { Papers } from '../papers.ts';

export interface PaperPagesParts {
  papers: Papers;
  clock: Clock;
}

/** The kind in the address of a page. @throws {DomainError} `route.unknown` */
export function kindIn(params: Readonly<Record<string, string>>): PaperKind {
  const kind = paperKinds.find((each) => each === params['paper']);
  if (!kind) throw new DomainError('route.unknown', { status: 404 });
  return kind;
}

export function papersUrl(meetingId: string): string {
  return `/console/meetings/${meetingId}/papers`;
}

export function paperUrl(meetingId: string, kind: PaperKind): string {
  return `${papersUrl(meetingId)}/${kind}`;
}
