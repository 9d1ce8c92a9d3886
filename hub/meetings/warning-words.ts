import type { Say } from '../platform/locales.ts';
import type { Warning } from './port.ts';

/** What a caller should know, in a sentence with its source. */
export function warningInWords(warning: Warning, say: Say): string {
  switch (warning.kind) {
    case 'short': {
      const { minutes, least, source } = warning;
      return say('meeting-warning-short', { minutes, least, source });
    }
    case 'day-off': {
      const { name, source, better } = warning;
      return better
        ? say('meeting-warning-day-off-better', { name, source, better })
        : say('meeting-warning-day-off', { name, source });
    }
    case 'too-few-official': {
      const { official, least, source } = warning;
      return say('meeting-warning-too-few-official', { official, least, source });
    }
    case 'quiet-hours':
      return say('meeting-warning-quiet-hours');
    case 'clash':
      return say('meeting-warning-clash', { title: warning.title, startsAt: warning.startsAt });
  }
}
