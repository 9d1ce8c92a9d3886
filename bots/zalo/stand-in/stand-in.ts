import { newAccount, type Account } from './account.ts';
import { accountMethods } from './account-methods.ts';
import { businessMethods, type PhoneMessage } from './business-methods.ts';
import { events } from './events.ts';
import { faultScript, type Fault, type FaultRule } from './faults.ts';
import { group, type Group } from './group.ts';
import { groupMethods } from './group-methods.ts';
import { groups } from './groups.ts';
import { journal } from './journal.ts';
import { minuteLimit } from './limits.ts';
import { oauth } from './oauth-routes.ts';
import { people, type Profile } from './people.ts';
import { person, type Person } from './person.ts';
import { sentFiles } from './sent-files.ts';
import { standInServer } from './server.ts';
import { templates, type TemplateDefinition } from './templates.ts';
import { tokens } from './tokens.ts';
import { uploads } from './uploads.ts';
import { webhook } from './webhook.ts';

export type StandInOptions = {
  /** 0 (the default) takes any free port, and the same one again after close() and listen(). */
  port?: number;
  clock?: () => Date;
  account?: Partial<Account>;
  templates?: readonly TemplateDefinition[];
  /** Calls a minute on the account's host; default 100, as the plan Growth has. */
  perMinute?: number;
  /** Milliseconds before every answer of a host that takes calls with a token. */
  latencyMs?: number;
  /** Messages kept on each screen; 0 keeps only counts. */
  keepMessages?: number;
  /** Anybody may be written to without having been heard. */
  openWindows?: boolean;
  /** The app demands that calls be signed with its secret. */
  requireProof?: boolean;
  /** Templates by telephone number a day; default 20,000. */
  dailyQuota?: number;
  adminPhones?: readonly string[];
  /** The waits before an event is told again; much shorter than Zalo's. */
  retryAfterMs?: readonly number[];
  /** For faults with a probability; from 0 up to 1. */
  random?: () => number;
};

export type ZaloStandIn = ReturnType<typeof zaloStandIn>;

const app = { id: '4000000000000000001', secret: 'stand-in app secret' };
const oaSecret = 'stand-in account secret';

/** Zalo on 127.0.0.1, with an Official Account and people one can play: for tests, benchmarks and the demo. */
export function zaloStandIn(options: StandInOptions = {}) {
  let aheadMs = 0;
  let callbackUrl: string | null = null;
  let requireProof = options.requireProof ?? false;
  const base = options.clock ?? (() => new Date());
  const clock = () => new Date(base().getTime() + aheadMs);
  const { keepMessages = Infinity, openWindows = false, random = Math.random } = options;

  const advance = (ms: number): void => {
    aheadMs += ms;
  };

  const account = newAccount(options.account ?? {});
  const shared = {
    clock,
    app,
    account,
    people: people({ clock, keepMessages, openWindows }),
    groups: groups({ keepMessages }),
    templates: templates({ clock, definitions: options.templates ?? [] }),
    uploads: uploads({ clock }),
    files: sentFiles(),
    events: events({ appId: app.id, accountId: account.id, clock }),
    webhook: webhook({
      appId: app.id,
      oaSecret,
      retryAfterMs: options.retryAfterMs ?? [50, 100, 200, 400, 800],
    }),
    tokens: tokens({ clock, app }),
    limit: minuteLimit({ perMinute: options.perMinute ?? 100, clock }),
    faults: faultScript(random),
    journal: journal({ clock, countOnly: keepMessages === 0 }),
  };
  const phoneMessages: PhoneMessage[] = [];
  const { dailyQuota = 20_000, adminPhones = [] } = options;
  const methods = {
    openapi: { ...accountMethods(shared), ...groupMethods(shared) },
    business: businessMethods({ ...shared, dailyQuota, adminPhones, phoneMessages }),
  };
  const door = oauth({ ...shared, callbackUrl: () => callbackUrl });
  const server = standInServer({
    ...shared,
    methods,
    latencyMs: options.latencyMs ?? 0,
    oauth: door,
    requireProof: () => requireProof,
    phones: { ...shared, as: (record) => person(record, shared), advance },
    port: options.port ?? 0,
  });

  return {
    app,
    oaSecret,
    /** Plan, verification, purse: may be changed at any time. */
    account,
    listen: server.listen,
    /** Ends every connection; screens and tokens stay for a next listen(). */
    async close() {
      shared.webhook.halt();
      await server.close();
    },
    /** The person of this number, from 1. */
    person: (number: number, profile?: Profile): Person =>
      person(shared.people.person(number, profile), shared),
    /** A group with these people in it; the app is told that it was made. */
    group(name: string, members: readonly { id: string }[]): Group {
      const made = shared.groups.create(
        name,
        members.map(({ id }) => id),
      );
      shared.webhook.tell(made.id, shared.events.ofGroup('create_group', made, [...made.members]));
      return group(made, shared);
    },
    /** The stand-in's clock goes on by so much at once: windows close, tokens and uploads expire. */
    advance,
    now: clock,
    /** A pair as the administrator gets it by hand, in the API Explorer; what was given before is dead. */
    tokensByHand: () => shared.tokens.mint(),
    /** The administrator takes the consent back. */
    revokeTokens: shared.tokens.revoke,
    /** How many pairs were given. */
    get tokensGiven() {
      return shared.tokens.minted();
    },
    /** An administrator agrees on the page of this address; returns where the browser is sent. */
    agreeAt: door.agreeAt,
    /** The address saved with the app: others are refused. Null: any. */
    set callbackUrl(url: string | null) {
      callbackUrl = url;
    },
    set requireProof(required: boolean) {
      requireProof = required;
    },
    setTemplate: shared.templates.set,
    /** The telephone has a message that came by number. */
    receiveByPhone(trackingId: string) {
      const message = phoneMessages.findLast((each) => each.trackingId === trackingId);
      if (!message) throw new Error('Nothing was sent under this tracking id');
      const { person: to } = message;
      shared.webhook.tell(to.id, shared.events.receivedByPhone(to.phone ?? '', message), {
        headers: { 'x-zevent-server': 'ZNS' },
      });
    },
    phoneMessages: phoneMessages as readonly PhoneMessage[],
    /** What people sent lies at Zalo no more. */
    forgetFiles: shared.files.forget,
    /** Where a file of a message lies. */
    fileUrl: shared.files.urlOf,
    webhook: shared.webhook,
    events: shared.events,
    people: shared.people,
    fault: (rule: FaultRule): Fault => shared.faults.add(rule),
    clearFaults: () => shared.faults.clear(),
    /** Accepted messages, in the order in which Zalo took them. */
    sent: shared.journal.sent,
    /** Calls per path, refused ones included. */
    calls: shared.journal.calls as Readonly<Record<string, number>>,
    get perMinute() {
      return shared.limit.perMinute;
    },
    set perMinute(perMinute: number) {
      shared.limit.perMinute = perMinute;
    },
    /** Calls refused because there were too many in a minute. */
    get violations() {
      return shared.limit.violations();
    },
    /** What no log and no outcome may ever show. */
    secrets: [app.secret, oaSecret] as const,
  };
}
