import { z } from 'zod';
import { channelInWords } from '../../channels/index.ts';
import {
  Alert,
  Badge,
  Button,
  Buttons,
  Details,
  Empty,
  Facts,
  Field,
  FormTo,
  LinkButton,
  read,
  Section,
  seeOther,
  useSay,
  type Console,
} from '../../console/index.ts';
import type { ChannelLogin, LoginStanding } from '../channel-login.ts';
import { accountFaultWords, loginProblemWords } from '../login-words.ts';

const page = '/console/channels/zalo/login';
const longestToken = 4_000;

const pasted = z.object({ refreshToken: z.string().trim().min(1).max(longestToken) });

/** "Kết nối Zalo OA": how we stand with the Official Account, and letting an administrator of it agree. */
export function channelLoginPages(console: Console, { login }: { login: ChannelLogin }): void {
  console.page(page, { needs: 'channel.manage' }, async ({ viewer, say }) => {
    const standing = await login.loginStanding(viewer.actor, 'zalo');
    return {
      title: say('login-title'),
      body: (
        <>
          <p>
            <a href="/console/channels/zalo">{channelInWords('zalo', say)}</a>
          </p>
          <Standing of={standing} />
        </>
      ),
    };
  });

  // The browser may not be led away from a form of ours: the page in between holds a link, and says what comes.
  console.form(`${page}/consent`, { needs: 'channel.manage' }, async ({ viewer, say }) => {
    const url = await login.askForLogin(viewer.actor, 'zalo');
    return { title: say('login-go-title'), body: <Going to={url} /> };
  });

  console.page('/console/channels/zalo/callback', { needs: 'channel.manage' }, async (visit) => {
    const { viewer, say, query } = visit;
    const { state = '', code = '' } = query;
    await login.finishLogin(viewer.actor, 'zalo', { state, code });
    return seeOther(page, say('login-done'));
  });

  console.form(`${page}/token`, { needs: 'channel.manage' }, async ({ viewer, say, fields }) => {
    const { refreshToken } = read(pasted, fields);
    await login.loginByToken(viewer.actor, 'zalo', refreshToken);
    return seeOther(page, say('login-done'));
  });
}

function Standing({ of: { on, login, callbackUrl } }: { of: LoginStanding }) {
  const say = useSay();
  if (!on) return <Empty>{say('login-off')}</Empty>;
  return (
    <>
      {login ? <Login of={login} /> : <Empty>{say('login-none')}</Empty>}
      <Section title={say(login?.state === 'connected' ? 'login-again' : 'login-begin')}>
        <p>{say('login-how')}</p>
        <Facts of={[[say('login-callback'), callbackUrl]]} />
        <FormTo action={`${page}/consent`}>
          <Buttons>
            <Button kind={login?.state === 'connected' ? 'plain' : 'primary'}>{say('login-ask')}</Button>
          </Buttons>
        </FormTo>
        <Details summary={say('login-paste')}>
          <p class="hint">{say('login-paste-hint')}</p>
          <FormTo action={`${page}/token`}>
            <Field
              label={say('login-token')}
              name="refreshToken"
              required
              autocomplete="off"
              autocapitalize="none"
              maxlength={longestToken}
            />
            <Buttons>
              <Button>{say('login-token-use')}</Button>
            </Buttons>
          </FormTo>
        </Details>
      </Section>
    </>
  );
}

function Login({ of: login }: { of: NonNullable<LoginStanding['login']> }) {
  const say = useSay();
  const { state, problem, changedAt, accessExpiresAt, refreshExpiresAt, account } = login;
  const connected = state === 'connected';
  return (
    <>
      <p>
        <Badge tone={connected ? 'good' : 'bad'}>
          {say(connected ? 'login-state-connected' : 'login-state-needs-person')}
        </Badge>
      </p>
      {connected ? null : (
        <Alert kind="problem">
          {loginProblemWords(problem ?? '', say)} {say('login-others-carry-on')}
        </Alert>
      )}
      <Facts
        of={[
          [say('login-since'), say('login-moment', { moment: changedAt })],
          ...(connected && accessExpiresAt
            ? [[say('login-renewed-before'), say('login-moment', { moment: accessExpiresAt })] as const]
            : []),
          ...(connected && refreshExpiresAt
            ? [[say('login-lasts-until'), say('login-day', { day: refreshExpiresAt })] as const]
            : []),
          ...(account
            ? [
                [say('login-account'), account.name || account.id || say('login-not-told')] as const,
                [say('login-plan'), account.plan || say('login-not-told')] as const,
                [say('login-verified'), say(account.verified ? 'login-yes' : 'login-no')] as const,
              ]
            : []),
        ]}
      />
      {connected && !account ? <p class="hint">{say('login-account-awaited')}</p> : null}
      {account && account.faults.length > 0 ? (
        <Alert kind="warning">
          <ul>
            {account.faults.map((fault) => (
              <li key={fault}>{accountFaultWords(fault, say)}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
    </>
  );
}

function Going({ to }: { to: string }) {
  const say = useSay();
  return (
    <>
      <p>{say('login-go-what')}</p>
      <Buttons>
        <LinkButton href={to} kind="primary">
          {say('login-go')}
        </LinkButton>
        <LinkButton href={page}>{say('login-go-back')}</LinkButton>
      </Buttons>
    </>
  );
}
