import { refuseClassified } from '../../notices/index.ts';
import type { Actor } from '../../platform/audit.ts';
import { promptNamed } from '../../platform/prompts.ts';
import { findMeeting } from '../row.ts';
import type { PaperKind } from './content.ts';
import { ModelSilent, PaperApproved, PaperChangedMeanwhile, PaperUnknown } from './errors.ts';
import { paperForms } from './forms.ts';
import { findPaper } from './paper-row.ts';
import type { PapersParts } from './parts.ts';
import type { PaperRights } from './rights.ts';
import { lineOf, paragraphsOf } from './texts.ts';
import type { writing } from './writing.ts';

const longestNotes = 4_000;
const longestDraft = 6_000;

/** Paragraphs from short notes, by the model that is configured: a draft until a person has edited or taken it. */
export function drafting(
  parts: PapersParts,
  { rights, changeSection }: { rights: PaperRights } & Pick<ReturnType<typeof writing>, 'changeSection'>,
) {
  const { database, audit, model } = parts;

  /**
   * Puts what the model makes of the notes below what stands in the part.
   *
   * @throws {DomainError} `paper.model-silent`, `notice.classified`, `paper.text-long`, `paper.changed-meanwhile`,
   *   `paper.unknown`, `paper.approved`, `may.not`
   */
  async function draftSection(
    by: Actor,
    meetingId: string,
    given: { kind: PaperKind; key: string; revision: number; notes: string },
  ): Promise<void> {
    const meeting = await findMeeting(database, meetingId);
    await rights.requireWriter(by, meeting);
    const form = paperForms[given.kind];
    const part = form.parts.find(({ key }) => key === given.key);
    const paper = await findPaper(database, meeting.id, given.kind);
    const section = paper?.content.sections.find(({ key }) => key === given.key);
    if (!part || !paper || !section) throw new PaperUnknown();
    if (paper.approvedAt) throw new PaperApproved();
    if (section.revision > given.revision) throw new PaperChangedMeanwhile(paper.changedByName ?? '');
    const notes = paragraphsOf(given.notes, longestNotes);
    if (notes === '' || !model) throw new ModelSilent();
    await refuseClassified({ title: '', body: notes });

    const deed = { unitId: meeting.unitId, subjectId: meeting.id, facts: { kind: given.kind } };
    await audit.record(by, { action: 'paper.notes-given-to-model', ...deed });
    const { subject } = paper.content.frame;
    const question = { paper: form.title, subject, part: part.label, notes };
    const instructions = promptNamed('meetings/minutes-paragraph.vi');
    const answer = await model.answer({ instructions, given: JSON.stringify(question) });
    const draft = paragraphsFrom(answer);
    if (draft === '') throw new ModelSilent();
    await changeSection(by, meeting.id, given, (now) => ({
      ...now,
      text: [now.text, draft].filter((text) => text !== '').join('\n'),
      draft: true,
    }));
  }

  return { draftSection, model: model && { name: model.name, host: model.host } };
}

/** Plain paragraphs, whatever a model likes to put around them. */
function paragraphsFrom(answer: string | null): string {
  const lines = (answer ?? '').split('\n').map((line) =>
    lineOf(line)
      .replace(/^(?:#+|[*•])\s+/, '')
      .replaceAll(/\*\*|__|`/g, ''),
  );
  return paragraphsOf(lines.join('\n').slice(0, longestDraft));
}
