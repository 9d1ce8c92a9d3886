import { setTimeout as sleep } from 'node:timers/promises';
import type { Feedback } from '../../feedback/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { ownInstallation, type Environment, type OwnInstallation } from '../installation.ts';
import { quantiles } from '../quantiles.ts';
import { benchUnit, giveRecipients } from '../recipients.ts';

/** A hub that is open and does nothing by itself. */
export interface OpenHub {
  database: Database;
  feedback: Feedback;
  close(): Promise<void>;
}

/** A province says what it thinks, all within a minute. */
export interface FeedbackBench {
  submissions: number;
  /** How many of them bear no name. */
  unlinkable: number;
  accepted: number;
  /** Accepted and not found afterwards, or not accepted at all. */
  lost: number;
  p50Ms: number;
  p95Ms: number;
  /** From the first to the answer to the last. */
  seconds: number;
  database: OwnInstallation['database'];
}

/** As often as each member speaks: fewer than the day allows. */
const eachSays = 5;
/**
 * Of fifty, 25 with a name, 24 in confidence, one with neither: a receipt's hash takes more than a tenth of a second of a
 * core by intent, so that many more would measure that.
 */
const outOf = 50;
const named = 25;
const confidential = 49;

export async function benchFeedback(
  submissions: number,
  {
    environment,
    seconds,
    open,
  }: { environment: Environment; seconds: number; open: (environment: Environment) => Promise<OpenHub> },
): Promise<FeedbackBench> {
  const house = await ownInstallation(environment);
  try {
    const hub = await open(house.environment);
    try {
      await giveRecipients(hub.database, Math.max(40, Math.ceil(submissions / eachSays)));
      return { submissions, ...(await measure(hub, submissions, seconds)), database: house.database };
    } finally {
      await hub.close();
    }
  } finally {
    await house.remove();
  }
}

async function measure({ database, feedback }: OpenHub, submissions: number, seconds: number) {
  const members = await database.query<{ id: string; cell: string }>(selectMembers);
  const tookMs: number[] = [];
  const began = performance.now();
  const all: Promise<void>[] = [];
  const moments = Array.from({ length: submissions }, () => Math.random() * seconds * 1_000).sort(
    (a, b) => a - b,
  );
  for (const [n, moment] of moments.entries()) {
    const early = began + moment - performance.now();
    if (early > 1) await sleep(early);
    all.push(submit(feedback, n, members[n % members.length]!).then((ms) => void tookMs.push(ms)));
  }
  const outcomes = await Promise.allSettled(all);
  const took = (performance.now() - began) / 1_000;
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  // One that was refused is a fault of ours: why is worth more than the figures.
  if (failed) process.stderr.write(`${String(failed.reason)}\n`);
  const [kept] = await database.query<{ count: number }>(countKept);
  const at = quantiles(tookMs);
  return {
    unlinkable: moments.filter((_, n) => n % outOf >= confidential).length,
    accepted: outcomes.filter(({ status }) => status === 'fulfilled').length,
    lost: submissions - (kept?.count ?? 0),
    p50Ms: at(0.5) ?? 0,
    p95Ms: at(0.95) ?? 0,
    seconds: Math.round(took * 10) / 10,
  };
}

/** Returns how long it took, in milliseconds. */
async function submit(
  { saying, unlinkable }: Feedback,
  n: number,
  { id, cell }: { id: string; cell: string },
): Promise<number> {
  const began = performance.now();
  const text = `Đề nghị sửa đoạn đường số ${n} trước mùa mưa, bà con đi lại rất khó khăn.`;
  const lot = n % outOf;
  if (lot >= confidential) await unlinkable.submit(benchUnit, { kind: 'opinion', text });
  else {
    const level = lot < named ? 'named' : 'confidential';
    const unit = n % 2 === 0 ? cell : benchUnit;
    await saying.say(id, { kind: 'proposal', text, level, unit, requestKey: `bench ${n}` }, 'chat');
  }
  return performance.now() - began;
}

const selectMembers = `
  select member.id, unit.code as cell from member join membership on membership.member_id = member.id
  join unit on unit.id = membership.unit_id order by member.id`;

const countKept = `
  select ((select count(*) from feedback_item) + (select count(*) from feedback_staged))::int as count`;
