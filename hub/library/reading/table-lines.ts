import { cleanLine } from './clean-line.ts';

/** A cell: its paragraphs. One that goes on from the row above has none. */
export type Cell = readonly string[];

/** Words of a letterhead, or of what stands beside a signature: what has them arranges a page. */
export const arranging =
  /ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:OÀ|ÒA) XÃ HỘI CHỦ NGHĨA|ngày[ .…\d]*tháng[ .…\d]*năm|^N[ơƠ][iI] nhận\s*:/imu;
const opensArticle = /^(?:Điều|Chương|Mục) \d|^Chương [IVX]/u;
const longestCell = 12;

/**
 * A table as lines: `| a | b |` for each row, so that it can be searched and quoted row by row. A table that only arranges
 * a page (letterhead beside letterhead, addressees beside the signature, one cell around a text) gives its paragraphs,
 * one cell after the other.
 */
export function tableLines(rows: readonly (readonly Cell[])[]): string[] {
  if (onlyArranges(rows)) return rows.flat().flatMap((cell) => cell.filter((line) => line !== ''));
  return rows
    .map((cells) => cells.map((cell) => cleanLine(cell.join(' ')).replaceAll('|', '/')))
    .filter((cells) => cells.some((text) => text !== ''))
    .map((cells) => `| ${cells.join(' | ')} |`);
}

function onlyArranges(rows: readonly (readonly Cell[])[]): boolean {
  const widest = Math.max(0, ...rows.map((cells) => cells.length));
  if (widest <= 1) return true;
  const cells = rows.flat();
  if (rows.length <= 4 && widest <= 3 && arranging.test(cells.flat().join('\n'))) return true;
  return cells.some((cell) => cell.length > longestCell || cell.some((line) => opensArticle.test(line)));
}
