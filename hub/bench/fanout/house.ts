import { join } from 'node:path';
import { compose } from '../../compose.ts';
import { readConfig } from '../../config.ts';
import { ownInstallation, type Environment, type OwnInstallation } from '../installation.ts';
import { startPart, type Part } from '../part.ts';
import { giveRecipients } from '../recipients.ts';
import type { HubOrder } from './hub-process.ts';

export const token = '7000000001:BENCH';

export interface FanoutHouse {
  /** Where messages are sent to. */
  url: string;
  /** Null where the server that takes the messages was given from outside. */
  sink: Part | null;
  hub: Part;
  database: OwnInstallation['database'];
  queue: OwnInstallation['queue'];
  /** How another process reaches the same installation. */
  environment: Environment;
}

/** A server that takes messages and a hub with so many recipients, a process each, for as long as `work` takes. */
export async function withFanoutHouse<Result>(
  {
    environment,
    recipients,
    sink,
  }: { environment: Environment; recipients: number; sink?: string | undefined },
  work: (house: FanoutHouse) => Promise<Result>,
): Promise<Result> {
  const own = await ownInstallation(environment, {
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_RATE: 'unlimited',
    TELEGRAM_CHAT_RATE: 'unlimited',
  });
  const parts: Part[] = [];
  try {
    let url = sink?.replace(/\/+$/, '');
    let taking: Part | null = null;
    if (url === undefined) {
      parts.push((taking = startPart(join(import.meta.dirname, 'sink.ts'))));
      url = `http://127.0.0.1:${await taking.said<number>()}`;
    }
    const house = { ...own.environment, TELEGRAM_API_ROOT: url };
    await prepare(house, recipients);
    const hub = startPart(join(import.meta.dirname, 'hub-process.ts'));
    parts.push(hub);
    await hub.ask({ environment: house, recipients } satisfies HubOrder);
    const { database, queue } = own;
    return await work({ url, sink: taking, hub, database, queue, environment: house });
  } finally {
    await Promise.all(parts.map((part) => part.end()));
    await own.remove();
  }
}

async function prepare(environment: Environment, recipients: number): Promise<void> {
  const hub = await compose(readConfig(environment), { as: 'hub' });
  try {
    await giveRecipients(hub.database, recipients);
  } finally {
    await hub.close();
  }
}
