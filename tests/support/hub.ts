import { operator } from '../../hub/platform/audit.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { telegramStandIn, type Person, type TelegramStandIn } from '../../bots/telegram/stand-in/index.ts';
import type { Hub } from '../../hub/compose.ts';
import { readConfig } from '../../hub/config.ts';
import { start, type Role } from '../../hub/main.ts';
import type { Clock } from '../../hub/platform/clock.ts';
import { csv, memberHeader, smallProvince } from '../people/given.ts';
import { databaseOnServer } from './database.ts';

/** A whole hub in this process, with the small province and a Telegram of its own. */
export interface TestHub {
  /** The hub that runs now: another one after a restart. */
  readonly hub: Hub;
  /** Where its web side listens, when it has that role. */
  readonly url: string;
  readonly standIn: TelegramStandIn;
  /** A person nobody knows yet, with a phone of their own. */
  stranger(name?: string): Person;
  /**
   * Lets a member join as a real one does: sends the code, reads the question, agrees. Resolves when the
   * welcome is on the screen, so that the next thing to come is what the test sends.
   */
  join(memberCode: string): Promise<Person>;
  /** Forgets everything but units and members: chats, consents, notices, conversations. Phones stay as they are. */
  clear(): Promise<void>;
  /** Stops the hub and starts another on the same data; `meanwhile` runs while there is none. */
  restart(meanwhile?: () => Promise<void> | void): Promise<void>;
  /** Everything is gone afterwards: processes, connections, data. */
  close(): Promise<void>;
}

/** V is the officer of the province; A the secretary of the cell of B and E; C and D are members elsewhere. */
export const officer = 'V';
const members = csv(
  memberHeader,
  'V,Hà Thị Vân,T,officer,official,,,',
  'A,Nguyễn Văn An,X1-C,secretary,official,,,',
  'B,Trần Thị Bình,X1-C,,official,,,',
  'C,Lò Văn Cương,X1-B-C,,probationary,,,',
  'D,Vàng A Dơ,X2-C,,official,,,',
  'E,Phạm Thị Én,X1-C,,official,,,',
);

/** In an order in which nothing refers to what is gone. */
const forgotten =
  'assistant_answer assistant_judgement assistant_gap assistant_usage ' +
  'library_file_part library_relation library_vector library_incoming library_seen ' +
  'check_in_try attendance meeting meeting_series ' +
  'delivery_batch dispatch audience_slice delivery attachment_upload attachment notice ' +
  'feedback_item feedback_staged feedback_draft_file feedback_topic feedback_canned_answer feedback_promise feedback_snapshot feedback_proposals inbound_event conversation web_message push_subscription web_device_link web_device web_chat web_file chat consent invite api_token';

/** What is taken out stays a row with nothing in it, so that whoever holds an index hears of it. */
const forgottenDocuments = [
  'update library_version set version = version + 1',
  `update library_document set state = 'removed', text = '', title = '', number = '',
     version = (select version from library_version) where state <> 'removed'`,
];

/** Enough for a loaded machine; nothing waits as long as this unless it is broken. */
const welcomeWithinMs = 15_000;

/**
 * Opens the hub. On the servers of TEST_DATABASE_URL and TEST_REDIS_URL where they are set, on a database of
 * its own; else embedded.
 *
 * @param settings variables of the environment, over those that make a test quick and quiet
 */
export async function openTestHub(
  options: { roles?: readonly Role[]; settings?: Record<string, string>; clock?: Clock } = {},
): Promise<TestHub> {
  const { roles = ['bots', 'worker'], settings = {}, clock } = options;
  const dataDir = mkdtempSync(joinPath(tmpdir(), 'caunoi-hub-'));
  const given = process.env['TEST_DATABASE_URL'];
  const server = given ? await databaseOnServer(given) : null;
  const standIn = telegramStandIn();
  const { url: apiRoot } = await standIn.listen();
  const config = readConfig({
    DATA_DIR: dataDir,
    DATABASE_URL: server?.url,
    REDIS_URL: process.env['TEST_REDIS_URL'],
    TELEGRAM_BOT_TOKEN: standIn.token,
    TELEGRAM_API_ROOT: apiRoot,
    TELEGRAM_RATE: 'unlimited',
    TELEGRAM_CHAT_RATE: 'unlimited',
    QUIET_HOURS: 'off',
    PORT: '0',
    LOG_LEVEL: 'silent',
    ...settings,
  });

  let nextPhone = 1001;
  let running = await start(config, { roles, clock });
  const { people } = running.hub;
  await people.importUnits(operator, smallProvince);
  await people.importMembers(operator, members);

  function stranger(name?: string): Person {
    const phone = standIn.user(nextPhone, name === undefined ? undefined : { first_name: name });
    nextPhone += 1;
    return phone;
  }

  return {
    get hub() {
      return running.hub;
    },
    get url() {
      return running.url;
    },
    standIn,
    stranger,
    async join(memberCode) {
      const { code } = await running.hub.people.invite(operator, memberCode);
      const person = stranger();
      person.start(code.replace('-', ''));
      const question = await person.next({ timeoutMs: welcomeWithinMs });
      person.press(question, 'consent:yes');
      for (let welcome = 0; welcome < 3; welcome += 1) await person.next({ timeoutMs: welcomeWithinMs });
      return person;
    },
    async clear() {
      for (let tries = 1; ; tries += 1) {
        try {
          return await running.hub.database.transaction(async (sql) => {
            for (const table of forgotten.split(' ')) await sql.query(`delete from ${table}`);
            for (const statement of forgottenDocuments) await sql.query(statement);
            await sql.query(`update member set language = 'vi'`);
          });
        } catch (error) {
          // The hub works on: emptying everything under its hands may meet its locks crosswise.
          if (tries === 5 || (error as { code?: string }).code !== '40P01') throw error;
        }
      }
    },
    async restart(meanwhile) {
      await running.stop();
      await meanwhile?.();
      running = await start(config, { roles, clock });
    },
    async close() {
      await running.stop();
      await standIn.close();
      await server?.remove();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
