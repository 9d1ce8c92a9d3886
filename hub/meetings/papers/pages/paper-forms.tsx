import { z } from 'zod';
import { read, seeOther, type Console, type FormVisit } from '../../../console/index.ts';
import { readDay } from '../../../notices/index.ts';
import { DomainError } from '../../../platform/errors.ts';
import { PaperFieldMissing } from '../errors.ts';
import { kindIn, paperUrl, papersUrl, type PaperPagesParts } from './urls.ts';
import { pageOf } from './paper.tsx';

const revision = z.coerce.number().int().min(0);
const Seen = z.object({ revision });
const PartText = z.object({ revision, text: z.string().default('') });
const Notes = z.object({ revision, notes: z.string() });
const News = z.object({ revision, choice: z.enum(['take', 'leave']) });
const line = z.string().default('');
const FrameFields = z.object({
  revision,
  subject: line,
  parent: line,
  issuer: line,
  place: line,
  day: line,
  chair: line,
  taker: line,
  onBehalf: line,
  office: line,
  signer: line,
});
const Note = z.object({ text: z.string() });
const needs = { needs: 'meeting.run' };
const ofPaper = '/console/meetings/:id/papers/:paper';
const ofPart = `${ofPaper}/parts/:part`;

/** What is done to a paper; where something is refused, what was typed stays on the page. */
export function paperForms(console: Console, { papers, clock }: PaperPagesParts): void {
  console.form(ofPaper, needs, async ({ viewer, params }) => {
    const { id, kind, url } = about(params);
    await papers.begin(viewer.actor, id, kind);
    return seeOther(url);
  });

  console.form(`${ofPaper}/frame`, needs, async ({ viewer, say, params, fields }) => {
    const { id, kind, url } = about(params);
    const { revision: seen, day, ...frame } = read(FrameFields, fields);
    const written = readDay(day, clock());
    if (!written) throw new PaperFieldMissing('day');
    const before = (await papers.paperOf(viewer.actor, id, kind)).frame;
    // A form shows the signatures of its own kind alone: the others stay.
    const given = Object.fromEntries(Object.keys(fields).map((name) => [name, true]));
    const kept = Object.entries(frame).filter(([name]) => given[name]);
    const whole = { ...before, ...Object.fromEntries(kept), day: written };
    await papers.saveFrame(viewer.actor, id, { kind, revision: seen, frame: whole });
    return seeOther(url, say('paper-saved'));
  });

  console.form(ofPart, needs, async (visit) => {
    const { viewer, say, params, fields } = visit;
    const { id, kind, key, url } = about(params);
    const { revision: seen, text } = read(PartText, fields);
    return await unlessRefused(visit, text, async () => {
      await papers.saveSection(viewer.actor, id, { kind, key, revision: seen, text });
      return seeOther(`${url}#${key}`, say('paper-saved'));
    });
  });

  console.form(`${ofPart}/taking`, needs, async ({ viewer, say, params, fields }) => {
    const { id, kind, key, url } = about(params);
    await papers.takeDraft(viewer.actor, id, { kind, key, ...read(Seen, fields) });
    return seeOther(`${url}#${key}`, say('paper-part-taken'));
  });

  console.form(`${ofPart}/news`, needs, async ({ viewer, say, params, fields }) => {
    const { id, kind, key, url } = about(params);
    await papers.settleNews(viewer.actor, id, { kind, key, ...read(News, fields) });
    return seeOther(`${url}#${key}`, say('paper-saved'));
  });

  console.form(`${ofPart}/draft`, needs, async (visit) => {
    const { viewer, say, params, fields } = visit;
    const { id, kind, key, url } = about(params);
    const { revision: seen, notes } = read(Notes, fields);
    await papers.draftSection(viewer.actor, id, { kind, key, revision: seen, notes });
    return seeOther(`${url}#${key}`, say('paper-part-drafted'));
  });

  console.form(`${ofPaper}/following`, needs, async ({ viewer, say, params }) => {
    const { id, kind, url } = about(params);
    const count = await papers.follow(viewer.actor, id, kind);
    return seeOther(url, say('paper-followed', { count }));
  });

  console.form(`${ofPaper}/approval`, needs, async ({ viewer, say, params, fields }) => {
    const { id, kind, url } = about(params);
    const { number } = await papers.approve(viewer.actor, id, { kind, ...read(Seen, fields) });
    return seeOther(url, say('paper-now-approved', { number }));
  });

  console.form(`${ofPaper}/notes`, needs, async ({ viewer, say, params, fields }) => {
    const { id, kind, url } = about(params);
    await papers.addNote(viewer.actor, id, { kind, ...read(Note, fields) });
    return seeOther(url, say('paper-noted'));
  });

  console.form(`${ofPaper}/sending`, needs, async ({ viewer, say, params }) => {
    const { id, kind } = about(params);
    const { recipients } = await papers.sendPaper(viewer.actor, id, kind);
    return seeOther(papersUrl(id), say('papers-sent', { recipients }));
  });

  /** Shows the paper as it is now, with what this person typed and why it was not saved. */
  async function unlessRefused<Answer>(
    { viewer, say, params }: FormVisit,
    typed: string,
    work: () => Promise<Answer>,
  ): Promise<Answer | ReturnType<typeof pageOf>> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DomainError) || !spoken.has(error.code)) throw error;
      const { id, kind, key } = about(params);
      const view = await papers.paperOf(viewer.actor, id, kind);
      const problem = say(error.code.replaceAll('.', '-'), error.facts);
      return pageOf(say, { view, model: papers.model, open: key, refused: { key, problem, typed } });
    }
  }
}

/** Refusals after which the form is shown again. */
const spoken = new Set(['paper.changed-meanwhile', 'paper.text-long']);

function about(params: Readonly<Record<string, string>>) {
  const id = params['id'] ?? '';
  const kind = kindIn(params);
  return { id, kind, key: params['part'] ?? '', url: paperUrl(id, kind) };
}
