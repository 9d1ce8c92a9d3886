/** A hub as the program starts it, with all its roles, in a process of its own. Started by checkin.ts. */
import { readConfig } from '../../config.ts';
import { start, type RunningHub } from '../../main.ts';
import { operator } from '../../platform/audit.ts';
import type { Environment } from '../installation.ts';
import { answerOrders } from '../part.ts';
import { benchOfficer, benchUnit, giveRecipients } from '../recipients.ts';

export type HubOrder =
  /** Opens the hub with so many members, who are called to a meeting: {@link Called}. */
  | { environment: Environment; members: number }
  /** The meeting begins: {@link Opened}. */
  | 'open'
  /** Who is there: {@link Marked}. */
  | 'marked';

export interface Called {
  invited: number;
}

export interface Opened {
  /** Base64. */
  codeKey: string;
}

export interface Marked {
  /** Members with a mark of their own. */
  present: number;
  /** Marks that none of the members can have made. */
  beyond: number;
}

const hourMs = 3_600_000;

let running: RunningHub;
let meetingId: string;

async function obey(order: HubOrder): Promise<object> {
  if (order === 'open') return await open();
  if (order === 'marked') return await marked();
  running = await start(readConfig(order.environment));
  await giveRecipients(running.hub.database, order.members);
  const called = await running.hub.meetings.call({
    from: benchOfficer,
    unit: benchUnit,
    title: 'Hội nghị đo tốc độ điểm danh',
    startsAt: new Date(Date.now() + hourMs),
    remind: [],
  });
  meetingId = called.id;
  return { invited: called.invited } satisfies Called;
}

async function open(): Promise<Opened> {
  const { meetings, attendance } = running.hub;
  await meetings.open(operator, meetingId);
  const key = await attendance.codeKey(operator, meetingId);
  return { codeKey: Buffer.from(key).toString('base64') };
}

async function marked(): Promise<Marked> {
  const [counts] = await running.hub.database.query<Marked>(countMarks, [meetingId]);
  return counts!;
}

const countMarks = `
  select count(*) filter (where road = 'code' and mark in ('present', 'late'))::int as present,
    count(*) filter (where mark is not null and road <> 'code')::int as beyond
  from attendance where meeting_id = $1`;

if (process.argv[2] === 'bench') answerOrders(obey, async () => await running.stop());
