import { afterAll, beforeAll } from 'vitest';
import { readEvent } from '../../bots/zalo/events.ts';
import { heardIn } from '../../bots/zalo/receive.ts';
import type { FaultKind, ZaloStandIn } from '../../bots/zalo/stand-in/index.ts';
import { personId } from '../../bots/zalo/stand-in/index.ts';
import type { Button } from '../../hub/channels/index.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { testDatabase } from '../support/database.ts';
import { openAccount } from '../zalo/account.ts';
import { channelContract, type Device, type Fault } from './channel-contract.ts';

let database: Database;
beforeAll(async () => (database = await testDatabase()), 60_000);
afterAll(() => database.close());

channelContract('Zalo', async () => {
  const { account, standIn, tokens, close } = await openAccount(database, {
    timeoutMs: 300,
    standIn: { perMinute: Infinity },
  });
  let next = 7;
  const another = () => phone(standIn, (next += 1));
  return {
    channel: account.channel,
    device: another(),
    another,
    nowhere: personId(404_404),
    secrets: [...standIn.secrets, ...tokens],
    // Zalo names no wait: whoever asked too much waits for the next minute, which tests/zalo shows. Nobody moves.
    impossible: ['busy', 'moved'],
    without: ['bold'],
    async sends(bytes) {
      return { ref: standIn.fileUrl(standIn.person(8).sendFile({ name: 'anh.jpg', bytes }).id) };
    },
    get nothing() {
      return { ref: standIn.fileUrl('khong-co') };
    },
    async outage() {
      await standIn.close();
      return { over: async () => void (await standIn.listen()) };
    },
    async close() {
      await close();
    },
  };
});

function phone(standIn: ZaloStandIn, number: number): Device {
  const person = standIn.person(number);
  person.follow();
  return {
    address: person.id,
    shown: () =>
      person.inbox.map(({ text, buttons, file }) => ({
        text,
        bold: [],
        buttons: buttons.map(({ label, payload }) => asPressed(person.id, label, payload)),
        file: file && { name: file.name, sha256: file.sha256 },
      })),
    next: (fault) => void standIn.fault({ to: person.id, kind: asZalo(fault) }),
    block: () => void (person.blocked = true),
    press: () => Promise.reject(new Error('a tap on Zalo is not settled')),
    settled: () => null,
  };
}

/** What pressing the button brings us. */
function asPressed(sender: string, label: string, text: string): Button {
  const event = {
    app_id: '1',
    event_name: 'user_send_text',
    timestamp: '1',
    sender: { id: sender },
    message: { text, msg_id: 'm' },
  };
  const heard = heardIn(readEvent(Buffer.from(JSON.stringify(event)))!, new Date());
  return { label, payload: heard.kind === 'done' && heard.event.kind === 'tap' ? heard.event.payload : '' };
}

function asZalo(fault: Fault): FaultKind {
  switch (fault.kind) {
    case 'server-error':
      return { status: 502 };
    case 'invalid':
      return { error: -210 };
    case 'hang':
      return { hang: true, deliver: fault.shown };
    case 'drop':
      return { drop: true, deliver: fault.shown };
    case 'garbage':
      return { garbage: true, deliver: fault.shown };
    case 'busy':
    case 'moved':
      throw new Error(`Zalo cannot be ${fault.kind}`);
  }
}
