import {
  momentInWords,
  readRule,
  ruleInWords,
  warningInWords,
  type CallPreview,
  type MeetingKind,
} from '../../../../hub/meetings/index.ts';
import type { Say } from '../../../../hub/platform/locales.ts';
import type { Wording } from '../words.ts';
import type { Draft } from './draft.ts';

/** Several words, and not one mark: typed in a hurry, but it will stand so in the invitation and the minutes. */
const withoutMarks = /^(?=.*[a-z]{2,} [a-z]{2,})[\u0020-\u007e]*$/;

/** What calling it would do, before it is done: what was understood, whom it calls, what is to be known. */
export function previewInWords(preview: CallPreview, draft: Draft, { say, timeZone }: Wording): string {
  const { title, startsAt, minutes, invited, items, warnings, unit } = preview;
  const rule = readRule(draft.repeat ?? '');
  return [
    title,
    say('meeting-call-when', { moment: momentInWords(startsAt, { say, timeZone }) }),
    draft.place ? say('meeting-call-where', { place: draft.place }) : say('meeting-call-nowhere'),
    ...(draft.place && withoutMarks.test(draft.place) ? [say('meeting-call-where-plain')] : []),
    ...(draft.link ? [say('meeting-call-link', { link: draft.link })] : []),
    say('meeting-call-length', { minutes, items: items.length }),
    say('meeting-call-invited', { count: invited, unit: unit.name }),
    ...(rule
      ? [say('meeting-call-repeat', { rule: ruleInWords(rule, say) }), ...nextInWords(preview, say)]
      : []),
    ...warnings.map((warning) => `• ${warningInWords(warning, say)}`),
    '',
    say('meeting-call-send-question'),
  ].join('\n');
}

/** Later ones are proposed, and wait for a yes. */
function nextInWords({ next }: CallPreview, say: Say): string[] {
  if (next.length === 0) return [];
  const days = next.map(({ startsAt, movedFrom }) =>
    say('meeting-call-next-day', {
      day: startsAt,
      moved: movedFrom?.name ?? '',
      isMoved: movedFrom ? 'yes' : 'no',
    }),
  );
  return [say('meeting-call-next', { days: days.join(', ') })];
}

export function kindInWords(kind: MeetingKind, say: Say): string {
  return {
    regular: say('meeting-call-kind-regular'),
    thematic: say('meeting-call-kind-thematic'),
    regular_thematic: say('meeting-call-kind-regular-thematic'),
    extraordinary: say('meeting-call-kind-extraordinary'),
    congress: say('meeting-call-kind-congress'),
  }[kind];
}
