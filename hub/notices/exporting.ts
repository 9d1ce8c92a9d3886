import type { Actor } from '../platform/audit.ts';
import type { Say } from '../platform/locales.ts';
import { writeSheet, type SheetCell, type SheetFormat } from '../platform/spreadsheet.ts';
import { channelInWords } from '../channels/index.ts';
import { statuses, type Recipient, type Status } from '../delivery/index.ts';
import type { Find } from './find.ts';
import type { Following, UnitLine } from './following.ts';
import type { SendingParts } from './sending.ts';
import type { Trail, TrailEntry } from './trail.ts';

export interface ExportedSheet {
  fileName: string;
  content: Buffer;
}

/** Lists that leave the hub as files. That one was taken, by whom and how long it was, is on the record. */
export function exporting(
  { people, audit, locales }: SendingParts,
  find: Find,
  { recipientsFor, byUnit }: Following,
  { exportAudit }: Trail,
) {
  /** Everybody the reader may see of a notice, with how far each has come. @throws {DomainError} `may.not` */
  async function exportRecipients(by: Actor, id: string, format: SheetFormat): Promise<ExportedSheet> {
    const notice = await find(id);
    const say = await sayerOf(by);
    const rows = await recipientsFor(by, id, { limit: null }, 'notice.export');
    const nameless = notice.compactedAt
      ? (await byUnit(by, id)).flatMap((unit) => withoutNames(unit, say))
      : [];
    // Whoever took only a part took it of the own units: there it is on the record.
    const mayWhole = by.memberId === null || (await people.may(by.memberId, 'notice.export', notice.unitId));
    const [own = notice.unitId] = mayWhole ? [] : await people.reach(by.memberId!, 'notice.export');
    const deed = { action: 'notice.exported', unitId: own, subjectId: notice.id };
    await audit.record(by, { ...deed, facts: { recipients: rows.length } });
    const head = [
      say('sheet-code'),
      say('sheet-name'),
      say('sheet-unit'),
      say('sheet-status'),
      say('sheet-since'),
      say('sheet-channel'),
      say('sheet-in-person'),
    ];
    const content = await writeSheet([head, ...rows.map((row) => line(row, say)), ...nameless], format);
    return { fileName: `${say('sheet-recipients-file')}.${format}`, content };
  }

  /** The audit of the units within reach. */
  async function exportTrail(
    by: Actor,
    format: SheetFormat,
    words: (entry: TrailEntry, say: Say) => readonly SheetCell[],
  ): Promise<ExportedSheet> {
    const say = await sayerOf(by);
    const entries = await exportAudit(by);
    const head = [
      say('audit-at'),
      say('audit-who'),
      say('audit-via'),
      say('audit-what'),
      say('audit-about'),
      say('audit-where'),
    ];
    const content = await writeSheet([head, ...entries.map((entry) => words(entry, say))], format);
    return { fileName: `${say('sheet-audit-file')}.${format}`, content };
  }

  async function sayerOf(by: Actor): Promise<Say> {
    return locales(by.memberId === null ? 'vi' : (await people.member(by.memberId)).language);
  }

  return { exportRecipients, exportTrail };
}

function line(row: Recipient, say: Say): SheetCell[] {
  return [
    row.member,
    row.fullName,
    row.unit,
    wordOf(row.status, say),
    row.at ? say('notice-page-moment', { moment: row.at }) : null,
    row.channel && channelInWords(row.channel, say),
    row.inPerson ? say('sheet-yes') : null,
  ];
}

/** Of a compacted notice those who did not acknowledge are counted: with these lines a sheet adds up as before. */
function withoutNames({ unit, byStatus }: UnitLine, say: Say): SheetCell[][] {
  return statuses
    .filter((status) => status !== 'acknowledged' && byStatus[status] > 0)
    .map((status) => [
      null,
      say('sheet-without-names', { count: byStatus[status] }),
      unit?.code ?? null,
      wordOf(status, say),
      null,
      null,
      null,
    ]);
}

function wordOf(status: Status, say: Say): string {
  return say(`status-${status.replace('_', '-')}`);
}
