import type { Actor } from '../platform/audit.ts';
import { renderForChat, type ChannelName, type TextToSend } from '../channels/index.ts';
import { NoUnitsBelow } from './cascade/errors.ts';
import { unitsRightBelow } from './cascade/level.ts';
import { chaseSteps, type PlannedStep } from './chasing/policy.ts';
import { refuseClassified } from './gate.ts';
import { normalized, type NewNotice } from './new-notice.ts';
import { whenToSend, type SendingParts } from './sending.ts';
import { inTreeOrder, unitsInTree, type UnitInTree } from './tree-order.ts';
import { contentOfUnsent } from './unsent.ts';

/** What a notice will look like, and when it goes. Nothing of it is kept. */
export interface NoticePreview {
  title: string;
  /** By its name and its code. */
  unit: { unit: string; code: string };
  /** When it goes: later than asked where quiet hours are in between. */
  sendAt: Date;
  movedByQuietHours: boolean;
  /** What will be done about those who stay silent. */
  chase: PlannedStep[];
  channels: { channel: ChannelName; parts: PreviewPart[] }[];
}

export type PreviewPart = TextToSend | { kind: 'file'; name: string };

/** What somebody sees before a notice is sent. */
export function composing(parts: SendingParts) {
  const { database, people, clock } = parts;

  /** The units somebody may send to, in the order of the tree; `depth` counts from the highest of them. */
  async function addressable(by: Actor): Promise<{ code: string; name: string; depth: number }[]> {
    const ids = [...(await people.unitsWithin(by, 'notice.send'))];
    const units = (await database.query<UnitInTree>(unitsInTree, [ids])).toSorted(inTreeOrder);
    const highest = Math.min(...units.map(({ path }) => path.length));
    return units.map(({ code, name, path }) => ({ code, name, depth: path.length - highest }));
  }

  /**
   * The notice as its sender would receive it on each channel, after every check that sending makes.
   *
   * @throws {DomainError} `notice.invalid`, `notice.classified`, `cascade.no-units`, `may.not`, `unit.unknown`,
   *   `member.unknown`
   */
  async function preview(by: Actor, given: NewNotice): Promise<NoticePreview> {
    const notice = normalized(given);
    await refuseClassified(notice);
    const unit = await people.unitByCode(notice.unit);
    await people.requireMay(by, 'notice.send', unit.id);
    const now = clock();
    if (notice.cascade && (await unitsRightBelow(database, unit.id, now)).length === 0)
      throw new NoUnitsBelow(notice.unit);
    const sendAt = whenToSend(parts, notice, 0);
    const reader = await people.memberByCode(notice.from);
    const content = await contentOfUnsent(parts, notice, { unit: unit.name, sendAt });
    const wanted = notice.sendAt && notice.sendAt > now ? notice.sendAt : now;
    return {
      title: notice.title,
      unit: { unit: unit.name, code: unit.code },
      sendAt,
      movedByQuietHours: sendAt.getTime() !== wanted.getTime(),
      chase: chaseSteps(notice, sendAt),
      channels: [...parts.channels()].map(([channel, { limits }]) => ({
        channel,
        // A letter carries a link for each button.
        parts: renderForChat(
          content,
          limits.letters ? { ...limits, buttons: content.buttons.length } : limits,
        ).map((part) =>
          part.kind === 'file' ? { kind: 'file', name: part.file.name } : part.fill(reader.fullName),
        ),
      })),
    };
  }

  return { addressable, preview };
}
