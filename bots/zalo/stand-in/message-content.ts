import { invalid, Refusal } from './refusal.ts';
import type { ScreenButton, ScreenMessage } from './screen.ts';
import type { Uploads } from './uploads.ts';

/** What a posted message shows. */
export type Content = Pick<ScreenMessage, 'text' | 'buttons' | 'file' | 'asksForInfo'> & {
  /** As the echo of it is called: `oa_send_text`, … */
  kind: 'text' | 'image' | 'gif' | 'file';
};

const longestText = 2_000;
const mostButtons = 5;
const longestPayload = 1_000;
const longestTitle = 100;
const longestSubtitle = 500;

type Body = Record<string, unknown>;

/** Reads `message` of a message to a person or a group. @throws {Refusal} as Zalo does */
export function contentOf(
  message: unknown,
  { uploads, buttons: takesButtons }: { uploads: Uploads; buttons: boolean },
): Content {
  const { text, attachment } = objectOf(message, 'message');
  const words = text === undefined ? '' : textOf(text);
  const plain = { text: words, buttons: [], file: null, asksForInfo: false };
  if (attachment === undefined) {
    if (words === '') throw invalid('text');
    return { ...plain, kind: 'text' };
  }
  const { type, payload: given } = objectOf(attachment, 'attachment');
  const payload = objectOf(given, 'payload');
  if (type === 'file') return { ...plain, kind: 'file', file: uploads.take(['file'], payload['token']) };
  if (type !== 'template') throw new Refusal(-233, 'Message type is not supported');
  if (payload['template_type'] === 'media') return { ...plain, ...picture(payload, uploads) };
  if (!takesButtons) throw new Refusal(-233, 'Message type is not supported');
  if (payload['template_type'] === 'request_user_info') return { ...plain, ...question(payload) };
  if (words === '') throw invalid('text');
  return { ...plain, kind: 'text', buttons: buttonsOf(payload['buttons']) };
}

function textOf(text: unknown): string {
  if (typeof text !== 'string') throw invalid('text');
  if ([...text].length > longestText) throw new Refusal(-210, 'text is longer than 2000 characters');
  return text;
}

function picture(payload: Body, uploads: Uploads): Partial<Content> & Pick<Content, 'kind'> {
  const [element] = listOf(payload['elements'], 'elements');
  const { media_type: kind, attachment_id: id, url } = objectOf(element, 'elements');
  if (kind !== 'image' && kind !== 'gif') throw invalid('media_type');
  if ((id === undefined) === (url === undefined)) throw invalid('attachment_id');
  return { kind, file: id === undefined ? null : uploads.take(['image', 'gif'], id) };
}

function question(payload: Body): Partial<Content> & Pick<Content, 'kind'> {
  const elements = listOf(payload['elements'], 'elements');
  const { title, subtitle, image_url: image } = objectOf(elements[0], 'elements');
  if (elements.length !== 1 || typeof image !== 'string') throw invalid('elements');
  if (typeof title !== 'string' || title.length > longestTitle) throw invalid('title');
  if (typeof subtitle !== 'string' || subtitle.length > longestSubtitle) throw invalid('subtitle');
  return { kind: 'text', text: `${title}\n${subtitle}`, asksForInfo: true };
}

function buttonsOf(given: unknown): ScreenButton[] {
  const buttons = listOf(given, 'buttons');
  if (buttons.length === 0 || buttons.length > mostButtons) throw invalid('buttons');
  return buttons.map((button) => buttonOf(objectOf(button, 'buttons')));
}

function buttonOf({ title, type, payload }: Body): ScreenButton {
  if (typeof title !== 'string' || title === '' || [...title].length > longestTitle) throw invalid('title');
  const button = { label: title };
  switch (type) {
    case 'oa.query.show':
      return { ...button, kind: 'query', payload: payloadOf(payload) };
    case 'oa.query.hide':
      return { ...button, kind: 'hidden-query', payload: payloadOf(payload) };
    case 'oa.open.url':
      return { ...button, kind: 'url', payload: payloadOf(objectOf(payload, 'payload')['url']) };
    case 'oa.open.phone':
      return { ...button, kind: 'phone', payload: payloadOf(objectOf(payload, 'payload')['phone_code']) };
    case 'oa.open.sms':
      return { ...button, kind: 'sms', payload: payloadOf(objectOf(payload, 'payload')['phone_code']) };
    default:
      throw invalid('type');
  }
}

function payloadOf(payload: unknown): string {
  if (typeof payload !== 'string' || payload === '') throw invalid('payload');
  if ([...payload].length > longestPayload) throw new Refusal(-210, 'payload is longer than 1000 characters');
  return payload;
}

export function objectOf(value: unknown, field: string): Body {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(field);
  return value as Body;
}

function listOf(value: unknown, field: string): unknown[] {
  if (!Array.isArray(value)) throw invalid(field);
  return value;
}
