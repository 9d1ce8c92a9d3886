import {
  Alert,
  Badge,
  Button,
  Empty,
  FormTo,
  LinkButton,
  Section,
  Table,
  seeOther,
  type Console,
} from '../../console/index.ts';
import { AlertsSection, alertsOf } from './alerts.tsx';
import type { NoticePagesParts } from './pages.tsx';
import { When } from './words.tsx';

/** A browser in which a member's web chat is open. */
export interface WebDevice {
  id: string;
  device: string;
  createdAt: Date;
  lastUsedAt: Date;
}

/** Where the reader is signed in, and where the reader's web chat is open: seen at a glance, ended at once. */
export function devicePages(console: Console, parts: NoticePagesParts): void {
  const { people, webDevices, alerts } = parts;
  console.page('/console/devices', { needs: 'self' }, async ({ viewer, say }) => {
    const [sessions, chats, told] = await Promise.all([
      people.sessionsOf(viewer.memberId),
      webDevices.of(viewer.memberId),
      alertsOf(parts, viewer),
    ]);
    return {
      title: say('nav-devices'),
      scripts: alerts ? ['push.js'] : [],
      body: (
        <>
          <Section title={say('devices-console')}>
            <p>{say('devices-console-hint')}</p>
            <Table
              caption={say('devices-console')}
              keyOf={({ id }) => id}
              rows={sessions}
              columns={[
                {
                  title: say('devices-device'),
                  cell: ({ id, device }) => (
                    <>
                      {device}{' '}
                      {id === viewer.sessionId ? <Badge tone="good">{say('devices-this')}</Badge> : null}
                    </>
                  ),
                },
                {
                  title: say('devices-since'),
                  cell: ({ createdAt }) => <When at={createdAt} />,
                },
                {
                  title: say('devices-used'),
                  cell: ({ lastUsedAt }) => <When at={lastUsedAt} />,
                },
                {
                  title: say('devices-end'),
                  cell: ({ id }) =>
                    id === viewer.sessionId ? (
                      <LinkButton href="/console/devices/this/ending">{say('nav-sign-out')}</LinkButton>
                    ) : (
                      <FormTo action={`/console/devices/sessions/${id}/ending`} inline>
                        <Button kind="plain">{say('devices-end')}</Button>
                      </FormTo>
                    ),
                },
              ]}
            />
          </Section>
          <Section title={say('devices-chats')}>
            {chats.length === 0 ? (
              <Empty>{say('devices-no-chats')}</Empty>
            ) : (
              <Table
                caption={say('devices-chats')}
                keyOf={({ id }) => id}
                rows={chats}
                columns={[
                  { title: say('devices-device'), cell: ({ device }) => device },
                  {
                    title: say('devices-since'),
                    cell: ({ createdAt }) => <When at={createdAt} />,
                  },
                  {
                    title: say('devices-used'),
                    cell: ({ lastUsedAt }) => <When at={lastUsedAt} />,
                  },
                  {
                    title: say('devices-end'),
                    cell: ({ id }) => (
                      <FormTo action={`/console/devices/chats/${id}/ending`} inline>
                        <Button kind="plain">{say('devices-end')}</Button>
                      </FormTo>
                    ),
                  },
                ]}
              />
            )}
          </Section>
          {alerts ? (
            <AlertsSection state={told} sessionId={viewer.sessionId} publicKey={alerts.publicKey} />
          ) : null}
          <p>
            <LinkButton href={`/console/people/members/${encodeURIComponent(viewer.code)}/chats`}>
              {say('devices-my-channels')}
            </LinkButton>
          </p>
        </>
      ),
    };
  });

  console.page('/console/devices/this/ending', { needs: 'self' }, async ({ say }) => ({
    title: say('nav-sign-out'),
    body: (
      <>
        <Alert kind="warning">{say('devices-this-warning')}</Alert>
        <FormTo action="/console/sign-out">
          <Button>{say('nav-sign-out')}</Button>
        </FormTo>
      </>
    ),
  }));

  console.form('/console/devices/sessions/:id/ending', { needs: 'self' }, async ({ viewer, say, params }) => {
    const ended = await people.endSession(viewer.memberId, params['id'] ?? '');
    return seeOther('/console/devices', ended ? say('devices-ended') : say('devices-ended-before'));
  });

  console.form('/console/devices/chats/:id/ending', { needs: 'self' }, async ({ viewer, say, params }) => {
    const ended = await webDevices.end(viewer.memberId, params['id'] ?? '');
    return seeOther('/console/devices', ended ? say('devices-ended') : say('devices-ended-before'));
  });
}
