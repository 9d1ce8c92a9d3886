import type { Button, Limits, OutgoingFile, TextToSend } from './channel.ts';
import type { GroupWords } from './group-text.ts';
import { splitText } from './split.ts';
import type { TemplateFields } from './templates.ts';
import type { Purpose } from './ways.ts';

/** What a message says, in one language, before any channel has a say in its form. */
export interface Content {
  /** Greeting around the person's name, such as `Kính gửi đồng chí {name},`. */
  greeting: (name: string) => string;
  title: string;
  /** Short lines under the title: number, date, issuer. */
  facts: readonly string[];
  body: string;
  /** What is asked, and to press the button for it; empty where nothing is. */
  tappedAnswer: string;
  /** The same where the channel has no buttons: what to type. */
  typedAnswer: string;
  /** Lines after that: by when. */
  closing: readonly string[];
  buttons: readonly Button[];
  files: readonly OutgoingFile[];
  /** Names the files and where else to see them, for channels that carry none; empty without files. */
  filesElsewhere: string;
  /** For a group; absent where it is nothing for one. */
  group?: GroupWords;
  /** For channels with approved texts: which of these, and what it can say. */
  purpose: Purpose;
  fields: Omit<TemplateFields, 'name'>;
}

/** One provider call each, in order. Made once per notice, language and channel; `fill` is all that is left per person. */
export type RenderedPart = ChatPart | { kind: 'letter'; content: Content };

export type ChatPart =
  | { kind: 'file'; file: OutgoingFile }
  | { kind: 'text'; fill: (name: string) => TextToSend };

/** The longest name a greeting has room for, in UTF-16 units. */
const nameRoom = 120;
/** Room for the line that counts the parts, such as `(123/456)`, and the empty line before it. */
const counterRoom = 11;

/** Files first, so that the text with its buttons is what the person sees last. */
export function render(content: Content, limits: Limits): RenderedPart[] {
  return limits.letters ? [{ kind: 'letter', content }] : renderForChat(content, limits);
}

/** A file that is too large for a channel is not tried on it, nor is the text without it. */
export function canCarry({ fileBytes }: Limits, parts: readonly RenderedPart[]): boolean {
  return parts.every((part) => part.kind !== 'file' || part.file.bytes <= fileBytes);
}

/** As it looks in pieces: also the preview of a letter, which has no other form before it is written. */
export function renderForChat(content: Content, limits: Limits): ChatPart[] {
  const title = content.title.normalize('NFC');
  const files = limits.fileBytes === 0 ? [] : content.files.map((file) => ({ kind: 'file' as const, file }));
  const asked = limits.buttons === 0 ? content.typedAnswer : content.tappedAnswer;
  const closing = [asked, ...content.closing].filter((line) => line !== '');
  const blocks = [
    [title, ...content.facts].join('\n'),
    content.body.trim(),
    limits.fileBytes === 0 ? content.filesElsewhere : '',
    closing.join('\n'),
  ];
  const text = blocks
    .filter((block) => block !== '')
    .join('\n\n')
    .normalize('NFC');
  const room = content.greeting('').length + nameRoom + 2;
  const pieces = splitText(text, limits.textUnits - counterRoom, limits.textUnits - counterRoom - room);
  return [...files, ...pieces.map((piece, index) => textPart(content, title, pieces, piece, index, limits))];
}

function textPart(
  content: Content,
  title: string,
  pieces: string[],
  piece: string,
  index: number,
  limits: Limits,
): ChatPart {
  const counted = pieces.length > 1 ? `${piece}\n\n(${index + 1}/${pieces.length})` : piece;
  const buttons = index === pieces.length - 1 ? content.buttons.slice(0, limits.buttons) : [];
  if (index > 0) {
    const whole: TextToSend = { kind: 'text', text: counted, bold: [], buttons };
    return { kind: 'text', fill: () => whole };
  }
  const [before, after] = aroundName(content.greeting);
  const rest = `${after}\n\n${counted}`;
  const titleLength = piece.startsWith(title) ? title.length : 0;
  return {
    kind: 'text',
    fill(name) {
      const greeting = before + name.slice(0, nameRoom).normalize('NFC');
      const offset = greeting.length + after.length + 2;
      const bold = titleLength > 0 ? [{ offset, length: titleLength }] : [];
      return { kind: 'text', text: greeting + rest, bold, buttons };
    },
  };
}

/** Stands for the name while the greeting is made; of the private use area, so no text has it. */
const nameMark = '\ue000';

function aroundName(greeting: Content['greeting']): [before: string, after: string] {
  const [before = '', after = ''] = greeting(nameMark).normalize('NFC').split(nameMark);
  return [before, after];
}
