import type { Button } from '../../hub/channels/index.ts';
import type { Notices, UnitsPart } from '../../hub/notices/index.ts';
import { idFromShort, shortId } from '../../hub/platform/ids.ts';
import type { Say } from '../../hub/platform/locales.ts';

const passPrefix = 'pass:';
/** Buttons that fit under one message. */
const buttonsShown = 5;

/** What waits for somebody to pass it on. */
export function passOffers({ cascade }: Pick<Notices, 'cascade'>) {
  /** What waits for a member to pass it on, with a button for each; null where nothing does. */
  return async function offered(
    memberId: string,
    say: Say,
    noticeId: string | null = null,
  ): Promise<{ waiting: UnitsPart[]; buttons: Button[] } | null> {
    const all = await cascade.waiting(memberId);
    const waiting = noticeId === null ? all : all.filter((part) => part.noticeId === noticeId);
    if (waiting.length === 0) return null;
    return { waiting, buttons: unitButtons(waiting, say) };
  };
}

/** The reference a button carries: which directive and which unit; what counts is whether it waits for the presser. */
function passPayload({ rootId, unitId }: UnitsPart): string {
  return `${passPrefix}${shortId(rootId)}:${shortId(unitId)}`;
}

/** What such a button refers to; null for any other. */
export function chosenBy(payload: string): { rootId: string; unitId: string } | null {
  if (!payload.startsWith(passPrefix)) return null;
  const [root = '', unit = ''] = payload.slice(passPrefix.length).split(':');
  const [rootId, unitId] = [idFromShort(root), idFromShort(unit)];
  return rootId && unitId ? { rootId, unitId } : null;
}

/** Lines numbered after the `from` lines before them. */
export function listInWords(
  waiting: readonly UnitsPart[],
  { say, from }: { say: Say; from: number },
): string {
  const lines = waiting.map(({ title, unitName, passOnBy, cameAt }, index) =>
    say('cascade-chat-line', {
      place: from + index + 1,
      title,
      unit: unitName,
      passOnBy: passOnBy ?? cameAt,
    }),
  );
  return [
    say('cascade-chat-waiting', { count: waiting.length }),
    lines.join('\n'),
    say('cascade-chat-choose'),
  ].join('\n\n');
}

/** One button for each unit that something waits in; what does not fit is chosen by its number. */
function unitButtons(waiting: readonly UnitsPart[], say: Say): Button[] {
  return waiting.slice(0, buttonsShown).map((part) => ({
    label: waiting.length === 1 ? say('button-pass-on') : say('button-pass-on-for', { unit: part.unitName }),
    payload: passPayload(part),
  }));
}
