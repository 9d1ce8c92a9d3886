import { operator, type Actor } from '../../hub/platform/audit.ts';
import { csv, memberHeader, openHouse, smallProvince, type House } from './given.ts';

/** A house in which people keep lists; the clock says 1 November 2026, everyone came in on 1 January. */
export interface KeptHouse extends House {
  /** The actor behind a code. */
  as: (code: string) => Promise<Actor>;
  /** `[action, facts]` of the newest audit entries of a unit. */
  audited: (unitCode: string) => Promise<[string, object][]>;
}

/** TO and TP are at the top; O keeps the office of X1; S is the secretary of X1-C; S2 of X2-C; K of the committee. */
const everyone = csv(
  memberHeader,
  'TO,Hà Thị Vân,T,officer,official,,,',
  'TP,Bùi Thị Xuân,T,,official,,,',
  'O,Trần Văn Phòng,X1,officer,official,,,',
  'K,Lò Thị Kim,X1,committee,official,,,',
  'S,Nguyễn Văn An,X1-C,secretary,official,,,',
  'M,Đào Thị Bình,X1-C,,official,0912345678,binh@example.vn,2019-05-19',
  'P,Vàng A Páo,X1-C,,probationary,,,',
  'S2,Quàng Văn Hai,X2-C,secretary,official,,,',
  'M2,Đặng Thùy Linh,X2-C,,official,,,',
);

export async function openKeptHouse(): Promise<KeptHouse & { reset: () => Promise<void> }> {
  const house = await openHouse();
  const { people, database } = house;
  return {
    ...house,
    async reset() {
      await house.clear();
      await people.importUnits(operator, smallProvince);
      await people.importMembers(operator, everyone);
      for (const table of ['membership', 'member_status', 'role']) {
        await database.query(`update ${table} set from_on = '2026-01-01'`);
      }
    },
    as: async (code) => ({ memberId: (await people.memberByCode(code)).id, via: 'console' }),
    async audited(unitCode) {
      const { id } = await people.unitByCode(unitCode);
      return await database
        .query<{ action: string; facts: object }>(
          'select action, facts from audit_entry where unit_id = $1 order by id',
          [id],
        )
        .then((rows) => rows.map(({ action, facts }) => [action, facts]));
    },
  };
}
