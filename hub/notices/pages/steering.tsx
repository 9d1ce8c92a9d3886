import {
  Alert,
  Button,
  Buttons,
  FormTo,
  LinkButton,
  all,
  seeOther,
  type Console,
} from '../../console/index.ts';
import type { NoticePagesParts } from './pages.tsx';

/** What is done with a notice that was sent: reminding and no longer chasing, telling in person and back, cancelling. */
export function steeringForms(console: Console, { notices }: NoticePagesParts): void {
  const pageOf = (id: string | undefined) => `/console/notices/${id ?? ''}`;

  console.form(
    '/console/notices/:id/reminders',
    { needs: 'notice.remind' },
    async ({ viewer, say, params }) => {
      const { reminded } = await notices.remind(viewer.actor, params['id'] ?? '');
      const words = reminded > 0 ? say('steering-reminded', { reminded }) : say('steering-nobody-to-remind');
      return seeOther(pageOf(params['id']), words);
    },
  );

  console.form(
    '/console/notices/:id/tellings',
    { needs: 'notice.tell' },
    async ({ viewer, say, params, fields }) => {
      const members = all(fields, 'member');
      const back = `${pageOf(params['id'])}#not-yet`;
      if (members.length === 0) return seeOther(back, say('steering-nobody-ticked'));
      const { told } = await notices.toldAll(viewer.actor, params['id'] ?? '', members);
      return seeOther(back, say('steering-told', { told, before: members.length - told }));
    },
  );

  console.form(
    '/console/notices/:id/tellings/:member/withdrawal',
    { needs: 'notice.tell' },
    async ({ viewer, say, params }) => {
      const { member = '' } = params;
      await notices.untell(viewer.actor, params['id'] ?? '', member);
      return seeOther(`${pageOf(params['id'])}/people`, say('steering-untold', { member }));
    },
  );

  console.page(
    '/console/notices/:id/chase/stopping',
    { needs: 'notice.remind' },
    async ({ viewer, say, params }) => {
      const id = params['id'] ?? '';
      const { title, steps } = await notices.chaseToStop(viewer.actor, id);
      return {
        title: say('chase-stop-title'),
        body: (
          <>
            <p class="lead">{title}</p>
            <Alert kind="warning">{say('chase-stop-warning', { steps })}</Alert>
            <Buttons>
              <FormTo action={`${pageOf(id)}/chase/stopping`} inline>
                <Button kind="danger">{say('chase-stop-confirm')}</Button>
              </FormTo>
              <LinkButton href={`${pageOf(id)}#chase`}>{say('chase-stop-back')}</LinkButton>
            </Buttons>
          </>
        ),
      };
    },
  );

  console.form(
    '/console/notices/:id/chase/stopping',
    { needs: 'notice.remind' },
    async ({ viewer, say, params }) => {
      const { stopped } = await notices.stopChase(viewer.actor, params['id'] ?? '');
      return seeOther(`${pageOf(params['id'])}#chase`, say('chase-stopped', { stopped }));
    },
  );

  console.page(
    '/console/notices/:id/cancellation',
    { needs: 'notice.cancel' },
    async ({ viewer, say, params }) => {
      const id = params['id'] ?? '';
      const { title, waiting, gone, cascade } = await notices.cancellation(viewer.actor, id);
      return {
        title: say('cancel-page-title'),
        body: (
          <>
            <p class="lead">{title}</p>
            <Alert kind="warning">{say('cancel-page-warning', { waiting, gone })}</Alert>
            {cascade ? <Alert kind="warning">{say('cascade-cancel-warning')}</Alert> : null}
            <Buttons>
              <FormTo action={`${pageOf(id)}/cancellation`} inline>
                <Button kind="danger">{say('cancel-page-confirm')}</Button>
              </FormTo>
              <LinkButton href={pageOf(id)}>{say('cancel-page-back')}</LinkButton>
            </Buttons>
          </>
        ),
      };
    },
  );

  console.form(
    '/console/notices/:id/cancellation',
    { needs: 'notice.cancel' },
    async ({ viewer, say, params }) => {
      const { cancelled } = await notices.cancel(viewer.actor, params['id'] ?? '');
      return seeOther(pageOf(params['id']), say('steering-cancelled', { cancelled }));
    },
  );
}
