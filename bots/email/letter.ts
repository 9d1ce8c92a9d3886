import { splitText, type Button, type LetterToSend, type OutgoingFile } from '../../hub/channels/index.ts';
import { acknowledgePrefix } from '../../hub/notices/index.ts';
import { idFromShort } from '../../hub/platform/ids.ts';
import type { Say } from '../../hub/platform/locales.ts';
import type { Sheet } from './sheet.ts';

/** What a letter on a notice needs to know besides the notice. */
export interface LetterLinks {
  /** Null where nothing is asked. */
  acknowledge: string | null;
  stop: string;
  /** Our page, where everything else is done. */
  chat: string;
}

/** Of a letter as it goes: what most servers take, some of them not more than 25 MB. */
const letterBytes = 20_000_000;
/** For texts, and for what base64 and its lines make of files. */
const textBytes = 200_000;
const encoded = 78 / 57;

export interface Parcel {
  enclosed: OutgoingFile[];
  named: OutgoingFile[];
}

/** The files that go with a letter, in their order; the others are only named in it. */
export function packed(files: readonly OutgoingFile[]): Parcel {
  let room = letterBytes - textBytes;
  const parcel: Parcel = { enclosed: [], named: [] };
  for (const file of files) {
    const bytes = file.bytes * encoded;
    if (bytes > room) {
      parcel.named.push(file);
      continue;
    }
    room -= bytes;
    parcel.enclosed.push(file);
  }
  return parcel;
}

/** The notice whose receipt the letter asks to be acknowledged, by its button; of a reminder the one it reminds of. */
export function askedAbout({ content }: LetterToSend): { noticeId: string; button: Button } | null {
  for (const button of content.buttons) {
    if (!button.payload.startsWith(acknowledgePrefix)) continue;
    const noticeId = idFromShort(button.payload.slice(acknowledgePrefix.length));
    if (noticeId) return { noticeId, button };
  }
  return null;
}

/** A notice as a letter: formal, and readable in one go. */
export function noticeSheet(
  { content, givenName, language }: LetterToSend,
  { parcel, links, button, say }: { parcel: Parcel; links: LetterLinks; button: Button | null; say: Say },
): Sheet {
  const { unit } = content.fields;
  const paragraphs = content.body.split(/\n{2,}/).map((text) => text.trim());
  const lists = [
    { title: say('email-files-enclosed'), items: parcel.enclosed.map(({ name }) => name) },
    { title: say('email-files-named'), items: parcel.named.map(nameAndSize(say)) },
  ];
  return {
    language,
    head: [unit, ...content.facts.filter((fact) => fact !== unit)],
    title: content.title,
    paragraphs: [content.greeting(givenName), ...paragraphs.filter((text) => text !== '')],
    asked: [content.tappedAnswer, ...content.closing].filter((text) => text !== ''),
    button:
      button && links.acknowledge
        ? { label: button.label, url: links.acknowledge, hint: say('email-acknowledge-hint') }
        : null,
    lists: lists.filter(({ items }) => items.length > 0),
    foot: [say('email-elsewhere', { url: links.chat }), say('email-automatic'), say('email-why')],
    stop: { label: say('email-stop'), url: links.stop },
  };
}

const nameAndSize = (say: Say) => (file: OutgoingFile) =>
  say('email-file', { name: file.name, megabytes: Math.ceil(file.bytes / 1_000_000) });

/** Who writes stands first, so that it is seen where letters are listed. */
export function subjectOf({ content }: LetterToSend): string {
  return oneLine(`[${content.fields.unit}] ${content.title}`);
}

/** For the head of a letter: composed, in one line, and no longer than a list shows. */
export function oneLine(text: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  const [first = '', ...more] = splitText(plain, longestSubject);
  return more.length > 0 ? `${first}…` : first;
}

const longestSubject = 200;
