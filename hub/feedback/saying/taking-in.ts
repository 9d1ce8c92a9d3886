import { calendarDay } from '../../people/index.ts';
import type { Via } from '../../platform/audit.ts';
import { batched } from '../../platform/batched.ts';
import type { Sql } from '../../platform/database/index.ts';
import { drawCode, shownCode } from '../../platform/spoken-code.ts';
import type { Due } from '../due.ts';
import type { FeedbackPartsSealed } from '../feedback.ts';
import type { GivenFile, Receipt, SaidByMember, UnitName } from '../port.ts';
import { staging, type StagedConfidential } from '../staging.ts';
import { offeredTopic } from './addressees.ts';
import type { DraftFileStore } from './draft-files.ts';
import { namedItems } from './named-items.ts';
import { perDay } from './per-day.ts';
import { boundedFiles, filesOf, textOf, topicOf } from './words.ts';
import { shiftDay } from '../../platform/shift-day.ts';

const mostADay = 10;
/** What is said in the same moment is kept together; with its files it is in memory until then. */
const mostTogether = 100;

/** What a member says with a name, or in confidence. */
export function takingIn(
  parts: FeedbackPartsSealed,
  {
    due,
    addressee,
    drafts,
  }: {
    due: Due;
    addressee: (memberId: string, unitCode: string) => Promise<UnitName>;
    drafts: Pick<DraftFileStore, 'taken'>;
  },
) {
  const { database, clock, sealing } = parts;
  const { stage, openStaged } = staging(parts);
  const named = namedItems(parts, due);
  const keepNamed = batched(named.keep, mostTogether);
  const keepConfidential = batched(stageAll, mostTogether);
  const today = perDay(mostADay, clock);

  async function say(memberId: string, said: SaidByMember, via: Via): Promise<Receipt> {
    const text = await textOf(said.text);
    const topic = await topicOf(said.topic);
    const unit = await addressee(memberId, said.unit);
    const topicId = await offeredTopic(database, unit.id, said.topicId ?? null);
    const { level, requestKey, kind } = said;
    const requestHash = requestKey === undefined ? null : sealing.requestHash(memberId, requestKey);
    if (today.isUsedUp(memberId)) {
      const before = await repeated(level, requestHash);
      if (before) return before;
    }
    today.take(memberId);
    try {
      const given = await filesOf(said.files ?? [], level);
      const files = boundedFiles([...given, ...(await drafts.taken(memberId, said.draftFiles ?? [], level))]);
      const content = { kind, topicId, topic, text };
      const { isNew, ...receipt } =
        level === 'named'
          ? await keepNamed({ memberId, via, unit, content, requestHash, files })
          : await keepConfidential({ memberId, unit, content, requestHash, files });
      if (!isNew) today.giveBack(memberId);
      return receipt;
    } catch (error) {
      today.giveBack(memberId);
      throw error;
    }
  }

  /** What was answered when the same event came before. */
  async function repeated(
    level: SaidByMember['level'],
    requestHash: Buffer | null,
    sql: Sql = database,
  ): Promise<Receipt | null> {
    if (requestHash === null) return null;
    if (level === 'named') return await named.receiptOf(requestHash, sql);
    const [row] = await sql.query<{ content: Uint8Array }>(stagedByRequest, [requestHash]);
    if (!row) return null;
    const { unitId, number } = openStaged<StagedConfidential>(row.content);
    const [unit] = await sql.query<UnitName>('select id, code, name from unit where id = $1', [unitId]);
    const dueOn = await due.dueOn({ unitId }, nextDay(), sql);
    return { number, level: 'confidential', unit: unit!, dueOn };
  }

  async function stageAll(given: readonly NewConfidential[]): Promise<(Receipt & { isNew: boolean })[]> {
    return await database.transaction(async (sql) => {
      const rows = given.map(({ unit, content, ...row }) => {
        const number = shownCode(drawCode());
        return { ...row, level: 'confidential' as const, content: { ...content, unitId: unit.id, number } };
      });
      const areNew = await stage(sql, rows);
      const dueDays = await due.dueDays([...new Set(given.map(({ unit }) => unit.id))], nextDay(), sql);
      const receipts: (Receipt & { isNew: boolean })[] = [];
      for (const [index, { unit, requestHash }] of given.entries()) {
        const isNew = areNew[index]!;
        const { number } = rows[index]!.content;
        const first: Receipt = { number, level: 'confidential', unit, dueOn: dueDays.get(unit.id)! };
        receipts.push({ ...(isNew ? first : (await repeated('confidential', requestHash, sql))!), isNew });
      }
      return receipts;
    }, limitMs);
  }

  /** Those who answer get what is confidential when the day is over: their term begins then. */
  const nextDay = () => shiftDay(calendarDay(clock()), 1);

  return { say };
}

const limitMs = 60_000;

interface NewConfidential {
  memberId: string;
  unit: UnitName;
  content: Omit<StagedConfidential, 'unitId' | 'number'>;
  requestHash: Buffer | null;
  files: readonly GivenFile[];
}

const stagedByRequest = 'select content from feedback_staged where request_hash = $1';
