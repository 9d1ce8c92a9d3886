import { createHash } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { mostFileBytes } from '../../hub/channels/index.ts';
import { webChannel } from '../../bots/web/index.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import type { WebChat, WebMessage } from '../../hub/webchat/index.ts';
import { newId } from '../../hub/platform/ids.ts';
import { testDatabase } from '../support/database.ts';
import { openWebChat } from '../webchat/given.ts';
import { channelContract, type Device } from './channel-contract.ts';

let database: Database;
/** The line to the database is cut: what it says then is what the driver says. */
let away = false;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

channelContract('The web chat', async () => {
  away = false;
  const chats = openWebChat({ database: cuttable(database) });
  const phones = openWebChat({ database });
  const another = async () => await phone(phones, (await phones.open('Thử')).address);
  const device = await another();
  return {
    channel: webChannel(chats),
    device,
    another,
    nowhere: 'nobody-has-this',
    secrets: [],
    // Its provider is our own database: it limits nobody, refuses no content, moves nobody, and a send that got
    // no answer is asked again under its key.
    impossible: ['busy', 'server-error', 'invalid', 'moved', 'hang', 'drop', 'garbage'],
    async sends(content) {
      // Its door takes nothing larger (tests/webchat).
      if (content.byteLength > mostFileBytes) throw new Error('too large');
      await phones.keepUpload(device.address, { ref: 'anh-0', messageKey: 'anh', content });
      return { ref: 'anh-0' };
    },
    nothing: { ref: 'khong-co' },
    async outage() {
      away = true;
      return {
        async over() {
          away = false;
        },
      };
    },
    async close() {},
  };
});

function cuttable(whole: Database): Database {
  const cut = () =>
    Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
  return {
    ...whole,
    query: (...asked) => (away ? cut() : whole.query(...asked)),
    transaction: (...asked) => (away ? cut() : whole.transaction(...asked)),
  };
}

async function phone(chats: WebChat, address: string): Promise<Device> {
  const all = async () => (await chats.page(address, { limit: 1_000 })).messages;
  return {
    address,
    shown: async () => await Promise.all((await all()).map((message) => shown(chats, message))),
    next() {
      throw new Error('this provider can do nothing wrong');
    },
    block: async () => await chats.retire([address]),
    async press(label) {
      const message = (await all()).findLast(({ buttons }) =>
        buttons.some((button) => button.label === label),
      )!;
      return { channel: 'web', address, tapId: newId(), messageId: message.id };
    },
    settled: async ({ messageId }) => (await chats.message(address, messageId))!.toast,
  };
}

async function shown(chats: WebChat, { address, text, bold, buttons, file }: WebMessage) {
  const content = file && (await chats.fileFor(address, file.id))!.content;
  return {
    text,
    bold: bold.map(({ offset, length }) => text.slice(offset, offset + length)),
    buttons,
    file: content && { name: file.name, sha256: createHash('sha256').update(content).digest('hex') },
  };
}
