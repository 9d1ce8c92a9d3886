import type { GivenFile } from '../../hub/library/index.ts';

export function given(name: string, text: string): GivenFile {
  return { name, mediaType: 'text/markdown', content: Buffer.from(text) };
}

interface Said {
  number?: string;
  date?: string;
  issuer?: string;
  title?: string;
  note?: string;
  /** What stands at the end. */
  last?: string;
  /** What stands in the first article. */
  first?: string;
}

/** A regulation on the handbook of a cell, with its front matter. */
export function regulation({
  number = '12-QĐ/TW',
  date = '2026-02-03',
  issuer = 'Ban Bí thư',
  title = 'Quy định về sổ tay chi bộ',
  note = '',
  first = 'Chi bộ giữ sổ tay tại nhà văn hóa và ghi sau mỗi kỳ sinh hoạt.',
  last = 'Quy định này có hiệu lực từ ngày ký.',
}: Said = {}): string {
  return `---
title: "${title}"
number: "${number}"
issuer: "${issuer}"
date: "${date}"
${note === '' ? '' : `note: "${note}"\n`}---

QUY ĐỊNH

Điều 1. Giữ sổ tay

${first}

Điều 2. Hiệu lực

${last}
`;
}

/** What one cell has decided for itself. */
export function cellRule(said: Said = {}): string {
  return regulation({
    number: '05-NQ/CB',
    issuer: 'Chi bộ thôn Một',
    title: 'Nghị quyết về trực nhà văn hóa',
    first: 'Đảng viên trực nhà văn hóa theo lịch phân công của chi ủy.',
    ...said,
  });
}
