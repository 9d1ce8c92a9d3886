import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { GivenFile } from '../../hub/feedback/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { newId } from '../../hub/platform/ids.ts';
import { form } from '../api/office.ts';
import { csv, memberHeader } from '../people/given.ts';
import { openZaloHouse, type ZaloHouse } from '../zalo/house.ts';
import { catchLog } from './dump-log.ts';
import { phones, type Phone } from './dump-phones.ts';

const minuteMs = 60_000;

/** Every text that is written has a word that begins like this, and nothing else has. */
export const marker = 'qzchuyen';

/** Somebody who writes, and by which road. */
export interface Writer {
  code: string;
  memberId: string;
  cell: 'X1-C' | 'X2-C';
  phone: Phone;
}

/** What was said, and the truth about it. */
export interface Written {
  level: 'named' | 'confidential' | 'unlinkable';
  memberId: string;
  /** The day in Vietnam, and the how-manieth of its level on that day. */
  day: number;
  place: number;
  /** Stands in its text and nowhere else. */
  word: string;
}

/** A hub in which sixty people write for days on end, on Telegram, on Zalo, on our own page and on the one outside of it. */
export interface Scene {
  house: ZaloHouse;
  dataDir: string;
  writers: readonly Writer[];
  written: readonly Written[];
  /** Everything that went to the log. */
  lines: readonly string[];
  pass(minutes: number): void;
  /** Half past midnight after the day: what is due comes to its readers. */
  midnight(day: number): Promise<void>;
  /** Everybody writes once: of five two by name, two in confidence, one without a name. */
  writeDay(day: number): Promise<void>;
  /** One after another they judge what they were answered. Returns who, in this order. */
  judge(day: number): Promise<string[]>;
  close(): Promise<void>;
}

/** How somebody says something: in a whole conversation in the chat, else heard there just before. */
interface Way {
  level: Written['level'];
  talks: boolean;
  withFile: boolean;
}

const firstDay = new Date('2026-11-02T08:00+07:00').getTime();
const dayMs = 86_400_000;
const levels = ['named', 'confidential', 'unlinkable', 'confidential', 'named'] as const;
const levelWords = { named: 'Ghi tên', confidential: 'Kín' } as const;

