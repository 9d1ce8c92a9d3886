import fs, { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { Person } from '../../bots/telegram/stand-in/index.ts';
import type { GivenFile } from '../../hub/feedback/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { newId } from '../../hub/platform/ids.ts';
import { form } from '../api/office.ts';
import { csv, memberHeader } from '../people/given.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

const minuteMs = 60_000;
const within = { timeoutMs: 60_000 };

/** Every text that is written has a word that begins like this, and nothing else has. */
export const marker = 'qzchuyen';

/** Somebody who writes, and by which road. */
export interface Writer {
  code: string;
  memberId: string;
  cell: 'X1-C' | 'X2-C';
  chat: { channel: 'telegram' | 'web'; address: string };
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

/** A hub in which sixty people write for days on end, each heard in a chat just before. */
export interface Scene {
  house: TestHub;
  dataDir: string;
  writers: readonly Writer[];
  written: readonly Written[];
  /** Everything that went to the log. */
  lines: readonly string[];
  now(): Date;
  pass(minutes: number): void;
  /** Half past midnight after the day: what is due comes to its readers. */
  midnight(day: number): Promise<void>;
  writeDay(day: number, each: number): Promise<void>;
  /** A whole conversation in which somebody says something in confidence. */
  converse(day: number, person: Person, memberId: string): Promise<void>;
  close(): Promise<void>;
}

const firstDay = new Date('2026-11-02T08:00+07:00').getTime();
const dayMs = 86_400_000;

export async function openScene(people: number): Promise<Scene> {
  let moment = new Date(firstDay);
  const dataDir = mkdtempSync(join(tmpdir(), 'caunoi-dump-'));
  const { lines, stop } = catchLog();
  const house = await openTestHub({
    roles: ['web', 'bots', 'worker'],
    clock: () => moment,
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
    // Those of X1-C are answered, on our page.
    const channel = cell === 'X1-C' ? 'web' : 'telegram';
    const phone = channel === 'web' ? null : house.stranger(`Người Viết Số ${n}`);
    const address = phone ? String(phone.id) : (await hub.webchat.open('Máy thử')).address;
    await hub.database.query(
      `insert into chat (id, channel, address, member_id, state, preference, linked_at, changed_at)
       values ($1, $2, $3, $4, 'active', 1, $5, $5)`,
      [newId(), channel, address, memberId, moment],
    );
    writers.push({ code, memberId, cell, chat: { channel, address } });
  }

  const written: Written[] = [];
  const note = (given: Omit<Written, 'place'>) => {
    const before = written.filter(({ level, day }) => level === given.level && day === given.day);
    written.push({ ...given, place: before.length });
  };
  const newWord = () => `${marker}${randomBytes(6).toString('hex')}`;

  /** What the hub sees of somebody in a chat: an event that is kept, and words on our page. */
  async function heard({ chat: { channel, address } }: Writer, text: string): Promise<void> {
    if (channel === 'web') await hub.webchat.append({ address, direction: 'in', text });
    await hub.inbox.receive([{ channel, address, eventKey: newId(), kind: 'text', text, payload: '' }]);
  }

  async function write(day: number, level: Written['level'], place: number): Promise<void> {
    const cell = place % 2 ? 'X1-C' : 'X2-C';
    const near = writers.filter((each) => each.cell === cell);
    const writer = near[Math.floor(Math.random() * near.length)]!;
    const { memberId } = writer;
    const word = newWord();
    const text = `Đề nghị xem lại ${word}. ${'Nói thêm một câu. '.repeat(Math.floor(Math.random() * 40))}`;
    moment = new Date(moment.getTime() + (1 + Math.random() * 9) * minuteMs);
    await heard(writer, level === 'unlinkable' ? 'menu' : `góp ý: ${text}`);
    // Some have something to show.
    const content = Buffer.from(`${word} ${'x'.repeat(place * 20_000)}`);
    const files = place % 4 === 0 ? [{ name: `${word}.txt`, mediaType: 'text/plain', content }] : [];
    if (level === 'unlinkable') await writeUnlinkable(cell, text, files);
    else {
      const unit = ['X1-C', 'X2-C'].includes(cell) && place % 3 ? cell : cell.slice(0, 2);
      const said = { kind: 'proposal' as const, unit, level, text, files, requestKey: newId() };
      await hub.feedback.saying.say(memberId, said, 'chat');
    }
    note({ level, memberId, day, word });
  }

  async function writeUnlinkable(unit: string, text: string, given: readonly GivenFile[]): Promise<void> {
    const files = given.map(({ name, content }) => new File([new Uint8Array(content)], name));
    const { headers, payload } = await form({ kind: 'opinion', text, files });
    const answer = await fetch(`${house.url}/gop-y/${unit}`, { method: 'POST', headers, body: payload });
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  }

  const startOf = (day: number) => firstDay + day * dayMs;
  return {
    house,
    dataDir,
    writers,
    written,
    lines,
    now: () => moment,
    pass: (minutes) => (moment = new Date(moment.getTime() + minutes * minuteMs)),
    async midnight(day) {
      moment = new Date(startOf(day) + 16.5 * 60 * minuteMs);
      await hub.feedback.work();
    },
    async writeDay(day, each) {
      if (moment.getTime() < startOf(day)) moment = new Date(startOf(day));
      for (let place = 0; place < each; place += 1)
        for (const level of ['named', 'confidential', 'unlinkable'] as const) await write(day, level, place);
    },
    async converse(day, person, memberId) {
      const word = newWord();
      const answer = async (said: string) => {
        person.say(said);
        return await person.next(within);
      };
      const press = async (message: Parameters<Person['press']>[0], button: string) => {
        person.press(message, button);
        return await person.next(within);
      };
      const kinds = await press(await answer('/gopy'), 'Chi bộ thôn');
      const levels = await press(await press(kinds, 'Ý kiến'), 'Bỏ qua');
      await press(levels, 'Kín');
      await press(await answer(`Đề nghị xem lại ${word} trong tháng này.`), 'Gửi');
      note({ level: 'confidential', memberId, day, word });
    },
    async close() {
      await house.close();
      stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The hub logs to standard error, a line at a time. */
function catchLog() {
  const lines: string[] = [];
  const { writeSync } = fs;
  const caught = (descriptor: number, said: unknown, ...rest: unknown[]): number => {
    if (descriptor !== 2) return Reflect.apply(writeSync, fs, [descriptor, said, ...rest]) as number;
    const line = typeof said === 'string' ? said : Buffer.from(said as Uint8Array).toString('utf8');
    lines.push(...line.split('\n'));
    return Buffer.byteLength(line);
  };
  fs.writeSync = caught;
  return { lines, stop: () => void (fs.writeSync = writeSync) };
}
