import { setTimeout as sleep } from 'node:timers/promises';
import { withDatabase } from '../support/given.ts';
import type { Installation } from '../support/process.ts';
import type { Fault } from './broadcast.ts';
import type { Line } from './line.ts';
import type { PrivateServers } from './servers.ts';

/** Every write of an outcome is refused as a full disk refuses it. */
export function diskFull(lastsMs: number): Fault {
  return {
    name: 'disk full',
    async strike({ house, addHeld }) {
      await addHeld();
      await fillDisk(house);
      await sleep(lastsMs);
      await clearDisk(house);
    },
  };
}

/** From now on no outcome can be written down. */
export async function fillDisk(house: Installation): Promise<void> {
  await withDatabase(house, async (database) => {
    await database.query(
      `create or replace function full_disk() returns trigger language plpgsql as
       'begin raise exception ''could not extend file'' using errcode = ''53100''; end'`,
    );
    await database.query(
      'create trigger full_disk before update on delivery for each row execute function full_disk()',
    );
  });
}

export async function clearDisk(house: Installation): Promise<void> {
  await withDatabase(house, async (database) => {
    await database.query('drop trigger full_disk on delivery');
  });
}

/** The database's line is cut, and nobody gets a new one. */
export function databaseAway(line: Line, lastsMs: number): Fault {
  return {
    name: 'database away',
    async strike({ addHeld }) {
      await addHeld();
      await line.cut();
      await sleep(lastsMs);
      await line.mend();
    },
  };
}

/** The server is stopped as its operator stops it, is away for a while, and starts again. */
export function databaseRestarted({ postgres }: PrivateServers, lastsMs: number): Fault {
  return {
    name: 'PostgreSQL restarted',
    async strike({ addHeld }) {
      await addHeld();
      await postgres.stop('fast');
      await sleep(lastsMs);
      await postgres.start();
    },
  };
}
