import { escapeHtml, page } from './page.ts';

/** One line of the list of telephones. */
export interface PhoneEntry {
  /** Where its page is. */
  href: string;
  name: string;
  lastText: string;
  unread: number;
}

/** Text of one's own making, such as a form, is HTML; everything else is escaped here. */
export interface PhoneList {
  title: string;
  entries: readonly PhoneEntry[];
  /** What is said where there is nobody yet. */
  nobody: string;
  problem?: string | undefined;
  /** Stands above the list. */
  lead?: string;
  /** Stands under it. */
  more: string;
}

export function phoneList({ title, entries, nobody, problem, lead = '', more }: PhoneList): string {
  const rows = entries.map(
    ({ href, name, unread, lastText }) => `<li><a class="row" href="${escapeHtml(href)}">
  <span><strong>${escapeHtml(name)}</strong><small>${escapeHtml(shortened(lastText))}</small></span>
  ${unread > 0 ? `<b class="unread" aria-label="${unread} tin chưa đọc">${unread}</b>` : ''}
</a></li>`,
  );
  const list = rows.length > 0 ? `<ul class="list">${rows.join('')}</ul>` : `<p>${escapeHtml(nobody)}</p>`;
  return page(
    title,
    `<header><h1>${escapeHtml(title)}</h1></header>
<main>
${problem ? `<p class="toast" role="alert">${escapeHtml(problem)}</p>` : ''}
${lead}
${list}
${more}
</main>`,
  );
}

/** What one can press: it posts to an action of the conversation, or opens an address. */
export type PhoneButton =
  | { label: string; action: string; fields: Readonly<Record<string, string>>; plain?: boolean }
  | { label: string; opens: string };

export interface PhoneMessage {
  id: string;
  own: boolean;
  /** Who wrote it, where more than two speak. */
  from?: string;
  /** As HTML. */
  html: string;
  /** Besides the time. */
  note?: string;
  /** Without an address it cannot be opened. */
  file: { name: string; bytes: number; href: string | null } | null;
  at: Date;
  buttons: readonly (readonly PhoneButton[])[];
}

/** A conversation as it stands on somebody's telephone. */
export interface PhoneView {
  /** Such as `/phone/7`: its actions post below. */
  address: string;
  title: string;
  messages: readonly PhoneMessage[];
  /** Words that stand for a moment. */
  toast?: string;
  /** One tap instead of typing. */
  quick: readonly PhoneButton[];
  /** Stands in place of the text box. */
  closed: string | null;
  longestText: number;
  more: readonly PhoneButton[];
  /** A still page does not refresh itself. */
  still: boolean;
}

export function phone(view: PhoneView): string {
  const { address, title, still, closed } = view;
  return page(
    title,
    `<header><a href="/">Tất cả</a><h1>${escapeHtml(title)}</h1></header>
<main id="conversation">
${view.messages.map((message) => bubble(message, view)).join('\n') || '<p>Chưa có tin nhắn nào.</p>'}
${view.toast ? `<p class="toast" role="status">${escapeHtml(view.toast)}</p>` : ''}
${keys(view.quick, view)}
</main>
<footer id="compose">
${closed === null ? textBox(view) : `<p>${escapeHtml(closed)}</p>`}
<details><summary>Thêm</summary>
${view.more.map((button) => pressable(button, view)).join('')}
<a href="${address}${still ? '' : '?still'}">${still ? 'Tự làm mới' : 'Giữ yên trang này'}</a>
</details>
</footer>`,
    { follows: !still },
  );
}

function bubble({ id, own, from, html, note, file, at, buttons }: PhoneMessage, view: PhoneView): string {
  const size = file && `${Math.max(1, Math.round(file.bytes / 1024))} KB`;
  const link = file && attached(`📄 ${escapeHtml(file.name)} (${size})`, file.href);
  const time = at.toLocaleTimeString('vi-VN', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  return `<article class="${own ? 'own' : 'bot'}" id="m${id}">
${from ? `<strong>${escapeHtml(from)}</strong>` : ''}${link ?? ''}<p>${html}</p><small>${time}${note ? ` · ${escapeHtml(note)}` : ''}</small>
${buttons.map((row) => keys(row, view)).join('')}
</article>`;
}

function attached(name: string, href: string | null): string {
  return href === null ? `<span class="file">${name}</span>` : `<a class="file" href="${href}">${name}</a>`;
}

function keys(buttons: readonly PhoneButton[], view: PhoneView): string {
  if (buttons.length === 0) return '';
  return `<div class="keys">${buttons.map((button) => pressable(button, view)).join('')}</div>`;
}

function pressable(button: PhoneButton, view: PhoneView): string {
  const label = escapeHtml(button.label);
  if ('opens' in button) {
    const safe = /^(https?:|\/(?!\/))/i.test(button.opens);
    return safe ? `<a class="button" href="${escapeHtml(button.opens)}">${label} ↗</a>` : '';
  }
  const fields = Object.entries(button.fields).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`,
  );
  const look = button.plain ? ' class="plain"' : '';
  return form(view, button.action, `${fields.join('')}<button${look}>${label}</button>`);
}

function textBox(view: PhoneView): string {
  const field = `<textarea name="text" rows="2" maxlength="${view.longestText}" required></textarea>`;
  return form(view, 'say', `<label class="wide">Tin nhắn ${field}</label><button class="send">Gửi</button>`);
}

function form({ address, still }: PhoneView, action: string, inside: string): string {
  const keep = still ? '<input type="hidden" name="still" value="yes">' : '';
  return `<form method="post" action="${address}/${action}">${keep}${inside}</form>`;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
