import { sealing } from '../../hub/feedback/sealing.ts';
import type { FeedbackKind, FeedbackLevel, FeedbackState, GivenFile } from '../../hub/feedback/index.ts';
import type { Role } from '../../hub/main.ts';
import { operator } from '../../hub/platform/audit.ts';
import { openMovingHub, type MovingHub } from '../meetings/moving-hub.ts';
import { csv, memberHeader } from '../people/given.ts';

/** Something that was said and has come to its readers. */
export interface GivenItem {
  unit: string;
  level?: FeedbackLevel;
  /** Code of who said it; default B. */
  by?: string;
  kind?: FeedbackKind;
  topic?: string | null;
  text?: string;
  state?: FeedbackState;
  receivedOn?: string;
  dueOn?: string | null;
  files?: readonly GivenFile[];
}

/** A hub in which offices answer: what was said is put where releasing would put it. */
export interface OfficeHub extends MovingHub {
  given(item: GivenItem): Promise<string>;
  /** It becomes this moment, and what is due of opinions is done. */
  work(moment: Date | string): Promise<void>;
}

/**
 * G leads commune X1 and H works in its office, K leads the branch X1-B, A the cell X1-C; V is the officer of the
 * province.
 */
const officers = csv(
  memberHeader,
  'G,Giàng Thị Gấm,X1,secretary,official,,,',
  'H,Hoàng Văn Hải,X1,officer,official,,,',
  'K,Khà Văn Kiên,X1-B,secretary,official,,,',
);

export async function openOfficeHub(roles?: readonly Role[]): Promise<OfficeHub> {
  const house = await openMovingHub({}, roles);
  const { hub } = house;
  await hub.people.importMembers(operator, officers);
  const seals = sealing(hub.keys);

  return Object.assign(Object.create(house) as MovingHub, {
    async given({
      unit,
      level = 'named',
      by = 'B',
      kind = 'proposal',
      topic = null,
      text = 'Đề nghị sửa đường thôn.',
      state = 'new',
      receivedOn = '2026-11-26',
      dueOn = level === 'unlinkable' ? null : '2027-01-08',
      files = [],
    }: GivenItem) {
      const id = seals.newId();
      const { id: memberId } = await hub.people.memberByCode(by);
      const { id: unitId } = await hub.people.unitByCode(unit);
      const isNamed = level === 'named';
      await hub.database.query(insertItem, [
        id,
        level === 'unlinkable' ? null : id.slice(0, 9).toUpperCase(),
        unitId,
        level,
        kind,
        seals.sealContent(id, level, { topic, text }),
        state,
        receivedOn,
        isNamed ? new Date(`${receivedOn}T10:00+07:00`) : null,
        isNamed ? memberId : null,
        level === 'confidential' ? seals.sealAuthor(id, memberId) : null,
        level === 'unlinkable' ? Buffer.from(id) : null,
        dueOn,
      ]);
      for (const [index, file] of files.entries()) {
        const fileId = seals.newId();
        await hub.database.query(
          'insert into feedback_file (id, item_id, position, content) values ($1, $2, $3, $4)',
          [fileId, id, index + 1, seals.sealFile(fileId, level, file)],
        );
      }
      return id;
    },
    async work(moment: Date | string) {
      house.at(moment);
      await hub.feedback.work();
    },
  });
}

const insertItem = `
  insert into feedback_item (id, number, unit_id, said_to_id, level, kind, content, state, received_on, received_at,
    author_id, author, receipt_hash, due_on)
  values ($1, $2, $3, $3, $4::feedback_level, $5::feedback_kind, $6, $7::feedback_state, $8::date, $9, $10, $11, $12,
    $13::date)`;
