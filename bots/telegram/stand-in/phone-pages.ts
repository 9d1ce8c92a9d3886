import { phone as phonePage, phoneList as listPage, type PhoneButton } from '../../phones/index.ts';
import type { ScreenButton, ScreenMessage } from './chats.ts';
import type { ChatSummary } from './control.ts';
import { richTextToHtml } from './rich-text.ts';

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
  return listPage({
    title: 'Điện thoại của mọi người',
    entries: chats.map(({ id, ...chat }) => ({ ...chat, href: `/phone/${id}` })),
    nobody: 'Chưa có ai nhắn cho bot.',
    problem,
    more: `<details class="card"${chats.length > 0 && !problem ? '' : ' open'}><summary>Thêm một người</summary>
<form method="post" action="/phone">
<label>Số chat <input name="chatId" inputmode="numeric" pattern="[0-9]{1,15}" required></label>
<label>Họ tên <input name="name" maxlength="60" required></label>
<label>Mã mời (nếu có) <input name="code" maxlength="64" pattern="[A-Za-z0-9_\\-]*" autocomplete="off"></label>
<button>Mở điện thoại và bấm Bắt đầu</button>
</form></details>`,
  });
}

/** One person's conversation with the bot. */
export function phone({ id, name, messages, toast, keys, blocked, commands, still }: PhoneView): string {
  const address = `/phone/${id}`;
  return phonePage({
    address,
    title: `Điện thoại của ${name}`,
    messages: messages.map(({ document, rows, ...message }) => ({
      id: String(message.id),
      own: !message.fromBot,
      html: richTextToHtml(message),
      note: message.edited ? 'đã sửa' : '',
      file: document
        ? { name: document.name, bytes: document.size, href: `${address}/file/${document.fileId}` }
        : null,
      at: message.date,
      buttons: rows.map((row) => row.flatMap((button) => inlineButton(button, message.id))),
    })),
    toast,
    quick: blocked ? [] : keys.map((key) => saying(key, key)),
    closed: blocked ? 'Người này đã chặn bot.' : null,
    longestText: 4_096,
    more: [
      ...commands.map(({ command, description }) => saying(`/${command}`, `/${command} – ${description}`)),
      blocked
        ? { label: 'Bỏ chặn bot', action: 'unblock', fields: {}, plain: true }
        : { label: 'Chặn bot', action: 'block', fields: {}, plain: true },
    ],
    still,
  });
}

function saying(text: string, label: string): PhoneButton {
  return { label, action: 'say', fields: { text } };
}

function inlineButton({ text: label, data, url }: ScreenButton, messageId: number): PhoneButton[] {
  if (data !== undefined)
    return [{ label, action: 'press', fields: { messageId: String(messageId), button: data } }];
  return url === undefined ? [] : [{ label, opens: url }];
}
