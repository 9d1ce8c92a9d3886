/** How a table is written for people to open: text with commas, or Excel's own form. */
export type SheetFormat = 'csv' | 'xlsx';

export const sheetMediaTypes: Readonly<Record<SheetFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export type SheetCell = string | number | null;

/** Text that a spreadsheet would take for a formula and run; or that looks as if it had been guarded already. */
const formula = /^'*[=+\-@\t\r]/;

/**
 * A table as a file; the first row is its head. Text stays text: in CSV, where the first character decides, an
 * apostrophe goes before what would be run. It is seen there; our own import takes it off again.
 *
 * @source OWASP, CSV Injection
 */
export async function writeSheet(
  rows: readonly (readonly SheetCell[])[],
  format: SheetFormat,
): Promise<Buffer> {
  if (format === 'csv') {
    const lines = rows.map((row) => row.map(csvCell).join(','));
    // The mark at the beginning tells Excel that the letters are UTF-8.
    return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
  }
  const data = rows.map((row, index) =>
    row.map((cell) =>
      cell === null
        ? null
        : typeof cell === 'number'
          ? { value: cell, type: Number }
          : { value: asWritten(cell), type: String, ...(index === 0 ? { fontWeight: 'bold' as const } : {}) },
    ),
  );
  // Loaded by the few who need it: every command would wait for it.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return await writeXlsxFile(data, { stickyRowsCount: 1 }).toBuffer();
}

function csvCell(cell: SheetCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Readers take `_x0041_` for an `A` (ECMA-376 Part 1, 22.9.2.19), so a text that has it says that it means it. The
 * same way round the words every object knows: the library looks texts up in one, and would find `toString` there.
 */
function asWritten(text: string): string {
  const escaped = text.replaceAll(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x');
  if (!(text in {})) return escaped;
  return `_x${text.charCodeAt(0).toString(16).padStart(4, '0')}_${text.slice(1)}`;
}