export async function openScene(people: number): Promise<Scene> {
  let moment = new Date(firstDay);
  const dataDir = mkdtempSync(join(tmpdir(), 'caunoi-dump-'));
  const { lines, stop } = catchLog();
  const house = await openZaloHouse({
    clock: () => moment,
    standIn: { perMinute: Infinity },
    settings: { DATA_DIR: dataDir, LOG_LEVEL: 'trace', PUBLIC_URL: 'https://caunoi.example' },
  });
  const { hub } = house;
  const cells = Array.from({ length: people }, (_, n) => (n % 2 ? 'X1-C' : 'X2-C'));
  const rows = cells.map((cell, n) => `W${n},Người Viết Số ${n},${cell},,official,,,`);
  await hub.people.importMembers(operator, csv(memberHeader, ...rows));
  const writers: Writer[] = [];
  for (const [n, cell] of cells.entries()) {
    const code = `W${n}`;
    const { id: memberId } = await hub.people.memberByCode(code);
    const phone = await phones[n % phones.length]!(house, `Người Viết Số ${n}`);
    await hub.database.query(
      `insert into chat (id, channel, address, member_id, state, preference, linked_at, changed_at)
       values ($1, $2, $3, $4, 'active', 1, $5, $5)`,
      [newId(), phone.channel, phone.address, memberId, moment],
    );
    writers.push({ code, memberId, cell, phone });
  }

  const written: Written[] = [];
  const note = (given: Omit<Written, 'place'>) => {
    const before = written.filter(({ level, day }) => level === given.level && day === given.day);
    written.push({ ...given, place: before.length });
  };
  const pass = (minutes: number) => (moment = new Date(moment.getTime() + minutes * minuteMs));
  const startOf = (day: number) => firstDay + day * dayMs;

  /** All that comes before the last word of who writes; that word is returned. */
  async function begin(writer: Writer, { level, talks, withFile }: Way) {
    const { memberId, cell, phone } = writer;
    const word = `${marker}${randomBytes(6).toString('hex')}`;
    const more = Math.floor(Math.random() * 40);
    const text = `Đề nghị xem lại ${word}. ${'Nói thêm một câu. '.repeat(more)}`.trim();
    const content = Buffer.from(`${word} ${'x'.repeat(Math.random() * 200_000)}`);
    const files = withFile ? [{ name: `${word}.txt`, mediaType: 'text/plain', content }] : [];
    if (level === 'unlinkable' || withFile || !talks)
      return async () => {
        await phone.ask('menu');
        if (level === 'unlinkable') await writeUnlinkable(cell, text, files);
        else {
          const said = { kind: 'proposal', unit: cell, level, text, files, requestKey: newId() } as const;
          await hub.feedback.saying.say(memberId, said, 'api');
        }
        return word;
      };
    await phone.ask(`/gopy kien nghi chi bo: ${text}`);
    await phone.ask('Bỏ qua');
    await phone.ask(levelWords[level]);
    return async () => {
      await phone.ask('Gửi');
      return word;
    };
  }

  async function writeUnlinkable(unit: string, text: string, given: readonly GivenFile[]): Promise<void> {
    const files = given.map(({ name, content }) => new File([new Uint8Array(content)], name));
    const { headers, payload } = await form({ kind: 'opinion', text, files });
    const answer = await fetch(`${house.url}/gop-y/${unit}`, { method: 'POST', headers, body: payload });
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  }

  return {
    house,
    dataDir,
    writers,
    written,
    lines,
    pass,
    async midnight(day) {
      moment = new Date(startOf(day) + 16.5 * 60 * minuteMs);
      const waits = 'select from feedback_staged where staged_on <= $1::date limit 1';
      const lastOne = new Date(startOf(day)).toISOString();
      // The hub's own worker may be at it already.
      do await hub.feedback.work();
      while ((await hub.database.query(waits, [lastOne])).length > 0);
    },
    async writeDay(day) {
      if (moment.getTime() < startOf(day)) moment = new Date(startOf(day));
      const inTurn = writers.map((writer) => ({ writer, lot: Math.random() })).sort((a, b) => a.lot - b.lot);
      // Of one cell and the other by turns, so that each has enough of each level.
      const [one, other] = ['X1-C', 'X2-C'].map((cell) =>
        inTurn.filter(({ writer }) => writer.cell === cell),
      );
      const asked = one!.flatMap(({ writer }, n) => [writer, other![n]!.writer]);
      const begun = await Promise.all(
        asked.map(async (writer, n) => {
          const level = levels[Math.floor(n / 2) % levels.length]!;
          return {
            writer,
            level,
            send: await begin(writer, { level, talks: n % 3 === 0, withFile: n % 7 === 0 }),
          };
        }),
      );
      for (const { writer, level, send } of begun) {
        pass(1 + Math.random() * 9);
        note({ level, memberId: writer.memberId, day, word: await send() });
      }
    },
    async judge(day) {
      const judges: string[] = [];
      const { saying } = hub.feedback;
      const ofTheDay = written.filter((each) => each.day === day && each.level === 'confidential');
      for (const { memberId, word } of ofTheDay) {
        const { state, number } = (await saying.own(memberId)).find(({ text }) => text.includes(word))!;
        if (state !== 'answered') continue;
        pass(1 + Math.random() * 9);
        await writers.find((writer) => writer.memberId === memberId)!.phone.ask('menu');
        await saying.rate(memberId, number, { useful: true });
        judges.push(memberId);
      }
      return judges;
    },
    async close() {
      await house.close();
      stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
