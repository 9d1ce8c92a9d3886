import type { Button, Limits, OutgoingFile, TextToSend } from './channel.ts';
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
  /** Lines after the body: what is asked, by when. */
  closing: readonly string[];
  buttons: readonly Button[];
  /** How to answer by typing, shown where the channel has no buttons. */
  typedAnswer: string;
  files: readonly OutgoingFile[];
  /** For channels with approved texts: which of these, and what it can say. */
  purpose: Purpose;
  fields: Omit<TemplateFields, 'name'>;
}

/** One provider call each, in order. Made once per notice, language and channel; `fill` is all that is left per person. */
export type RenderedPart =
  | { kind: 'file'; file: OutgoingFile }
  | { kind: 'text'; fill: (name: string) => TextToSend };

/** The longest name a greeting has room for, in UTF-16 units. */
const nameRoom = 120;
/** Room for the line that counts the parts, such as `(123/456)`, and the empty line before it. */
const counterRoom = 11;

/** Files first, so that the text with its buttons is what the person sees last. */
export function render(content: Content, limits: Limits): RenderedPart[] {
  const title = content.title.normalize('NFC');
  const closing = [...content.closing, ...(limits.buttons === 0 ? [content.typedAnswer] : [])];
  const blocks = [[title, ...content.facts].join('\n'), content.body.trim(), closing.join('\n')];
  const text = blocks
    .filter((block) => block !== '')
    .join('\n\n')
    .normalize('NFC');
  const room = content.greeting('').length + nameRoom + 2;
  const pieces = splitText(text, limits.textUnits - counterRoom, limits.textUnits - counterRoom - room);
  const files = content.files.map((file) => ({ kind: 'file' as const, file }));
  return [...files, ...pieces.map((piece, index) => textPart(content, title, pieces, piece, index, limits))];
}

function textPart(
  content: Content,
  title: string,
  pieces: string[],
  piece: string,
  index: number,
  limits: Limits,
): RenderedPart {
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
