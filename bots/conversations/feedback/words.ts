import type {
  Addressee,
  FeedbackKind,
  FeedbackState,
  OwnItem,
  Receipt,
  SignedDoor,
} from '../../../hub/feedback/index.ts';
import type { Say } from '../../../hub/platform/locales.ts';
import { partsOf, type Draft, type FileOfDraft } from './draft.ts';

export function kindInWords(kind: FeedbackKind, say: Say): string {
  return {
    question: say('feedback-talk-kind-question'),
    opinion: say('feedback-talk-kind-opinion'),
    proposal: say('feedback-talk-kind-proposal'),
    reported: say('feedback-talk-kind-reported'),
  }[kind];
}

function levelInWords(level: 'named' | 'confidential', say: Say): string {
  return level === 'named' ? say('button-feedback-named') : say('button-feedback-confidential');
}

/** Where a complaint or denunciation belongs; null where either may be meant. */
export function doorInWords(door: SignedDoor | null, say: Say): string {
  return say('feedback-talk-door', { door: door ?? 'both' });
}

/** Why not in a chat, and where instead: the page of the nearest unit to which enough people belong. */
export function pageInWords(
  { addressees, unit, url }: { addressees: readonly Addressee[]; unit: string | undefined; url: string },
  say: Say,
): string {
  const meant = Math.max(
    0,
    addressees.findIndex((each) => each.unit.code === unit),
  );
  const open = addressees.slice(meant).find(({ unlinkablePath }) => unlinkablePath !== null);
  const asked = addressees[meant];
  const few = open === asked ? [] : [say('feedback-talk-too-few', { unit: asked?.unit.name ?? '' })];
  const where = open
    ? say('feedback-talk-page', { unit: open.unit.name, url: `${url}${open.unlinkablePath}` })
    : say('feedback-talk-no-page');
  return [say('feedback-talk-not-here'), ...few, where].join('\n');
}

/** Who only spoke has written nothing. */
export function textOfDraft({ text }: Draft, say: Say): string {
  return text ?? say('feedback-talk-voice-alone');
}

/** "2 ảnh, 1 tin thoại". */
export function countOfFiles(files: readonly Pick<FileOfDraft, 'kind'>[], say: Say): string {
  const count = (kind: FileOfDraft['kind']) => files.filter((file) => file.kind === kind).length;
  return [
    say('feedback-talk-photos', { count: count('photo') }),
    say('feedback-talk-files', { count: count('file') }),
    say('feedback-talk-voices', { count: count('voice') }),
  ]
    .filter((_, index) => count((['photo', 'file', 'voice'] as const)[index]!) > 0)
    .join(', ');
}

/** "ảnh anh.jpg". */
export function fileInWords({ kind, name }: Pick<FileOfDraft, 'kind' | 'name'>, say: Say): string {
  return say('feedback-talk-file-name', { kind, name });
}

function listOfFiles(files: readonly FileOfDraft[], say: Say): string {
  return files.map((file) => fileInWords(file, say)).join(', ');
}

/** All of it, before anything goes. */
export function previewInWords(draft: Draft, say: Say): string {
  const { unitName, kind, topic, level, files = [] } = draft;
  const parts = partsOf(textOfDraft(draft, say));
  return [
    say('feedback-talk-preview', {
      unit: unitName!,
      kind: kindInWords(kind!, say),
      topic: topic?.name ?? say('feedback-talk-no-topic'),
      level: levelInWords(level!, say),
    }),
    ...(parts.length > 1 ? [say('feedback-talk-preview-parts', { count: parts.length })] : []),
    '',
    `“${parts.join('”\n\n“')}”`,
    ...(files.length > 0 ? ['', say('feedback-talk-preview-files', { files: listOfFiles(files, say) })] : []),
    '',
    say('feedback-talk-send-question'),
  ].join('\n');
}

export function receiptsInWords(receipts: readonly Receipt[], say: Say): string {
  return [
    ...receipts.map(({ number, unit, dueOn }) =>
      say('feedback-talk-received', { number, unit: unit.name, due: noonOf(dueOn) }),
    ),
    ...(receipts[0]?.level === 'confidential' ? [say('feedback-talk-received-confidential')] : []),
    say('feedback-talk-received-how'),
  ].join('\n');
}

function stateInWords(state: FeedbackState, say: Say): string {
  return {
    new: say('feedback-talk-state-new'),
    taken: say('feedback-talk-state-taken'),
    answered: say('feedback-talk-state-answered'),
    closed: say('feedback-talk-state-closed'),
    reopened: say('feedback-talk-state-reopened'),
    withdrawn: say('feedback-talk-state-withdrawn'),
  }[state];
}

const isOpen = (state: FeedbackState) => ['new', 'taken', 'reopened'].includes(state);

/** One line of the list of one's own. */
export function lineOf({ number, kind, unit, state, dueOn }: OwnItem, say: Say): string {
  const line = say('feedback-talk-own-line', {
    number,
    kind: kindInWords(kind, say),
    unit: unit.name,
    state: stateInWords(state, say),
  });
  return dueOn && isOpen(state) ? `${line}; ${say('feedback-talk-own-due', { due: noonOf(dueOn) })}` : line;
}

/** An item as its author reads it, with what was answered. */
export function itemInWords(item: OwnItem, say: Say): string {
  const { text, level, receivedOn, replies, useful } = item;
  return [
    lineOf(item, say),
    say('feedback-talk-own-facts', { level: levelInWords(level, say), day: noonOf(receivedOn) }),
    '',
    `“${text}”`,
    ...replies.flatMap(({ text: answer, on, from }) => [
      '',
      say('feedback-talk-own-reply', { unit: from.name, day: noonOf(on) }),
      `“${answer}”`,
    ]),
    ...(useful === null ? [] : ['', say('feedback-talk-own-rated', { useful: useful ? 'yes' : 'no' })]),
  ].join('\n');
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00+07:00`);
}
