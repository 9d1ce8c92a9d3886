import type { Keys } from '../platform/keys.ts';
import { padded } from '../platform/padded.ts';
import type { NewMessage, WebMessage } from './messages.ts';

/** What a message says. Its buttons name what they are about, such as the number of an opinion. */
type Words = Pick<WebMessage, 'text' | 'bold' | 'buttons'>;

/** A message as its row has it: words as such are those of before they were sealed. */
export interface KeptWords extends Words {
  id: string;
  sealed: Buffer | null;
}

/** Most messages fit: they are all of one size. */
const smallestBytes = 256;
/** Stands for buttons that lie sealed, until they are answered. */
const buttonsSealed = '["sealed"]';

/** What people say and are told on our page, as it lies in the database: sealed, and of few sizes. */
export function sealedWords(keys: Keys) {
  return {
    seal(id: string, { text, bold = [], buttons = [] }: Pick<NewMessage, keyof Words>) {
      return {
        sealed: keys.seal('webchat', id, toPowerOfTwo(JSON.stringify({ text, bold, buttons }))),
        buttons: buttons.length > 0 ? buttonsSealed : '[]',
      };
    },

    open({ id, sealed, text, bold, buttons }: KeptWords): Words {
      if (!sealed) return { text, bold, buttons };
      const words = JSON.parse(keys.open('webchat', id, sealed)) as Words;
      return { ...words, buttons: buttons.length > 0 ? words.buttons : [] };
    },
  };
}

function toPowerOfTwo(json: string): string {
  return padded(json, Math.max(smallestBytes, 2 ** Math.ceil(Math.log2(Buffer.byteLength(json)))));
}
