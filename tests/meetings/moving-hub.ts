import { expect } from 'vitest';
import type { Person, ScreenMessage } from '../../bots/telegram/stand-in/index.ts';
import type { Role } from '../../hub/main.ts';
import type { NewMeeting } from '../../hub/meetings/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

/** Monday, nine in the morning in Hà Nội. */
export const monday = new Date('2026-11-30T09:00+07:00');
/** The evening on which the cell meets: Thursday of that week. */
export const thursday = new Date('2026-12-03T19:30+07:00');

/** A hub whose clock the test winds on. */
export interface MovingHub extends TestHub {
  /** From now on it is this moment. */
  at(moment: Date | string): void;
  /** It becomes this moment, and everything that is due goes out. */
  until(moment: Date | string): Promise<void>;
  /** Cell X1-C is called by A for Thursday evening, at the house of culture. */
  call(given?: Partial<NewMeeting>): Promise<string>;
  as(code: string): Promise<{ memberId: string; via: 'console' }>;
  /** What came to somebody since the last look, when everything that is accepted has gone. */
  read(person: Person): Promise<ScreenMessage[]>;
  /** What members say, by their codes. */
  answers(id: string, said: Record<string, 'yes' | 'no'>): Promise<void>;
}

export async function openMovingHub(
  settings: Record<string, string> = {},
  roles?: readonly Role[],
): Promise<MovingHub> {
  let now = monday;
  const house = await openTestHub({ clock: () => now, settings, ...(roles && { roles }) });
  const seen = new Map<Person, number>();
  const idOf = async (code: string) => (await house.hub.people.memberByCode(code)).id;
  // Not a copy: the hub of a test hub is another one after a restart.
  return Object.assign(Object.create(house) as TestHub, {
    at: (moment: Date | string) => void (now = new Date(moment)),
    async until(moment: Date | string) {
      now = new Date(moment);
      await house.hub.meetings.work();
      await gone();
    },
    async call(given: Partial<NewMeeting> = {}) {
      const { id } = await house.hub.meetings.call({
        from: 'A',
        unit: 'X1-C',
        startsAt: thursday,
        place: 'Nhà văn hóa thôn Một',
        ...given,
      });
      return id;
    },
    as: async (code: string) => ({ memberId: await idOf(code), via: 'console' as const }),
    async read(person: Person) {
      await gone();
      const fresh = person.inbox.slice(seen.get(person) ?? 0);
      seen.set(person, person.inbox.length);
      return fresh;
    },
    async answers(id: string, said: Record<string, 'yes' | 'no'>) {
      for (const [code, answer] of Object.entries(said)) {
        await house.hub.attendance.answerFor(operator, id, code, { answer });
      }
    },
  });

  /** Every word that may go has gone. */
  async function gone(): Promise<void> {
    await house.hub.engine.work();
    await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
  }

  async function waiting(): Promise<number> {
    const [row] = await house.hub.database.query<{ count: number }>(
      `select ((select count(*) from delivery join notice on id = notice_id
          where state = 'created' and send_at <= $1 and channel is not null)
        + (select count(*) from audience_slice where expand_at <= $1))::int as count`,
      [now],
    );
    return row!.count;
  }
}
