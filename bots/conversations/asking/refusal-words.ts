import type { RefusedReply } from '../../../hub/assistant/index.ts';
import type { Say } from '../../../hub/platform/locales.ts';
import { documentNamed } from '../library/document-words.ts';

/** Why nothing is claimed, what was looked for, and which documents are near. */
export function refusalInWords(
  { why, missing, lookedFor, near }: Omit<RefusedReply, 'id'>,
  say: Say,
  progress: { documents: number; percent: number },
): string {
  if (why === 'not-ready') return say('asking-talk-not-ready', progress);
  const said =
    why === 'missing-document' && missing.length > 0
      ? say('asking-talk-missing', { documents: missing.join(', ') })
      : say('asking-talk-refused', { why });
  const looked = lookedFor.length > 0 ? say('asking-talk-looked-for', { words: lookedFor.join(', ') }) : '';
  const lines = near.map((document, index) => {
    const where = [documentNamed(document), document.locator].filter((part) => part !== '').join(', ');
    return `${index + 1}. ${where}`;
  });
  const nearest = near.length > 0 ? [say('asking-talk-near'), ...lines].join('\n') : '';
  return [said, looked, nearest].filter((part) => part !== '').join('\n\n');
}
