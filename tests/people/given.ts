import { people, type People, type PersonalData } from '../../hub/people/index.ts';
import { openAudit } from '../../hub/platform/audit.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { newId } from '../../hub/platform/ids.ts';
import { keysFrom } from '../../hub/platform/keys.ts';
import { testDatabase } from '../support/database.ts';

const dayMs = 86_400_000;
const morning = new Date('2026-11-01T02:00:00Z');

export interface House {
  database: Database;
  people: People;
  /** Moves the clock on. */
  pass: (time: { days: number }) => void;
  now: () => Date;
  /** Empties the tables and sets the clock back to the morning of 1 November 2026. */
  clear: () => Promise<void>;
  /** Gives a member a further status from a day on, as other parts of the hub will. */
  status: (code: string, status: string, fromOn: string, toOn?: string) => Promise<void>;
  /** Sends a member to another unit for a time. */
  temporarily: (code: string, unitCode: string, fromOn: string, toOn: string | null) => Promise<void>;
}

/**
 * The feature on a real database, with a clock of our own.
 *
 * @param personalData what other features of the test keep about a member
 */
export async function openHouse(personalData: readonly PersonalData[] = []): Promise<House> {
  const database = await testDatabase();
  let now = morning;
  const ours = people({
    database,
    keys: keysFrom(Buffer.alloc(32, 7)),
    clock: () => now,
    personalData,
    audit: openAudit({ database, clock: () => now }),
  });
  return {
    database,
    people: ours,
    pass: ({ days }) => (now = new Date(now.getTime() + days * dayMs)),
    now: () => now,
    async clear() {
      now = morning;
      // Not `truncate … cascade`: the embedded database takes a third of a second for the files of forty tables.
      await database.query('delete from notice');
      await database.query('delete from member');
      await database.query('update unit set parent_id = null');
      await database.query('delete from unit');
    },
    async status(code, status, fromOn, toOn) {
      const { id } = await ours.memberByCode(code);
      const text =
        'insert into member_status (id, member_id, status, from_on, to_on) values ($1, $2, $3, $4, $5)';
      await database.query(text, [newId(), id, status, fromOn, toOn ?? null]);
    },
    async temporarily(code, unitCode, fromOn, toOn) {
      const [member, unit] = [await ours.memberByCode(code), await ours.unitByCode(unitCode)];
      const text = `insert into membership (id, member_id, unit_id, kind, from_on, to_on)
        values ($1, $2, $3, 'temporary', $4, $5)`;
      await database.query(text, [newId(), member.id, unit.id, fromOn, toOn]);
    },
  };
}

/** A file as a spreadsheet saves it. */
export function csv(...lines: string[]): Buffer {
  return Buffer.from(`${lines.join('\r\n')}\r\n`);
}

export const unitHeader = 'code,name,kind,parent_code';
export const memberHeader = 'code,full_name,unit_code,role,status,phone,email,joined_on';

/** A province with two communes; the first has a branch with a cell and a cell of its own. */
export const smallProvince = csv(
  unitHeader,
  'T,Đảng bộ tỉnh,province,',
  'X1,Đảng bộ xã Một,commune,T',
  'X1-B,Đảng bộ bộ phận,branch,X1',
  'X1-B-C,Chi bộ trong bộ phận,cell,X1-B',
  'X1-C,Chi bộ thôn,cell,X1',
  'X2,Đảng bộ xã Hai,commune,T',
  'X2-C,Chi bộ bản,cell,X2',
);
