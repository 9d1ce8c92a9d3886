import type { ZaloHouse } from '../zalo/house.ts';

/** Somebody's chat with the hub, whatever it runs on. */
export interface Phone {
  channel: 'telegram' | 'zalo' | 'web';
  address: string;
  /** Says something, and reads what comes in return. */
  ask(said: string): Promise<string>;
}

const withinMs = 60_000;

export const phones: readonly ((house: ZaloHouse, name: string) => Promise<Phone>)[] = [
  async function onTelegram(house, name) {
    const person = house.stranger(name);
    return {
      channel: 'telegram',
      address: String(person.id),
      async ask(said) {
        person.say(said);
        return (await person.next({ timeoutMs: withinMs })).text;
      },
    };
  },

  async function onZalo(house, name) {
    const person = house.visitor(name);
    return {
      channel: 'zalo',
      address: person.id,
      async ask(said) {
        person.say(said);
        return (await person.next({ timeoutMs: withinMs })).text;
      },
    };
  },

  async function onOurPage({ hub }, name) {
    const { address } = await hub.webchat.open(name);
    let said = 0;
    return {
      channel: 'web',
      address,
      async ask(text) {
        const after = await hub.webchat.lastEvent(address);
        await hub.webchat.append({ address, direction: 'in', text });
        said += 1;
        const eventKey = `${address} ${said}`;
        await hub.receive('web', [{ channel: 'web', address, eventKey, kind: 'text', text, payload: '' }]);
        for (const deadline = performance.now() + withinMs; performance.now() < deadline;) {
          const messages = await hub.webchat.changes([{ address, after }]);
          const told = messages.find(({ direction }) => direction === 'out');
          if (told) return told.text;
          await new Promise((next) => setTimeout(next, 10));
        }
        throw new Error('nothing came in return');
      },
    };
  },
];
