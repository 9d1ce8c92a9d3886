import type {
  Channel,
  FileToSend,
  SendOutcome,
  TemplateToSend,
  Terms,
  TextToSend,
} from '../../hub/channels/index.ts';
import type { Clock } from '../../hub/platform/clock.ts';
import type { ZaloAnswer, ZaloClient } from './client.ts';
import { groupInfo } from './group-info.ts';
import { withoutMentions } from './mentions.ts';
import { outcomeOf } from './outcomes.ts';
import { textOfTap } from './taps.ts';
import { kindOf, zaloUploads } from './uploads.ts';

/** @source channels.md 1.4 and 1.7; Zalo counts code points, of which there are never more than units. */
const mostUnits = 2_000;
const mostButtons = 5;
const largestFile = 5_000_000;
/** Kept free for the words of buttons, should the account turn out to have none. */
const roomForNumbers = 200;

const fieldInvalid = -201;
const typeUnsupported = -233;
const attachmentExpired = -100;

interface Taken {
  message_id?: string;
  quota?: object;
}

/** Sends over the API of the Official Account. Says what came of it; decides nothing. */
export function zaloChannel(options: {
  client: ZaloClient;
  terms: Terms;
  clock: Clock;
  /** False where the account has no buttons: their words are numbered instead. */
  buttons: boolean;
  /** From 0 up to 1. */
  random?: () => number;
  /** The account took a text only without its buttons: it is spared them from here on. */
  onButtonsRefused: () => void;
}): Channel {
  const { client, terms, clock, random = Math.random, onButtonsRefused } = options;
  const uploads = zaloUploads(client);
  let takesButtons = options.buttons;

  const refusal = (answer: Exclude<ZaloAnswer<Taken>, { kind: 'ok' }>) => outcomeOf(answer, clock(), random);

  function outcome(answer: ZaloAnswer<Taken>): SendOutcome {
    if (answer.kind !== 'ok') return refusal(answer);
    // Without a word on the allowance the message was charged for.
    return { kind: 'sent', providerId: answer.data.message_id ?? '', paid: answer.data.quota === undefined };
  }

  async function message(address: string, content: object): Promise<ZaloAnswer<Taken>> {
    return await client.call({
      path: '/v3.0/oa/message/cs',
      body: { recipient: { user_id: address }, message: content },
    });
  }

  async function sendText(address: string, part: TextToSend): Promise<SendOutcome> {
    if (part.buttons.length === 0) return outcome(await message(address, { text: part.text }));
    if (takesButtons) {
      const answer = await message(address, { text: part.text, attachment: buttonsOf(part) });
      if (!isRefusedAs(answer, fieldInvalid, typeUnsupported)) return outcome(answer);
    }
    const answer = await message(address, { text: numbered(part) });
    if (answer.kind === 'ok' && takesButtons) {
      takesButtons = false;
      onButtonsRefused();
    }
    return outcome(answer);
  }

  async function sendFile(address: string, { file }: FileToSend): Promise<SendOutcome> {
    const kind = kindOf(file);
    if (!kind) return { kind: 'refused', reason: 'invalid', detail: 'file-type' };
    if (file.bytes > kind.mostBytes) return { kind: 'refused', reason: 'invalid', detail: 'file-too-large' };
    let uploaded = await uploads.idOf(file, kind);
    if (uploaded.kind !== 'uploaded') return refusal(uploaded);
    let answer = await message(address, { attachment: kind.attachment(uploaded.id) });
    if (isRefusedAs(answer, attachmentExpired)) {
      uploaded = await uploads.idOf(file, kind, uploaded.id);
      if (uploaded.kind !== 'uploaded') return refusal(uploaded);
      answer = await message(address, { attachment: kind.attachment(uploaded.id) });
    }
    const sent = outcome(answer);
    const isNew = sent.kind === 'sent' && uploads.tell(file, uploaded.id);
    return isNew ? { ...sent, uploadedAs: uploaded.id } : sent;
  }

  /** By the number Zalo reports under the name that we gave the send. */
  async function sendByPhone({ templateId, data, phone, trackingId }: TemplateToSend): Promise<SendOutcome> {
    const answer = await client.call<Taken>({
      host: 'business',
      path: '/message/template',
      body: {
        phone: phone!.replace(/^\+/, ''),
        template_id: templateId,
        template_data: data,
        tracking_id: trackingId,
      },
    });
    return answer.kind === 'ok' ? { kind: 'sent', providerId: trackingId } : refusal(answer);
  }

  return {
    name: 'zalo',
    limits: {
      textUnits: mostUnits - roomForNumbers,
      fileBytes: largestFile,
      get buttons() {
        return takesButtons ? mostButtons : 0;
      },
    },
    terms,
    hasReceipts: true,
    hasEchoes: true,
    async send({ address, part }) {
      return part.kind === 'file' ? await sendFile(address, part) : await sendText(address, part);
    },
    async sendTemplate(address, template) {
      if (template.phone !== undefined) return await sendByPhone(template);
      const body = { user_id: address, template_id: template.templateId, template_data: template.data };
      const answer = await client.call<Taken>({ path: '/v3.0/oa/message/template', body });
      return answer.kind === 'ok'
        ? { kind: 'sent', providerId: answer.data.message_id ?? '' }
        : refusal(answer);
    },
    async sendToGroup(address, text) {
      const answer = await client.call<Taken>({
        path: '/v3.0/oa/group/message',
        body: { recipient: { group_id: address }, message: { text: withoutMentions(text) } },
      });
      return answer.kind === 'ok'
        ? { kind: 'sent', providerId: answer.data.message_id ?? '' }
        : refusal(answer);
    },
    groupInfo: (address) => groupInfo(client, address),
    async answers() {
      const answer = await client.call({ path: '/v2.0/oa/getoa' });
      // One who counts our calls is there.
      return answer.kind === 'ok' || isRefusedAs(answer, -32);
    },
    close: () => client.close(),
  };
}

function isRefusedAs(answer: ZaloAnswer<unknown>, ...codes: number[]): boolean {
  return answer.kind === 'refused' && codes.includes(answer.error.code);
}

/** A tap comes back as a message that nobody sees. */
function buttonsOf({ buttons }: TextToSend): object {
  return {
    type: 'template',
    payload: {
      buttons: buttons.map(({ label, payload }) => ({
        title: label,
        type: 'oa.query.hide',
        payload: textOfTap(payload),
      })),
    },
  };
}

function numbered({ text, buttons }: TextToSend): string {
  const lines = buttons.map(({ label }, index) => `${index + 1}. ${label}`);
  return `${text}\n\n${lines.join('\n')}`.normalize('NFC');
}
