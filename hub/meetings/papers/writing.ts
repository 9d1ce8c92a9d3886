import { newId } from '../../platform/ids.ts';
import type { Actor } from '../../platform/audit.ts';
import type { Sql } from '../../platform/database/index.ts';
import {
  canFollow,
  newsFor,
  type PaperContent,
  type PaperFrame,
  type PaperKind,
  type Section,
} from './content.ts';
import { MeetingOver } from '../errors.ts';
import { findMeeting, stateOf, type MeetingRow } from '../row.ts';
import { PaperChangedMeanwhile, PaperUnknown } from './errors.ts';
import { frameFor, frameFrom } from './frame.ts';
import { paperForms } from './forms.ts';
import { lockOpenPaper, writeContent, type PaperRow } from './paper-row.ts';
import type { PapersParts } from './parts.ts';
import type { Prefilling } from './prefilling.ts';
import { paragraphsOf } from './texts.ts';

/** What becomes of what the hub knows now and a part does not say: put below it, or left out for good. */
export type NewsChoice = 'take' | 'leave';

/** Writing a paper part by part; two who write the same part are told of each other. */
export function writing(parts: PapersParts, { prefill, rights }: Prefilling) {
  const { database, audit, clock } = parts;

  /** Begins a paper with what is known. Again: as it is. @throws {DomainError} `meeting.unknown`, `may.not`, `meeting.over` */
  async function begin(by: Actor, meetingId: string, kind: PaperKind): Promise<void> {
    const meeting = await findMeeting(database, meetingId);
    await rights.requireWriter(by, meeting);
    if (['proposed', 'cancelled'].includes(stateOf(meeting))) throw new MeetingOver();
    const { facts, now } = await prefill(by, meeting, kind);
    const { value: term } = await parts.people.rule('paper.term', meeting.startsAt);
    const frame = await frameFor(database, kind, facts);
    const content: PaperContent = {
      frame,
      sections: paperForms[kind].parts.map(emptyOrFilled(now)),
      notes: [],
    };
    await database.transaction(async (sql) => {
      const at = clock();
      const values = [newId(), meeting.id, meeting.unitId, kind, String(term), JSON.stringify(content), at];
      const begun = await sql.query(insertPaper, [...values, by.memberId ?? meeting.calledBy]);
      if (begun.length > 0) await write(by, meeting, { action: 'paper.begun', kind }, sql);
    });
  }

  /** @throws {DomainError} `paper.unknown`, `paper.approved`, `paper.changed-meanwhile`, `paper.field-missing`, `paper.text-long`, `may.not` */
  async function saveFrame(
    by: Actor,
    meetingId: string,
    given: { kind: PaperKind; revision: number; frame: PaperFrame },
  ): Promise<void> {
    const frame = frameFrom(given.frame);
    await change(by, meetingId, given.kind, (paper) => {
      if (paper.revision !== given.revision) throw new PaperChangedMeanwhile(paper.changedByName ?? '');
      return { ...paper.content, frame };
    });
  }

  /**
   * Saves one part as a person wrote it. A part that a model drafted stays a draft where nothing in it was changed.
   *
   * @param given.revision of the paper as this person saw it
   * @throws {DomainError} `paper.changed-meanwhile`: somebody else saved this very part since; and as `saveFrame`
   */
  async function saveSection(
    by: Actor,
    meetingId: string,
    given: { kind: PaperKind; key: string; revision: number; text: string },
  ): Promise<void> {
    const text = paragraphsOf(given.text);
    await changeSection(by, meetingId, given, (section) => ({
      ...section,
      text,
      draft: section.draft && section.text === text,
    }));
  }

  /** A person has read what a model drafted, and takes it as it is. @throws {DomainError} as `saveSection` */
  async function takeDraft(
    by: Actor,
    meetingId: string,
    given: { kind: PaperKind; key: string; revision: number },
  ): Promise<void> {
    await changeSection(by, meetingId, given, (section) => ({ ...section, draft: false }));
  }

  /** What is new for a part in which a person has written. @throws {DomainError} as `saveSection` */
  async function settleNews(
    by: Actor,
    meetingId: string,
    given: { kind: PaperKind; key: string; revision: number; choice: NewsChoice },
  ): Promise<void> {
    const meeting = await findMeeting(database, meetingId);
    await rights.requireWriter(by, meeting);
    const { now } = await prefill(by, meeting, given.kind);
    await changeSection(by, meetingId, given, (section) => {
      const news = given.choice === 'take' ? newsFor(section, now) : [];
      const text = [section.text, ...news].filter((line) => line !== '').join('\n');
      const prefilled = now.find(({ key }) => key === section.key)?.text ?? section.prefilled;
      return { ...section, text, prefilled };
    });
  }

  /** Parts in which nobody has written follow what is known now. Returns how many did. @throws {DomainError} as `saveFrame` */
  async function follow(by: Actor, meetingId: string, kind: PaperKind): Promise<number> {
    const meeting = await findMeeting(database, meetingId);
    await rights.requireWriter(by, meeting);
    const { now } = await prefill(by, meeting, kind);
    let followed = 0;
    await change(by, meetingId, kind, (paper) => {
      const sections = paper.content.sections.map((section) => {
        if (!canFollow(section, now)) return section;
        followed += 1;
        const { text } = now.find(({ key }) => key === section.key)!;
        return { ...section, text, prefilled: text, revision: paper.revision + 1 };
      });
      return followed === 0 ? null : { ...paper.content, sections };
    });
    return followed;
  }

  async function changeSection(
    by: Actor,
    meetingId: string,
    given: { kind: PaperKind; key: string; revision: number },
    otherwise: (section: Section) => Section,
  ): Promise<void> {
    await change(by, meetingId, given.kind, (paper) => {
      const { sections } = paper.content;
      const section = sections.find(({ key }) => key === given.key);
      if (!section) throw new PaperUnknown();
      if (section.revision > given.revision) throw new PaperChangedMeanwhile(paper.changedByName ?? '');
      const changed = { ...otherwise(section), revision: paper.revision + 1 };
      return { ...paper.content, sections: sections.map((each) => (each === section ? changed : each)) };
    });
  }

  /** Null: nothing is to be changed. */
  async function change(
    by: Actor,
    meetingId: string,
    kind: PaperKind,
    otherwise: (paper: PaperRow) => PaperContent | null,
  ): Promise<void> {
    const meeting = await findMeeting(database, meetingId);
    await rights.requireWriter(by, meeting);
    await database.transaction(async (sql) => {
      const paper = await lockOpenPaper(sql, meeting.id, kind);
      const content = otherwise(paper);
      if (!content) return;
      await writeContent(sql, paper, { content, at: clock(), by: by.memberId });
      await write(by, meeting, { action: 'paper.changed', kind }, sql);
    });
  }

  async function write(
    by: Actor,
    meeting: MeetingRow,
    { action, kind }: { action: string; kind: PaperKind },
    sql: Sql,
  ): Promise<void> {
    const facts = { kind };
    await audit.record(by, { action, unitId: meeting.unitId, subjectId: meeting.id, facts }, sql);
  }

  return { begin, saveFrame, saveSection, takeDraft, settleNews, follow, changeSection };
}

function emptyOrFilled(now: readonly { key: string; text: string }[]) {
  return ({ key }: { key: string }): Section => {
    const text = now.find((part) => part.key === key)?.text ?? '';
    return { key, text, prefilled: text, draft: false, revision: 0 };
  };
}

const insertPaper = `
  insert into meeting_paper (id, meeting_id, unit_id, kind, term, content, created_at, changed_at, changed_by)
  values ($1, $2, $3, $4, $5, $6, $7, $7, $8)
  on conflict (meeting_id, kind) do nothing returning id`;
