import type { GivenPassage } from '../../hub/assistant/modelling/port.ts';
import { readDocument, type KnownDocument } from '../../hub/library/index.ts';

/** A document of the library with its passages, as they are found for somebody. */
export function passagesFound(text: string, id = 'quy-dinh'): GivenPassage[] {
  const document: KnownDocument = {
    ...readDocument(`${id}.md`, text),
    id,
    inForce: true,
    unitId: 'T',
    readers: { who: 'members', roles: [] },
    status: 'in_force',
    replacedBy: [],
  };
  return document.passages.map((passage) => ({
    document,
    locator: passage.locator,
    text: document.text.slice(passage.start, passage.end),
    start: passage.start,
    end: passage.end,
  }));
}

/** What a cell lives by, invented. */
export const regulation = `---
number: 24-QĐ/TW
kind: Quy định
issuer: Ban Chấp hành Trung ương
date: 2021-07-30
title: Quy định về sinh hoạt chi bộ
---

QUY ĐỊNH
về sinh hoạt chi bộ

Điều 1. Sinh hoạt thường lệ

1. Chi bộ sinh hoạt thường lệ mỗi tháng một lần, thời gian ít nhất 90 phút.

2. Đảng viên chính thức có quyền biểu quyết. Đảng viên dự bị được tham gia thảo luận nhưng không được biểu quyết.

3. Đảng viên vắng mặt phải báo cáo bí thư chi bộ trước ba ngày. Đảng viên tham gia sinh hoạt đầy đủ, trừ trường hợp được miễn.

Điều 2. Đóng đảng phí

1. Đảng viên hưởng lương đóng đảng phí hằng tháng bằng 1% tiền lương.

2. Đảng viên không đóng đảng phí ba tháng trong năm mà không có lý do chính đáng thì chi bộ xem xét, đề nghị xóa tên.

Điều 3. Hiệu lực

Quy định này có hiệu lực từ ngày 01 tháng 8 năm 2021 và thay thế Quy định số 29-QĐ/TW, ngày 25/7/2016.
`;
