import type { PersonalData } from '../people/index.ts';
import type { Keys } from '../platform/keys.ts';
import { sealedWords, type KeptWords } from './sealed-words.ts';

/** A member's conversations on our own page, and the devices on which they are open. */
export function webChatData(keys: Keys): PersonalData {
  const words = sealedWords(keys);
  return {
    async tell(sql, person, reader) {
      const values = [addressesOf(person)];
      const kept = await sql.query<KeptWords>(selectMessages, values);
      // The office that makes the copy for somebody is not told what was said.
      const told = ({ id, text, sealed, bold, buttons, ...message }: KeptWords) =>
        reader === 'member'
          ? { ...message, text: words.open({ id, text, sealed, bold, buttons }).text }
          : message;
      return {
        webDevices: await sql.query(selectDevices, values),
        webMessages: kept.map(told),
        wokenBrowsers: await sql.query(selectWoken, values),
      };
    },

    /** Files of notices are nobody's own: the sweep takes those that no message refers to any more. */
    async erase(sql, person) {
      const values = [addressesOf(person)];
      const links = await sql.query(
        'delete from web_device_link where address = any ($1) returning id',
        values,
      );
      const devices = await sql.query('delete from web_device where address = any ($1) returning id', values);
      const messages = await sql.query(
        'delete from web_message where address = any ($1) returning id',
        values,
      );
      const woken = await sql.query(
        'delete from push_subscription where address = any ($1) returning id',
        values,
      );
      await sql.query('delete from web_chat where address = any ($1)', values);
      return {
        webDevices: devices.length,
        webDeviceLinks: links.length,
        webMessages: messages.length,
        wokenBrowsers: woken.length,
      };
    },
  };
}

function addressesOf({ addresses }: Parameters<PersonalData['tell']>[1]): string[] {
  return addresses.filter(({ channel }) => channel === 'web').map(({ address }) => address);
}

const selectDevices = `
  select device, created_at as "createdAt", last_used_at as "lastUsedAt", ended_at as "endedAt"
  from web_device where address = any ($1) order by id`;

const selectWoken = `
  select device, created_at as "createdAt" from push_subscription where address = any ($1) order by id`;

const selectMessages = `
  select id, text, sealed, bold, buttons, direction, created_at as "createdAt", delivered_at as "deliveredAt", seen_at as "seenAt"
  from web_message where address = any ($1) order by id`;
