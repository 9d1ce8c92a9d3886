/** Kinds of documents: as they are named, and the letters by which their numbers tell them. */
export const documentKinds = [
  { name: 'Nghị quyết', letters: 'NQ' },
  { name: 'Quy định', letters: 'QĐ' },
  { name: 'Quyết định', letters: 'QĐ' },
  { name: 'Hướng dẫn', letters: 'HD' },
  { name: 'Kết luận', letters: 'KL' },
  { name: 'Chỉ thị', letters: 'CT' },
  { name: 'Kế hoạch', letters: 'KH' },
  { name: 'Quy chế', letters: 'QC' },
  { name: 'Thông báo', letters: 'TB' },
  { name: 'Thông tri', letters: 'TT' },
  { name: 'Nghị định', letters: 'NĐ' },
  { name: 'Thông tư', letters: 'TT' },
  { name: 'Công văn', letters: 'CV' },
  { name: 'Báo cáo', letters: 'BC' },
  { name: 'Tờ trình', letters: 'TTr' },
  { name: 'Điều lệ', letters: 'ĐL' },
  { name: 'Pháp lệnh', letters: 'PL' },
  { name: 'Bộ luật', letters: '' },
  { name: 'Luật', letters: '' },
  { name: 'Hiến pháp', letters: '' },
] as const;

/** The kind whose name a line begins with. */
export function kindNamed(line: string): string | undefined {
  const opening = line.replaceAll('#', '').trim().toLowerCase();
  return documentKinds.find(({ name }) => {
    const named = name.toLowerCase();
    return opening.startsWith(named) && !/^\p{L}/u.test(opening.slice(named.length));
  })?.name;
}
