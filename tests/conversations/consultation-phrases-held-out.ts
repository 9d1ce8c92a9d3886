import type { Phrasing } from './consultation-phrases.ts';

/**
 * Written before the reader was, and kept apart from the table it was made with: what they show is how it reads people it
 * has not met. Of these 24 it read 20 right before anything was done about what they showed; since then they are read as
 * the others are.
 */
export const heldOut: readonly Phrasing[] = [
  ['begins', 'cho toi tra loi phieu khao sat', 'consultations'],
  ['begins', 'toi muon tham gia lay y kien', 'consultations'],
  ['begins', 'xem ket qua lay y kien', 'results'],
  ['one', 'em chon so 2 a', 1],
  ['one', 'phuong an thu nhat', 0],
  ['one', 'Tối thứ 5 nhé đồng chí', 2],
  ['one', 'cn tuan dau', 'unread'],
  ['one', 'câu này em xin bỏ qua ạ', 'skip'],
  ['several', 'y 1, y 3 va y 5', [0, 2, 4]],
  ['several', 'hai voi bon', [1, 3]],
  ['several', 'chon het di', [0, 1, 2, 3, 4]],
  ['ranking', 'số 2 trước, rồi 3, cuối cùng 1', [1, 2, 0]],
  ['ranking', '2 > 1 > 3', [1, 0, 2]],
  ['scale', 'e cho 4 diem', 4],
  ['scale', 'bon tren nam', 4],
  ['scale', 'muc cao nhat', 5],
  ['passage', 'hoan toan nhat tri voi du thao a', { agrees: true, comment: null }],
  ['passage', 'ok nhat tri het', { agrees: true, comment: null }],
  [
    'passage',
    'tôi đề nghị bỏ cụm từ “hằng quý”',
    { agrees: false, comment: 'tôi đề nghị bỏ cụm từ “hằng quý”' },
  ],
  ['passage', 'e ko dong y diem nay', 'words'],
  ['text', 'em không có ý kiến gì thêm ạ', 'skip'],
  ['text', 'cho quay lại câu trước với', 'back'],
  ['text', 'thoi de luc khac toi lam tiep', 'stop'],
  ['text', 'dung to chuc hop vao mua gat', 'dung to chuc hop vao mua gat'],
];
