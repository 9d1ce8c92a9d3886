import { z } from 'zod';
import { alertData, AlertSwitch, sameSite } from '../../hub/console/index.ts';
import type { App } from '../../hub/platform/http.ts';
import { subscriptionIn, type Alerts, type AlertState, type Device } from '../../hub/webchat/index.ts';
import type { Look } from './document.tsx';
import { byBrowser } from './guard.ts';
import type { RouteParts } from './routes.ts';

const BrowserId = z.object({ id: z.uuid() });
const rateLimit = { max: 30, timeWindow: 60_000, allowList: [], keyGenerator: byBrowser };
const bodyLimit = 10_000;

/** Alerts for what comes while the page is closed: on and off, and the worker that shows them. */
export function alertRoutes(app: App, { guard, locales, assets }: RouteParts, alerts: Alerts): void {
  const form = { config: { rateLimit, form: 'fields' as const }, bodyLimit, onRequest: sameSite };

  app.post('/chat/alerts', form, async (request, reply) => {
    const device = await guard.requireForm(request);
    const showsTitle = (request.body as Record<string, unknown>)['showsTitle'] === 'yes';
    await alerts.switchOn('chat', device, subscriptionIn(request.body), { opens: '/chat', showsTitle });
    return await reply.code(204).send();
  });

  app.post('/chat/alerts/:id/ending', { ...form, schema: { params: BrowserId } }, async (request, reply) => {
    const { address } = await guard.requireForm(request);
    await alerts.switchOff('chat', { address, id: request.params.id });
    return await reply.redirect('/chat/devices', 303);
  });

  // From the worker, which has no page and thus no form: to know the old endpoint is to be that browser.
  app.post('/push/renewal', form, async (request, reply) => {
    const { old } = z.object({ old: z.string().max(2_000) }).parse(request.body);
    const known = await alerts.renew(old, subscriptionIn(request.body));
    return await reply.code(known ? 204 : 404).send();
  });

  // At the root, so that chat and console share one worker: a browser is woken once, for whichever was switched on.
  app.get('/push-worker.js', async (_request, reply) => {
    // Only for a message that cannot be read: whoever it is for is not known here.
    const say = locales('vi');
    const look = {
      icon: assets.url('chat-icon-192.png'),
      badge: assets.url('push-badge.png'),
      unreadable: { title: 'Cầu Nối', body: say('alerts-new-notice'), url: '/chat' },
    };
    const script = `self.look = ${JSON.stringify(look)};\nimportScripts(${JSON.stringify(assets.url('push-worker.js'))});\n`;
    return await reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(script);
  });
}

/** What a page shows of alerts. */
export interface ShownAlerts {
  publicKey: string;
  state: AlertState;
  formToken: string;
}

/** What the chat itself offers: one line, until it is taken or put off. */
export function AlertOffer({ shown, look: { say } }: { shown: ShownAlerts; look: Look }) {
  const facts = { ...shown, here: shown.state.here, url: '/chat/alerts' };
  return (
    <aside id="alerts" class="offer" hidden {...alertData(facts, say)}>
      <form hidden data-when="off">
        <span>{say('alerts-offer')}</span>
        <button class="offer-take">{say('alerts-offer-take')}</button>
        <button class="offer-later" type="button" data-later>
          {say('alerts-offer-later')}
        </button>
      </form>
      <p hidden data-when="done">
        {say('alerts-done')}
      </p>
      <p role="status" class="alert-word" />
    </aside>
  );
}

/** On the page of devices: how it stands in this browser, and in all others. */
export function AlertSection({ device, shown, look }: { device: Device; shown: ShownAlerts; look: Look }) {
  const { say } = look;
  const { here, browsers } = shown.state;
  const facts = { ...shown, here, url: '/chat/alerts' };
  const always = browsers.length > 0;
  return (
    <section
      id="alerts"
      hidden={!always}
      data-always={always ? '' : undefined}
      data-reloads
      {...alertData(facts, say)}
    >
      <h2>{say('alerts-title')}</h2>
      <p>{say('alerts-lead')}</p>
      {always ? (
        <ul class="devices">
          {browsers.map(({ id, device: name, createdAt }) => (
            <li key={id}>
              <div>
                <strong>{name}</strong>
                {id === device.id ? <span class="badge">{say('webchat-device-this')}</span> : null}
                <p class="note">{say('alerts-since', { at: createdAt })}</p>
              </div>
              <form method="post" action={`/chat/alerts/${id}/ending`}>
                <input type="hidden" name="formToken" value={shown.formToken} />
                <button class="quiet-button">
                  {id === device.id ? say('alerts-switch-off') : say('alerts-switch-off-other')}
                </button>
              </form>
            </li>
          ))}
        </ul>
      ) : null}
      <AlertSwitch here={here} buttonClass="main-button" say={say} />
    </section>
  );
}
