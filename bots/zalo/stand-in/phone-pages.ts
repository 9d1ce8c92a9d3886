import {
  escapeHtml,
  phone as phonePage,
  phoneList as listPage,
  type PhoneButton,
  type PhoneMessage,
} from '../../phones/index.ts';
import type { GroupRecord } from './groups.ts';
import type { PersonRecord } from './people.ts';
import type { ScreenButton, ScreenMessage } from './screen.ts';

/** The list of everybody's telephones, and the clock of this Zalo. */
export function phoneList(
  people: readonly { record: PersonRecord; unread: number }[],
  { now, problem = '' }: { now: Date; problem?: string },
): string {
  return listPage({
    title: 'Zalo của mọi người',
    entries: people.map(({ record, unread }) => ({
      href: `/phone/${record.id}`,
      name: record.name,
      lastText: record.screen.messages.at(-1)?.text ?? '',
      unread,
    })),
    nobody: 'Chưa có ai dùng Zalo ở đây.',
    problem,
    lead: `<section class="card"><p>Bây giờ là ${escapeHtml(inWords(now))}. Sau 48 giờ im lặng, tin nhắn mất tiền; sau 7 ngày, chỉ còn tin theo mẫu.</p>
<div class="keys">${[1, 3, 8].map((days) => `<form method="post" action="/time"><input type="hidden" name="days" value="${days}"><button>Tua nhanh ${days} ngày</button></form>`).join('')}</div></section>`,
    more: `<details class="card"${people.length > 0 && !problem ? '' : ' open'}><summary>Thêm một người</summary>
<form method="post" action="/phone">
<label>Họ tên <input name="name" maxlength="60" required></label>
<label>Số điện thoại (nếu có) <input name="phone" inputmode="tel" maxlength="20" autocomplete="off"></label>
<button>Mở điện thoại</button>
</form></details>`,
  });
}

/** One person's conversation with the account. */
export function phone(
  record: PersonRecord,
  { groups, still }: { groups: GroupRecord[]; still: boolean },
): string {
  const turn = (label: string, action: string): PhoneButton => ({ label, action, fields: {}, plain: true });
  return phonePage({
    address: `/phone/${record.id}`,
    title: `Zalo của ${record.name}`,
    messages: record.screen.messages.map((message) => ({
      ...bubble(message),
      own: !message.fromAccount,
      note: message.template ? 'tin theo mẫu đã duyệt' : '',
      buttons: [...message.buttons.map((button) => [pressed(button, message)]), ...asking(message)],
    })),
    quick: record.follows ? [] : [turn('Quan tâm tài khoản này', 'follow')],
    closed: null,
    longestText: 2_000,
    more: [
      record.follows ? turn('Bỏ quan tâm', 'unfollow') : turn('Quan tâm', 'follow'),
      record.refusesTemplates
        ? turn('Nhận lại tin theo mẫu', 'accept-templates')
        : turn('Từ chối tin theo mẫu', 'refuse-templates'),
      turn('Rút lại sự đồng ý ở Zalo', 'withdraw'),
      ...groups.map(({ id, name }) => ({ label: `Nhóm ${name}`, opens: `/phone/${record.id}/groups/${id}` })),
    ],
    still,
  });
}

/** A group of the account's, as one of those in it sees it. */
export function groupPage(
  group: GroupRecord,
  record: PersonRecord,
  { nameOf, still }: { nameOf: (id: string) => string; still: boolean },
): string {
  return phonePage({
    address: `/phone/${record.id}/groups/${group.id}`,
    title: `${group.name} – ${record.name}`,
    messages: group.screen.messages.map((message) => ({
      ...bubble(message),
      own: message.from === record.id,
      from: nameOf(message.from),
      buttons: [],
    })),
    quick: [],
    closed: null,
    longestText: 2_000,
    more: [{ label: 'Về trò chuyện riêng', opens: `/phone/${record.id}` }],
    still,
  });
}

function bubble({ id, text, file, at }: ScreenMessage): Pick<PhoneMessage, 'id' | 'html' | 'file' | 'at'> {
  return { id, html: escapeHtml(text), file: file && { name: file.name, bytes: file.size, href: null }, at };
}

function pressed({ label, kind, payload }: ScreenButton, { id }: ScreenMessage): PhoneButton {
  if (kind === 'url') return { label, opens: payload };
  return { label, action: 'tap', fields: { message: id, button: label } };
}

function asking({ asksForInfo }: ScreenMessage): PhoneButton[][] {
  return asksForInfo ? [[{ label: 'Chia sẻ thông tin', action: 'share', fields: {} }]] : [];
}

function inWords(instant: Date): string {
  const options = { dateStyle: 'full', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' } as const;
  return instant.toLocaleString('vi-VN', options);
}
