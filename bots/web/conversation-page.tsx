import { newId } from '../../hub/platform/ids.ts';
import type { WebMessage } from '../../hub/webchat/index.ts';
import { Attach } from './attaching.tsx';
import { AlertOffer, type ShownAlerts } from './alerts.tsx';
import { chatDocument, Sheet, type Look } from './document.tsx';
import { Message, type Setting } from './message.tsx';

/** One page of the conversation. */
export interface ConversationPage {
  messages: readonly WebMessage[];
  lastEvent: number;
  hasOlder: boolean;
  /** Set where the page shows what came before a message, not the newest. */
  before: string | undefined;
  setting: Setting;
  alerts: ShownAlerts | null;
}

export function conversationPage(page: ConversationPage, look: Look): string {
  const { say } = look;
  const body = (
    <div
      id="chat"
      class="chat"
      data-after={page.lastEvent}
      data-token={page.setting.formToken}
      data-connecting={say('webchat-connecting')}
      data-offline={say('webchat-offline')}
      data-sending={say('webchat-sending')}
      data-trying={say('webchat-trying-again')}
      data-not-sent={say('webchat-not-sent')}
      data-not-pressed={say('webchat-not-pressed')}
    >
      <Top look={look} />
      <p id="line" class="line" role="status" />
      {page.alerts ? <AlertOffer shown={page.alerts} look={look} /> : null}
      <div class="scroller" id="scroller">
        <div class="inside">
          <Log page={page} look={look} />
        </div>
      </div>
      {page.before === undefined ? <Composer page={page} look={look} /> : <ToNewest look={look} />}
      <SeenPicture page={page} />
    </div>
  );
  const title = say('webchat-title');
  const live = page.before === undefined;
  const scripts = [...(live ? ['chat.js'] : []), ...(page.alerts ? ['push.js'] : [])];
  return chatDocument({ title: `${title} – Cầu Nối`, body, live, scripts }, look);
}

function Top({ look: { say, assets } }: { look: Look }) {
  return (
    <header class="top">
      <img src={assets.url('mark.svg')} alt="" width="36" height="36" />
      <h1 class="top-name">{say('webchat-title')}</h1>
      <a class="top-link" href="/chat/devices">
        {say('webchat-devices')}
      </a>
    </header>
  );
}

function Log({
  page: { messages, hasOlder, setting },
  look: { say },
}: {
  page: ConversationPage;
  look: Look;
}) {
  return (
    <main>
      {hasOlder && messages[0] ? (
        <p class="older">
          <a href={`/chat?before=${messages[0].id}`}>{say('webchat-older')}</a>
        </p>
      ) : null}
      <div role="log" aria-label={say('webchat-log')}>
        <ol id="log" class="log" data-first={messages[0]?.id ?? ''}>
          {messages.map((message) => (
            <Message key={message.id} message={message} setting={setting} />
          ))}
        </ol>
      </div>
      {messages.length === 0 ? <p class="empty">{say('webchat-empty')}</p> : null}
    </main>
  );
}

function Composer({ page: { setting }, look: { say } }: { page: ConversationPage; look: Look }) {
  const hidden = (
    <>
      <input type="hidden" name="formToken" value={setting.formToken} />
      <input type="hidden" name="client" value={newId()} />
    </>
  );
  return (
    <footer class="composer">
      <button type="button" class="to-newest" id="to-newest" hidden>
        {say('webchat-new')}
      </button>
      <p class="refresh" id="refresh">
        <a href="/chat">{say('webchat-refresh')}</a>
      </p>
      <Attach say={say} formToken={setting.formToken} />
      <div class="composer-row">
        <form class="say" method="post" action="/chat/messages">
          {hidden}
          <input type="hidden" name="text" value={say('webchat-menu')} />
          <button class="menu">{say('webchat-menu')}</button>
        </form>
        <form class="say write" id="write" method="post" action="/chat/messages">
          {hidden}
          <label class="unseen" for="text">
            {say('webchat-write')}
          </label>
          <textarea
            id="text"
            name="text"
            rows={1}
            maxlength={4000}
            required
            placeholder={say('webchat-write')}
            enterkeyhint="send"
          />
          <button class="send">{say('webchat-send')}</button>
        </form>
      </div>
    </footer>
  );
}

function ToNewest({ look: { say } }: { look: Look }) {
  return (
    <footer class="composer">
      <p class="refresh">
        <a href="/chat">{say('webchat-to-newest')}</a>
      </p>
    </footer>
  );
}

function SeenPicture({ page: { messages, before } }: { page: ConversationPage }) {
  const last = messages.at(-1);
  if (!last) return null;
  const page = before === undefined ? '' : `before=${before}&`;
  return (
    <noscript>
      <img class="unseen" src={`/chat/seen?${page}upto=${last.id}`} alt="" width="1" height="1" />
    </noscript>
  );
}

/** The browser's conversation is over: ended elsewhere, or erased. */
export function endedPage(look: Look): string {
  const { say } = look;
  const title = say('webchat-ended-title');
  const body = (
    <Sheet title={title} look={look}>
      <p class="lead">{say('webchat-ended')}</p>
      <p>{say('webchat-ended-unexpected')}</p>
      <p>
        <a class="main-button" href="/chat/join">
          {say('webchat-ended-join')}
        </a>
      </p>
    </Sheet>
  );
  return chatDocument({ title: `${title} – Cầu Nối`, body }, look);
}
