import { encodeQR } from 'qr';
import { z } from 'zod';
import { sameSite } from '../../hub/console/index.ts';
import type { App } from '../../hub/platform/http.ts';
import { preferredLanguage } from '../../hub/platform/problems.ts';
import type { Device } from '../../hub/webchat/index.ts';
import { AlertSection, type ShownAlerts } from './alerts.tsx';
import { chatDocument, Sheet, type Look } from './document.tsx';
import { byBrowser } from './guard.ts';
import type { RouteParts } from './routes.ts';

const DeviceId = z.object({ id: z.uuid() });
const rateLimit = { max: 30, timeWindow: 60_000, allowList: [], keyGenerator: byBrowser };

/** On which devices the conversation is open: listed, ended, and a link for a further one. */
export function deviceRoutes(app: App, parts: RouteParts): void {
  const { webchat, people, guard, locales, assets, alerts, publicUrl } = parts;

  async function lookFor(device: Device, acceptLanguage: string | undefined): Promise<Look> {
    const linked = await people.chats.memberOf('web', device.address);
    const language = linked?.member.language ?? preferredLanguage(acceptLanguage);
    return { say: locales(language), language, assets };
  }

  app.get('/chat/devices', { config: { rateLimit } }, async (request, reply) => {
    const device = await guard.deviceOf(request);
    if (!device || device.endedAt) return await reply.redirect('/chat', 303);
    const look = await lookFor(device, request.headers['accept-language']);
    const all = await webchat.devicesOf(device.address);
    const formToken = guard.formToken(device);
    const shown = alerts && { publicKey: alerts.publicKey, state: await alerts.stateOf(device), formToken };
    const page = devicesPage({ device, all, formToken, alerts: shown }, look);
    return await reply.type('text/html; charset=utf-8').send(page);
  });

  const form = { config: { rateLimit, form: 'fields' as const }, onRequest: sameSite };

  app.post('/chat/devices/:id/end', { ...form, schema: { params: DeviceId } }, async (request, reply) => {
    const device = await guard.requireForm(request);
    await webchat.endDevice(device.address, request.params.id);
    return await reply.redirect(request.params.id === device.id ? '/chat' : '/chat/devices', 303);
  });

  app.post('/chat/devices/links', form, async (request, reply) => {
    const device = await guard.requireForm(request);
    const look = await lookFor(device, request.headers['accept-language']);
    const { token, expiresAt } = await webchat.deviceLink(device.address);
    const url = `${await publicUrl()}/chat/link/${token}`;
    return await reply.type('text/html; charset=utf-8').send(newLinkPage({ url, expiresAt }, look));
  });
}

function devicesPage(
  {
    device,
    all,
    formToken,
    alerts,
  }: { device: Device; all: readonly Device[]; formToken: string; alerts: ShownAlerts | null },
  look: Look,
): string {
  const { say } = look;
  const title = say('webchat-devices-title');
  const body = (
    <Sheet title={title} back look={look}>
      <p class="lead">{say('webchat-devices-lead')}</p>
      <ul class="devices">
        {all.map((each) => (
          <li key={each.id}>
            <div>
              <strong>{each.device}</strong>
              {each.id === device.id ? <span class="badge">{say('webchat-device-this')}</span> : null}
              <p class="note">{say('webchat-device-since', { at: each.createdAt })}</p>
              <p class="note">{say('webchat-device-used', { at: each.lastUsedAt })}</p>
            </div>
            <EndDevice device={each} isThis={each.id === device.id} formToken={formToken} look={look} />
          </li>
        ))}
      </ul>
      {alerts ? <AlertSection device={device} shown={alerts} look={look} /> : null}
      <h2>{say('webchat-device-add-title')}</h2>
      <p>{say('webchat-device-add-lead')}</p>
      <form method="post" action="/chat/devices/links">
        <input type="hidden" name="formToken" value={formToken} />
        <button class="main-button">{say('webchat-device-add')}</button>
      </form>
    </Sheet>
  );
  return chatDocument({ title: `${title} – Cầu Nối`, body, scripts: alerts ? ['push.js'] : [] }, look);
}

/** What ends one's own page is asked once more; another device can be let in again by a link. */
function EndDevice({
  device,
  isThis,
  formToken,
  look: { say },
}: {
  device: Device;
  isThis: boolean;
  formToken: string;
  look: Look;
}) {
  const form = (
    <form method="post" action={`/chat/devices/${device.id}/end`}>
      <input type="hidden" name="formToken" value={formToken} />
      <button class="quiet-button">
        {isThis ? say('webchat-device-end-sure') : say('webchat-device-end-other')}
      </button>
    </form>
  );
  if (!isThis) return form;
  return (
    <details>
      <summary>{say('webchat-device-end')}</summary>
      <p class="note">{say('webchat-device-end-this')}</p>
      {form}
    </details>
  );
}

function newLinkPage({ url, expiresAt }: { url: string; expiresAt: Date }, look: Look): string {
  const { say } = look;
  const title = say('webchat-new-link-title');
  const body = (
    <Sheet title={title} back look={look}>
      <p class="lead">{say('webchat-new-link-lead', { at: expiresAt })}</p>
      <p class="qr" dangerouslySetInnerHTML={{ __html: encodeQR(url, 'svg') }} />
      <p>{say('webchat-new-link-or')}</p>
      <p class="address">{url}</p>
      <p class="note">{say('webchat-link-own')}</p>
    </Sheet>
  );
  return chatDocument({ title: `${title} – Cầu Nối`, body }, look);
}
