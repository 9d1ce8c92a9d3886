import type { App } from '../../platform/http.ts';
import { looksLikeCode } from '../../platform/spoken-code.ts';
import type { Links, LinksFor } from '../routes.ts';

/**
 * The page behind the link of an invitation. It shows the code and how to send it, and neither checks nor uses
 * it: chats fetch the links they show a preview of, and a page that knew codes could be asked for them.
 *
 * @param zaloBot what people search for to find the bot on Zalo's Bot Platform, which has no link
 * @param icon the address of the sign in the browser's tab
 */
export async function joinPage(
  app: App,
  {
    linksFor,
    zaloBot = async () => undefined,
    icon,
  }: { linksFor: LinksFor; zaloBot?: () => Promise<string | undefined>; icon: string },
): Promise<void> {
  // A whole cell joins from one address in one evening, so the limit counts each link by itself.
  const rateLimit = {
    max: 10,
    timeWindow: 60_000,
    allowList: [],
    keyGenerator: ({ ip, url }: { ip: string; url: string }) => `${ip} ${url}`,
  };

  app.get<{ Params: { code: string }; Querystring: { letter?: unknown } }>(
    '/join/:code',
    { config: { rateLimit } },
    async (request, reply) => {
      void reply.type('text/html; charset=utf-8').header('x-robots-tag', 'noindex');
      if (!looksLikeCode(request.params.code)) return await reply.code(404).send(notACode(icon));
      const plain = request.params.code.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase();
      const code = `${plain.slice(0, 4)}-${plain.slice(4)}`;
      const ways = { ...(await linksFor(code)), zaloBot: await zaloBot(), letter: letterIn(request.query) };
      return await reply.send(invitation(code, icon, ways));
    },
  );

  app.get('/join.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(stylesheet),
  );
}

/** The link of a letter carries the letter's own token beside the code. */
function letterIn({ letter }: { letter?: unknown }): string | null {
  return typeof letter === 'string' && /^[\w-]{40,600}$/.test(letter) ? letter : null;
}

type Ways = Links & { zaloBot: string | undefined; letter: string | null };

function invitation(code: string, icon: string, { zalo, zaloBot, telegram, letter }: Ways): string {
  return page(
    'Lời mời kết nối',
    icon,
    `<h1>Kính chào đồng chí!</h1>
<p>Đây là mã để đồng chí nhận thông báo của chi bộ trên điện thoại:</p>
<p class="code">${escaped(code)}</p>
${zalo ? withZalo(zalo) : ''}
${zaloBot ? withZaloBot(zaloBot) : ''}
${telegram ? withTelegram(telegram) : ''}
${onThisPage(code)}
${letter ? byLetters(letter) : ''}
<p>Mã chỉ dùng một lần và chỉ dành cho đồng chí. Xin đừng chuyển mã cho người khác.</p>`,
  );
}

/** The browser itself is enough: the form's answer uses the code, this page does not. */
function onThisPage(code: string): string {
  return `<form method="post" action="/chat/join">
<input type="hidden" name="code" value="${escaped(code)}">
<button class="button">Dùng ngay trên trang này</button>
</form>
<p>Không cần cài đặt gì: thông báo hiện ngay trên trang, đồng chí đọc và trả lời ở đó.</p>`;
}

/** Whoever came by the letter has shown that it arrives: the page behind the button asks for consent. */
function byLetters(letter: string): string {
  return `<p><a class="button" href="/email/join/${letter}">Nhận qua thư điện tử</a></p>
<p>Thông báo tới địa chỉ thư mà đồng chí vừa mở.</p>`;
}

/** Zalo's link carries no code: it is sent. */
function withZalo(link: string): string {
  return `<p><a class="button" href="${escaped(link)}" rel="noreferrer">Mở Zalo</a></p>
<p>Khi Zalo mở ra, đồng chí gửi mã trên vào cuộc trò chuyện đó.</p>`;
}

function withZaloBot(name: string): string {
  return `<p>Trên Zalo: đồng chí tìm <strong>${escaped(name)}</strong> rồi gửi mã trên.</p>`;
}

function withTelegram(link: string): string {
  const bot = `@${new URL(link).pathname.slice(1)}`;
  return `<p><a class="button" href="${escaped(link)}" rel="noreferrer">Mở Telegram</a></p>
<p>Khi Telegram mở ra, đồng chí bấm <strong>Bắt đầu</strong> (hoặc <strong>Start</strong>).</p>
<p>Hoặc đồng chí tự mở Telegram, tìm <strong>${escaped(bot)}</strong> và gửi mã trên.</p>`;
}

function page(title: string, icon: string, body: string): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – Cầu Nối</title>
<link rel="icon" href="${escaped(icon)}">
<link rel="stylesheet" href="/join.css">
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

const notACode = (icon: string) =>
  page(
    'Không có mã này',
    icon,
    `<h1>Liên kết chưa đúng</h1>
<p>Địa chỉ này không chứa mã mời. Đồng chí mở lại liên kết đã nhận, hoặc xem lại mã, ví dụ: <strong>ABCD-2345</strong>.</p>
<p>Nếu vẫn không được, đồng chí hỏi bí thư chi bộ để nhận mã mới.</p>`,
  );

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

const stylesheet = `:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #f6f4ef; color: #1c1c1c; font: 1.25rem/1.6 system-ui, sans-serif; }
main { max-width: 34rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; overflow-wrap: anywhere; }
h1 { margin: 0.5rem 0 1rem; color: #9c1111; font-size: 1.75rem; line-height: 1.25; }
.code { margin: 1.25rem 0; padding: 1rem 0.25rem; border: 3px solid #9c1111; border-radius: 0.75rem; background: #fff;
  font: 700 clamp(2rem, 11vw, 3.25rem)/1.2 ui-monospace, monospace; letter-spacing: 0.05em; text-align: center;
  white-space: nowrap; }
.button { display: block; width: 100%; border: 0; font: inherit; cursor: pointer; min-height: 3.5rem; padding: 1rem; border-radius: 0.75rem; background: #9c1111; color: #fff;
  font-weight: 700; line-height: 1.5rem; text-align: center; text-decoration: none; }
.button:focus-visible { outline: 4px solid #1c1c1c; outline-offset: 3px; }
`;
