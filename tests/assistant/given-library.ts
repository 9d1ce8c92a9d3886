import { operator } from '../../hub/platform/audit.ts';
import type { Hub } from '../../hub/compose.ts';

/** A regulation of the province that another one replaced, and a plan of one cell that is for that cell alone. */
export const oldRule = `---
number: 10-QĐ/TU
kind: Quy định
issuer: Tỉnh ủy T
date: 2021-03-05
title: Quy định về chế độ sinh hoạt chi bộ
---
Quy định về chế độ sinh hoạt chi bộ

Điều 1. Thời gian sinh hoạt

1. Chi bộ sinh hoạt định kỳ mỗi tháng một lần, thời gian sinh hoạt không dưới 60 phút.

Điều 2. Chế độ báo cáo

1. Bí thư chi bộ báo cáo kết quả sinh hoạt với đảng ủy cơ sở trước ngày 25 hằng tháng.
`;

export const newRule = `---
number: 22-QĐ/TU
kind: Quy định
issuer: Tỉnh ủy T
date: 2025-06-10
title: Quy định về chế độ sinh hoạt chi bộ
---
Quy định về chế độ sinh hoạt chi bộ

Quy định này thay thế Quy định số 10-QĐ/TU ngày 05/3/2021 của Tỉnh ủy T.

Điều 1. Thời gian sinh hoạt

1. Chi bộ sinh hoạt định kỳ mỗi tháng một lần, thời gian sinh hoạt không dưới 90 phút.

Điều 2. Người vắng mặt

1. Đảng viên vắng mặt phải báo cáo bí thư chi bộ trước khi họp ít nhất 01 ngày.
`;

export const ownPlan = `---
number: 03-KH/CB
kind: Kế hoạch
issuer: Chi bộ thôn
date: 2026-01-15
title: Kế hoạch trồng cây đầu xuân
---
Kế hoạch trồng cây đầu xuân

1. Chi bộ trồng 250 cây xoan đào dọc mương Nà Pán trong tháng 2 năm 2026.
2. Đồng chí phụ trách kinh tế chuẩn bị cây giống và dụng cụ trước ngày 20 tháng 01 năm 2026.
`;

/** Takes a text into the library and waits until it is found. */
export async function given(hub: Hub, name: string, text: string, unit?: string): Promise<string> {
  const { keeping, finding } = hub.library;
  const file = { name, mediaType: 'text/markdown', content: new TextEncoder().encode(text) };
  const { document } = await keeping.add(operator, file, { unit, release: true });
  const [row] = await hub.database.query<{ version: string }>('select version::text from library_version');
  await finding.until(Number(row!.version));
  return document!.id;
}
