import { randomBytes } from 'node:crypto';
import { feedback, feedbackData, type Feedback, type SaidByMember } from '../../hub/feedback/index.ts';
import { sealing } from '../../hub/feedback/sealing.ts';
import { staging } from '../../hub/feedback/staging.ts';
import { readCalendar } from '../../hub/meetings/index.ts';
import { openAudit, operator } from '../../hub/platform/audit.ts';
import { keysFrom } from '../../hub/platform/keys.ts';
import { openLocales } from '../../hub/platform/locales.ts';
import { csv, memberHeader, openHouse, smallProvince, type House } from '../people/given.ts';

const keys = keysFrom(Buffer.alloc(32, 7));

/** Opinions on a real database: eleven members in X1-C, led by A; W in X2-C. */
export interface SayingHouse extends House {
  feedback: Feedback;
  idOf(code: string): Promise<string>;
  unit(code: string): Promise<string>;
  /** As `B` says something to `X1-C`. */
  say(code: string, said?: Partial<SaidByMember>): ReturnType<Feedback['saying']['say']>;
  /** Something without a name is put where it waits; returns what it is found by once released. */
  sayUnlinkable(unitCode: string, text: string): Promise<Buffer>;
  /** What the reader of an item finds in it, newest told of nothing: by level, with its text. */
  items(): Promise<Item[]>;
  count(table: string): Promise<number>;
  /** As an answer leaves an item. */
  answered(number: string, text: string): Promise<void>;
}

export interface Item {
  id: string;
  number: string | null;
  level: 'named' | 'confidential' | 'unlinkable';
  unit: string;
  state: string;
  text: string;
  topic: string | null;
  receivedOn: string;
  dueOn: string | null;
  authorId: string | null;
  receiptHash: Buffer | null;
  revision: number;
}

export async function openSayingHouse(): Promise<SayingHouse> {
  const house = await openHouse([feedbackData(keys)]);
  const { database, people } = house;
  const clock = house.now;
  const sealed = sealing(keys);
  const { stage } = staging({ sealing: sealed, clock });
  let ours: Feedback;
  const open = () =>
    feedback({
      database,
      people,
      clock,
      keys,
      audit: openAudit({ database, clock }),
      locales: openLocales('hub/locales', 'Asia/Ho_Chi_Minh'),
      notices: { tellPersons: async () => ({ told: 0, unreachable: 0 }) as never },
      calendar: readCalendar,
      transcriber: null,
      tell: async () => true,
      publicUrl: async () => 'https://caunoi.example',
      onProblem: (error) => {
        throw error;
      },
    });
  const idOf = async (code: string) => (await people.memberByCode(code)).id;
  const unit = async (code: string) => (await people.unitByCode(code)).id;

  return {
    ...house,
    get feedback() {
      return ours;
    },
    idOf,
    unit,
    async clear() {
      for (const table of ['item', 'staged', 'topic', 'promise'])
        await database.query(`delete from feedback_${table}`);
      await house.clear();
      await people.importUnits(operator, smallProvince);
      const more = Array.from({ length: 8 }, (_, n) => `N${n},Nguyễn Văn Năm ${n},X1-C,,official,,,`);
      await people.importMembers(
        operator,
        csv(
          memberHeader,
          'A,Nguyễn Văn An,X1-C,secretary,official,,,',
          'B,Trần Thị Bình,X1-C,,official,,,',
          'E,Phạm Thị Én,X1-C,,official,,,',
          'W,Vàng A Dơ,X2-C,,official,,,',
          ...more,
        ),
      );
      // Another process: nothing is remembered of who spoke, and of which page was open.
      ours = open();
    },
    async say(code, said = {}) {
      const whole: SaidByMember = {
        unit: 'X1-C',
        level: 'confidential',
        kind: 'proposal',
        text: 'Đề nghị sửa đường thôn.',
        ...said,
      };
      return await ours.saying.say(await idOf(code), whole, 'chat');
    },
    async sayUnlinkable(unitCode, text) {
      const [receiptHash, released] = [randomBytes(32), randomBytes(32)];
      const content = {
        kind: 'opinion' as const,
        topicId: null,
        topic: null,
        text,
        releasedHash: released.toString('base64'),
      };
      const unitId = await unit(unitCode);
      await database.transaction((sql) =>
        stage(sql, [{ level: 'unlinkable', unitId, receiptHash, content, files: [] }]),
      );
      return released;
    },
    async items() {
      const rows = await database.query<Item & { content: Buffer }>(
        `select item.id, number, level, unit.code as unit, state, content, received_on as "receivedOn",
           due_on as "dueOn", author_id as "authorId", receipt_hash as "receiptHash", revision
         from feedback_item item join unit on unit.id = item.unit_id`,
      );
      return rows.map(({ content, ...row }) => ({ ...row, ...sealed.openContent(row.id, content) }));
    },
    async count(table) {
      const [row] = await database.query<{ count: number }>(`select count(*)::int as count from ${table}`);
      return row!.count;
    },
    async answered(number, text) {
      const [item] = await database.query<{ id: string; level: 'named'; unitId: string }>(
        `update feedback_item set state = 'answered', answered_on = received_on where number = $1
         returning id, level, unit_id as "unitId"`,
        [number],
      );
      const { id, level, unitId } = item!;
      await database.query(
        `insert into feedback_entry (item_id, position, kind, unit_id, text, done_on)
         values ($1, 1, 'reply', $2, $3, '2026-11-05')`,
        [id, unitId, sealed.sealEntry(id, level, text)],
      );
    },
  };
}
