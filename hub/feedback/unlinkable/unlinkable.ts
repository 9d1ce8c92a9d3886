import { refuseClassified } from '../../notices/index.ts';
import { batched } from '../../platform/batched.ts';
import { perMinute } from '../../platform/per-minute.ts';
import { drawSpokenWords, readSpokenWords } from '../../platform/spoken-words.ts';
import { DoorShut, FeedbackInvalid } from '../errors.ts';
import type { FeedbackPartsSealed } from '../feedback.ts';
import { cleanFile } from '../files/clean-file.ts';
import type { FeedbackKind, FeedbackState, FollowedUp, GivenFile, Said, Unlinkable } from '../port.ts';
import { offeredTopic } from '../saying/addressees.ts';
import { textOf, topicOf } from '../saying/words.ts';
import { staging, type NewStaged, type StagedUnlinkable } from '../staging.ts';
import { TooManyAtOnce } from './errors.ts';
import { receiptHashing } from './receipts.ts';

const mostFiles = 5;
const mostFileBytes = 10 * 1024 * 1024;
const lookupsPerMinute = 30;

/** What is said on a page without sign-in: taken in sealed, found again by whoever holds its receipt. */
export function unlinkable(parts: FeedbackPartsSealed): Unlinkable {
  const { database, sealing, clock, keys } = parts;
  const { stage, openStaged } = staging(parts);
  // What comes in the same moment is laid down together.
  const keep = batched(
    (given: readonly NewStaged[]) => database.transaction((sql) => stage(sql, given), 60_000),
    100,
  );
  const { door, company } = parts.doors;
  const hashesOf = receiptHashing(keys);
  const takeLookup = perMinute(lookupsPerMinute, {
    clock,
    full: (seconds) => new TooManyAtOnce(seconds),
  });

  async function submit(unitCode: string, said: Said): Promise<{ receipt: string }> {
    const { unit, open } = await door(unitCode);
    if (!open) throw new DoorShut();
    const text = await textOf(said.text);
    const topic = await topicOf(said.topic);
    const topicId = await offeredTopic(database, unit.id, said.topicId ?? null);
    const files = await filesOf(said.files ?? []);

    const receipt = drawSpokenWords();
    const { staged, released } = await hashesOf(receipt);
    const content: StagedUnlinkable = {
      kind: said.kind,
      topicId,
      topic,
      text,
      releasedHash: released.toString('base64'),
    };
    await keep({ level: 'unlinkable', unitId: unit.id, receiptHash: staged, content, files });
    return { receipt };
  }

  async function followUp(receipt: string): Promise<FollowedUp | null> {
    takeLookup();
    // Words that are no receipt take as long as those that are.
    const { staged, released } = await hashesOf(readSpokenWords(receipt) ?? '');
    // In this order: what is released in between is found as an item.
    const [waiting] = await database.query<StagedRow>(stagedByReceipt, [staged]);
    const [item] = await database.query<ItemRow>(itemByReceipt, [released]);
    if (item) {
      const replies = await database.query<ReplyRow>(repliesTo, [item.id]);
      return {
        unit: { id: item.unitId, code: item.unitCode, name: item.unitName },
        state: item.state,
        kind: item.kind,
        receivedOn: item.receivedOn,
        text: sealing.openContent(item.id, item.content).text,
        replies: replies.map(({ text, on, unitId, unitCode, unitName }) => ({
          text: sealing.openEntry(item.id, text),
          on,
          from: { id: unitId, code: unitCode, name: unitName },
        })),
      };
    }
    if (!waiting) return null;
    const { kind, text } = openStaged<StagedUnlinkable>(waiting.content);
    return {
      unit: { id: waiting.unitId, code: waiting.unitCode, name: waiting.unitName },
      state: 'waiting',
      kind,
      receivedOn: waiting.stagedOn,
      text,
      replies: [],
    };
  }

  return { door, company, submit, followUp };
}

/** Without what tells whose they are, and what they were called. @throws {FeedbackInvalid} */
async function filesOf(given: readonly GivenFile[]): Promise<GivenFile[]> {
  if (given.length > mostFiles) throw new FeedbackInvalid('files');
  const bytes = given.reduce((sum, { content }) => sum + content.byteLength, 0);
  if (bytes > mostFileBytes) throw new FeedbackInvalid('file-size');
  // A voice is known again, whatever is taken out of its file.
  if (given.some(({ mediaType }) => mediaType.startsWith('audio/'))) throw new FeedbackInvalid('file-type');
  const cleaned: GivenFile[] = [];
  for (const file of given) cleaned.push(await cleanFile(file, { reencode: true }));
  if (cleaned.length > 0) await refuseClassified({ title: '', body: '', attachments: cleaned });
  return cleaned.map((file, index) => ({ ...file, name: nameOf(file, index + 1) }));
}

/** What somebody calls a file tells of them: the end of its name is enough. */
function nameOf({ name, mediaType }: GivenFile, place: number): string {
  const end = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0].toLowerCase() ?? '';
  return `${mediaType.startsWith('image/') ? 'anh' : 'tep'}-${place}${end}`;
}

interface Unit {
  unitId: string;
  unitCode: string;
  unitName: string;
}
type StagedRow = Unit & { content: Uint8Array; stagedOn: string };
type ItemRow = Unit & {
  id: string;
  content: Uint8Array;
  kind: FeedbackKind;
  state: FeedbackState;
  receivedOn: string;
};
type ReplyRow = Unit & { text: Uint8Array; on: string };

const theUnit = 'u.id as "unitId", u.code as "unitCode", u.name as "unitName"';

const stagedByReceipt = `
  select s.content, s.staged_on as "stagedOn", ${theUnit}
  from feedback_staged s join unit u on u.id = s.unit_id where s.receipt_hash = $1`;

const itemByReceipt = `
  select i.id, i.content, i.kind, i.state, i.received_on as "receivedOn", ${theUnit}
  from feedback_item i join unit u on u.id = i.unit_id where i.receipt_hash = $1`;

const repliesTo = `
  select e.text, e.done_on as "on", ${theUnit}
  from feedback_entry e join unit u on u.id = e.unit_id
  where e.item_id = $1 and e.kind = 'reply' and e.text is not null order by e.position`;
