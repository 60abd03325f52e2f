/** Marks a file as UTF-8 for Excel. */
const BOM = '\uFEFF';

/** A plain table as CSV (RFC 4180), as Excel opens it: in UTF-8 with its mark; nothing in it is reckoned as a formula. */
export function tableCsv(titles: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  return BOM + [titles, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Characters that a spreadsheet takes for a formula's head, also in full width, and those it skips before one. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20\u2212]/;

function cell(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
