import { createHash } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { PushFault } from '../../bots/push/stand-in/index.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { givenPeople, openPushHouse, type PushHouse, type WokenMember } from '../push/given.ts';
import { testDatabase } from '../support/database.ts';
import { channelContract, type Device, type Fault, type Shown } from './channel-contract.ts';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await givenPeople(database);
});
afterAll(() => database.close());

channelContract('Web push', async () => {
  const house = await openPushHouse(database);
  const { channel, standIn, vapid } = house;
  const another = async () => phone(house, await house.member());
  const member = await house.member();
  const { endpoint, keys } = member.phone.subscription;
  return {
    channel,
    device: phone(house, member),
    another,
    nowhere: 'nobody-has-this',
    secrets: [endpoint, keys.auth, keys.p256dh, vapid.privateKey.reveal()],
    // A subscription that changes is told by the browser, to our page.
    impossible: ['moved'],
    async outage() {
      await standIn.close();
      return { over: async () => void (await standIn.listen()) };
    },
    async close() {
      await standIn.close();
    },
  };
});

/** What somebody sees whose phone is woken: of the conversation, what the alerts were about. */
function phone({ chats }: PushHouse, { address, phone }: WokenMember): Device {
  async function shown(): Promise<Shown[]> {
    const told = phone.alerts().map(({ tag }) => String(tag));
    return await Promise.all(
      told.map(async (id) => {
        const { text, bold, buttons, file } = (await chats.message(address, id))!;
        const content = file && (await chats.fileFor(address, file.id))!.content;
        return {
          text,
          bold: bold.map(({ offset, length }) => text.slice(offset, offset + length)),
          buttons,
          file: content && { name: file.name, sha256: createHash('sha256').update(content).digest('hex') },
        };
      }),
    );
  }
  const tapsComeFromThePage = () => {
    throw new Error('whoever is woken taps in the web chat');
  };
  return {
    address,
    shown,
    next: (fault) => phone.next(asPushService(fault)),
    block: () => phone.unsubscribe(),
    press: tapsComeFromThePage,
    settled: tapsComeFromThePage,
  };
}

function asPushService(fault: Fault): PushFault {
  switch (fault.kind) {
    case 'busy':
      return { status: 429, retryAfter: String(fault.retryAfterSeconds) };
    case 'server-error':
      return { status: 502 };
    case 'invalid':
      return { status: 400 };
    case 'moved':
      throw new Error('a push service moves nobody');
    case 'hang':
    case 'drop':
    case 'garbage':
      return fault;
  }
}
