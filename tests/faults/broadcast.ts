import { telegramStandIn, type TelegramStandIn } from '../../bots/telegram/stand-in/index.ts';
import { addressOf, givenMembers, withDatabase } from '../support/given.ts';
import {
  done,
  installation,
  startHub,
  until,
  type HubProcess,
  type Installation,
} from '../support/process.ts';

/** What a fault in the middle of a broadcast did. */
export interface Damage {
  fault: string;
  recipients: number;
  /** Nobody may be. */
  lost: number;
  /** Messages that the stand-in showed more often than once. */
  realDuplicates: number;
  /** What the ledger says, which may never be less. */
  ledgerDuplicates: number;
  /** Sends that were claimed, asked or about to be, when the fault struck. */
  inFlight: number;
  /** From the end of the fault to the next message on somebody's screen; null: it was over before. */
  recoverySeconds: number | null;
  /** From the end of the fault to the last outcome in the ledger. */
  completeSeconds: number;
  /** Of the hub's processes, by themselves. */
  hubExits: number;
}

export interface Status {
  recipients: number;
  byStatus: Record<string, number>;
  inDoubt: number;
  duplicates: number;
}

export interface Scene {
  house: Installation;
  standIn: TelegramStandIn;
  hub: HubProcess;
  people: number;
  /** Sends in flight of which a fault let nobody know the outcome. */
  addInFlight(count: number): void;
  /** The same, by claims: one that is still there at the next fault counts once. */
  addHeld(claims: readonly string[]): void;
}

export interface Fault {
  name: string;
  /** Before the broadcast. */
  prepare?: () => Promise<void>;
  /** Begins when a tenth has gone; resolves when the fault is over. */
  strike: (scene: Scene) => Promise<void>;
}

const token = '7000000001:FAULTS';

/** An installation with a hub of its own and members whose chats the stand-in shows. */
export async function openStage(people: number, settings: Record<string, string> = {}) {
  const standIn = telegramStandIn({ token, openChats: true, latencyMs: 100, keepMessages: 0 });
  const { url } = await standIn.listen();
  const house = await installation({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: url, ...settings });
  await givenMembers(house, people);
  const scene: Scene = {
    house,
    standIn,
    people,
    hub: await startHub(house.environment, '--roles', 'bots,worker'),
    addInFlight: () => {},
    addHeld: () => {},
  };

  /** One broadcast to everybody, with a fault in the middle of it. */
  async function under({ name, prepare, strike }: Fault): Promise<Damage> {
    await prepare?.();
    const before = shown(scene);
    let asked = 0;
    const claims = new Set<string>();
    scene.addInFlight = (count) => void (asked += count);
    scene.addHeld = (more) => more.forEach((claim) => claims.add(claim));
    const { id } = await done<{ id: string }>(house.environment, ...notice(name));
    await until(() => standIn.stats().messages - before.messages > people / 10, 60_000, 'the first tenth');
    await strike(scene);
    const over = performance.now();
    const then = standIn.stats().messages;
    const went = until(() => standIn.stats().messages > then, 120_000, `${name}: the next message`).then(
      () => (performance.now() - over) / 1000,
      () => null,
    );
    const status = await until(
      async () => await complete(house, id, people),
      120_000,
      `${name}: the last outcome`,
    );
    const completeSeconds = (performance.now() - over) / 1000;
    const counts = shown(scene).perChat.map((count, n) => count - before.perChat[n]!);
    const lost = counts.filter((count) => count === 0).length;
    return {
      fault: name,
      recipients: status.recipients,
      lost,
      realDuplicates: counts.reduce((sum, count) => sum + count, 0) - (people - lost),
      ledgerDuplicates: status.duplicates,
      inFlight: asked + claims.size,
      recoverySeconds: standIn.stats().messages > then ? await went : null,
      completeSeconds,
      hubExits: scene.hub.child.exitCode === null && scene.hub.child.signalCode === null ? 0 : 1,
    };
  }

  return {
    scene,
    under,
    /** The hub with other settings than commands and the test have. */
    async restart(settings: Record<string, string>) {
      await scene.hub.end();
      scene.hub = await startHub({ ...house.environment, ...settings }, '--roles', 'bots,worker');
    },
    async close() {
      const code = await scene.hub.end();
      await standIn.close();
      await house.remove();
      return code;
    },
  };
}

const notice = (title: string) => [
  'notice',
  'send',
  '--from',
  'O',
  '--unit',
  'X',
  '--title',
  title,
  '--body',
  'Nội dung',
  '--ack',
  '--chase',
  'none',
];

function shown({ standIn, people }: Scene) {
  return {
    messages: standIn.stats().messages,
    perChat: Array.from({ length: people }, (_, n) => standIn.deliveredTo(addressOf(n + 1))),
  };
}

/** The notice's status once everybody's outcome is written down; the database may be away. */
async function complete(house: Installation, id: string, people: number): Promise<Status | null> {
  const waiting = await withDatabase(house, async (database) => {
    const [row] = await database.query<{ count: number }>(
      `select count(*) as count from delivery where notice_id = $1 and state <> 'created'`,
      [id],
    );
    return people - (row?.count ?? 0);
  }).catch(() => people);
  return waiting > 0 ? null : await done<Status>(house.environment, 'notice', 'status', id);
}

/** What workers hold at this moment, asked or about to be. */
export async function held(house: Installation): Promise<string[]> {
  return await withDatabase(house, async (database) => {
    const rows = await database.query<{ claim: string }>(
      `select batch.id || ' ' || delivery.member_id as claim
       from delivery join delivery_batch batch on batch.notice_id = delivery.notice_id
         and case when cardinality(batch.members) = 0
           then delivery.member_id between batch.first_member and batch.last_member
           else delivery.member_id = any(batch.members) end
       where delivery.state = 'created' and delivery.next_at is null`,
    );
    return rows.map(({ claim }) => claim);
  });
}

/** The hub's process dies and another is started, after what else is to go down with it. */
export async function killHub(scene: Scene, meanwhile?: () => Promise<void>): Promise<void> {
  await scene.hub.end('SIGKILL');
  scene.addHeld(await held(scene.house));
  await meanwhile?.();
  scene.hub = await startHub(scene.house.environment, '--roles', 'bots,worker');
}
