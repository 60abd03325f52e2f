import type { Row } from 'write-excel-file/node';

/**
 * A plain table as .xlsx: titles in the first row, in sight while one scrolls. Every cell is a string and is typed as one,
 * so codes keep their zeros and nothing is reckoned as a formula.
 */
export async function tableXlsx(
  sheet: string,
  titles: readonly string[],
  rows: ReadonlyArray<readonly string[]>,
): Promise<Uint8Array> {
  const text = (value: string, bold: boolean) => ({
    value,
    type: String,
    wrap: true,
    alignVertical: 'top' as const,
    ...(bold ? { fontWeight: 'bold' as const } : {}),
  });
  const data: Row[] = [titles, ...rows].map((row, i) =>
    row.map((value) => (value === '' ? null : text(value, i === 0))),
  );
  const columns = titles.map((title) => ({ width: Math.min(40, Math.max(12, title.length)) }));
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const written = writeXlsxFile([{ sheet, data, columns, stickyRowsCount: 1 }], { fontFamily: 'Times New Roman' });
  return new Uint8Array(await written.toBuffer());
}
