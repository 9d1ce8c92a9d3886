import { Badge, useSay } from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import { meetingKinds, type MeetingKind, type MeetingState } from '../port.ts';

const tones = {
  proposed: 'warning',
  called: 'plain',
  open: 'good',
  closed: 'plain',
  cancelled: 'bad',
} as const satisfies Record<MeetingState, string>;

export function StateBadge({ state }: { state: MeetingState }) {
  const say = useSay();
  return <Badge tone={tones[state]}>{say('meetings-state', { state })}</Badge>;
}

export function kindInWords(kind: MeetingKind, say: Say): string {
  return say('meetings-kind', { kind });
}

export function kindChoices(say: Say) {
  return meetingKinds.map((kind) => ({ value: kind, label: kindInWords(kind, say) }));
}

/** "3 ngày", "2 giờ", "45 phút". */
export function distanceInWords(minutes: number, say: Say): string {
  const [unit, count]: [string, number] =
    minutes % 1440 === 0
      ? ['days', minutes / 1440]
      : minutes % 60 === 0
        ? ['hours', minutes / 60]
        : ['minutes', minutes];
  return say('meetings-distance', { unit, count });
}
