import { escapeHtml, richTextToHtml } from './rich-text.ts';
import type { ScreenButton, ScreenMessage } from './chats.ts';
import type { ChatSummary } from './control.ts';

export type PhoneView = {
  id: number;
  name: string;
  blocked: boolean;
  messages: ScreenMessage[];
  /** The newest answer to a pressed button, when it had words. */
  toast: string;
  keys: string[];
  commands: { command: string; description: string }[];
  /** A still page does not refresh itself. */
  still: boolean;
};

/** The list of everybody's phones. */
export function phoneList(chats: ChatSummary[], problem = ''): string {
  const rows = chats.map(
    ({ id, name, unread, lastText }) => `<li><a class="row" href="/phone/${id}">
  <span><strong>${escapeHtml(name)}</strong><small>${escapeHtml(shortened(lastText))}</small></span>
  ${unread > 0 ? `<b class="unread" aria-label="${unread} tin chưa đọc">${unread}</b>` : ''}
</a></li>`,
  );
  const list = rows.length > 0 ? `<ul class="list">${rows.join('')}</ul>` : '<p>Chưa có ai nhắn cho bot.</p>';
  return page(
    'Điện thoại của mọi người',
    `<header><h1>Điện thoại của mọi người</h1></header>
<main>
${problem && `<p class="toast" role="alert">${escapeHtml(problem)}</p>`}
${list}
<details class="card"${rows.length > 0 && !problem ? '' : ' open'}><summary>Thêm một người</summary>
<form method="post" action="/phone">
<label>Số chat <input name="chatId" inputmode="numeric" pattern="[0-9]{1,15}" required></label>
<label>Họ tên <input name="name" maxlength="60" required></label>
<label>Mã mời (nếu có) <input name="code" maxlength="64" pattern="[A-Za-z0-9_\\-]*" autocomplete="off"></label>
<button>Mở điện thoại và bấm Bắt đầu</button>
</form></details>
</main>`,
  );
}

/** One person's conversation with the bot. */
export function phone(view: PhoneView): string {
  const { id, name, still, blocked } = view;
  const title = `Điện thoại của ${name}`;
  const refresh = still ? '' : '<noscript><meta http-equiv=refresh content=3></noscript>';
  return page(
    title,
    `<header><a href="/">Tất cả</a><h1>${escapeHtml(title)}</h1></header>
<main id="conversation">
${view.messages.map((message) => bubble(message, view)).join('\n') || '<p>Chưa có tin nhắn nào.</p>'}
${view.toast && `<p class="toast" role="status">${escapeHtml(view.toast)}</p>`}
${quickWords(view)}
</main>
<footer id="compose">
${blocked ? '<p>Người này đã chặn bot.</p>' : textBox(view)}
<details><summary>Thêm</summary>
${view.commands.map(({ command, description }) => sayForm(view, `/${command}`, `/${command} – ${description}`)).join('')}
${form(view, blocked ? 'unblock' : 'block', `<button class="plain">${blocked ? 'Bỏ chặn bot' : 'Chặn bot'}</button>`)}
<a href="/phone/${id}${still ? '' : '?still'}">${still ? 'Tự làm mới' : 'Giữ yên trang này'}</a>
</details>
</footer>`,
    refresh,
    still ? '' : followScript,
  );
}

