import {
  Button,
  Buttons,
  FormTo,
  LinkButton,
  all,
  seeOther,
  type Console,
  type Page,
} from '../../console/index.ts';
import { DomainError } from '../../platform/errors.ts';
import { DraftGone } from '../errors.ts';
import { formPage } from './compose-form.tsx';
import { noticeFrom, typedIn } from './form.ts';
import type { NoticePagesParts } from './pages.tsx';
import { PreviewBody } from './preview.tsx';

/** Writing a notice: the form, a look at what it will be, and sending it, once. */
export function composePages(console: Console, { notices, clock }: NoticePagesParts): void {
  console.page('/console/notices/new', { needs: 'notice.send' }, async ({ viewer, say, query }) => {
    const units = await notices.addressable(viewer.actor);
    const draft = query['draft'] ? await notices.openDraft(viewer.actor, query['draft']) : null;
    const typed = draft?.fields ?? {
      to: 'members',
      kind: 'notice',
      when: 'now',
      ack: 'yes',
      dueTime: '17:00',
    };
    return formPage(say, { units, typed, files: draft?.files ?? [], draftId: draft?.id ?? null });
  });

  console.form('/console/notices/new', { needs: 'notice.send', files: true }, async (visit) => {
    const { viewer, say, fields, uploads } = visit;
    const draftId = typeof fields['draft'] === 'string' && fields['draft'] ? fields['draft'] : null;
    const draft = draftId ? await notices.openDraft(viewer.actor, draftId) : null;
    const keep = all(fields, 'keep');
    const kept = draft?.files.filter(({ id }) => keep.includes(id)) ?? [];
    const typed = typedIn(fields);
    const { notice, faults } = noticeFrom(typed, { from: viewer.code, now: clock(), say });
    const again = async (problem: string | null): Promise<Page> => {
      const units = await notices.addressable(viewer.actor);
      return formPage(say, {
        units,
        typed,
        files: kept,
        draftId,
        faults,
        problem,
        lostFiles: uploads.length > 0,
      });
    };
    if (Object.keys(faults).length > 0) return await again(null);
    try {
      // Every check that sending makes, before anything is kept: a classified paper leaves no draft.
      await notices.preview(viewer.actor, { ...notice, attachments: [...kept, ...uploads] });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return await again(say(error.code.replaceAll('.', '-'), error.facts));
    }
    const id = await notices.saveDraft(viewer.actor, { id: draftId, fields: typed, keep, files: uploads });
    return seeOther(`/console/notices/drafts/${id}`);
  });

  console.page(
    '/console/notices/drafts/:draft',
    { needs: 'notice.send' },
    async ({ viewer, say, params }) => {
      const id = params['draft'] ?? '';
      const sent = await notices.sentUnder(viewer.actor, keyOf(id));
      // Back in the browser after sending: the notice, not a second chance to send it.
      if (sent) return seeOther(`/console/notices/${sent.id}`);
      const { fields, files } = await notices.openDraft(viewer.actor, id);
      const { notice } = noticeFrom(fields, { from: viewer.code, now: clock(), say });
      const whole = { ...notice, attachments: files };
      const [audience, preview] = await Promise.all([
        notices.audiencePreview(viewer.actor, whole),
        notices.preview(viewer.actor, whole),
      ]);
      return {
        title: say('preview-title'),
        body: (
          <PreviewBody notice={notice} audience={audience} preview={preview}>
            <Buttons>
              {audience.recipients > 0 || notice.cascade ? (
                <FormTo action={`/console/notices/drafts/${id}/sending`} inline>
                  <Button>{say('preview-send', { recipients: audience.recipients })}</Button>
                </FormTo>
              ) : null}
              <LinkButton href={`/console/notices/new?draft=${id}`}>{say('preview-edit')}</LinkButton>
              <FormTo action={`/console/notices/drafts/${id}/discarding`} inline>
                <Button kind="plain">{say('preview-discard')}</Button>
              </FormTo>
            </Buttons>
          </PreviewBody>
        ),
      };
    },
  );

  console.form('/console/notices/drafts/:draft/sending', { needs: 'notice.send' }, async (visit) => {
    const { viewer, say, params } = visit;
    const id = params['draft'] ?? '';
    const sent = await sendOnce(id, visit);
    await notices.discardDraft(viewer.actor, id);
    return seeOther(`/console/notices/${sent.id}`, say('preview-sent', { recipients: sent.recipients }));
  });

  console.form(
    '/console/notices/drafts/:draft/discarding',
    { needs: 'notice.send' },
    async ({ viewer, say, params }) => {
      await notices.discardDraft(viewer.actor, params['draft'] ?? '');
      return seeOther('/console/notices', say('preview-discarded'));
    },
  );

  /** The draft's id is the idempotency key: pressed twice, or after going back, it is sent once. */
  async function sendOnce(
    id: string,
    { viewer, say }: Parameters<Parameters<Console['form']>[2]>[0],
  ): Promise<{ id: string; recipients: number }> {
    const earlier = await notices.sentUnder(viewer.actor, keyOf(id));
    if (earlier) return earlier;
    try {
      const { fields, files } = await notices.openDraft(viewer.actor, id);
      const { notice } = noticeFrom(fields, { from: viewer.code, now: clock(), say });
      const attachments = files.map(({ name, mediaType, content }) => ({ name, mediaType, content }));
      return await notices.send({ ...notice, attachments, idempotencyKey: keyOf(id) }, 'console');
    } catch (error) {
      // The other press was faster: it sent, and took the draft away.
      const sent = error instanceof DraftGone ? await notices.sentUnder(viewer.actor, keyOf(id)) : null;
      if (!sent) throw error;
      return sent;
    }
  }
}

function keyOf(draftId: string): string {
  return `console-${draftId.replaceAll(/[^\w-]/g, '').slice(0, 64)}`;
}
