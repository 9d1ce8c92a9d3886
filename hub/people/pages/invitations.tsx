import {
  Alert,
  Button,
  Buttons,
  Empty,
  FormTo,
  LinkButton,
  PrintButton,
  QrCode,
  seeOther,
  useSay,
  type Console,
} from '../../console/index.ts';
import type { InvitationCard } from '../joining/invitation-cards.ts';
import type { MemberPagesParts } from './pages.tsx';
import { memberUrl, unitUrl } from './urls.ts';

interface Card extends InvitationCard {
  link: string;
}

/** Invitations on paper: a card for each member, with a QR code, the code in large letters and what to do. */
export function invitationPages(console: Console, { people, linksFor }: MemberPagesParts): void {
  const withLink = async (card: InvitationCard): Promise<Card> => ({
    ...card,
    link: (await linksFor(card.code)).web,
  });

  console.form(
    '/console/people/members/:code/invites',
    { needs: 'member.invite' },
    async ({ viewer, say, params }) => {
      const code = params['code'] ?? '';
      const card = await withLink(await people.invitationCard(viewer.actor, code));
      return {
        title: say('invitation-title'),
        body: (
          <>
            <Alert kind="note">{say('invitation-once')}</Alert>
            <Cards cards={[card]} />
            <Buttons>
              <PrintButton>{say('invitations-print')}</PrintButton>
              <LinkButton href={memberUrl(code)}>{say('form-back')}</LinkButton>
            </Buttons>
          </>
        ),
      };
    },
  );

  console.form(
    '/console/people/members/:code/invitation-letter',
    { needs: 'member.invite' },
    async ({ viewer, say, params }) => {
      const code = params['code'] ?? '';
      const { expiresAt } = await people.inviteByLetter(viewer.actor, code);
      return seeOther(`${memberUrl(code)}#channels`, say('member-invited-by-letter', { until: expiresAt }));
    },
  );

  console.page(
    '/console/people/units/:code/invitations',
    { needs: 'member.invite' },
    async ({ viewer, say, params }) => {
      const code = params['code'] ?? '';
      const [branch] = await people.unitTree(viewer.actor, 'member.invite', { unit: code });
      const { name } = await people.unitByCode(code);
      const count = branch?.withoutChannel ?? 0;
      return {
        title: say('invitations-title', { unit: name }),
        body:
          count === 0 ? (
            <>
              <Empty>{say('invitations-nobody')}</Empty>
              <Buttons>
                <LinkButton href={unitUrl(code)}>{say('form-back')}</LinkButton>
              </Buttons>
            </>
          ) : (
            <>
              <p class="lead">{say('invitations-lead', { count })}</p>
              <Alert kind="warning">{say('invitations-warning')}</Alert>
              <FormTo action={`${unitUrl(code)}/invitations`}>
                <Buttons>
                  <Button>{say('invitations-make', { count })}</Button>
                  <LinkButton href={unitUrl(code)}>{say('form-back')}</LinkButton>
                </Buttons>
              </FormTo>
            </>
          ),
      };
    },
  );

  console.form(
    '/console/people/units/:code/invitations',
    { needs: 'member.invite' },
    async ({ viewer, say, params }) => {
      const code = params['code'] ?? '';
      const { name } = await people.unitByCode(code);
      const cards = await Promise.all((await people.invitationCardsOf(viewer.actor, code)).map(withLink));
      return {
        title: say('invitations-title', { unit: name }),
        body: (
          <>
            <Alert kind="done">{say('invitations-made', { count: cards.length })}</Alert>
            <Buttons>
              <PrintButton>{say('invitations-print')}</PrintButton>
              <LinkButton href={unitUrl(code)}>{say('form-back')}</LinkButton>
            </Buttons>
            <Cards cards={cards} />
          </>
        ),
      };
    },
  );
}

function Cards({ cards }: { cards: readonly Card[] }) {
  const say = useSay();
  return (
    <ul class="cards">
      {cards.map(({ fullName, unit, member, code, expiresAt, link }) => (
        <li class="invitation" key={member}>
          <QrCode text={link} label={say('invitation-qr', { name: fullName })} />
          <div>
            <p class="invitation-name">{fullName}</p>
            <p class="hint">{unit}</p>
            <p class="invitation-code">{code}</p>
            <p>{say('invitation-scan')}</p>
            <p>{say('invitation-type', { link: withoutScheme(link) })}</p>
            <p>{say('invitation-valid', { until: expiresAt })}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function withoutScheme(link: string): string {
  return link.replace(/^https?:\/\//, '');
}
