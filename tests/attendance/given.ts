import { attendance, attendanceData, type Attendance } from '../../hub/attendance/index.ts';
import { openAudit, operator, type Actor } from '../../hub/platform/audit.ts';
import { newId } from '../../hub/platform/ids.ts';
import { keysFrom } from '../../hub/platform/keys.ts';
import { openLocales } from '../../hub/platform/locales.ts';
import { csv, memberHeader, openHouse, smallProvince, type House } from '../people/given.ts';

export const minuteMs = 60_000;
const keys = keysFrom(Buffer.alloc(32, 7));

/** The feature on a real database, with meetings put there as their feature would put them. */
export interface AttendanceHouse extends House {
  attendance: Attendance;
  /** In the name of a member. */
  as(code: string): Promise<Actor>;
  idOf(code: string): Promise<string>;
  /** Members of a unit: `code status`, such as `A official`; the first leads it. */
  cell(unitCode: string, members: readonly string[]): Promise<void>;
  /** A called meeting; its summons as well. */
  meeting(given: {
    unit: string;
    by: string;
    startsAt: Date;
    kind?: string;
    open?: boolean;
  }): Promise<string>;
  open(id: string): Promise<void>;
  close(id: string): Promise<number>;
  /** The clock stands at this moment. */
  at(moment: Date): void;
}

export async function openAttendanceHouse(): Promise<AttendanceHouse> {
  const house = await openHouse([attendanceData(keys)]);
  const { database, people } = house;
  let set: Date | null = null;
  const clock = () => set ?? house.now();
  const ours = attendance({
    database,
    people,
    clock,
    keys,
    audit: openAudit({ database, clock }),
    locales: openLocales('hub/locales', 'Asia/Ho_Chi_Minh'),
  });
  const idOf = async (code: string) => (await people.memberByCode(code)).id;
  return {
    ...house,
    attendance: ours,
    idOf,
    at: (moment) => void (set = moment),
    as: async (code) => ({ memberId: await idOf(code), via: 'console' }),
    async clear() {
      await database.query('delete from meeting');
      await database.query('delete from check_in_try');
      await house.clear();
      await people.importUnits(operator, smallProvince);
    },
    async cell(unitCode, members) {
      const lines = members.map((line, index) => {
        const [code, status] = line.split(' ');
        return `${code},Nguyễn Văn ${code},${unitCode},${index === 0 ? 'secretary' : ''},${status},,,`;
      });
      await people.importMembers(operator, csv(memberHeader, ...lines));
    },
    async meeting({ unit, by, startsAt, kind = 'regular', open = false }) {
      const id = newId();
      const unitId = (await people.unitByCode(unit)).id;
      const values = [id, unitId, kind, startsAt, await idOf(by), clock(), open ? clock() : null];
      await database.query(insertMeeting, values);
      await database.transaction(async (sql) => await ours.summon(sql, { id, unitId, startsAt }));
      return id;
    },
    open: async (id) =>
      void (await database.query('update meeting set opened_at = $2 where id = $1', [id, clock()])),
    close: async (id) =>
      await database.transaction(async (sql) => {
        await sql.query('update meeting set closed_at = $2 where id = $1', [id, clock()]);
        return await ours.settle(sql, id, clock());
      }),
  };
}

const insertMeeting = `
  insert into meeting (id, unit_id, kind, title, starts_at, minutes, late_after, reminders, called_by, created_at, called_at,
    opened_at)
  values ($1, $2, $3, 'Sinh hoạt chi bộ', $4, 90, 15, '{}', $5, $6, $6, $7)`;
