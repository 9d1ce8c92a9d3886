import type { Actor } from '../../platform/audit.ts';
import type { MeetingRow } from '../row.ts';
import type { PaperKind, Prefilled } from './content.ts';
import { factsOf, type MeetingFacts } from './facts.ts';
import type { PapersParts } from './parts.ts';
import { prefillDecision } from './prefill-decision.ts';
import { prefillMinutes } from './prefill-minutes.ts';
import type { QualityScale } from './quality-scale.ts';
import { paperRights, type PaperRights } from './rights.ts';

export interface Prefilling {
  rights: PaperRights;
  /** What would be filled in now, for who may know it. */
  prefill(
    by: Actor,
    meeting: MeetingRow,
    kind: PaperKind,
  ): Promise<{ facts: MeetingFacts; now: readonly Prefilled[] }>;
}

export function prefilling(parts: PapersParts): Prefilling {
  const rights = paperRights(parts);
  return {
    rights,
    async prefill(by, meeting, kind) {
      const reasons = await rights.seesReasons(by, meeting);
      const facts = await factsOf(parts, meeting.id, { reasons });
      const { value } = await parts.people.rule('meeting.quality-criteria', meeting.startsAt);
      const scale = value as QualityScale;
      const now = kind === 'minutes' ? prefillMinutes(facts, scale) : prefillDecision(kind, facts, scale);
      return { facts, now };
    },
  };
}
