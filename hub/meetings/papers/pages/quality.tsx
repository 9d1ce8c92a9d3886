import { Alert, Button, Field, FormTo, useSay, seeOther, type Console } from '../../../console/index.ts';
import type { Say } from '../../../platform/locales.ts';
import type { QualityForm } from '../quality.ts';
import type { Proposal } from '../quality-scale.ts';
import { BackToPapers } from './links.tsx';
import { papersUrl, type PaperPagesParts } from './urls.ts';

/** The meeting scores itself: known figures stand beside their points. */
export function qualityPages(console: Console, { papers }: PaperPagesParts): void {
  const url = '/console/meetings/:id/quality';

  console.page(url, { needs: 'meeting.run' }, async ({ viewer, say, params }) => {
    const id = params['id'] ?? '';
    const form = await papers.qualityOf(viewer.actor, id);
    return { title: say('quality-title'), body: <Quality form={form} meetingId={id} /> };
  });

  console.form(url, { needs: 'meeting.run' }, async ({ viewer, say, params, fields }) => {
    const id = params['id'] ?? '';
    const points = Object.fromEntries(
      Object.entries(fields).map(([key, written]) => [key, written === '' ? NaN : Number(written)]),
    );
    const { total, level } = await papers.saveQuality(viewer.actor, id, points);
    return seeOther(papersUrl(id), say('quality-saved', { total, level }));
  });
}

function Quality({ form, meetingId }: { form: QualityForm; meetingId: string }) {
  const say = useSay();
  const { saved, settled, criteria, source, note, proposalSource } = form;
  const most = criteria.reduce((sum, { max }) => sum + max, 0);
  return (
    <>
      {saved ? (
        <Alert kind="note">{say('quality-now', { total: saved.total, most, level: saved.level })}</Alert>
      ) : null}
      <p class="hint">{say('quality-source', { source, note: note ?? '' })}</p>
      <p class="hint">
        {say('quality-levels', {
          levels: form.levels.map(({ name, from }) => `${name} ≥\u00a0${from}`).join(', '),
        })}
      </p>
      {settled ? (
        <>
          <p>{say('quality-settled')}</p>
          <ul>
            {criteria.map(({ key, title, points, max }) => (
              <li key={key}>{say('quality-line', { title, points: points ?? 0, max })}</li>
            ))}
          </ul>
        </>
      ) : (
        <FormTo action={`/console/meetings/${meetingId}/quality`}>
          {criteria.map(({ key, title, max, points, proposal }) => (
            <Field
              key={key}
              label={say('quality-criterion', { title, max })}
              hint={proposal ? proposalInWords(say, proposal, proposalSource) : undefined}
              name={key}
              type="number"
              inputmode="numeric"
              min="0"
              max={String(max)}
              value={points === null ? undefined : String(points)}
              required
            />
          ))}
          <Button>{say('quality-save')}</Button>
        </FormTo>
      )}
      <BackToPapers meetingId={meetingId} />
    </>
  );
}

function proposalInWords(say: Say, proposal: Proposal, source: string): string {
  if (proposal.kind === 'time') {
    const { points, heldMinutes, leastMinutes } = proposal;
    return say('quality-proposed-time', { points, heldMinutes, leastMinutes, source });
  }
  const { points, there, called, unexcused } = proposal;
  return say('quality-proposed-attendance', { points, there, called, unexcused, source });
}
