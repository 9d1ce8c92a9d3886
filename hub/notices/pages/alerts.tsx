import {
  AlertSwitch,
  alertData,
  Badge,
  Button,
  deviceOf,
  FormTo,
  Section,
  seeOther,
  Table,
  useFrame,
  type Console,
  type Viewer,
} from '../../console/index.ts';
import { subscriptionIn, type Alerts, type AlertState } from '../../webchat/index.ts';
import type { NoticePagesParts } from './pages.tsx';
import { When } from './words.tsx';

/** How alerts stand for the reader in this browser; null where the reader has no web chat. */
export async function alertsOf(
  { webDevices, alerts }: NoticePagesParts,
  { memberId, sessionId }: Viewer,
): Promise<AlertState | null> {
  const address = await webDevices.addressOf(memberId);
  return alerts && address !== null ? await alerts.stateOf({ id: sessionId, address }) : null;
}

/** Being told at the desk of what comes into one's own web chat. */
export function alertForms(console: Console, { webDevices }: NoticePagesParts, alerts: Alerts): void {
  console.form('/console/devices/alerts', { needs: 'self' }, async ({ viewer, say, fields, request }) => {
    const { memberId, sessionId } = viewer;
    // An address that nobody has is refused in words.
    const address = (await webDevices.addressOf(memberId)) ?? '';
    const browser = { id: sessionId, address, device: deviceOf(request.headers['user-agent']) };
    const showsTitle = fields['showsTitle'] === 'yes';
    await alerts.switchOn('console', browser, subscriptionIn(fields), { opens: '/console', showsTitle });
    return seeOther('/console/devices', say('alerts-done'));
  });

  console.form('/console/devices/alerts/:id/ending', { needs: 'self' }, async ({ viewer, say, params }) => {
    const address = (await webDevices.addressOf(viewer.memberId)) ?? '';
    const ended = await alerts.switchOff('console', { address, id: params['id'] ?? '' });
    return seeOther('/console/devices', ended ? say('alerts-ended') : say('alerts-ended-before'));
  });
}

/** All browsers that are told, and the switch for this one. */
export function AlertsSection({
  state,
  sessionId,
  publicKey,
}: {
  state: AlertState | null;
  sessionId: string;
  publicKey: string;
}) {
  const { say, formToken } = useFrame();
  if (!state) {
    return (
      <Section title={say('alerts-title')}>
        <p>{say('alerts-needs-chat')}</p>
      </Section>
    );
  }
  const { here, browsers } = state;
  const always = browsers.length > 0;
  const facts = { publicKey, here, url: '/console/devices/alerts', formToken: formToken ?? '' };
  return (
    <div
      id="alerts"
      hidden={!always}
      data-always={always ? '' : undefined}
      data-reloads
      {...alertData(facts, say)}
    >
      <Section title={say('alerts-title')}>
        <p>{say('alerts-lead')}</p>
        {always ? (
          <Table
            caption={say('alerts-title')}
            keyOf={({ id }) => id}
            rows={browsers}
            columns={[
              {
                title: say('devices-device'),
                cell: ({ id, device }) => (
                  <>
                    {device} {id === sessionId ? <Badge tone="good">{say('devices-this')}</Badge> : null}
                  </>
                ),
              },
              { title: say('devices-since'), cell: ({ createdAt }) => <When at={createdAt} /> },
              {
                title: say('alerts-end'),
                cell: ({ id }) => (
                  <FormTo action={`/console/devices/alerts/${id}/ending`} inline>
                    <Button kind="plain">{say('alerts-end')}</Button>
                  </FormTo>
                ),
              },
            ]}
          />
        ) : null}
        <AlertSwitch here={here} buttonClass="button button-primary" say={say} />
      </Section>
    </div>
  );
}
