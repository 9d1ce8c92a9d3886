import {
  zaloStandIn,
  type Person,
  type StandInOptions,
  type ZaloStandIn,
} from '../../bots/zalo/stand-in/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import type { Clock } from '../../hub/platform/clock.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

/** A whole hub with a Zalo Official Account of a stand-in's beside Telegram. */
export interface ZaloHouse extends TestHub {
  zalo: ZaloStandIn;
  /** Lets a member join on Zalo as a real one does; resolves when the welcome is on the screen. */
  joinOnZalo(code: string): Promise<Person>;
  /** Somebody nobody knows. */
  visitor(name: string): Person;
  /** Resolves when everything that was done so far has been dealt with. */
  quiet(): Promise<void>;
}

const withinMs = 20_000;

export async function openZaloHouse({
  settings = {},
  standIn = {},
  clock,
}: {
  settings?: Record<string, string>;
  standIn?: StandInOptions;
  clock?: Clock;
} = {}): Promise<ZaloHouse> {
  const zalo = zaloStandIn({ perMinute: 1_000, ...(clock && { clock }), ...standIn });
  const { apiRoot, businessRoot, oauthRoot } = await zalo.listen();
  const house = await openTestHub({
    roles: ['web', 'bots', 'worker'],
    ...(clock && { clock }),
    settings: {
      ZALO_APP_ID: zalo.app.id,
      ZALO_APP_SECRET: zalo.app.secret,
      ZALO_OA_SECRET: zalo.oaSecret,
      ZALO_REFRESH_TOKEN: zalo.tokensByHand().refresh_token,
      ZALO_API_ROOT: apiRoot,
      ZALO_BUSINESS_ROOT: businessRoot,
      ZALO_OAUTH_ROOT: oauthRoot,
      ZALO_RATE: 'unlimited',
      ...settings,
    },
  });
  zalo.webhook.set(`${house.url}/webhooks/zalo`);
  await until(async () => (await house.hub.logins.of('zalo'))?.state === 'connected');
  let people = 0;

  function visitor(name: string): Person {
    people += 1;
    return zalo.person(people, { name });
  }

  return Object.assign(Object.create(house) as TestHub, {
    zalo,
    visitor,
    async joinOnZalo(code: string) {
      const person = visitor(code);
      person.say((await house.hub.people.invite(operator, code)).code);
      const question = await person.next({ timeoutMs: withinMs });
      if (question.buttons.length > 0) person.tap(question, 'Đồng ý');
      else person.say('1');
      for (let welcome = 0; welcome < 3; welcome += 1) await person.next({ timeoutMs: withinMs });
      return person;
    },
    async quiet() {
      await zalo.webhook.idle();
      const waiting = 'select from inbound_event where handled_at is null';
      await until(async () => (await house.hub.database.query(waiting)).length === 0);
    },
    async close() {
      await house.close();
      await zalo.close();
    },
  });
}

async function until(check: () => Promise<boolean>): Promise<void> {
  for (const deadline = performance.now() + withinMs; !(await check());) {
    if (performance.now() > deadline) throw new Error('what was awaited did not happen');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