function bubble(message: ScreenMessage, view: PhoneView): string {
  const { id, fromBot, document, rows, edited } = message;
  const size = document && `${Math.max(1, Math.round(document.size / 1024))} KB`;
  const file =
    document &&
    `<a class="file" href="/phone/${view.id}/file/${document.fileId}">📄 ${escapeHtml(document.name)} (${size})</a>`;
  const time = message.date.toLocaleTimeString('vi-VN', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  return `<article class="${fromBot ? 'bot' : 'own'}" id="m${id}">
${file ?? ''}<p>${richTextToHtml(message)}</p><small>${time}${edited ? ' · đã sửa' : ''}</small>
${rows.map((row) => `<div class="keys">${row.map((button) => inlineButton(button, id, view)).join('')}</div>`).join('')}
</article>`;
}

function inlineButton({ text, data, url }: ScreenButton, messageId: number, view: PhoneView): string {
  if (data === undefined) {
    const safe = url !== undefined && /^https?:/i.test(url);
    return safe ? `<a class="button" href="${escapeHtml(url)}">${escapeHtml(text)} ↗</a>` : '';
  }
  const fields = `<input type="hidden" name="messageId" value="${messageId}">`;
  return form(
    view,
    'press',
    `${fields}<button name="button" value="${escapeHtml(data)}">${escapeHtml(text)}</button>`,
  );
}

function quickWords(view: PhoneView): string {
  if (view.keys.length === 0 || view.blocked) return '';
  return `<div class="keys">${view.keys.map((key) => sayForm(view, key, key)).join('')}</div>`;
}

function sayForm(view: PhoneView, text: string, label: string): string {
  return form(view, 'say', `<button name="text" value="${escapeHtml(text)}">${escapeHtml(label)}</button>`);
}

function textBox(view: PhoneView): string {
  const label = `<label class="wide">Tin nhắn <textarea name="text" rows="2" maxlength="4096" required></textarea></label>`;
  return form(view, 'say', `${label}<button class="send">Gửi</button>`);
}

function form(view: PhoneView, action: string, inside: string): string {
  const still = view.still ? '<input type="hidden" name="still" value="yes">' : '';
  return `<form method="post" action="/phone/${view.id}/${action}">${still}${inside}</form>`;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function page(title: string, body: string, head = '', script = ''): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${head}
<style>${style}</style></head><body>${body}${script}</body></html>`;
}

/** With scripts the page follows the conversation without losing what one is typing. */
const followScript = `<script>
const bottom = () => scrollTo(0, document.body.scrollHeight);
const follow = async () => {
  try {
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
    const fresh = page.querySelector('main'), shown = document.querySelector('main');
    if (fresh.innerHTML !== shown.innerHTML) { shown.replaceWith(fresh); bottom(); }
  } finally { setTimeout(follow, 1500); }
};
bottom(); setTimeout(follow, 1500);
</script>`;

const style = `
*{box-sizing:border-box}
body{margin:0 auto;max-width:480px;min-height:100vh;display:flex;flex-direction:column;background:#eef1ec;color:#1d2a24;font:18px/1.5 system-ui,sans-serif}
header{position:sticky;top:0;display:flex;gap:12px;align-items:baseline;padding:12px 16px;background:#274c3f;color:#fff}
header a{color:#fff}h1{margin:0;font-size:20px}
main{flex:1;padding:12px 16px}
footer{position:sticky;bottom:0;padding:8px 16px 12px;background:#fff;border-top:1px solid #cfd8d2}
article{width:fit-content;max-width:92%;margin:0 0 12px;padding:8px 12px;border-radius:14px;background:#fff;overflow-wrap:anywhere}
article.own{margin-left:auto;background:#d9ecd9}
article p{margin:0;white-space:pre-wrap}
small{display:block;color:#56655d;font-size:15px}
.keys{display:flex;flex-wrap:wrap;gap:8px;margin-top:8px}.keys form{flex:1 1 auto}
button,.button{display:block;width:100%;min-height:48px;padding:8px 12px;border:1px solid #2f6b55;border-radius:10px;background:#f2f8f4;color:#1c4a39;font:inherit;text-align:center;text-decoration:none;cursor:pointer}
button.send,.card button{background:#2f6b55;color:#fff}button.plain{border-color:#cfd8d2;background:#fff}
label{display:block;margin:8px 0}input,textarea{display:block;width:100%;min-height:48px;padding:8px;border:1px solid #8a9a91;border-radius:10px;font:inherit}
input[type=hidden]{display:none}
.list{list-style:none;margin:0 0 16px;padding:0}.row{display:flex;justify-content:space-between;align-items:center;gap:12px;min-height:64px;margin-bottom:8px;padding:8px 14px;border-radius:12px;background:#fff;color:inherit;text-decoration:none}
.unread{flex:none;min-width:32px;padding:0 8px;border-radius:16px;background:#2f6b55;color:#fff;text-align:center}
.toast{padding:8px 12px;border-radius:10px;background:#1d2a24;color:#fff}
.card{padding:12px 14px;border-radius:12px;background:#fff}summary{min-height:44px;cursor:pointer}
details form{margin-bottom:8px}:focus-visible{outline:3px solid #d08b1d;outline-offset:2px}
`;
