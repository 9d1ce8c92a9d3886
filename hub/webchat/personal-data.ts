import type { PersonalData } from '../people/index.ts';

/** A member's conversations on our own page, and the devices on which they are open. */
export const webChatData: PersonalData = {
  async tell(sql, person, reader) {
    const values = [addressesOf(person)];
    const words = reader === 'member' ? 'text, ' : '';
    return {
      webDevices: await sql.query(selectDevices, values),
      webMessages: await sql.query(selectMessages(words), values),
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
    const messages = await sql.query('delete from web_message where address = any ($1) returning id', values);
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

function addressesOf({ addresses }: Parameters<PersonalData['tell']>[1]): string[] {
  return addresses.filter(({ channel }) => channel === 'web').map(({ address }) => address);
}

const selectDevices = `
  select device, created_at as "createdAt", last_used_at as "lastUsedAt", ended_at as "endedAt"
  from web_device where address = any ($1) order by id`;

const selectWoken = `
  select device, created_at as "createdAt" from push_subscription where address = any ($1) order by id`;

const selectMessages = (words: string) => `
  select direction, ${words}created_at as "createdAt", delivered_at as "deliveredAt", seen_at as "seenAt"
  from web_message where address = any ($1) order by id`;
