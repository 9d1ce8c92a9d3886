import type { Addressee, FeedbackKind } from '../../../hub/feedback/index.ts';
import { fold } from '../fold.ts';
import { tidied } from './draft.ts';
import { addresseeTyped, kindTyped } from './typed-ways.ts';

/** What one message says of what somebody wants to say. */
export interface Sentence {
  kind: FeedbackKind | 'door' | null;
  to: Addressee | null;
  text: string | null;
}

const command = /^\s*\/gopy(?:@\w+)?(?:\s+|$)/iu;
/** "Góp ý", "tôi xin kiến nghị", "gửi ý kiến", folded, at the beginning. */
const begins =
  /^(?:(?:toi|em|chau) )?(?:(?:xin|muon|can|co|gui) )*(?<kind>gop y kien|gop y|y kien|kien nghi|phan anh|cau hoi|khieu nai|to cao)(?: (?<rest>.*))?$/;
const connectors = /^(?:(?:voi|cho|den|toi|len|gui) )+/;
/** Longer than whatever names a kind and a unit. */
const longestHead = 80;

/**
 * Reads "/gopy kien nghi chi bo: sua den duong thon 3", "góp ý với xã: …", "/gopy đường thôn 3 hỏng". Null where it
 * begins nothing.
 */
export function readSentence(text: string, addressees: readonly Addressee[]): Sentence | null {
  const isCommand = command.test(text);
  const said = tidied(text.replace(command, ''));
  const colon = said.indexOf(':');
  const head = fold(colon < 0 ? said : said.slice(0, colon));
  const known = head.length <= longestHead ? readHead(head, addressees, isCommand) : null;
  const rest = colon < 0 ? null : tidied(said.slice(colon + 1)) || null;
  if (known) return { ...known, text: rest };
  return isCommand ? { kind: null, to: null, text: said } : null;
}

/** Whether it can be one at all, before anybody looks up to whom it could go. */
export function mayBeSentence(text: string): boolean {
  if (command.test(text)) return true;
  const [head = ''] = text.split(':', 1);
  return head.length <= longestHead && begins.test(fold(head));
}

/** Null where there are words in it that are neither a kind nor somebody to turn to. */
function readHead(
  head: string,
  addressees: readonly Addressee[],
  isCommand: boolean,
): Pick<Sentence, 'kind' | 'to'> | null {
  if (head === '') return isCommand ? { kind: null, to: null } : null;
  const words = head.split(' ');
  for (let end = Math.min(words.length, 7); end >= 0; end -= 1) {
    const first = words.slice(0, end).join(' ');
    const kind = end === 0 ? null : kindOf(first);
    if (end === 0 ? !isCommand : kind === null) continue;
    const whom = words.slice(end).join(' ').replace(connectors, '');
    const to = whom === '' ? null : addresseeTyped(whom, addressees);
    if (whom === '' || to) return { kind: isUnsaid(first) ? null : kind, to };
  }
  return null;
}

function kindOf(folded: string): Sentence['kind'] {
  const named = kindTyped(folded) ?? kindTyped(begins.exec(folded)?.groups?.['kind'] ?? '');
  const isWhole = begins.exec(folded)?.groups?.['rest'] === undefined;
  return isWhole || kindTyped(folded) ? (named as Sentence['kind']) : null;
}

/** "Góp ý" is how one begins, whatever one has to say. */
const isUnsaid = (folded: string) => /(?:^| )gop y$/.test(folded);
