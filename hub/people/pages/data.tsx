import { z } from 'zod';
import {
  Alert,
  Button,
  Buttons,
  Card,
  Field,
  FormTo,
  LinkButton,
  Section,
  read,
  seeOther,
  useSay,
  type Console,
} from '../../console/index.ts';
import { DomainError } from '../../platform/errors.ts';
import type { People } from '../people.ts';
import { clean } from '../text.ts';
import { memberUrl } from './urls.ts';

/** A member's data: the full copy, and its erasure after the code was typed once more. */
export function dataPages(console: Console, { people }: { people: People }): void {
  const url = '/console/people/members/:code/data';

  console.page(url, { needs: 'member.data' }, async ({ viewer, say, params }) => {
    const { code, fullName, mayErase } = await people.dataOf(viewer.actor, params['code'] ?? '');
    const here = `${memberUrl(code)}/data`;
    return {
      title: say('data-title', { name: fullName }),
      body: (
        <>
          <p>{say('data-lead')}</p>
          <Section title={say('data-download-title')}>
            <p>{say('data-download-lead')}</p>
            <LinkButton href={`${here}/file`} download>
              {say('data-download')}
            </LinkButton>
          </Section>
          {mayErase ? (
            <Section title={say('data-erase-title')}>
              <p>{say('data-erase-lead')}</p>
              <LinkButton href={`${here}/erasure`} kind="danger">
                {say('data-erase-open')}
              </LinkButton>
            </Section>
          ) : null}
        </>
      ),
    };
  });

  console.page(`${url}/file`, { needs: 'member.data' }, async ({ viewer, params }) => {
    const data = await people.exportData(viewer.actor, params['code'] ?? '');
    return {
      fileName: `${data.member.code}.json`,
      mediaType: 'application/json',
      content: `${JSON.stringify(data, null, 2)}\n`,
    };
  });

  console.page(`${url}/erasure`, { needs: 'member.erase' }, async ({ viewer, say, params }) => {
    const { code, fullName, mayErase } = await people.dataOf(viewer.actor, params['code'] ?? '');
    if (!mayErase) throw new DomainError('may.not', { status: 403 });
    return {
      title: say('data-title', { name: fullName }),
      body: <ErasureForm here={`${memberUrl(code)}/data`} />,
    };
  });

  console.form(`${url}/erasure`, { needs: 'member.erase' }, async ({ viewer, say, params, fields }) => {
    const code = params['code'] ?? '';
    const typed = read(Confirmed, fields);
    if (clean(typed.code) !== clean(code)) throw new DomainError('erase.code-wrong', { status: 422 });
    await people.eraseData(viewer.actor, code);
    return seeOther('/console/people', say('data-erased'));
  });
}

const Confirmed = z.object({ code: z.string() });

function ErasureForm({ here }: { here: string }) {
  const say = useSay();
  return (
    <>
      <Alert kind="warning">{say('data-erase-lead')}</Alert>
      <Card>
        <h2>{say('data-erase-goes')}</h2>
        <p>{say('data-erase-goes-list')}</p>
        <h2>{say('data-erase-stays')}</h2>
        <p>{say('data-erase-stays-list')}</p>
        <p>{say('data-erase-backups')}</p>
      </Card>
      <FormTo action={`${here}/erasure`}>
        <Field label={say('data-erase-code')} name="code" required autocomplete="off" autocapitalize="none" />
        <Buttons>
          <Button kind="danger">{say('data-erase-do')}</Button>
          <LinkButton href={here}>{say('reorganise-leave')}</LinkButton>
        </Buttons>
      </FormTo>
    </>
  );
}
