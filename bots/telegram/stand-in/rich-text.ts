import type { MessageEntity } from 'grammy/types';
import { escapeHtml } from '../../phones/index.ts';
import { badRequest } from './calls.ts';

export type RichText = { text: string; entities: MessageEntity[] };

const entityOfTag: Record<string, MessageEntity['type']> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  'tg-spoiler': 'spoiler',
  a: 'text_link',
};
const tagOfEntity: Partial<Record<MessageEntity['type'], string>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'code',
  blockquote: 'q',
  spoiler: 'mark',
  text_link: 'a',
};

/** Reads Telegram's HTML style (parse_mode HTML) into plain text with entities. */
export function parseHtml(html: string): RichText {
  const entities: MessageEntity[] = [];
  const open: { tag: string; offset: number; url: string | undefined }[] = [];
  let text = '';
  for (const [token] of html.matchAll(/<[^>]*>|[^<]+|</g)) {
    const tag = /^<(\/?)([a-z-]+)(?:\s+href="([^"]*)")?[^>]*>$/i.exec(token);
    if (!token.startsWith('<')) text += unescapeHtml(token);
    else if (!tag || !entityOfTag[tag[2]!.toLowerCase()])
      throw unparsable(`Unsupported start tag "${token}"`);
    else if (tag[1] === '') open.push({ tag: tag[2]!.toLowerCase(), offset: text.length, url: tag[3] });
    else closeTag(tag[2]!.toLowerCase());
  }
  if (open.length > 0)
    throw unparsable(`Can't find end tag corresponding to start tag "${open.at(-1)!.tag}"`);
  return { text, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) };

  function closeTag(tag: string): void {
    const start = open.pop();
    if (start?.tag !== tag) throw unparsable(`Unmatched end tag "${tag}"`);
    const span = { offset: start.offset, length: text.length - start.offset };
    if (span.length === 0) return;
    const type = entityOfTag[tag]!;
    const url = unescapeHtml(start.url ?? '');
    entities.push((type === 'text_link' ? { type, ...span, url } : { type, ...span }) as MessageEntity);
  }
}

/** Cuts white space at both ends and checks that every entity lies inside the text, in UTF-16 units. */
export function trimmed({ text, entities }: RichText): RichText {
  for (const { offset, length } of entities) {
    if (offset < 0 || offset > text.length) {
      throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`);
    }
    if (offset + length > text.length) {
      const end = offset + length;
      throw badRequest(
        `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
      );
    }
  }
  const shown = text.trim();
  if (shown.length === text.length || entities.length === 0) return { text: shown, entities };
  const cut = text.length - text.trimStart().length;
  const moved = entities.flatMap((entity) => {
    const start = Math.max(entity.offset - cut, 0);
    const end = Math.min(entity.offset - cut + entity.length, shown.length);
    return end > start ? [{ ...entity, offset: start, length: end - start }] : [];
  });
  return { text: shown, entities: moved };
}

/** Commands at the start of a word, as Telegram marks them in what a person writes. */
export function commandEntities(text: string): MessageEntity[] {
  const found = text.matchAll(/(?<![^\s])\/[a-z0-9_]{1,32}(?:@\w+)?(?!\S)/gi);
  return Array.from(found, ({ index, 0: command }) => ({
    type: 'bot_command',
    offset: index,
    length: command.length,
  }));
}

/** The message as safe HTML for the phone page; plain web addresses become links. */
export function richTextToHtml({ text, entities }: RichText): string {
  const cuts = new Set([0, text.length]);
  for (const { offset, length } of entities) cuts.add(offset).add(offset + length);
  const places = [...cuts].sort((a, b) => a - b);
  return places
    .slice(0, -1)
    .map((start, index) => segment(start, places[index + 1]!))
    .join('');

  function segment(start: number, end: number): string {
    const around = entities.filter(({ offset, length }) => offset <= start && offset + length >= end);
    const linked = around.some(({ type }) => type === 'text_link');
    const piece = text.slice(start, end);
    return around.reduce(wrap, linked ? escapeHtml(piece) : withLinks(piece));
  }
}

function wrap(inner: string, entity: MessageEntity): string {
  const tag = tagOfEntity[entity.type];
  if (tag === undefined) return inner;
  if (entity.type !== 'text_link') return `<${tag}>${inner}</${tag}>`;
  return /^https?:/i.test(entity.url) ? `<a href="${escapeHtml(entity.url)}">${inner}</a>` : inner;
}

function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/)
    .map((piece, index) =>
      index % 2 ? `<a href="${escapeHtml(piece)}">${escapeHtml(piece)}</a>` : escapeHtml(piece),
    )
    .join('');
}

function unescapeHtml(html: string): string {
  const letters: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };
  return html.replace(/&(?:(lt|gt|amp|quot)|#(\d{1,6})|#x([0-9a-f]{1,5}));/gi, (_, name, decimal, hex) =>
    name ? letters[name.toLowerCase()]! : String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex, 16)),
  );
}

function unparsable(reason: string): Error {
  return badRequest(`can't parse entities: ${reason}`);
}
