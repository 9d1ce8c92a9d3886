const sentence =
  'Cấp ủy, chi bộ và đảng viên thực hiện nghiêm nội dung này trong phạm vi nhiệm vụ được giao. ';

/** A regulation of thirty articles, long enough to be read in parts. */
export const longRule = `---
number: 294-QĐ/TU
kind: Quy định
issuer: Tỉnh ủy T
date: 2025-05-26
title: Quy định về công tác đảng viên
---
Quy định về công tác đảng viên

Quy định này thay thế Quy định số 24-QĐ/TU ngày 30/7/2021 của Tỉnh ủy T.

${Array.from({ length: 30 }, (_, index) => article(index + 1)).join('\n\n')}
`;

function article(number: number): string {
  const second =
    number === 5
      ? '2. Đảng viên dự bị không được biểu quyết, ứng cử, bầu cử và không được nghỉ họp nếu không có lý do chính đáng.'
      : `2. Việc số ${number} do chi bộ quyết định. ${sentence}`;
  return `Điều ${number}. Nội dung thứ ${number}\n\n1. ${sentence.repeat(3)}\n\n${second}`;
}

export const formerRule = `---
number: 24-QĐ/TU
kind: Quy định
issuer: Tỉnh ủy T
date: 2021-07-30
title: Quy định về công tác đảng viên
---
Quy định về công tác đảng viên

Điều 1. Phạm vi

1. Quy định này áp dụng cho đảng viên của đảng bộ tỉnh.
`;

/** Of the same number as the one above, by another issuer in another year. */
export const sameNumber = `---
number: 24-QĐ/TU
kind: Quy định
issuer: Tỉnh ủy S
date: 2016-03-01
title: Quy định về thi đua, khen thưởng
---
Quy định về thi đua, khen thưởng

Điều 1. Nguyên tắc

1. Thi đua tự nguyện, tự giác, công khai.
`;

/** For one cell alone. */
export const secretPlan = `---
number: 07-KH/CB
kind: Kế hoạch
issuer: Chi bộ thôn
date: 2026-01-15
title: Kế hoạch trồng xoan đào Nà Pán
---
Kế hoạch trồng xoan đào Nà Pán

1. Chi bộ trồng 250 cây xoan đào dọc mương Nà Pán trong tháng 2 năm 2026.
`;
